import { Decimal as DecimalLibrary } from 'decimal.js';
import { accepted, type Result, refused } from './result.ts';

// A clone of our own: decimal.js keeps its settings in the constructor, where anybody could change
// them. Forty digits hold every sum of 10¹² Tkr times a ratio; the exponents keep text plain.
const Decimal = DecimalLibrary.clone({
  precision: 40,
  rounding: DecimalLibrary.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
});

declare const unit: unique symbol;

/**
 * An amount in thousand kronor (tusental kronor, Tkr), exact to the öre: at most five decimals.
 *
 * Made and parsed only here. Source: DESIGN §3.
 */
export type Tkr = DecimalLibrary & { readonly [unit]: 'Tkr' };

/** Why a text is not an amount. The sentences for people are in `contract/refusal-texts.ts`. */
export type AmountProblem =
  | 'amount_empty'
  | 'amount_not_a_number'
  | 'amount_ambiguous'
  | 'amount_too_many_decimals'
  | 'amount_too_large';

/** Decimals of an öre when the unit is thousand kronor. */
export const oreDecimals = 5;

const largest = new Decimal('1e12');

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
  return limited(new Decimal(text));
}

/** True for digits around one point that can be read as a thousands group: `1.234`, not `0.234`. */
export function isAmbiguousGroup(whole: string, decimals: string): boolean {
  return decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
}

function limited(value: DecimalLibrary): Result<Tkr, AmountProblem> {
  if (value.abs().greaterThan(largest)) return refused('amount_too_large');
  return accepted(branded(value));
}

function branded(value: DecimalLibrary): Tkr {
  return (value.isZero() ? value.abs() : value) as Tkr;
}

/**
 * An amount written in the code or read from our own database, in plain decimal form.
 *
 * Throws where the text is not one: that is a bug, not bad input. Takes `1.234`, since a stored
 * figure has no thousands groups, and sums above the limit for what a person may type.
 */
export function tkr(plain: string): Tkr {
  if (!/^-?\d{1,20}(\.\d{1,5})?$/.test(plain)) throw new Error(`Not an amount in Tkr: ${plain}`);
  return branded(new Decimal(plain));
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
  const text = amount.toFixed();
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  return isAmbiguousGroup(whole, decimals) ? `${text}0` : text;
}

/** The sum of two amounts. */
export function add(augend: Tkr, addend: Tkr): Tkr {
  return branded(augend.plus(addend));
}

/** The minuend less the subtrahend. */
export function subtract(minuend: Tkr, subtrahend: Tkr): Tkr {
  return branded(minuend.minus(subtrahend));
}

/** The same amount with the other sign. */
export function negate(amount: Tkr): Tkr {
  return branded(amount.negated());
}

/** The sum of all amounts; zero for none. */
export function sum(amounts: Iterable<Tkr>): Tkr {
  let total: DecimalLibrary = zero;
  for (const amount of amounts) total = total.plus(amount);
  return branded(total);
}

/** Negative, zero or positive as `left` is less than, equal to or more than `right`. */
export function compare(left: Tkr, right: Tkr): number {
  return left.comparedTo(right);
}

/** True for amounts below zero. */
export function isNegative(amount: Tkr): boolean {
  return amount.isNegative() && !amount.isZero();
}

/** True for zero. */
export function isZero(amount: Tkr): boolean {
  return amount.isZero();
}

/** The amount without its sign. */
export function absolute(amount: Tkr): Tkr {
  return branded(amount.abs());
}

/** An exact fraction, such as 2,75 % = 275 / 10 000. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint };

/** The amount times a ratio, rounded once, to the öre, half away from zero. */
export function multiply(amount: Tkr, ratio: Ratio): Tkr {
  if (ratio.denominator === 0n) throw new Error('A ratio needs a denominator other than zero');
  // Whole öre and whole numbers, so that the only rounding is the one below.
  return fromOre(divideHalfAwayFromZero(toOre(amount) * ratio.numerator, ratio.denominator));
}

function divideHalfAwayFromZero(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const top = dividend < 0n ? -dividend : dividend;
  const bottom = divisor < 0n ? -divisor : divisor;
  const rounded = (top * 2n + bottom) / (bottom * 2n);
  return negative ? -rounded : rounded;
}

/** Rounds half away from zero to a number of decimals of a Tkr, 0 to 5; for showing only. */
export function roundForDisplay(amount: Tkr, decimals = 0): Tkr {
  return branded(amount.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP));
}

/** The amount in whole öre; every Tkr is a whole number of them. */
export function toOre(amount: Tkr): bigint {
  return BigInt(amount.times(100_000).toFixed(0));
}

/** The amount that a number of öre is. */
export function fromOre(ore: bigint): Tkr {
  return branded(new Decimal(ore.toString()).dividedBy(100_000));
}

/** Converts whole or broken kronor, as SIE files and invoices give them, exactly: 1 kr = 0,001 Tkr. */
export function fromKronor(plainKronor: string): Result<Tkr, AmountProblem> {
  return scaled(plainKronor, '0.001');
}

/** Converts million kronor (mnkr) exactly: 1 mnkr = 1 000 Tkr. */
export function fromMnkr(plainMnkr: string): Result<Tkr, AmountProblem> {
  return scaled(plainMnkr, '1000');
}

function scaled(plain: string, factor: string): Result<Tkr, AmountProblem> {
  if (!/^-?\d{1,40}(\.\d{1,40})?$/.test(plain)) return refused('amount_not_a_number');
  const value = new Decimal(plain).times(factor);
  if (value.decimalPlaces() > oreDecimals) return refused('amount_too_many_decimals');
  return limited(value);
}
