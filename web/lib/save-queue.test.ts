import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from './api.ts';
import { createSaveQueue, type SaveState } from './save-queue.ts';

const now = new Date('2026-11-22T14:02:00');

function refusal(
  code = 'scenario_frozen',
  status = 409,
  retryAfter: number | null = null,
): ApiProblem {
  const told = { type: '', title: '', status, code, detail: 'Nej.', requestId: '' };
  return new ApiProblem(told, retryAfter);
}

/** A queue whose pauses end at once, and the states that it has gone through. */
function watchedQueue() {
  const pauses: number[] = [];
  const queue = createSaveQueue(
    () => now,
    async (milliseconds) => {
      pauses.push(milliseconds);
    },
  );
  const states: SaveState['kind'][] = [];
  queue.subscribe(() => states.push(queue.state().kind));
  const settled = () =>
    vi.waitFor(() => expect(['saved', 'refused']).toContain(queue.state().kind));
  return { queue, states, pauses, settled };
}

describe('the queue of writes', () => {
  it('has saved everything before anything was done', () => {
    expect(createSaveQueue().state()).toEqual({ kind: 'saved', at: null });
  });

  it('sends writes in their order, one at a time', async () => {
    const { queue, settled } = watchedQueue();
    const log: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      queue.add({
        send: async () => {
          log.push(`${name} begins`);
          await Promise.resolve();
          log.push(`${name} ends`);
        },
        refused: () => undefined,
      });
    }
    await settled();
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(queue.state()).toEqual({ kind: 'saved', at: now });
  });

  it('tries a lost write again with the same key until it is answered, and says that it waits', async () => {
    const { queue, states, pauses, settled } = watchedQueue();
    const keys: string[] = [];
    queue.add({
      send: async (key) => {
        keys.push(key);
        if (keys.length < 4) throw new TypeError('Failed to fetch');
      },
      refused: () => undefined,
    });
    await settled();
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(4);
    expect(states).toContain('waiting');
    expect(pauses).toEqual([1000, 2000, 4000]);
    expect(queue.state().kind).toBe('saved');
  });

  it('hands back a refused write once, and goes on with the next', async () => {
    const { queue, settled } = watchedQueue();
    const refused = vi.fn(() => queue.hold('page', true));
    const next = vi.fn(async () => undefined);
    queue.add({ send: () => Promise.reject(refusal()), refused });
    queue.add({ send: next, refused });
    await settled();
    expect(refused).toHaveBeenCalledTimes(1);
    expect(next).toHaveBeenCalledTimes(1);
    expect(queue.state().kind).toBe('refused');
    queue.hold('page', false);
    expect(queue.state()).toEqual({ kind: 'saved', at: now });
  });

  it('does not say that all is saved while somebody holds what is not, whatever else is', async () => {
    const { queue, settled } = watchedQueue();
    queue.hold('table', true);
    expect(queue.state().kind).toBe('refused');
    queue.add({ send: async () => undefined, refused: () => undefined });
    await settled();
    expect(queue.state().kind).toBe('refused');
    queue.hold('table', false);
    expect(queue.state()).toEqual({ kind: 'saved', at: now });
  });

  it.each(['not_signed_in', 'second_factor_missing'])(
    'keeps a write that finds nobody signed in (%s), and says that it waits for a login',
    async (code) => {
      const { queue, settled } = watchedQueue();
      const refused = vi.fn();
      const waits: SaveState[] = [];
      queue.subscribe(() => waits.push(queue.state()));
      let tries = 0;
      queue.add({
        send: async () => {
          tries += 1;
          if (tries < 3) throw refusal(code, 401);
        },
        refused,
      });
      await settled();
      expect(refused).not.toHaveBeenCalled();
      expect(tries).toBe(3);
      expect(waits).toContainEqual({ kind: 'waiting', changes: 1, isForLogin: true });
      expect(queue.state()).toEqual({ kind: 'saved', at: now });
    },
  );

  it('waits as long as the server asks for where it takes no more calls', async () => {
    const { queue, pauses, settled } = watchedQueue();
    const refused = vi.fn();
    let tries = 0;
    queue.add({
      send: async () => {
        tries += 1;
        if (tries === 1) throw refusal('too_many_requests', 429, 40);
      },
      refused,
    });
    await settled();
    expect(refused).not.toHaveBeenCalled();
    expect(pauses).toEqual([40_000]);
  });

  it('sends nothing while it is halted, and everything in order when it is not', async () => {
    const { queue, settled } = watchedQueue();
    const sent: string[] = [];
    const write = (name: string) => ({
      send: async () => void sent.push(name),
      refused: () => undefined,
    });
    queue.halt();
    queue.add(write('a'));
    queue.add(write('b'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent).toEqual([]);
    expect(queue.pending()).toBe(2);
    expect(queue.state()).toEqual({ kind: 'waiting', changes: 2, isForLogin: true });
    queue.resume();
    await settled();
    expect(sent).toEqual(['a', 'b']);
    expect(queue.pending()).toBe(0);
  });

  it('goes on at once when it is no longer halted, however long the pause would have been', async () => {
    const queue = createSaveQueue(
      () => now,
      () => new Promise(() => undefined),
    );
    let tries = 0;
    queue.add({
      send: async () => {
        tries += 1;
        if (tries === 1) throw refusal('not_signed_in', 401);
      },
      refused: () => undefined,
    });
    await vi.waitFor(() => expect(queue.state().kind).toBe('waiting'));
    queue.halt();
    queue.resume();
    await vi.waitFor(() => expect(queue.state().kind).toBe('saved'));
    expect(tries).toBe(2);
  });

  it('forgets what is discarded, also the write that is under way, and takes new ones', async () => {
    const { queue, settled } = watchedQueue();
    const refused = vi.fn();
    const later = vi.fn(async () => undefined);
    let answer: (error: unknown) => void = () => undefined;
    queue.add({ send: () => new Promise((_, reject) => (answer = reject)), refused });
    queue.add({ send: later, refused });
    queue.hold('table', true);
    queue.discard();
    expect(queue.state()).toEqual({ kind: 'saved', at: null });
    expect(queue.pending()).toBe(0);
    const next = vi.fn(async () => undefined);
    queue.add({ send: next, refused });
    answer(refusal());
    await settled();
    expect(refused).not.toHaveBeenCalled();
    expect(later).not.toHaveBeenCalled();
    expect(next).toHaveBeenCalledTimes(1);
  });
});
