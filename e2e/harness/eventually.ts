import { expect } from 'vitest';

/**
 * Asks again until the answer is as expected, or for so long that it never will be.
 *
 * The browser has not drawn what was just done when the test goes on.
 */
export function eventually<Answer>(ask: () => Answer | Promise<Answer>) {
  return expect.poll(ask, { timeout: 15_000, interval: 25 });
}
