import { fromOre, type Tkr, toOre } from '../tkr.ts';
import { type Draw, type Instalments, partsDrawn, paymentsMade } from './instalments.ts';
import type { Month } from './month.ts';

/**
 * Sums of many schedules, month by month, exact and without a division a month.
 *
 * An amount is so many whole öre a piece and a remainder smaller than the number of pieces. The whole
 * part is the same in every month that has as many pieces, so that only its changes are added; the
 * remainder is a count of öre, rounded in small whole numbers.
 */
export type MonthSums = {
  readonly firstMonth: Month;
  /** By how much the whole part of a month differs from that of the month before, in öre. */
  readonly changes: bigint[];
  /** What the rounded remainders give in each month, in öre. */
  readonly remainders: Float64Array;
};

/** Sums over so many months, empty. */
export function emptySums(firstMonth: Month, months: number): MonthSums {
  return {
    firstMonth,
    changes: Array<bigint>(months).fill(0n),
    remainders: new Float64Array(months),
  };
}

/** Adds what is drawn of a principal each month. */
export function addDraws(sums: MonthSums, principal: Tkr, draw: Draw): void {
  addPieces(sums, principal, drawPattern(draw), draw.firstMonth);
}

/** Adds what is repaid of a principal each month. */
export function addRepayments(sums: MonthSums, principal: Tkr, instalments: Instalments): void {
  addPieces(sums, principal, repaymentPattern(instalments), instalments.firstMonth);
}

/** The sum of each month, in order. */
export function totalsOf({ changes, remainders }: MonthSums): Tkr[] {
  let whole = 0n;
  return changes.map((change, at) => {
    whole += change;
    const remainder = remainders[at] ?? 0;
    return fromOre(remainder === 0 ? whole : whole + BigInt(remainder));
  });
}

/** How many pieces are done by the end of each month after the first, from the first. */
type Pattern = { readonly pieces: number; readonly done: Int32Array };

// The same few patterns come back for every year and every life; a pattern is never changed.
const patterns = new Map<string, Pattern>();

function drawPattern({ parts }: Draw): Pattern {
  return patternOf(`${parts}`, parts, (month) => partsDrawn({ firstMonth: 0, parts }, month));
}

function repaymentPattern(instalments: Instalments): Pattern {
  const { parts, interval, payments } = instalments;
  const fromZero = { ...instalments, firstMonth: 0 };
  return patternOf(`${parts} ${interval} ${payments}`, parts * payments, (month) =>
    paymentsMade(fromZero, month),
  );
}

function patternOf(key: string, pieces: number, doneBy: (month: Month) => number): Pattern {
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const done: number[] = [];
  for (let month = 0; done.at(-1) !== pieces; month += 1) done.push(doneBy(month));
  const pattern = { pieces, done: Int32Array.from(done) };
  patterns.set(key, pattern);
  return pattern;
}

function addPieces(sums: MonthSums, amount: Tkr, { pieces, done }: Pattern, from: Month): void {
  const { changes, remainders, firstMonth } = sums;
  const ore = toOre(amount);
  const sign = ore < 0n ? -1 : 1;
  const perPiece = ore / BigInt(pieces);
  const left = countOf(ore % BigInt(pieces)) * sign;
  const start = from - firstMonth;
  const end = Math.min(done.length, changes.length - start);
  const skipped = Math.max(0, -start);
  let doneBefore = done[skipped - 1] ?? 0;
  let roundedBefore = roundedPart(left, doneBefore, pieces);
  let addedBefore = 0;
  for (let month = skipped; month < end; month += 1) {
    const doneNow = done[month] ?? 0;
    const added = doneNow - doneBefore;
    const at = start + month;
    if (added !== addedBefore) {
      changes[at] = (changes[at] ?? 0n) + perPiece * BigInt(added - addedBefore);
    }
    if (left > 0 && added > 0) {
      const rounded = roundedPart(left, doneNow, pieces);
      remainders[at] = (remainders[at] ?? 0) + (rounded - roundedBefore) * sign;
      roundedBefore = rounded;
    }
    doneBefore = doneNow;
    addedBefore = added;
  }
  const after = start + end;
  if (after < changes.length)
    changes[after] = (changes[after] ?? 0n) - perPiece * BigInt(addedBefore);
}

// Half away from zero, in whole numbers far below 2^53: a remainder is smaller than the pieces.
function roundedPart(left: number, done: number, pieces: number): number {
  return Math.floor((2 * left * done + pieces) / (2 * pieces));
}

// A remainder counts öre and is smaller than the number of pieces, so a number holds it exactly.
function countOf(remainder: bigint): number {
  return parseInt(remainder.toString(), 10);
}
