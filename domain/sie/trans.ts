import { dayOf } from './dates.ts';
import { isBlank } from './fields.ts';

/** A plain #TRANS row, read in place: overwritten by each `scan`. */
export type TransRow = {
  /** The account number as a number: at most nine digits, none of them a leading zero. */
  account: number;
  /** What stands between the braces. */
  objectsStart: number;
  objectsEnd: number;
  /** Öre, exact. */
  ore: number;
  /** The row's own day, 20240131; 0 where it has none. */
  day: number;
};

const digits = { zero: 0x30, nine: 0x39 };
const quote = 0x22;

/**
 * Reads the fields after the label of a #TRANS row, where they are written in the plainest way: most
 * rows of most files are, and this costs a tenth of splitting them. False for every other row, which
 * `splitFields` then reads. What stands after the day is not looked at.
 */
export function scanTrans(bytes: Uint8Array, start: number, end: number, row: TransRow): boolean {
  let at = skipBlanks(bytes, start, end);
  const accountStart = at;
  let account = 0;
  while (at < end && isDigit(bytes[at] ?? 0)) {
    account = account * 10 + (bytes[at] ?? 0) - digits.zero;
    at += 1;
  }
  const length = at - accountStart;
  if (length === 0 || length > 9 || bytes[accountStart] === digits.zero) return false;
  if (!isBlank(bytes[at] ?? 0)) return false;
  at = skipBlanks(bytes, at, end);
  if (bytes[at] !== 0x7b) return false;
  const objectsStart = skipBlanks(bytes, at + 1, end);
  at = objectsStart;
  while (at < end && bytes[at] !== 0x7d) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 || byte === 0x5c) return false;
    at += 1;
    if (byte !== quote) continue;
    while (at < end && bytes[at] !== quote) {
      if ((bytes[at] ?? 0) >= 0x80 || bytes[at] === 0x5c) return false;
      at += 1;
    }
    at += 1;
  }
  if (at >= end) return false;
  row.account = account;
  row.objectsStart = objectsStart;
  row.objectsEnd = at;
  return scanAmount(bytes, skipBlanks(bytes, at + 1, end), end, row);
}

// At most 13 digits of kronor: with two decimals that is exact as a number.
function scanAmount(bytes: Uint8Array, start: number, end: number, row: TransRow): boolean {
  let at = start;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative) at += 1;
  const wholeStart = at;
  let ore = 0;
  while (at < end && isDigit(bytes[at] ?? 0)) {
    ore = ore * 10 + (bytes[at] ?? 0) - digits.zero;
    at += 1;
  }
  if (at === wholeStart || at - wholeStart > 13) return false;
  let decimals = 0;
  if (at < end && bytes[at] === 0x2e) {
    at += 1;
    while (at < end && decimals < 2 && isDigit(bytes[at] ?? 0)) {
      ore = ore * 10 + (bytes[at] ?? 0) - digits.zero;
      at += 1;
      decimals += 1;
    }
    if (decimals === 0) return false;
  }
  if (at < end && !isBlank(bytes[at] ?? 0)) return false;
  for (; decimals < 2; decimals += 1) ore *= 10;
  row.ore = isNegative ? 0 - ore : ore;
  return scanDay(bytes, skipBlanks(bytes, at, end), end, row);
}

function scanDay(bytes: Uint8Array, start: number, end: number, row: TransRow): boolean {
  row.day = 0;
  if (start >= end) return true;
  if (bytes[start] === quote) {
    const isEmpty = bytes[start + 1] === quote;
    return isEmpty && (start + 2 >= end || isBlank(bytes[start + 2] ?? 0));
  }
  const dayEnd = start + 8;
  if (dayEnd > end || (dayEnd < end && !isBlank(bytes[dayEnd] ?? 0))) return false;
  let day = 0;
  for (let at = start; at < dayEnd; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!isDigit(byte)) return false;
    day = day * 10 + byte - digits.zero;
  }
  row.day = dayOf(day);
  return row.day !== 0;
}

function isDigit(byte: number): boolean {
  return byte >= digits.zero && byte <= digits.nine;
}

function skipBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(bytes[at] ?? 0)) at += 1;
  return at;
}
