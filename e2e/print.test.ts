import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { sv } from '../web/texts/sv.ts';
import { horizontalOverflow } from './harness/accessibility.ts';
import { eventually } from './harness/eventually.ts';
import { test } from './harness/test.ts';
import { borgensutrymmePath, forecastTable } from './screens/borgensutrymme.ts';
import { budgetTable, investeringsbudgetPath } from './screens/investeringsbudget.ts';
import { button } from './screens/page.ts';
import { rowsOf, tableOf } from './screens/table.ts';

/** An upright A4 within its margins, in the pixels of a style sheet. */
const paper = { width: 688, height: 966 };

/** Puts the page on paper, with the parts of the screen gone. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(paper);
  await eventually(() => page.getByRole('navigation').count()).toBe(0);
  for (const tool of [sv.common.undo, sv.common.print, sv.common.showPrinted, sv.common.csv]) {
    await eventually(() =>
      page.getByRole('main').getByText(tool, { exact: true }).isVisible(),
    ).toBe(false);
  }
}

/** The cells that are cut off, or lie beside the paper. */
async function cutOff(table: Locator): Promise<string[]> {
  return table.evaluate((element: Table, width: number) => {
    const region = element.parentElement.getBoundingClientRect();
    const cells = [...element.querySelectorAll('th, td')];
    return cells.flatMap((cell) => {
      const { left, right, top, bottom } = cell.getBoundingClientRect();
      const isWhole =
        left >= -1 && right <= width + 1 && top >= region.top - 1 && bottom <= region.bottom + 1;
      return isWhole ? [] : [`${cell.textContent ?? ''} (${left}–${right})`];
    });
  }, paper.width);
}

type Box = { readonly left: number; right: number; top: number; bottom: number };

type Piece = { readonly textContent: string | null; readonly getBoundingClientRect: () => Box };

type Table = {
  readonly parentElement: Piece;
  readonly querySelectorAll: (selector: string) => Iterable<Piece>;
};

/** How many sheets a page takes, which must be few and not none. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = pdf.toString('latin1');
  if (!text.startsWith('%PDF-') || !text.includes('%%EOF')) throw new Error('No PDF came');
  return text.match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
}

describe('on paper', () => {
  test('Borgensutrymme has its whole table and no navigation', async ({ open, expect }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    await page.getByRole('main').locator('figure svg text').first().waitFor();
    await button(page, sv.common.showPrinted).click();
    await button(page, sv.borgensutrymme.showAll).click();
    const onScreen = await rowsOf(table);
    await onPaper(page);
    expect(await rowsOf(table)).toEqual(onScreen);
    expect(await cutOff(table)).toEqual([]);
    expect(await horizontalOverflow(page)).toBe(0);
    await eventually(() =>
      page
        .getByRole('main')
        .getByText(/^Kommunalförbundet Itsam/u)
        .isVisible(),
    ).toBe(true);
    expect(await sheetsOf(page)).toBeGreaterThanOrEqual(1);
    expect(await sheetsOf(page)).toBeLessThanOrEqual(3);
  });

  for (const layout of ['', '?visning=protokoll']) {
    test(`Investeringsbudget${layout} has its whole table and no navigation`, async ({
      open,
      expect,
    }) => {
      const page = await open(`${investeringsbudgetPath}${layout}`);
      const table = budgetTable(page);
      await button(page, sv.common.showPrinted).click();
      const onScreen = await rowsOf(table);
      await onPaper(page);
      expect(await rowsOf(table)).toEqual(onScreen);
      expect(await cutOff(table)).toEqual([]);
      expect(await horizontalOverflow(page)).toBe(0);
      expect(await sheetsOf(page)).toBeGreaterThanOrEqual(1);
      expect(await sheetsOf(page)).toBeLessThanOrEqual(2);
    });
  }

  test('Översikt has its key figures, its chart as a table, and no navigation', async ({
    open,
    expect,
  }) => {
    const page = await open('/itsam/oversikt');
    await button(page, sv.chart.showTable).click();
    const table = tableOf(page, sv.chart.tableLabel);
    await table.waitFor();
    await onPaper(page);
    expect(await cutOff(table)).toEqual([]);
    expect(await horizontalOverflow(page)).toBe(0);
    const figures = page.getByRole('main').locator('dl').first();
    await eventually(() => figures.isVisible()).toBe(true);
    await eventually(() => figures.textContent()).toContain('6\u00a0653');
    expect(await sheetsOf(page)).toBe(1);
  });

  test('the chart of Översikt is whole, as wide as it was on the screen', async ({
    open,
    expect,
  }) => {
    const page = await open('/itsam/oversikt');
    await page.context().addInitScript(noMeasuringOnPaper);
    await page.reload();
    const labels = page.getByRole('main').locator('figure svg text');
    await labels.first().waitFor();
    await page.evaluate<unknown>('dispatchEvent(new Event("beforeprint"))');
    await onPaper(page);
    const beside = await Promise.all((await labels.all()).map(besideThePaper));
    expect(beside.filter((text) => text !== null)).toEqual([]);
    const drawing = await page.getByRole('main').locator('figure svg').last().boundingBox();
    expect(drawing?.width).toBeGreaterThan(paper.width / 2);
    expect(drawing?.height).toBeGreaterThan(100);
    expect(await sheetsOf(page)).toBe(1);
  });
});

// A browser lays out the paper and prints it before any script can measure it.
const noMeasuringOnPaper = `
  const Measuring = ResizeObserver;
  window.ResizeObserver = class extends Measuring {
    constructor(tell) {
      super((...found) => { if (!matchMedia('print').matches) tell(...found); });
    }
  };
`;

async function besideThePaper(label: Locator): Promise<string | null> {
  const box = await label.boundingBox();
  // What is not shown has no box.
  if (box === null || box.width === 0 || box.x + box.width <= paper.width) return null;
  return label.textContent();
}
