import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { en } from '../web/texts/en.ts';
import { sv, type Texts } from '../web/texts/sv.ts';
import { barriers, everyLook, horizontalOverflow, twoLooks } from './harness/accessibility.ts';
import { eventually } from './harness/eventually.ts';
import { test } from './harness/test.ts';
import {
  borgensutrymmePath,
  forecastTable,
  omTillagg,
  rowNamed,
  utanTillagg,
} from './screens/borgensutrymme.ts';
import {
  budgetTable,
  entryForm,
  field,
  investeringsbudgetPath,
} from './screens/investeringsbudget.ts';
import { kapitalkostnadPath, motTrycketPath, villkorPath } from './screens/line-terms.ts';
import { button, untilAllButRefusedIsSaved, untilSaved } from './screens/page.ts';
import { cellOf, rowsOf, tableOf, write } from './screens/table.ts';
import { exactField, tankOmPath, yearTable } from './screens/tank-om.ts';

const oversiktPath = '/itsam/oversikt';

/** Waits for what comes last on a page: the chart, which is fetched on its own. */
async function chartIsDrawn(page: Page): Promise<void> {
  await page.getByRole('main').locator('figure svg text').first().waitFor();
}

describe('nobody is shut out', () => {
  test('from Översikt, as chart and as table', async ({ open, expect }) => {
    const page = await open(oversiktPath);
    await chartIsDrawn(page);
    expect(await barriers(page, everyLook)).toEqual([]);
    await button(page, sv.chart.showTable).click();
    await tableOf(page, sv.chart.tableLabel).waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
  });

  test('from Borgensutrymme, with printed figures, all rows and a passport', async ({
    open,
    expect,
  }) => {
    const page = await open(borgensutrymmePath);
    await chartIsDrawn(page);
    expect(await barriers(page, everyLook)).toEqual([]);
    await button(page, sv.common.showPrinted).click();
    await button(page, sv.borgensutrymme.showAll).click();
    await (await cellOf(forecastTable(page), rowNamed('headroom', 2026), utanTillagg)).click();
    expect(await barriers(page, twoLooks)).toEqual([]);
  });

  test('from a menu, a dialog and a question', async ({ open, expect }) => {
    const words = sv.borgensutrymme;
    const page = await open(borgensutrymmePath);
    await chartIsDrawn(page);
    const menu = button(page, words.menuName(omTillagg));
    await menu.click();
    await page.getByRole('menu').waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
    await page.getByRole('menuitem', { name: words.freeze, exact: true }).click();
    await page.getByRole('alertdialog').waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
    await button(page, sv.common.cancel).click();
    await button(page, words.columns).click();
    await page.getByRole('dialog', { name: words.columnsTitle }).waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
    await button(page, sv.common.close).click();
    await button(page, words.newScenario).click();
    await page.getByRole('dialog', { name: words.newScenario }).waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
  });

  test('from a broken ceiling, a text that is not taken, and a cell under edit', async ({
    open,
    expect,
  }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    await chartIsDrawn(page);
    const tillaggsbudget = await cellOf(
      table,
      rowNamed('borrowingTillaggsbudget', 2025),
      omTillagg,
    );
    await write(tillaggsbudget, '20000');
    const equityUse = await cellOf(table, rowNamed('borrowingEquityUse', 2025), omTillagg);
    await write(equityUse, '1.234');
    await (await cellOf(table, rowNamed('debt', 2024), utanTillagg)).click();
    await page.keyboard.press('F2');
    await untilAllButRefusedIsSaved(page);
    expect(await barriers(page, twoLooks)).toEqual([]);
    await page.keyboard.press('Escape');
    await write(equityUse, '4000');
    await write(tillaggsbudget, '5010');
    await untilSaved(page);
  });

  test('from a conflict', async ({ open, expect }) => {
    const row = rowNamed('borrowingEquityUse', 2026);
    const one = await open(borgensutrymmePath);
    const other = await open(borgensutrymmePath, { expected: [/status of 412/u] });
    await chartIsDrawn(other);
    await write(await cellOf(forecastTable(one), row, omTillagg), '3100');
    await untilSaved(one);
    await write(await cellOf(forecastTable(other), row, omTillagg), '3200');
    await other.getByRole('alert', { name: sv.borgensutrymme.conflictTitle }).waitFor();
    expect(await barriers(other, twoLooks)).toEqual([]);
    await button(one, sv.common.undo).click();
    await untilSaved(one);
  });

  test('from Tänk om, as it stands, with levers moved, in a window and as tables', async ({
    open,
    expect,
  }) => {
    const words = sv.tankOm;
    const page = await open(tankOmPath);
    await page
      .getByRole('figure', { name: /^Sannolikhet/u })
      .locator('svg text')
      .first()
      .waitFor();
    expect(await barriers(page, everyLook)).toEqual([]);
    await exactField(page, words.levers.execution).fill('mycket');
    await exactField(page, words.levers.extra).fill('40000');
    await page.getByText(words.levers.notPercent).waitFor();
    for (let shown = 1; shown <= 3; shown += 1) {
      await button(page, sv.chart.showTable).first().click();
      await eventually(() => button(page, sv.chart.hideTable).count()).toBe(shown);
    }
    expect(await barriers(page, twoLooks)).toEqual([]);
    await button(page, words.save.open).click();
    await page.getByRole('dialog', { name: words.save.title }).waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
  }, 120_000);

  test('from Investeringsbudget, in both layouts', async ({ open, expect }) => {
    const page = await open(investeringsbudgetPath);
    const table = budgetTable(page);
    await button(page, sv.common.showPrinted).click();
    await (await cellOf(table, 'Mobiltelefoner', sv.budget.total(2025))).click();
    expect(await barriers(page, everyLook)).toEqual([]);
    await page.getByText(sv.budget.protocol, { exact: true }).click();
    await cellOf(table, 'Nät', sv.budget.beslut);
    expect(await barriers(page, twoLooks)).toEqual([]);
  });

  test('from the form for an entry, with what is missing said, and from a line', async ({
    open,
    expect,
  }) => {
    const page = await open(investeringsbudgetPath);
    await button(page, sv.budget.newPost).click();
    const form = entryForm(page);
    await field(form, 'combobox', sv.budget.beslut).selectOption(sv.budget.newBeslut);
    await button(form, sv.budget.createPost).click();
    await eventually(() => form.locator('[aria-invalid]').count()).toBeGreaterThan(2);
    expect(await barriers(page, twoLooks)).toEqual([]);
    await button(form, sv.common.cancel).click();
    await button(page, sv.budget.newLine).click();
    await page.getByRole('dialog', { name: sv.budget.newLine }).waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
  });

  test('from an address that leads nowhere', async ({ open, expect }) => {
    const page = await open('/itsam/finns-inte');
    await page.getByText(sv.nav.notFoundBody).waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
  });
});

describe('in English', () => {
  const pages: readonly (readonly [string, (texts: Texts) => string])[] = [
    [oversiktPath, ({ oversikt }) => oversikt.title],
    [investeringsbudgetPath, ({ budget }) => budget.title],
    [borgensutrymmePath, ({ borgensutrymme }) => borgensutrymme.title],
    ['/itsam/lan?dag=2025-12-31', ({ loans }) => loans.title],
    [tankOmPath, ({ tankOm }) => tankOm.title],
    [villkorPath, ({ villkor }) => villkor.title],
    [kapitalkostnadPath, ({ kapitalkostnad }) => kapitalkostnad.title],
    [motTrycketPath, ({ motTrycket }) => motTrycket.title],
  ];

  test('every page says its language, and nobody is shut out', async ({ open, expect }) => {
    const page = await open(oversiktPath);
    await eventually(() => page.locator('html').getAttribute('lang')).toBe('sv');
    await page.getByRole('combobox', { name: sv.nav.language }).selectOption('English');
    for (const [path, title] of pages) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: title(en) }).waitFor();
      await eventually(() => page.locator('html').getAttribute('lang')).toBe('en');
      await eventually(() => page.getByRole('main').locator('figure').count()).toBeGreaterThan(0);
      expect(await barriers(page, [{ colorScheme: 'light', width: 360 }])).toEqual([]);
    }
  });
});

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
    // The table, the chart with its names, and two of what it is computed from.
    expect(await sheetsOf(page)).toBeLessThanOrEqual(4);
  });

  test('Tänk om has its figures, its table and its charts, and no levers', async ({
    open,
    expect,
  }) => {
    const page = await open(tankOmPath);
    const table = yearTable(page);
    await page
      .getByRole('figure', { name: /^Sannolikhet/u })
      .locator('svg text')
      .first()
      .waitFor();
    const onScreen = await rowsOf(table);
    await onPaper(page);
    expect(await rowsOf(table)).toEqual(onScreen);
    expect(await cutOff(table)).toEqual([]);
    expect(await horizontalOverflow(page)).toBe(0);
    await eventually(() => page.getByRole('slider').count()).toBe(0);
    expect(await sheetsOf(page)).toBeGreaterThanOrEqual(1);
    expect(await sheetsOf(page)).toBeLessThanOrEqual(4);
  });

  const layouts = [
    { name: 'in summary', address: investeringsbudgetPath },
    { name: 'as in the protocol', address: `${investeringsbudgetPath}?visning=protokoll` },
  ];
  for (const { name, address } of layouts) {
    test(`Investeringsbudget ${name} has its whole table and no navigation`, async ({
      open,
      expect,
    }) => {
      const page = await open(address);
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
    const page = await open(oversiktPath);
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
    const page = await open(oversiktPath);
    await page.context().addInitScript(noMeasuringOnPaper);
    await page.reload();
    const labels = page.getByRole('main').locator('figure svg text');
    await labels.first().waitFor();
    await page.evaluate<unknown>('dispatchEvent(new Event("beforeprint"))');
    await onPaper(page);
    const beside = await Promise.all((await labels.all()).map(besideThePaper));
    expect(beside.filter((text) => text !== null)).toEqual([]);
    const drawing = await page.getByRole('main').locator('figure svg').first().boundingBox();
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
