import type { Locator, Page } from 'playwright-core';
import type { InvesteringsbudgetAnswer } from '#contract/investeringsbudget.ts';
import type { UtfallAnswer } from '#contract/utfall.ts';
import { sv } from '../../web/texts/sv.ts';
import { seenInEach } from '../harness/seen.ts';
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

/** Calls the server as the person of the page, past the page. */
export async function callAs(
  page: Page,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  data?: object,
): Promise<unknown> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const listed = await page.request.get('/api/organisations', { headers });
  const { organisations } = (await listed.json()) as {
    readonly organisations: readonly { readonly organisationId: string }[];
  };
  const url = `/api/organisations/${organisations[0]?.organisationId}/${path}`;
  const answer = await page.request.fetch(url, { method, headers, ...(data && { data }) });
  if (!answer.ok()) throw new Error(`${path} gave ${await answer.text()}`);
  return answer.json();
}

/** The lines by name, and a decision to enter amounts by. */
async function ground(page: Page) {
  const budget = (await callAs(page, 'GET', 'investeringsbudget/2025')) as InvesteringsbudgetAnswer;
  const lineIds = new Map(budget.lines.map(({ name, lineId }) => [name, lineId]));
  return { lineIds, beslutId: budget.beslut[0]?.beslutId };
}

/** An amount of a line in a year. */
export type LineAmount = { readonly line: string; readonly year: number; readonly amount: string };

/** Enters original budgets. */
export async function enterBudget(page: Page, amounts: readonly LineAmount[]): Promise<void> {
  const { lineIds, beslutId } = await ground(page);
  for (const { line, year, amount } of amounts) {
    const body = { lineId: lineIds.get(line), year, kind: 'ursprunglig', amount, beslutId };
    await callAs(page, 'POST', 'budgetposts', body);
  }
}

/** Types outcomes, each for its year as a whole, over what stood there. */
export async function enterUtfall(page: Page, amounts: readonly LineAmount[]): Promise<void> {
  const { lineIds } = await ground(page);
  for (const { line, year, amount } of amounts) {
    const lineId = lineIds.get(line);
    const { cells } = (await callAs(page, 'GET', `utfall/${year}`)) as UtfallAnswer;
    const here = cells.find((cell) => cell.lineId === lineId && cell.month === null);
    const body = { lineId, month: null, amount, replacesId: here?.sourceId ?? null };
    await callAs(page, 'PUT', `utfall/${year}/cell`, body);
  }
}

/** Gives a year the budget before § 14, and the need of 750 phones of an article of that name. */
export async function prepareYear(page: Page, year: number, article: string): Promise<void> {
  await enterBudget(page, [
    { line: 'Klienter', year, amount: '8182' },
    { line: 'Mobiltelefoner', year, amount: '1539' },
  ]);
  const { lineIds } = await ground(page);
  const price = { validFrom: `${year}-01-01`, amount: '4.2' };
  const made = await callAs(page, 'POST', 'articles', { name: article, unit: 'st', price });
  const { articleId } = made as { readonly articleId: string };
  const lineId = lineIds.get('Mobiltelefoner');
  await callAs(page, 'POST', 'behov', { lineId, year, articleId, volume: '750' });
}
