import type { Locator, Page } from 'playwright-core';
import type { TermKind } from '../../web/features/villkor/terms.ts';
import { sv } from '../../web/texts/sv.ts';
import { tableOf } from './table.ts';

/** Where the pages are. */
export const villkorPath = '/itsam/investeringsbudget/villkor';
export const kapitalkostnadPath = '/itsam/investeringsbudget/kapitalkostnad';
export const motTrycketPath = '/itsam/borgensutrymme/mot-trycket';

/** The terms of one kind, line by line. */
export function termsTable(page: Page, kind: TermKind = 'life'): Locator {
  return tableOf(page, sv.villkor.tableLabel(sv.villkor.kinds[kind]));
}

/** The capital cost, or one of its two parts, line by line. */
export function costTable(page: Page, figure: keyof typeof sv.kapitalkostnad.figures): Locator {
  return tableOf(page, sv.kapitalkostnad.tableLabel(sv.kapitalkostnad.figures[figure]));
}

/** What is told beside a table, under a heading. */
export function sheetOf(page: Page, title: string): Locator {
  return page.getByRole('figure').filter({ hasText: title });
}
