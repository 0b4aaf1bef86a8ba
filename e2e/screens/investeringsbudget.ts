import type { Locator, Page } from 'playwright-core';
import { kindTerms } from '#contract/terms.ts';
import type { BudgetpostKind } from '#domain/budgetpost.ts';
import { sv } from '../../web/texts/sv.ts';
import { tableOf } from './table.ts';

/** Where the page is. */
export const investeringsbudgetPath = '/itsam/investeringsbudget/2025';

/** The budget of 2025, in the layout that is chosen. */
export function budgetTable(page: Page, year = 2025): Locator {
  return tableOf(page, sv.budget.tableLabel(year));
}

/** A row of the protocol: "Klienter – återbudgetering". */
export function entryNamed(line: string, kind: BudgetpostKind): string {
  return kind === 'ursprunglig' ? line : `${line} – ${kindTerms[kind].sv}`;
}

/** The form that takes an entry. */
export function entryForm(page: Page): Locator {
  return page.getByRole('form', { name: sv.budget.postTitle });
}

/** A choice of the form, or a field of it. */
export function field(form: Locator, role: 'combobox' | 'textbox', name: string): Locator {
  return form.getByRole(role, { name, exact: true });
}
