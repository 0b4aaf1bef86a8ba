import { accepted, type Result, refused } from './result.ts';
import {
  type AmountProblem,
  fromKronor,
  fromMnkr,
  isAmbiguousGroup,
  isNegative,
  oreDecimals,
  parsePlain,
  roundForDisplay,
  type ShownDecimals,
  type Tkr,
  toPlain,
} from './tkr.ts';

const minusSigns = /[\u2212\u2013-]/gu;
const spaces = /[\u0020\u00a0\u2009\u202f]/gu;

/**
 * Reads an amount as a person or a printed table writes it, in Tkr unless a unit says otherwise.
 *
 * Accepts `1 234,5` with plain, hard, narrow and thin spaces, a decimal comma or point, `−`, `–`
 * and `-`, `(500)` for minus, and the units kr, tkr, mnkr and mkr, which convert exactly. Refuses
 * `1.234` and `1.234,50`, where the point can be a decimal sign or a thousands mark. A lone dash is
 * empty. Source: DESIGN §3, DOMAIN §3.
 */
export function parseSwedish(text: string): Result<Tkr, AmountProblem> {
  if (text.length > 100) return refused('amount_not_a_number');
  const tidy = text.replace(spaces, ' ').replace(minusSigns, '-').trim();
  if (tidy === '' || tidy === '-') return refused('amount_empty');
  const withUnit = /^(.*?) ?(kr|tkr|mnkr|mkr)?$/iu.exec(tidy);
  const unit = (withUnit?.[2] ?? 'tkr').toLowerCase();
  const signed = readSign(withUnit?.[1] ?? tidy);
  const number = readNumber(signed.digits);
  if (!number.ok) return number;
  const plain = `${signed.negative ? '-' : ''}${number.value}`;
  if (unit === 'kr') return fromKronor(plain);
  if (unit === 'mnkr' || unit === 'mkr') return fromMnkr(plain);
  return unambiguous(plain);
}

// The comma has already told decimals from groups, so three decimals are no longer a question.
function unambiguous(plain: string): Result<Tkr, AmountProblem> {
  const decimals = plain.split('.')[1] ?? '';
  if (decimals.length > oreDecimals) return refused('amount_too_many_decimals');
  return parsePlain(decimals.length === 3 ? `${plain}0` : plain);
}

function readSign(text: string): { negative: boolean; digits: string } {
  const bracketed = /^\( ?(.+?) ?\)$/u.exec(text);
  if (bracketed !== null) return { negative: true, digits: bracketed[1] ?? '' };
  const marked = /^([+-]) ?(.+)$/u.exec(text);
  if (marked !== null) return { negative: marked[1] === '-', digits: marked[2] ?? '' };
  return { negative: false, digits: text };
}

function readNumber(text: string): Result<string, AmountProblem> {
  const form = /^(\d+|\d{1,3}(?: \d{3})+)(?:([.,])(\d+))?$/u.exec(text);
  if (form === null)
    return refused(couldBeGroups(text) ? 'amount_ambiguous' : 'amount_not_a_number');
  const whole = (form[1] ?? '').replaceAll(' ', '');
  const decimals = form[3] ?? '';
  if (form[2] === '.' && isAmbiguousGroup(form[1] ?? '', decimals)) {
    return refused('amount_ambiguous');
  }
  return accepted(decimals === '' ? whole : `${whole}.${decimals}`);
}

function couldBeGroups(text: string): boolean {
  return /^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d*)?$/u.test(text);
}

/**
 * Shows an amount in Swedish form: U+00A0 between thousands, decimal comma, U+2212 for minus.
 *
 * Without `decimals` every decimal is shown, so that `parseSwedish` gives the same amount back; with
 * it the amount is rounded half away from zero. Never prints a minus before zero.
 */
export function formatSwedish(amount: Tkr, decimals?: ShownDecimals): string {
  const shown = decimals === undefined ? amount : roundForDisplay(amount, decimals);
  const [whole = '', fraction = ''] = toPlain(shown).replace('-', '').split('.');
  const digits = decimals === undefined ? trimmed(fraction) : fraction.slice(0, decimals);
  const padded = decimals === undefined ? digits : digits.padEnd(decimals, '0');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '\u00a0');
  const sign = isNegative(shown) ? '\u2212' : '';
  return `${sign}${grouped}${padded === '' ? '' : `,${padded}`}`;
}

function trimmed(fraction: string): string {
  return fraction.replace(/0+$/u, '');
}
