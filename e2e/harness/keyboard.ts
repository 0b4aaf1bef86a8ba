import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** The little of the browser's own elements that is asked about the focus. */
type Element = {
  readonly tagName: string;
  readonly className: string;
  readonly textContent: string | null;
  readonly ownerDocument: Document;
  readonly getAttribute: (name: string) => string | null;
  readonly closest: (selector: string) => Element | null;
  readonly contains: (other: Element | null) => boolean;
  readonly getBoundingClientRect: () => { x: number; y: number; width: number; height: number };
};

type Document = {
  readonly body: Element;
  readonly activeElement: Element | null;
  readonly elementFromPoint: (x: number, y: number) => Element | null;
  readonly defaultView: { readonly getComputedStyle: (element: Element) => Style };
};

type Style = {
  readonly outlineStyle: string;
  readonly outlineWidth: string;
  readonly borderTopWidth: string;
};

/**
 * Says what is wrong with where the focus is, or nothing: it is somewhere, on screen, not covered,
 * and has a frame of two pixels.
 *
 * The heading of a new page and a dialog as a whole have the focus to be read out, not to be used,
 * and need no frame.
 */
export async function focusFault(page: Page): Promise<string | null> {
  return page.locator('body').evaluate((body: Element) => {
    const { ownerDocument: document } = body;
    const focused = document.activeElement;
    if (focused === null || focused === body) return 'The focus is nowhere';
    const role = focused.getAttribute('role') ?? '';
    if (focused.tagName === 'H1' || role.endsWith('dialog')) return null;
    const told = `<${focused.tagName} ${focused.className}> "${
      focused.getAttribute('aria-label') ?? focused.textContent ?? ''
    }"`;
    const framed = [focused, focused.closest('label')].filter((one) => one !== null);
    const hasFrame = framed.some((one) => {
      const style = document.defaultView.getComputedStyle(one);
      const outline = style.outlineStyle === 'none' ? 0 : parseInt(style.outlineWidth, 10);
      return outline >= 2 || parseInt(style.borderTopWidth, 10) >= 2;
    });
    // Inside a field for a day the browser frames its own button for the calendar.
    const isDay = focused.getAttribute('type') === 'date';
    if (!hasFrame && !isDay) return `The focus does not show on ${told}`;
    const shown = framed.at(-1) ?? focused;
    const { x, y, width, height } = shown.getBoundingClientRect();
    const there = document.elementFromPoint(x + width / 2, y + height / 2);
    if (there === null) return `The focus is off the screen, on ${told}`;
    if (shown.contains(there) || there.contains(shown)) return null;
    return `The focus is behind <${there.tagName} ${there.className}>, on ${told}`;
  });
}

/** Waits until the focus is to be seen. */
export async function seesFocus(page: Page): Promise<void> {
  await eventually(() => focusFault(page)).toBeNull();
}

/** Waits until the focus is on an element, and to be seen. */
export async function standsOn(target: Locator): Promise<void> {
  await eventually(() => hasFocus(target)).toBe(true);
  await seesFocus(target.page());
}

/** Presses a key as often as it is said. */
export async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let left = times; left > 0; left -= 1) await page.keyboard.press(key);
}

/**
 * Presses Tab, or another key, until the focus is on an element. It must be to be seen at every
 * step of the way.
 */
export async function walkTo(target: Locator, key = 'Tab'): Promise<void> {
  const page = target.page();
  await target.waitFor();
  for (let left = 60; left > 0; left -= 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
    await seesFocus(page);
  }
  throw new Error(`${key} does not lead to ${String(target)}`);
}

/** Presses the arrows until the focus is in a cell of the same table. */
export async function stepTo(cell: Locator): Promise<void> {
  const page = cell.page();
  for (let left = 60; left > 0; left -= 1) {
    if (await hasFocus(cell)) return;
    const key = await cell.evaluate((target: Cell) => {
      const here = target.ownerDocument.activeElement?.closest('td, th');
      if (here === null || here === undefined) return null;
      const rows = target.parentElement.rowIndex - here.parentElement.rowIndex;
      if (rows !== 0) return rows > 0 ? 'ArrowDown' : 'ArrowUp';
      return target.cellIndex > here.cellIndex ? 'ArrowRight' : 'ArrowLeft';
    });
    if (key === null) throw new Error('The arrows begin in a table');
    await page.keyboard.press(key);
    await seesFocus(page);
  }
  throw new Error(`The arrows do not lead to ${String(cell)}`);
}

type Cell = {
  readonly cellIndex: number;
  readonly parentElement: { readonly rowIndex: number };
  readonly ownerDocument: {
    readonly activeElement: { readonly closest: (selector: string) => Cell | null } | null;
  };
};

/**
 * Types a day (`2025-09-18`) into the browser's own field for days, part after part.
 *
 * In which order the parts come is up to the language that the browser was installed in, so a person
 * looks, and so does this.
 */
export async function typeDay(field: Locator, day: string): Promise<void> {
  const page = field.page();
  const [year = '', month = '', date = ''] = day.split('-');
  const orders = [
    [month, date, year],
    [date, month, year],
    [year, month, date],
  ];
  for (const parts of orders) {
    await press(page, 'ArrowLeft', 2);
    for (const part of parts) {
      await page.keyboard.type(part);
      // Only the year can take more digits, and so does not go on by itself.
      if (part === year) await press(page, 'ArrowRight');
    }
    if ((await field.inputValue()) === day) return;
  }
  throw new Error(`The field for days has ${await field.inputValue()}`);
}

async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element: Element) => element.ownerDocument.activeElement === element);
}
