import { expect, it } from 'vitest';
import { isMemberOn, refusalOfMemberDays } from './member.ts';

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

it.each([
  [null, null, '2024-04-01', true],
  ['2024-04-01', null, '2024-03-31', false],
  ['2024-04-01', null, '2024-04-01', true],
  [null, '2024-04-01', '2024-03-31', true],
  [null, '2024-04-01', '2024-04-01', false],
])('from %s, with %s as the first day outside, belongs on %s: %s', (joinedOn, leftOn, day, is) => {
  expect(isMemberOn({ joinedOn, leftOn }, day)).toBe(is);
});
