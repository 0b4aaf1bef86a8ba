import type { Locator, Page } from 'playwright-core';
import { seenInEach, seenOfAll } from '../harness/seen.ts';

/** The table that a screen reader knows by a name. */
export function tableOf(page: Page, name: string): Locator {
  return page.getByRole('grid', { name, exact: true });
}

/** The names of the columns, without the corner. */
export async function columnNames(table: Locator): Promise<string[]> {
  return (await seenOfAll(table.getByRole('columnheader'), 'small')).slice(1);
}

/** The rows as a person reads them: the name, then the figures. Headings between rows are left out. */
export async function rowsOf(table: Locator): Promise<string[][]> {
  const rows = await seenInEach(table.locator('tbody tr'), 'th, td', 'small');
  return rows.filter((cells) => cells.length > 2);
}

/** A row by its name, with the year after a comma where several years have it. */
export function rowOf(table: Locator, name: string): Locator {
  const words = name.replaceAll(/[$()*+.?[\\\]^{|}]/gu, '\\$&').replaceAll(', ', ' ?, ');
  // A row with a menu is called by its menu ("Klienter, åtgärder"), and small print comes last.
  const called = new RegExp(`^${words}(, åtgärder)?( (från|till) \\d{4})?$`, 'u');
  const header = table.page().getByRole('rowheader', { name: called });
  return table.getByRole('row').filter({ has: header });
}

/** The cell where a row and a column meet. */
export async function cellOf(table: Locator, row: string, column: string): Promise<Locator> {
  await table.waitFor();
  const index = (await columnNames(table)).indexOf(column);
  if (index < 0) throw new Error(`There is no column ${column}`);
  return rowOf(table, row).getByRole('gridcell').nth(index);
}

/** The figure where a row and a column meet, without the mark beside it. */
export async function figureAt(table: Locator, row: string, column: string): Promise<string> {
  const [figure = ''] = await seenOfAll(await cellOf(table, row, column), '.mark');
  return figure;
}

/** The words beside the figures that differ from print, with row and column. */
export async function marksOf(table: Locator): Promise<string[][]> {
  const columns = await columnNames(table);
  const rows = await seenInEach(table.locator('tbody tr'), 'th, td', 'small');
  const figures = await seenInEach(table.locator('tbody tr'), 'th, td', 'small, .mark');
  return rows.flatMap((row, at) =>
    row.flatMap((text, cell) => {
      const figure = figures[at]?.[cell] ?? '';
      if (text === figure) return [];
      return [[row[0] ?? '', columns[cell - 1] ?? '', text.slice(0, text.length - figure.length)]];
    }),
  );
}

/** Types over what stands in a cell, and goes on with Enter. */
export async function write(cell: Locator, text: string): Promise<void> {
  await cell.click();
  await cell.page().keyboard.type(text);
  await cell.page().keyboard.press('Enter');
}
