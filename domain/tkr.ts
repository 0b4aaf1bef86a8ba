import { accepted, type Result, refused } from './result.ts';

declare const unit: unique symbol;

/**
 * An amount in thousand kronor (tusental kronor, Tkr), exact to the öre: at most five decimals.
 *
 * A whole number of öre inside, so that sums are exact and cheap; made, read and written only here.
 * Source: DESIGN §3, docs/decisions/0012-whole-ore.md.
 */
export type Tkr = bigint & { readonly [unit]: 'Tkr' };

/** Why a text is not an amount. The sentences for people are in `contract/refusal-texts.ts`. */
export type AmountProblem =
  | 'amount_empty'
  | 'amount_not_a_number'
  | 'amount_ambiguous'
  | 'amount_too_many_decimals'
  | 'amount_too_large';

/** Decimals of an öre when the unit is thousand kronor. */
export const oreDecimals = 5;

/** How many decimals of a Tkr are shown: none is a whole Tkr, five are the öre. */
export type ShownDecimals = 0 | 1 | 2 | 3 | 4 | 5;

/** The largest amount that a person may enter, 10¹² Tkr, in öre. */
const largest = 10n ** 17n;

/**
 * Reads an amount in Tkr from plain decimal form (`-22567.4`): the form of the API and the database.
 *
 * Refuses exponents, more than five decimals, more than 10¹² Tkr, and `1.234`, which can mean one
 * or one thousand; `1.2340` and `1234` say which.
 */
export function parsePlain(text: string): Result<Tkr, AmountProblem> {
  const form = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(text);
  if (form === null) {
    return refused(text.trim() === '' ? 'amount_empty' : 'amount_not_a_number');
  }
  const decimals = form[3] ?? '';
  if (isAmbiguousGroup(form[2] ?? '', decimals)) return refused('amount_ambiguous');
  if (decimals.length > oreDecimals) return refused('amount_too_many_decimals');
  return scaled(text, oreDecimals);
}

/** True for digits around one point that can be read as a thousands group: `1.234`, not `0.234`. */
export function isAmbiguousGroup(whole: string, decimals: string): boolean {
  return decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
}

// A decimal number as whole öre, when a unit of it has that many decimals of an öre.
function scaled(plain: string, decimalsOfUnit: number): Result<Tkr, AmountProblem> {
  const form = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/u.exec(plain);
  if (form === null) return refused('amount_not_a_number');
  const [, sign, whole = '', fraction = ''] = form;
  const decimals = fraction.replace(/0+$/u, '');
  if (decimals.length > decimalsOfUnit) return refused('amount_too_many_decimals');
  const ore = BigInt(whole + decimals.padEnd(decimalsOfUnit, '0'));
  if (ore > largest) return refused('amount_too_large');
  return accepted(fromOre(sign === '-' ? -ore : ore));
}

/**
 * An amount written in the code or read from our own database, in plain decimal form.
 *
 * Throws where the text is not one: that is a bug, not bad input. Takes `1.234`, since a stored
 * figure has no thousands groups, and sums above the limit for what a person may type.
 */
export function tkr(plain: string): Tkr {
  const form = /^(-?)(\d{1,20})(?:\.(\d{1,5}))?$/u.exec(plain);
  if (form === null) throw new Error(`Not an amount in Tkr: ${plain}`);
  const [, sign, whole = '', decimals = ''] = form;
  const ore = BigInt(whole + decimals.padEnd(oreDecimals, '0'));
  return fromOre(sign === '-' ? -ore : ore);
}

/** No money at all; an empty row is not zero but absent. */
export const zero: Tkr = tkr('0');

/**
 * The amount in plain decimal form, the only form in JSON and SQL parameters.
 *
 * Three decimals after one to three digits get a fourth, `1.2340`, so that what is written here can
 * be read back by `parsePlain`, which asks about `1.234`.
 */
export function toPlain(amount: Tkr): string {
  const digits = absolute(amount)
    .toString()
    .padStart(oreDecimals + 1, '0');
  const whole = digits.slice(0, -oreDecimals);
  const decimals = digits.slice(-oreDecimals).replace(/0+$/u, '');
  const guarded = isAmbiguousGroup(whole, decimals) ? `${decimals}0` : decimals;
  return `${isNegative(amount) ? '-' : ''}${whole}${guarded === '' ? '' : `.${guarded}`}`;
}

/** The sum of two amounts. */
export function add(augend: Tkr, addend: Tkr): Tkr {
  return fromOre(augend + addend);
}

/** The minuend less the subtrahend. */
export function subtract(minuend: Tkr, subtrahend: Tkr): Tkr {
  return fromOre(minuend - subtrahend);
}

/** The same amount with the other sign. */
export function negate(amount: Tkr): Tkr {
  return fromOre(0n - amount);
}

/** The sum of all amounts; zero for none. */
export function sum(amounts: Iterable<Tkr>): Tkr {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return fromOre(total);
}

/** Negative, zero or positive as `left` is less than, equal to or more than `right`. */
export function compare(left: Tkr, right: Tkr): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** True for amounts below zero. */
export function isNegative(amount: Tkr): boolean {
  return amount < 0n;
}

/** True for zero. */
export function isZero(amount: Tkr): boolean {
  return amount === zero;
}

/** The amount without its sign. */
export function absolute(amount: Tkr): Tkr {
  return isNegative(amount) ? negate(amount) : amount;
}

/** An exact fraction, such as 2,75 % = 275 / 10 000. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint };

/** The amount times a ratio, rounded once, to the öre, half away from zero. */
export function multiply(amount: Tkr, ratio: Ratio): Tkr {
  if (ratio.denominator === 0n) throw new Error('A ratio needs a denominator other than zero');
  return fromOre(divideHalfAwayFromZero(amount * ratio.numerator, ratio.denominator));
}

function divideHalfAwayFromZero(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const top = dividend < 0n ? -dividend : dividend;
  const bottom = divisor < 0n ? -divisor : divisor;
  const rounded = (top * 2n + bottom) / (bottom * 2n);
  return negative ? -rounded : rounded;
}

/** What one step of the last shown decimal is in öre, by the number of decimals. */
const stepsInOre = [100_000n, 10_000n, 1_000n, 100n, 10n, 1n] as const;

/** Rounds half away from zero to a number of decimals of a Tkr, 0 to 5; for showing only. */
export function roundForDisplay(amount: Tkr, decimals: ShownDecimals = 0): Tkr {
  const step = stepsInOre[decimals];
  const rest = amount % step;
  if (rest === 0n) return amount;
  const towardsZero = amount - rest;
  if (rest * 2n >= step) return fromOre(towardsZero + step);
  return fromOre(rest * 2n <= -step ? towardsZero - step : towardsZero);
}

/** The amount in whole öre; every Tkr is a whole number of them. */
export function toOre(amount: Tkr): bigint {
  return amount;
}

/** The amount that a number of öre is. */
export function fromOre(ore: bigint): Tkr {
  return ore as Tkr;
}

/** Converts whole or broken kronor, as SIE files and invoices give them, exactly: 1 kr = 0,001 Tkr. */
export function fromKronor(plainKronor: string): Result<Tkr, AmountProblem> {
  return scaled(plainKronor, oreDecimals - 3);
}

/** Converts million kronor (mnkr) exactly: 1 mnkr = 1 000 Tkr. */
export function fromMnkr(plainMnkr: string): Result<Tkr, AmountProblem> {
  return scaled(plainMnkr, oreDecimals + 3);
}
