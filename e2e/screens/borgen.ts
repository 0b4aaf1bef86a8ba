import type { Locator, Page } from 'playwright-core';
import { sv } from '../../web/texts/sv.ts';
import { seenInEach } from '../harness/seen.ts';
import { button } from './page.ts';

const words = sv.borgen;

/** Where the page is. */
export const borgenPath = '/itsam/borgensutrymme/borgen';

/** A table of the page, by its name. */
export function borgenTable(page: Page, name: string): Locator {
  return page.getByRole('table', { name, exact: true });
}

/** The rows of a table as a person reads them, without what is in small print. */
export async function rowsIn(table: Locator): Promise<string[][]> {
  await table.waitFor();
  return seenInEach(table.locator('tr'), 'th, td', 'small');
}

/** The members' parts of a year in a scenario: the rows under its heading, and its sum. */
export async function sharesIn(page: Page, scenario: string, year: number): Promise<string[][]> {
  const rows = await rowsIn(borgenTable(page, words.sharesOf(scenario)));
  const from = rows.findIndex(([heading = '']) => heading.startsWith(`${year}`));
  const to = rows.findIndex(([heading], at) => at > from && heading === sv.common.sum);
  return rows.slice(from + 1, to + 1);
}

/** A ceiling as a person writes it in, with a decision of its own. */
export type CeilingWish = {
  readonly amount: string;
  readonly from: string;
  readonly title: string;
};

/** Registers a ceiling in the window. */
export async function registerCeiling(
  page: Page,
  { amount, from, title }: CeilingWish,
): Promise<void> {
  await button(page, words.registerCeiling).click();
  const window = page.getByRole('dialog', { name: words.registerCeiling });
  await window.getByRole('textbox', { name: words.amount }).fill(amount);
  await window.getByLabel(words.validFrom, { exact: true }).fill(from);
  await window
    .getByRole('combobox', { name: words.beslut, exact: true })
    .selectOption(sv.budget.newBeslut);
  await window.getByRole('textbox', { name: sv.budget.beslutTitle }).fill(title);
  await window.getByLabel(sv.budget.date, { exact: true }).fill('2025-06-12');
  await window.getByRole('textbox', { name: sv.budget.paragraph }).fill('§ 21');
  await button(window, words.register).click();
  await window.waitFor({ state: 'detached' });
}

/** The window for a new key, filled with what is given. */
export async function fillKey(
  page: Page,
  title: string,
  {
    from,
    type,
    parts,
    source,
  }: {
    readonly from?: string;
    readonly type?: 'population' | 'percent';
    readonly parts?: { readonly [member: string]: string };
    readonly source?: string;
  },
): Promise<Locator> {
  const window = page.getByRole('dialog', { name: title });
  await window.waitFor();
  if (from !== undefined) await window.getByLabel(words.validFrom, { exact: true }).fill(from);
  if (type !== undefined) {
    await window.getByRole('combobox', { name: words.type, exact: true }).selectOption(type);
  }
  for (const [member, weight] of Object.entries(parts ?? {})) {
    await window.getByRole('textbox', { name: member, exact: true }).fill(weight);
  }
  if (source !== undefined) {
    await window.getByRole('textbox', { name: words.source }).fill(source);
  }
  return window;
}
