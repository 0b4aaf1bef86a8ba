import { accepted, type Result, refused } from './result.ts';
import { isAmbiguousGroup, multiply, type Tkr } from './tkr.ts';

declare const unit: unique symbol;

/**
 * How many of something are needed (volym), at most three decimals and never negative.
 *
 * A whole number of thousandths inside, made and read only here.
 */
export type Volume = bigint & { readonly [unit]: 'Volume' };

/** Why a text is not a volume. The sentences for people are in `contract/field-texts.ts`. */
export type VolumeProblem =
  | 'volume_empty'
  | 'volume_not_a_number'
  | 'volume_ambiguous'
  | 'volume_negative'
  | 'volume_too_many_decimals'
  | 'volume_too_large';

const decimalsOfVolume = 3;

/** The largest volume that a person may enter, 10⁹, in thousandths. */
const largest = 10n ** 12n;

/**
 * Reads a volume from plain decimal form (`0.5`), the form of the API and the database.
 *
 * Trailing zeros are no decimals. `1.234` is read as what it says: see `parseSwedishVolume` for what
 * people write.
 */
export function parseVolume(text: string): Result<Volume, VolumeProblem> {
  if (text.trim() === '') return refused('volume_empty');
  const form = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/u.exec(text);
  if (form === null) return refused('volume_not_a_number');
  const [, sign, whole = '', fraction = ''] = form;
  const decimals = fraction.replace(/0+$/u, '');
  if (decimals.length > decimalsOfVolume) return refused('volume_too_many_decimals');
  const thousandths = BigInt(whole + decimals.padEnd(decimalsOfVolume, '0'));
  if (sign === '-' && thousandths !== 0n) return refused('volume_negative');
  if (thousandths > largest) return refused('volume_too_large');
  return accepted(thousandths as Volume);
}

/**
 * Reads a volume as a person writes it: `1 200`, `0,5`. Refuses `1.234`, which can mean one or one
 * thousand.
 */
export function parseSwedishVolume(text: string): Result<Volume, VolumeProblem> {
  if (text.length > 100) return refused('volume_not_a_number');
  const tidy = text
    .replace(/[\u00a0\u2009\u202f]/gu, ' ')
    .replace(/[\u2212\u2013]/gu, '-')
    .trim();
  if (tidy === '' || tidy === '-') return refused('volume_empty');
  const form = /^(-? ?)(\d+|\d{1,3}(?: \d{3})+)(?:([.,])(\d+))?$/u.exec(tidy);
  if (form === null) return refused('volume_not_a_number');
  const [, sign = '', whole = '', mark, decimals = ''] = form;
  if (mark === '.' && isAmbiguousGroup(whole, decimals)) return refused('volume_ambiguous');
  const digits = whole.replaceAll(' ', '');
  return parseVolume(`${sign.trim()}${digits}${decimals === '' ? '' : `.${decimals}`}`);
}

/** A volume from our own database; throws where the text is not one, which is a bug. */
export function volume(plain: string): Volume {
  const parsed = parseVolume(plain);
  if (!parsed.ok) throw new Error(`Not a volume: ${plain}`);
  return parsed.value;
}

/** The volume in plain decimal form without trailing zeros: `450`, `0.5`. */
export function toPlainVolume(amount: Volume): string {
  const digits = amount.toString().padStart(decimalsOfVolume + 1, '0');
  const decimals = digits.slice(-decimalsOfVolume).replace(/0+$/u, '');
  return `${digits.slice(0, -decimalsOfVolume)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** Shows a volume in Swedish form: U+00A0 between thousands, decimal comma. */
export function formatVolume(amount: Volume): string {
  const [whole = '', decimals] = toPlainVolume(amount).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '\u00a0');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

/** What that many cost at a price in Tkr each, rounded once, to the öre, half away from zero. */
export function costOf(amount: Volume, unitPrice: Tkr): Tkr {
  return multiply(unitPrice, { numerator: amount, denominator: 1000n });
}
