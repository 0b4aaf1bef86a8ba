import type { Page } from 'playwright-core';

/** Puts a text on the clipboard, as another program does. */
export async function copyElsewhere(page: Page, text: string): Promise<void> {
  await page.evaluate<undefined>(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
}

/** What another program would get from the clipboard. */
export async function pasteElsewhere(page: Page): Promise<string> {
  return page.evaluate<string>('navigator.clipboard.readText()');
}
