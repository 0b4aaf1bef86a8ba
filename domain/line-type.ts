/**
 * What kind of line (radtyp) an investment line is; the rules for what may be carried over differ.
 *
 * A `reinvestering` is replaced again and again, a `projekt` has a total that was decided once
 * (beslutad totalutgift), a `ramanslag` is a frame that smaller things share. Source: DOMAIN §3,
 * RKR R14.
 */
export const lineTypes = ['reinvestering', 'projekt', 'ramanslag'] as const;

/** See `lineTypes`. */
export type LineType = (typeof lineTypes)[number];
