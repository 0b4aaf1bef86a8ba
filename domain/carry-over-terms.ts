/**
 * What happens to what a line did not use: its carrying over needs a decision (`needsDecision`), the
 * money lapses (`lapses`), or it is carried over as a matter of course (`automatic`). Source:
 * DOMAIN §3.
 */
export const carryOverRules = ['needsDecision', 'lapses', 'automatic'] as const;

/** See `carryOverRules`. */
export type CarryOverRule = (typeof carryOverRules)[number];
