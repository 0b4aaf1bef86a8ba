import { fromOre, type Tkr } from '../tkr.ts';

/** An amount of a file in whole öre; `isRounded` where it had parts of an öre. */
export type ReadAmount = { readonly ore: bigint; readonly isRounded: boolean };

/** Digits of whole kronor in the largest amount, 10¹⁵ kr = 10¹² Tkr, less one. */
const mostDigits = 15;

/**
 * Reads an amount in kronor, `-1234.50`, exactly to the öre: 1 kr = 0,001 Tkr.
 *
 * A decimal comma is taken too, and a plus. More than two decimals are rounded once, half away from
 * zero. Null for everything else, such as thousands marks, exponents and 10¹⁵ kr or more.
 */
export function readKronor(text: string): ReadAmount | null {
  const form = /^([-+]?)(\d{0,40})(?:[.,](\d{0,40}))?$/u.exec(text);
  const [, sign, whole = '', decimals = ''] = form ?? [];
  if (form === null || whole + decimals === '') return null;
  if (whole.replace(/^0+/u, '').length > mostDigits) return null;
  const ore = BigInt(whole + decimals.slice(0, 2).padEnd(2, '0'));
  const rest = decimals.slice(2);
  const rounded = ore + (rest >= '5' ? 1n : 0n);
  return { ore: sign === '-' ? -rounded : rounded, isRounded: /[1-9]/u.test(rest) };
}

/** An amount as SIE writes it: kronor with two decimals, `-1234.50`. */
export function writeKronor(ore: bigint): string {
  const digits = (ore < 0n ? -ore : ore).toString().padStart(3, '0');
  return `${ore < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** An amount in Tkr as plain kronor with two decimals, as SIE files and their warnings have it. */
export function toKronor(amount: Tkr): string {
  return writeKronor(amount);
}

/** The amount in Tkr that a number of öre is. */
export function tkrOf(ore: bigint): Tkr {
  return fromOre(ore);
}
