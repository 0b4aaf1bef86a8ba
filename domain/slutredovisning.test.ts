import { expect, it } from 'vitest';
import { slutredovisningDue } from './slutredovisning.ts';
import { tkr } from './tkr.ts';

const policy = { slutredovisning: { above: tkr('5000'), months: 6 } };

it.each([
  ['5001', { year: 2025, month: 2 }, '2025-08-31'],
  ['5001', { year: 2025, month: 6 }, '2025-12-31'],
  ['5001', { year: 2025, month: 7 }, '2026-01-31'],
  ['5001', { year: 2027, month: 8 }, '2028-02-29'],
  ['5000', { year: 2025, month: 2 }, null],
  ['5001', null, null],
  [null, { year: 2025, month: 2 }, null],
])('a project of %s, last booked %j, is to be accounted for by %s', (total, last, due) => {
  expect(slutredovisningDue(policy, total === null ? null : tkr(total), last)).toBe(due);
});

it('is not owed without a policy, or by a policy that does not ask for it', () => {
  const last = { year: 2025, month: 2 };
  expect(slutredovisningDue(null, tkr('9000'), last)).toBeNull();
  expect(slutredovisningDue({ slutredovisning: null }, tkr('9000'), last)).toBeNull();
});
