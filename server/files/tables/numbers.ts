/** Significant digits that Excel shows and lets a person type; the rest of a double is noise. */
const significantDigits = 15;

/**
 * The stored text of a number as plain decimals, rounded half away from zero to the 15 significant
 * digits that Excel shows: `0.30000000000000004` gives `0.3` and `1.5E3` gives `1500`. Null where
 * the text is no number. Worked on the digits, never as a float.
 */
export function plainNumber(stored: string): string | null {
  const form = /^\s*([+-]?)(\d{0,350})(?:\.(\d{0,350}))?(?:[eE]([+-]?\d{1,3}))?\s*$/u.exec(stored);
  if (form === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = form;
  if (whole === '' && fraction === '') return null;
  const all = whole + fraction;
  const leading = /^0*/u.exec(all)?.[0].length ?? 0;
  const digits = all.slice(leading);
  if (digits === '') return '0';
  const point = whole.length - leading + parseInt(exponent, 10);
  const plain = placed(rounded(digits), point + (carries(digits) ? 1 : 0));
  return sign === '-' ? `-${plain}` : plain;
}

function rounded(digits: string): string {
  if (digits.length <= significantDigits) return digits;
  const kept = BigInt(digits.slice(0, significantDigits));
  const up = (digits[significantDigits] ?? '0') >= '5' ? 1n : 0n;
  return `${kept + up}`;
}

// 999 999 999 999 999,6 becomes a one with sixteen digits: the point moves along.
function carries(digits: string): boolean {
  return digits.length > significantDigits && rounded(digits).length > significantDigits;
}

// The digits with the decimal point after `point` of them.
function placed(digits: string, point: number): string {
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const fraction = point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  const decimals = fraction.replace(/0+$/u, '');
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

/** The percentage that a plain number is as a share of one, as a person writes it: `0.0325` is `3,25 %`. */
export function percentText(plain: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(plain) ?? [];
  const moved = fraction.padEnd(2, '0');
  const digits = `${whole}${moved.slice(0, 2)}`.replace(/^0+(?=\d)/u, '');
  const decimals = moved.slice(2);
  return `${sign}${digits}${decimals === '' ? '' : `,${decimals}`} %`;
}

const millisecondsADay = 86_400_000;
const lastDay = 2_958_465;

/**
 * The day that a date cell's number is, `YYYY-MM-DD`; the time of day is left out. Null for a number
 * that is no day: below 1, above 9999-12-31, and Excel's 1900-02-29, which never was.
 *
 * Source: ECMA-376 part 1, 18.17.4.1: day 1 is 1900-01-01, or day 0 is 1904-01-01.
 */
export function dayOfSerial(plain: string, from1904: boolean): string | null {
  const form = /^(\d{1,7})(?:\.\d+)?$/u.exec(plain);
  if (form === null) return null;
  const serial = parseInt(form[1] ?? '', 10);
  if (from1904) return serial > lastDay - 1462 ? null : dayAfter(1904, 0, 1, serial);
  if (serial < 1 || serial === 60 || serial > lastDay) return null;
  return serial < 60 ? dayAfter(1899, 11, 31, serial) : dayAfter(1899, 11, 30, serial);
}

function dayAfter(year: number, month: number, day: number, days: number): string {
  return new Date(Date.UTC(year, month, day) + days * millisecondsADay).toISOString().slice(0, 10);
}
