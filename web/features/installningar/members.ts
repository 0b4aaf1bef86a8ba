import type { Member } from '#contract/settings.ts';

/** Whether a municipality belongs to the organisation on a day, or has left, or has yet to come. */
export type MemberState = 'member' | 'left' | 'coming';

/** See `MemberState`. A day that nobody has said does not keep a member out. */
export function memberState(
  { joinedOn, leftOn }: Pick<Member, 'joinedOn' | 'leftOn'>,
  day: string,
): MemberState {
  if (leftOn !== null && leftOn <= day) return 'left';
  return joinedOn !== null && joinedOn > day ? 'coming' : 'member';
}

/** How many municipalities belong to the organisation on a day. */
export function membersOn(members: readonly Member[], day: string): number {
  return members.filter((member) => memberState(member, day) === 'member').length;
}
