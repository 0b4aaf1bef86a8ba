import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { sv } from '../../web/texts/sv.ts';
import { eventually } from '../harness/eventually.ts';
import { plain, seenInEach } from '../harness/seen.ts';
import { button } from './page.ts';
import { tableOf } from './table.ts';

/** Where the pages are. */
export const importPath = '/itsam/investeringsbudget/importer';
export const mappingPath = `${importPath}/kontokoppling`;
export const utfallPath = '/itsam/investeringsbudget/2024/utfall';

/** A file on the person's disk. */
export type OwnFile = { readonly name: string; readonly bytes: Buffer };

/** The invented closing of 2024; see `fixtures/itsam/2024/SOURCE.md`. */
export const bokslut: OwnFile = {
  name: 'bokslut-2024.se',
  bytes: readFileSync(new URL('../../fixtures/itsam/2024/bokslut-2024.se', import.meta.url)),
};

/** The outcome of a year, line by line. */
export function utfallTable(page: Page, year = 2024): Locator {
  return tableOf(page, sv.utfall.tableLabel(year));
}

/** Drops a file on the page, as from a folder beside the browser. */
export async function dropFile(page: Page, { name, bytes }: OwnFile): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    `(() => {
      const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (one) => one.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], ${JSON.stringify(name)}));
      return transfer;
    })()`,
  );
  const title = page.getByRole('heading', { level: 1 });
  await title.dispatchEvent('dragenter', { dataTransfer });
  await title.dispatchEvent('dragover', { dataTransfer });
  await title.dispatchEvent('drop', { dataTransfer });
}

/** A part of the page under its heading. */
export function section(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

/** The rows of a table to read: what each cell says, the heading of the row first. */
export async function readRows(page: Page | Locator, label: string): Promise<string[][]> {
  const table = page.getByRole('table', { name: label, exact: true });
  return seenInEach(table.locator('tbody tr'), 'th, td', 'small');
}

/** Drops a file, accepts every proposal and imports it. */
export async function importFile(page: Page, file: OwnFile, years: string): Promise<void> {
  await dropFile(page, file);
  const accept = page.getByRole('button', { name: /^Godta (alla|förslaget)/u }).first();
  const take = button(page, sv.imports.take(years));
  await take.waitFor();
  if ((await accept.count()) > 0) await accept.click();
  await take.click();
}

/** Waits until the page says something, spaces aside. */
export async function says(page: Page, text: string): Promise<void> {
  await eventually(async () =>
    plain((await page.getByRole('main').textContent()) ?? '').includes(plain(text)),
  ).toBe(true);
}
