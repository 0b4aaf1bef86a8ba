import type { Locator, Page } from 'playwright-core';
import { createLoan, type LoanAnswer } from '#contract/loans.ts';
import { sv } from '../../web/texts/sv.ts';
import { callAs } from '../harness/call.ts';
import { seenInEach } from '../harness/seen.ts';
import { button } from './page.ts';
import type { OwnFile } from './utfall.ts';

const words = sv.loans;

/** Where the pages of an organisation are. */
export const lanPath = '/itsam/lan';

/** A loan as a person writes it in; dates as they are, amounts and rates as text. */
export type LoanWish = {
  readonly lender: string;
  readonly reference: string;
  readonly principal: string;
  readonly drawnOn: string;
  readonly form: 'straight' | 'annuity' | 'atMaturity';
  readonly paymentsAYear: string;
  readonly firstPaymentOn: string;
  readonly maturesOn: string;
  readonly rate: string;
};

/** 10 000 Tkr at 3,25 % over ten years; see `fixtures/prognos/annuity-10-years/SOURCE.md`. */
export const annuity: LoanWish = {
  lender: 'Kommuninvest',
  reference: 'KI 2024:1',
  principal: '10 mnkr',
  drawnOn: '2024-12-31',
  form: 'annuity',
  paymentsAYear: '4',
  firstPaymentOn: '2025-03-31',
  maturesOn: '2034-12-31',
  rate: '3,25 %',
};

/** The window for a loan: a new one, or one by its name. */
export function loanWindow(page: Page, name?: string): Locator {
  const title = name === undefined ? words.add : words.changeTitle(name);
  return page.getByRole('dialog', { name: title, exact: true });
}

/** A field of the window by its label. */
export function fieldOf(window: Locator, label: string): Locator {
  return window.getByLabel(label, { exact: true });
}

/** Fills in the window for a loan; what it is called by is already open. */
export async function fillLoan(window: Locator, wish: LoanWish): Promise<void> {
  await fieldOf(window, words.lender).fill(wish.lender);
  await fieldOf(window, words.reference).fill(wish.reference);
  await fieldOf(window, words.principal).fill(wish.principal);
  await fieldOf(window, words.drawnOn).fill(wish.drawnOn);
  await fieldOf(window, words.form).selectOption(wish.form);
  await fieldOf(window, words.paymentsAYear).selectOption(wish.paymentsAYear);
  await fieldOf(window, words.firstPaymentOn).fill(wish.firstPaymentOn);
  await fieldOf(window, words.maturesOn).fill(wish.maturesOn);
  await fieldOf(window, words.rate).fill(wish.rate);
}

/** What the window says that the loan comes to. */
export async function previewOf(window: Locator): Promise<string[][]> {
  const preview = window.getByRole('region', { name: words.previewTitle });
  return seenInEach(preview.locator('dl > div'), 'dt, dd');
}

/** Opens something that can be done with a loan. */
export async function chooseFor(page: Page, name: string, item: string): Promise<void> {
  await button(page, words.menu(name)).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** The rows of a table to read, without its heading and small print. */
export async function rowsIn(page: Page | Locator, name: string): Promise<string[][]> {
  const table = page.getByRole('table', { name, exact: true });
  await table.waitFor();
  return seenInEach(table.locator('tbody tr'), 'th, td', 'small');
}

/** Chooses a file as from the computer's own window. */
export async function chooseFile(at: Page | Locator, { name, bytes }: OwnFile): Promise<void> {
  const input = at.locator('input[type=file]');
  await input.setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
}

/** A file of lines, as a spreadsheet in Swedish saves it. */
export function csvFile(name: string, lines: readonly string[]): OwnFile {
  return { name, bytes: Buffer.from(lines.join('\r\n')) };
}

/** Enters a loan past the page. */
export async function enterLoan(
  page: Page,
  organisationId: string,
  { lender, reference }: Pick<LoanWish, 'lender' | 'reference'>,
): Promise<LoanAnswer> {
  return callAs(page, createLoan, {
    params: { organisationId },
    body: {
      ...{ lender, reference },
      principal: '12000',
      drawnOn: '2025-12-31',
      form: 'straight',
      paymentsAYear: 4,
      firstPaymentOn: '2026-03-31',
      maturesOn: '2035-12-31',
      ratePeriods: [{ type: 'fixed', from: '2025-12-31', rate: '2.5' }],
    },
  });
}
