import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Locator } from 'playwright-core';

/** A table that was downloaded. */
export type DownloadedTable = {
  readonly fileName: string;
  /** The file as it is, byte by byte. */
  readonly bytes: Buffer;
  /** The fields of every line, as a spreadsheet in Swedish splits them. */
  readonly lines: readonly (readonly string[])[];
};

/** Clicks a link to a CSV file and reads what comes. */
export async function download(link: Locator): Promise<DownloadedTable> {
  const coming = link.page().waitForEvent('download');
  await link.click();
  const file = await coming;
  const bytes = readFileSync(await file.path());
  const lines: string[][] = parse(bytes, { delimiter: ';', bom: true, relaxColumnCount: true });
  return { fileName: file.suggestedFilename(), bytes, lines };
}
