import type { TableChoice } from '#contract/utfall-table.ts';

type Column = TableChoice['columns'][number];

/** What a column is, from 0; columns that nothing was said about are not read. */
export function columnOf({ columns }: TableChoice, at: number): Column {
  return columns[at] ?? { is: 'other' };
}

/** A column as the text of a choice: `name`, `amount - 3` for March, `amount 2024 -`. */
export function columnText(column: Column): string {
  if (column.is !== 'amount') return column.is;
  return `amount ${column.year ?? '-'} ${column.month ?? '-'}`;
}

/** The column that a text of `columnText` stands for; a text that is none is not read. */
export function columnFrom(text: string): Column {
  const [is = '', year = '-', month = '-'] = text.split(' ');
  const numberOf = (part: string): number | null => (part === '-' ? null : parseInt(part, 10));
  if (is === 'amount') return { is, year: numberOf(year), month: numberOf(month) };
  if (is === 'name' || is === 'account' || is === 'year' || is === 'period') return { is };
  return { is: 'other' };
}

/** The choice for another sheet: its columns are proposed anew. */
export function withSheet(choice: TableChoice, sheet: number): TableChoice {
  return { ...choice, sheet, headerRow: null, columns: [] };
}

/** The choice with a unit; what is none changes nothing. */
export function withUnit(choice: TableChoice, unit: string): TableChoice {
  return unit === 'kr' || unit === 'tkr' || unit === 'mnkr' ? { ...choice, unit } : choice;
}
