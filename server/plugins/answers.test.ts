import { describe, expect, it } from 'vitest';
import { keepAnswers } from './answers.ts';

/** A maker of answers that counts how often it was asked. */
function counting(size = 1) {
  let made = 0;
  return {
    make: async () => {
      made += 1;
      return { headers: {}, body: Buffer.alloc(size, made) };
    },
    made: () => made,
  };
}

describe('kept answers', () => {
  it('are made once for a question and a head of the log', async () => {
    const { get } = keepAnswers();
    const { make, made } = counting();
    const first = await get('q', '1', make);
    expect(await get('q', '1', make)).toEqual(first);
    expect(made()).toBe(1);
  });

  it('are made anew when the log has gone on, and for another question', async () => {
    const { get } = keepAnswers();
    const { make, made } = counting();
    await get('q', '1', make);
    await get('q', '2', make);
    await get('other', '2', make);
    expect(made()).toBe(3);
    await get('q', '2', make);
    expect(made()).toBe(3);
  });

  it('are dropped, the longest unasked first, when there are too many', async () => {
    const { get } = keepAnswers();
    const { make, made } = counting();
    for (let index = 0; index < 500; index += 1) await get(`q${index}`, '1', make);
    await get('q0', '1', make);
    await get('one more', '1', make);
    expect(made()).toBe(501);
    await get('q0', '1', make);
    expect(made()).toBe(501);
    await get('q1', '1', make);
    expect(made()).toBe(502);
  });

  it('are not kept where they are very large', async () => {
    const { get } = keepAnswers();
    const { make, made } = counting(1_000_000);
    await get('q', '1', make);
    await get('q', '1', make);
    expect(made()).toBe(2);
  });
});
