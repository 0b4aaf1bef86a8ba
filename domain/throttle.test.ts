import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountThrottle, addressThrottle, type ThrottleRule, waitSeconds } from './throttle.ts';

const rule: ThrottleRule = { free: 3, longestDelaySeconds: 10, forgetAfterSeconds: 100 };
const failedAt = new Date('2026-03-29T00:59:58.000Z');

function after(milliseconds: number): Date {
  return new Date(failedAt.getTime() + milliseconds);
}

const anyRule = fc.record({
  free: fc.nat({ max: 50 }),
  longestDelaySeconds: fc.integer({ min: 1, max: 3600 }),
  forgetAfterSeconds: fc.integer({ min: 3600, max: 1_000_000 }),
});
const anyCount = fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 2_000_000 }));
const anyElapsed = fc.oneof(
  fc.integer({ min: -(10 ** 10), max: 10 ** 10 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
);

describe('the wait before an attempt', () => {
  it('is nothing where nothing has failed', () => {
    expect(waitSeconds(rule, null, failedAt)).toBe(0);
  });

  it.each([
    [0, 0],
    [1, 0],
    [3, 0],
    [4, 1],
    [5, 2],
    [6, 4],
    [7, 8],
    [8, 10],
    [9, 10],
    [2_000_000, 10],
  ])('after %i failures, 3 of them free and 10 s the longest, is %i s', (count, seconds) => {
    expect(waitSeconds(rule, { count, lastAt: failedAt }, failedAt)).toBe(seconds);
  });

  it.each([
    [0, 8],
    [1, 8],
    [999, 8],
    [1000, 7],
    [7000, 1],
    [7999, 1],
    [8000, 0],
    [8001, 0],
    [99_999, 0],
    [-1, 8],
    [-8000, 8],
    [-8001, 0],
    [-3_600_000, 0],
  ])('of 8 s, %i ms after the failure, is %i s', (milliseconds, seconds) => {
    expect(waitSeconds(rule, { count: 7, lastAt: failedAt }, after(milliseconds))).toBe(seconds);
  });

  it('is forgotten after the quiet time, also where the delay is longer', () => {
    const long = { free: 0, longestDelaySeconds: 500, forgetAfterSeconds: 100 };
    const failures = { count: 30, lastAt: failedAt };
    expect(waitSeconds(long, failures, after(99_999))).toBe(401);
    expect(waitSeconds(long, failures, after(100_000))).toBe(0);
  });

  it.each([
    ['account', accountThrottle, 5, 86_400],
    ['address', addressThrottle, 20, 3600],
  ])('for an %s begins at 1 s and grows to five minutes', (_, one, free, forgetAfter) => {
    const waits = [0, 1, 2, 3, 9, 10, 11].map((more) =>
      waitSeconds(one, { count: free + more, lastAt: failedAt }, failedAt),
    );
    expect(waits).toEqual([0, 1, 2, 4, 256, 300, 300]);
    expect(one.forgetAfterSeconds).toBe(forgetAfter);
  });

  it('is a whole number of seconds, never more than the delay, whatever the clock says', () => {
    fc.assert(
      fc.property(anyRule, anyCount, anyElapsed, (one, count, elapsed) => {
        const wait = waitSeconds(one, { count, lastAt: failedAt }, after(elapsed));
        const delay = waitSeconds(one, { count, lastAt: failedAt }, failedAt);
        expect(Number.isInteger(wait)).toBe(true);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(delay);
        expect(delay).toBeLessThanOrEqual(one.longestDelaySeconds);
      }),
    );
  });

  it('is over when it said it would be, and not a second before', () => {
    fc.assert(
      fc.property(anyRule, anyCount, fc.nat({ max: 4_000_000 }), (one, count, elapsed) => {
        const failures = { count, lastAt: failedAt };
        const wait = waitSeconds(one, failures, after(elapsed));
        fc.pre(wait > 0);
        expect(waitSeconds(one, failures, after(elapsed + wait * 1000))).toBe(0);
        expect(waitSeconds(one, failures, after(elapsed + (wait - 1) * 1000))).toBe(1);
      }),
    );
  });

  it('never shrinks with one more failure', () => {
    fc.assert(
      fc.property(anyRule, anyCount, (one, count) => {
        const less = waitSeconds(one, { count, lastAt: failedAt }, failedAt);
        const more = waitSeconds(one, { count: count + 1, lastAt: failedAt }, failedAt);
        expect(more).toBeGreaterThanOrEqual(less);
      }),
    );
  });

  it('passes within two of the longest delays, however far the clock was set back', () => {
    fc.assert(
      fc.property(anyRule, anyCount, anyElapsed, (one, count, elapsed) => {
        const failures = { count, lastAt: failedAt };
        fc.pre(elapsed < 0 && waitSeconds(one, failures, after(elapsed)) > 0);
        const later = after(elapsed + 2 * one.longestDelaySeconds * 1000);
        expect(waitSeconds(one, failures, later)).toBe(0);
      }),
    );
  });
});
