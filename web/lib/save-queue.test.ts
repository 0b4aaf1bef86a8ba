import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from './api.ts';
import { createSaveQueue, type SaveState } from './save-queue.ts';

const now = new Date('2026-11-22T14:02:00');

function refusal(): ApiProblem {
  const told = {
    type: '',
    title: '',
    status: 409,
    code: 'scenario_frozen',
    detail: 'Nej.',
    requestId: '',
  };
  return new ApiProblem(told);
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
});
