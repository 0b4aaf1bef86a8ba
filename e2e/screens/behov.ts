import type { Locator, Page } from 'playwright-core';
import { createBudgetpost, getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { sv } from '../../web/texts/sv.ts';
import { callAs, demoId } from '../harness/call.ts';
import { seenInEach } from '../harness/seen.ts';
import { linesOf, needOf, setOutcome } from './arende.ts';
import { button } from './page.ts';
import { tableOf } from './table.ts';

/** Where the pages are. */
export const behovPath = (year: number): string => `/itsam/arenden/behov/${year}`;
export const policyPath = '/itsam/arenden/policy';
export const fleraArPath = '/itsam/investeringsbudget/flera-ar';

/** The needs of the year. */
export function behovTable(page: Page, year: number): Locator {
  return tableOf(page, sv.behov.tableLabel(year));
}

/** The volume of an article, where it is needed on one line only. */
export function volumeOf(table: Locator, article: string): Locator {
  // The menu, the line and the unit come after the name.
  const header = table.page().getByRole('rowheader', { name: new RegExp(`^${article}\\b`, 'u') });
  return table.getByRole('row').filter({ has: header }).getByRole('gridcell').first();
}

/** A table to read, by its name. */
export function plainTable(page: Page, name: string): Locator {
  return page.getByRole('table', { name, exact: true });
}

/** The rows of such a table as a person reads them. */
export async function plainRowsOf(table: Locator): Promise<string[][]> {
  await table.waitFor();
  return seenInEach(table.locator('tr'), 'th, td', 'small');
}

/** One thing that is needed, as a person writes it in. */
export type NeedWish = {
  readonly line: string;
  readonly article: string;
  readonly price: string;
  readonly volume: string;
};

/** Enters a need of a new article in the window. */
export async function enterNeed(
  page: Page,
  { line, article, price, volume }: NeedWish,
): Promise<void> {
  const words = sv.behov;
  const window = page.getByRole('dialog', { name: words.newItem });
  await button(page, words.newItem).first().click();
  await window.getByRole('combobox', { name: words.line, exact: true }).selectOption(line);
  const choice = window.getByRole('combobox', { name: words.article, exact: true });
  await choice.selectOption({ label: words.newArticle });
  const field = (name: string): Locator => window.getByRole('textbox', { name, exact: true });
  await field(words.name).fill(article);
  await field(words.price).fill(price);
  await field(words.volume).fill(volume);
  await button(window, words.create).click();
  await window.waitFor({ state: 'detached' });
}

/** An amount of a line in a year. */
export type LineAmount = { readonly line: string; readonly year: number; readonly amount: string };

/** Enters original budgets, by the first decision there is. */
export async function enterBudget(page: Page, amounts: readonly LineAmount[]): Promise<void> {
  const params = { organisationId: await demoId(page) };
  const lines = await linesOf(page);
  const read = { params: { ...params, year: '2025' } };
  const { beslut } = await callAs(page, getInvesteringsbudget, read);
  const beslutId = beslut[0]?.beslutId ?? '';
  for (const { line, year, amount } of amounts) {
    const lineId = lines.get(line) ?? '';
    const body = { lineId, year, kind: 'ursprunglig', amount, beslutId } as const;
    await callAs(page, createBudgetpost, { params, body });
  }
}

/** Types outcomes, each for its year as a whole, over what stood there. */
export async function enterUtfall(page: Page, amounts: readonly LineAmount[]): Promise<void> {
  for (const { line, year, amount } of amounts) await setOutcome(page, line, amount, year);
}

/** Gives a year the budget before § 14, and the need of 750 phones of an article of that name. */
export async function prepareYear(page: Page, year: number, article: string): Promise<void> {
  await enterBudget(page, [
    { line: 'Klienter', year, amount: '8182' },
    { line: 'Mobiltelefoner', year, amount: '1539' },
  ]);
  const price = { name: article, price: '4.2', volume: '750' };
  await needOf(page, 'Mobiltelefoner', price, year);
}
