/** What a cell's number format makes of its number. */
export type NumberFormat = 'plain' | 'date' | 'scaled' | 'percent';

/** The built-in formats that show a day; the numbers 27 to 36 and 50 to 58 are East Asian days. */
const builtInDays = [14, 15, 16, 17, 22];

/** The built-in formats that show a percentage: `0%` and `0.00%`. */
const builtInPercents = [9, 10];

/** The longest format that Excel takes; a longer one is not looked into. */
const longestCode = 255;

/**
 * What the format with a number and, for a custom one, a code shows: a day, a number divided by
 * thousands (`# ##0,`), a percentage, or the number itself. Times without a day are numbers.
 *
 * Source: ECMA-376 part 1, 18.8.30 and 18.8.31.
 */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    const isDay = builtInDays.includes(id) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    if (isDay) return 'date';
    return builtInPercents.includes(id) ? 'percent' : 'plain';
  }
  if (code.length > longestCode) return 'plain';
  const unquoted = code
    .replace(/"[^"]*"/gu, '')
    .replace(/\[[^\]]*\]/gu, '')
    .replace(/[\\_*]./gu, '')
    .toLowerCase();
  const [symbols = ''] = unquoted.split(';');
  if (symbols.includes('general')) return 'plain';
  if (/[yd]/u.test(symbols) || (symbols.includes('m') && !/[hs]/u.test(symbols))) return 'date';
  if (symbols.includes('%')) return 'percent';
  return /[0#?],+(?![0#?,])/u.test(symbols) ? 'scaled' : 'plain';
}
