import { expect, it } from 'vitest';
import { refusalOfMemberDays } from './member.ts';

it.each([
  ['2013-01-01', '2024-12-31', null],
  ['2013-01-01', null, null],
  [null, '2024-12-31', null],
  [null, null, null],
  ['2024-12-31', '2024-12-31', 'member_left_before_joined'],
  ['2025-01-01', '2024-12-31', 'member_left_before_joined'],
])('a member from %s to %s: %s', (joinedOn, leftOn, refusal) => {
  expect(refusalOfMemberDays({ joinedOn, leftOn })).toBe(refusal);
});
