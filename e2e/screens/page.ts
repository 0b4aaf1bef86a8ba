import type { Locator, Page } from 'playwright-core';
import { sv } from '../../web/texts/sv.ts';
import { eventually } from '../harness/eventually.ts';
import { seen } from '../harness/seen.ts';

/** A button of the page by its words. */
export function button(page: Page | Locator, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** The one sentence that says what the figures mean. */
export async function sentenceOf(page: Page): Promise<string> {
  return seen(page.getByRole('main').locator('h1 + p'));
}

/** What the page says about whether everything is saved. */
export async function saveStatusOf(page: Page): Promise<string> {
  return seen(page.locator('.save-status'));
}

/** Waits until everything that was done is saved. */
export async function untilSaved(page: Page): Promise<void> {
  await eventually(() => saveStatusOf(page)).toMatch(
    new RegExp(`^${sv.saving.saved('\\d\\d:\\d\\d')}$`, 'u'),
  );
}

/** Waits until nothing is on its way, and the page says that something else is not saved. */
export async function untilAllButRefusedIsSaved(page: Page): Promise<void> {
  await eventually(() => saveStatusOf(page)).toBe(sv.saving.refused);
}
