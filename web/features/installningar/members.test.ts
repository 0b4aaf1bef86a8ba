import { describe, expect, it } from 'vitest';
import type { Member } from '#contract/settings.ts';
import { memberState, membersOn } from './members.ts';

function member(joinedOn: string | null, leftOn: string | null): Member {
  return { memberId: '', name: 'Ydre', kommunkod: '0512', joinedOn, leftOn, version: 1 };
}

describe('members on a day', () => {
  it('belong from the day that they join and until the day before the first one outside', () => {
    const ydre = member('2025-01-01', '2026-01-01');
    const days = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'];
    expect(days.map((day) => memberState(ydre, day))).toEqual([
      'coming',
      'member',
      'member',
      'left',
    ]);
  });

  it('belong where nobody has said since when or until when', () => {
    expect(memberState(member(null, null), '2026-11-22')).toBe('member');
    expect(memberState(member(null, '2026-11-22'), '2026-11-22')).toBe('left');
  });

  it('are counted on that day alone', () => {
    const all = [member(null, null), member('2027-01-01', null), member(null, '2020-01-01')];
    expect(membersOn(all, '2026-11-22')).toBe(1);
  });
});
