/** When a municipality belongs to an organisation: days `YYYY-MM-DD`; null where nobody has said. */
export type MemberDays = { readonly joinedOn: string | null; readonly leftOn: string | null };

/** Why a member's days cannot be. */
export type MemberRefusal = 'member_left_before_joined';

/** Null where the days can be: a member leaves after the day it joined. */
export function refusalOfMemberDays({ joinedOn, leftOn }: MemberDays): MemberRefusal | null {
  if (joinedOn === null || leftOn === null) return null;
  return leftOn > joinedOn ? null : 'member_left_before_joined';
}

/** True for a municipality that belongs to the organisation on a day; one that nobody has said of does. */
export function isMemberOn({ joinedOn, leftOn }: MemberDays, day: string): boolean {
  return (joinedOn === null || joinedOn <= day) && (leftOn === null || day < leftOn);
}
