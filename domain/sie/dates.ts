/** A day as a number, 20240131; 0 where a text or a number is no day from 1900 to 2199. */
export function dayOf(value: number): number {
  const year = Math.floor(value / 10_000);
  const month = Math.floor(value / 100) % 100;
  const day = value % 100;
  const isDay = isMonth(year * 100 + month) && day >= 1 && day <= daysIn(year, month);
  return isDay ? value : 0;
}

/** Reads a day written `20240131` or `2024-01-31`; 0 where it is none. */
export function readDay(text: string): number {
  const form = /^(\d{4})(-?)(\d\d)\2(\d\d)$/u.exec(text);
  return form === null ? 0 : dayOf(parseInt(`${form[1]}${form[3]}${form[4]}`, 10));
}

/** Reads a month written `202401` or `2024-01`, or the month of a day; 0 where it is none. */
export function readMonth(text: string): number {
  const form = /^(\d{4})-?(\d\d)(?:-?\d\d)?$/u.exec(text);
  const month = form === null ? 0 : parseInt(`${form[1]}${form[2]}`, 10);
  return isMonth(month) ? month : 0;
}

/** The month of a day: 202401 of 20240131. */
export function monthOf(day: number): number {
  return Math.floor(day / 100);
}

/** A day as people and databases write it: `2024-01-31`. */
export function writeDay(day: number): string {
  const digits = `${day}`;
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** A month likewise: `2024-01`. */
export function writeMonth(month: number): string {
  return `${Math.floor(month / 100)}-${`${month % 100}`.padStart(2, '0')}`;
}

/** The last day of a month: 20240229 of 202402. */
export function lastDayOf(month: number): number {
  return month * 100 + daysIn(Math.floor(month / 100), month % 100);
}

function isMonth(month: number): boolean {
  const year = Math.floor(month / 100);
  return year >= 1900 && year < 2200 && month % 100 >= 1 && month % 100 <= 12;
}

function daysIn(year: number, month: number): number {
  if (month === 2) {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return isLeap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
