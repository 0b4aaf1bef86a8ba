import {
  fromMillionths,
  type Percent,
  parseSignedPercent,
  percentToPlain,
} from '#domain/percent.ts';

const minusSigns = /[\u2212\u2013-]/gu;
const spaces = /[\u0020\u00a0\u2009\u202f]/gu;

/** Millionths in one percent: percentages are kept in millionths, see `Percent`. */
const inPercent = 10_000;

/**
 * A percentage as a person writes it: `80`, `3,25 %`, `−0,5`, `+1`, with at most four decimals and
 * from −1 000 to 1 000; null where it is none.
 */
export function parseSwedishPercent(text: string): Percent | null {
  const tidy = text
    .replace(spaces, '')
    .replace(minusSigns, '-')
    .replace(/^\+|%$/gu, '');
  return parseSignedPercent(tidy.replace(',', '.'));
}

/** A percentage in Swedish form, without the sign for percent: `3,25`, `−0,5`. */
export function shownPercent(percent: Percent): string {
  return percentToPlain(percent).replace('.', ',').replace('-', '\u2212');
}

/** A percentage in Swedish form, with a plus where it adds something. */
export function shownPercentWithSign(percent: Percent): string {
  return percent > 0n ? `+${shownPercent(percent)}` : shownPercent(percent);
}

/** A percentage as the place on a slider: 3,25 % is 3.25. */
export function percentForSlider(percent: Percent): number {
  return parseInt(`${percent}`, 10) / inPercent;
}

/** The percentage of a place on a slider, to the nearest ten-thousandth of a percent. */
export function percentOfSlider(place: number): Percent {
  return fromMillionths(BigInt(Math.round(place * inPercent)));
}
