import { fromOre, type Tkr, toOre } from '../tkr.ts';
import type { Month } from './month.ts';

/** When planned borrowing is drawn: in equal parts at the end of each month from the first. */
export type Draw = { readonly firstMonth: Month; readonly parts: number };

/**
 * When planned borrowing is drawn and repaid: each part in `payments` equal payments, `interval`
 * months apart, the first one an interval after its draw. Source: DESIGN §5.
 */
export type Instalments = Draw & {
  readonly interval: number;
  readonly payments: number;
};

/** The payments that a life in months gives: one more where the last interval is not whole. */
export function paymentsIn(life: number, interval: number): number {
  return Math.ceil(life / interval);
}

/** How many parts are drawn by the end of a month. */
export function partsDrawn({ firstMonth, parts }: Draw, month: Month): number {
  return Math.max(0, Math.min(parts, month - firstMonth + 1));
}

/** How many payments, over all parts, are made by the end of a month. */
export function paymentsMade(instalments: Instalments, month: Month): number {
  let made = 0;
  for (let part = 0; part < instalments.parts; part += 1) {
    const since = month - instalments.firstMonth - part;
    if (since < instalments.interval) break;
    made += Math.min(instalments.payments, Math.floor(since / instalments.interval));
  }
  return made;
}

/** What is drawn of a principal by the end of a month, rounded once, to the öre. */
export function drawnUntil(principal: Tkr, draw: Draw, month: Month): Tkr {
  return partOf(principal, partsDrawn(draw, month), draw.parts);
}

/** What is repaid of a principal by the end of a month, rounded once, to the öre; not negative. */
export function amortisedUntil(principal: Tkr, instalments: Instalments, month: Month): Tkr {
  const pieces = instalments.parts * instalments.payments;
  return partOf(principal, paymentsMade(instalments, month), pieces);
}

/** So many of the equal pieces of an amount, rounded once, to the öre, half away from zero. */
export function partOf(amount: Tkr, count: number, pieces: number): Tkr {
  if (count === pieces) return amount;
  const ore = toOre(amount);
  const size = ore < 0n ? -ore : ore;
  const of = BigInt(pieces);
  const rounded = (2n * size * BigInt(count) + of) / (2n * of);
  return fromOre(ore < 0n ? -rounded : rounded);
}
