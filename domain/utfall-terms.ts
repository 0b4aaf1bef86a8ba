/**
 * Where outcome (utfall) comes from: typed by hand, or a file of one of these kinds.
 *
 * SIE 4 stands for SIE types 1 to 4; SIE 5 is XML. Source: DOMAIN §4.
 */
export const utfallKinds = ['typed', 'sie4', 'sie5', 'csv', 'xlsx'] as const;

/** See `utfallKinds`. */
export type UtfallKind = (typeof utfallKinds)[number];

/** Where a mapping rule can send an amount: an investment line, a row of the driftbudget, or outside. */
export const mappingTargets = ['line', 'drift', 'outside'] as const;

/** See `mappingTargets`. */
export type MappingTarget = (typeof mappingTargets)[number];

/** Where an amount went; `unmapped` is one that no rule fits, which is shown and never dropped. */
export const utfallTargets = [...mappingTargets, 'unmapped'] as const;

/** See `utfallTargets`. */
export type UtfallTarget = (typeof utfallTargets)[number];
