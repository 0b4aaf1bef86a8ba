import { isBudgetYear } from './year.ts';

/** When something was booked, as far as a text says: a year, a month from 1 to 12, or both. */
export type Period = { readonly year: number | null; readonly month: number | null };

const monthNames: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'febr'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augusti', 'august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

/** Longest text that is looked into; no way of writing a month is near it. */
const longest = 40;

/**
 * The period that a text names: `2024`, `2024-03`, `202403`, `2024-03-15`, `20240315`, `3/2024`,
 * `mars`, `mar 2024`, `2024 mars`, `3`, `P03`, in Swedish or English.
 *
 * Null for anything else. `mar-24` is null too: it can be a year or a day. Years are 2000 to 2100.
 */
export function readPeriod(text: string): Period | null {
  if (text.length > longest) return null;
  const tidy = text.trim().toLowerCase();
  return fromDigits(tidy) ?? fromName(tidy);
}

function fromDigits(text: string): Period | null {
  const bare = /^(?:(?:m|p|månad|period|month) ?)?(\d{1,2})$/u.exec(text);
  if (bare !== null) return period(null, bare[1]);
  const yearFirst =
    /^(\d{4})(?:[-/.m ]?(\d{2})|[-/m ](\d))?(?:[-/.]?(\d{2})(?:[ t]\d{2}:\d{2}(?::\d{2})?)?)?$/u.exec(
      text,
    );
  if (yearFirst !== null) {
    const [, year, two, one, day] = yearFirst;
    if (day !== undefined && (two === undefined || !isDayOfMonth(day))) return null;
    return period(year, two ?? one);
  }
  const monthFirst = /^(\d{1,2})[-/. ](\d{4})$/u.exec(text);
  return monthFirst === null ? null : period(monthFirst[2], monthFirst[1]);
}

function fromName(text: string): Period | null {
  const form = /^(?:(\d{4})[ -])?(\p{L}+)\.?(?:[ /-]?(\d{4}))?$/u.exec(text);
  if (form === null || (form[1] !== undefined && form[3] !== undefined)) return null;
  const index = monthNames.findIndex((names) => names.includes(form[2] ?? ''));
  return index === -1 ? null : period(form[1] ?? form[3] ?? null, `${index + 1}`);
}

function period(year: string | null | undefined, month: string | undefined): Period | null {
  const yearNumber = typeof year === 'string' ? parseInt(year, 10) : null;
  const monthNumber = month === undefined ? null : parseInt(month, 10);
  if (yearNumber !== null && !isBudgetYear(yearNumber)) return null;
  if (monthNumber !== null && (monthNumber < 1 || monthNumber > 12)) return null;
  return { year: yearNumber, month: monthNumber };
}

function isDayOfMonth(text: string): boolean {
  const day = parseInt(text, 10);
  return day >= 1 && day <= 31;
}
