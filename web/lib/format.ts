import { type Percent, percentToPlain } from '#domain/percent.ts';
import { compare, type Ratio, type Tkr, toPlain, zero } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';

/** An amount as it is shown: whole Tkr, Swedish form. */
export function shown(amount: Tkr): string {
  return formatSwedish(amount, 0);
}

/** An amount as it is shown, with a plus where it adds something. */
export function shownWithSign(amount: Tkr): string {
  const text = shown(amount);
  return compare(amount, zero) > 0 ? `+${text}` : text;
}

/** An amount as a chart takes it: a float, good enough for a point on a screen and nothing else. */
export function forChart(amount: Tkr): number {
  return Number(toPlain(amount));
}

/** How much of a whole an amount is, as a float for the length of a bar; nothing of no whole is 0. */
export function shareForMeter(amount: Tkr, whole: Tkr): number {
  return compare(whole, zero) > 0 ? forChart(amount) / forChart(whole) : 0;
}

const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });
const time = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

/** 14:02 */
export function shownTime(moment: Date): string {
  return time.format(moment);
}

/** 2026-11-22 14:02 */
export function shownMoment(moment: string): string {
  return dayAndTime.format(new Date(moment));
}

/** 2026-11-22 */
export function shownDay(moment: string): string {
  return day.format(new Date(moment));
}

const rate = new Intl.NumberFormat('sv-SE', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
});
const averageRate = new Intl.NumberFormat('sv-SE', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const years = new Intl.NumberFormat('sv-SE', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A year's rate as it is shown, at least two decimals: "3,25 %". */
export function shownRate(percent: Percent): string {
  return shownPercent(rateForChart(percent));
}

/** A year's rate as a chart takes it: a float of percent. */
export function rateForChart(percent: Percent): number {
  return Number(percentToPlain(percent));
}

/** An average rate, a share of one, as percent with two decimals: "3,21 %". */
export function shownAverageRate({ numerator, denominator }: Ratio): string {
  return `${averageRate.format((Number(numerator) / Number(denominator)) * 100)}\u00a0%`;
}

/** A number of years with one decimal: "4,2". */
export function shownYears({ numerator, denominator }: Ratio): string {
  return years.format(Number(numerator) / Number(denominator));
}

/** A point on the axis of a chart over rates: "3,25 %". */
export function shownPercent(percent: number): string {
  return `${rate.format(percent)}\u00a0%`;
}
