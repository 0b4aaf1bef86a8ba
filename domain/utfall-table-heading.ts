import type { TableUnit } from './utfall-table-amount.ts';
import { readPeriod } from './utfall-table-period.ts';

/** What a heading says about its column. */
export type Heading =
  | { readonly is: 'name' | 'account' | 'year' | 'period'; readonly rank: number }
  | {
      readonly is: 'amount';
      readonly rank: number;
      readonly year: number | null;
      readonly month: number | null;
    };

// In order: where several columns could be the name, the first of these is proposed.
const words: Readonly<Record<Exclude<Heading['is'], 'amount'>, readonly string[]>> = {
  name: [
    ...['rad', 'radnamn', 'investering', 'investeringar', 'investeringsobjekt', 'line'],
    ...['projektnamn', 'projektbenämning', 'projekt', 'project', 'project name', 'objekt'],
    ...['objektnamn', 'benämning', 'namn', 'name', 'post', 'item', 'investment', 'beskrivning'],
    ...['description', 'verksamhet', 'aktivitet', 'kontonamn', 'kontobenämning', 'kontotext'],
    ...['account name', 'text'],
  ],
  account: [
    ...['konto', 'kontonr', 'kontonummer', 'konto nr', 'account', 'account no', 'account number'],
    ...['kontokod', 'account code'],
  ],
  year: ['år', 'year', 'räkenskapsår', 'bokföringsår', 'budgetår', 'fiscal year'],
  period: [
    ...['månad', 'mån', 'month', 'period', 'bokföringsperiod', 'bokföringsdatum', 'bokf datum'],
    ...['verifikationsdatum', 'transaktionsdatum', 'datum', 'date', 'posting date'],
  ],
};

// The row's total comes last: beside twelve months it would count everything twice.
const amountWords = [
  ...['utfall', 'outcome', 'actual', 'actuals', 'bokfört', 'redovisat', 'belopp', 'amount', ''],
  ...['summa', 'sum', 'totalt', 'total'],
];

/** Longest text that is taken for a heading. */
const longest = 60;

/**
 * What a heading says, in Swedish or English. Null where it is none of the columns that are read, such
 * as a budget, a forecast or a deviation: every word of an amount's heading has to be known.
 */
export function readHeading(text: string): Heading | null {
  if (text.length > longest) return null;
  const lower = text.toLowerCase();
  const plain = withoutUnit(lower);
  for (const is of ['name', 'account', 'year', 'period'] as const) {
    const rank = words[is].indexOf(plain);
    if (rank !== -1) return { is, rank };
  }
  return amountHeading(plain, unitIn(lower) !== null);
}

function amountHeading(plain: string, hasUnit: boolean): Heading | null {
  const rank = amountWords.indexOf(plain);
  // Nothing but a unit, such as `tkr`, heads amounts; nothing at all heads nothing.
  if (rank !== -1 && (plain !== '' || hasUnit))
    return { is: 'amount', rank, year: null, month: null };
  const [first = '', ...rest] = plain.split(' ');
  const leading = amountWords.indexOf(first);
  const hasWord = first !== '' && leading !== -1 && rest.length > 0;
  const period = readPeriod(hasWord ? rest.join(' ') : plain);
  return period === null ? null : { is: 'amount', rank: hasWord ? leading : 0, ...period };
}

function withoutUnit(lower: string): string {
  return lower
    .replace(/\b1 ?000(?:-tals?)? ?(?:kr|kronor)\b/gu, ' ')
    .replace(
      /(?<!\p{L})(?:tusentals?|tusen|miljoner)?(?: ?(?:kr|tkr|mnkr|mkr|kronor|[km]?sek))(?!\p{L})/gu,
      ' ',
    )
    .replace(/[()[\],;:*]/gu, ' ')
    .replace(/(?<!\p{L})i\s*$/u, ' ')
    .replace(/(?<=\p{L})\./gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The unit that a heading or a line above the table names; null where it names none, or several. */
export function unitIn(text: string): TableUnit | null {
  if (text.length > longest * 5) return null;
  const lower = text.toLowerCase();
  const found = new Set<TableUnit>();
  const rest = lower.replace(
    /(?<!\d)1 ?000(?:-tals?)? ?(?:kr|kronor)(?!\p{L})|tusen(?:tals?)? kronor|miljoner kronor/gu,
    (thousands) => {
      found.add(thousands.startsWith('miljoner') ? 'mnkr' : 'tkr');
      return ' ';
    },
  );
  for (const word of rest.split(/[^\p{L}]+/u)) {
    if (['kr', 'kronor', 'sek'].includes(word)) found.add('kr');
    if (['tkr', 'ksek'].includes(word)) found.add('tkr');
    if (['mnkr', 'mkr', 'msek'].includes(word)) found.add('mnkr');
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
