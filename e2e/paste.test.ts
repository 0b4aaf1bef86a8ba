import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { fieldTexts } from '#contract/field-texts.ts';
import { sv } from '../web/texts/sv.ts';
import { gridLabelsSv } from '../web/ui/grid/grid-labels.ts';
import { copyElsewhere, pasteElsewhere } from './harness/clipboard.ts';
import { eventually } from './harness/eventually.ts';
import { plain, seen } from './harness/seen.ts';
import { test } from './harness/test.ts';
import {
  borgensutrymmePath,
  budget2025,
  forecastTable,
  omTillagg,
  rowNamed,
  utanTillagg,
} from './screens/borgensutrymme.ts';
import { button, saveStatusOf, untilSaved } from './screens/page.ts';
import { cellOf, figureAt, rowsOf, write } from './screens/table.ts';

const investments = rowNamed('borrowingInvestments', 2026);
const equityUse = rowNamed('borrowingEquityUse', 2026);
const amortisation = rowNamed('amortisation', 2025);

/** What stands under the table about a text that was not taken. */
function problemOf(page: Page, row: string, column: string): Locator {
  return page.getByRole('listitem').filter({ hasText: `${row}, ${column}` });
}

async function blockIn(table: Locator): Promise<string[]> {
  const figures: string[] = [];
  for (const row of [investments, equityUse]) {
    for (const column of [omTillagg, utanTillagg]) {
      figures.push(await figureAt(table, row, column));
    }
  }
  return figures;
}

describe('a block from a spreadsheet', () => {
  test('is pasted with Swedish figures, and one step takes it all back', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    await copyElsewhere(page, '30\u00a0000,5\t31 000\r\n2\u202f500\t1999,95\r\n');
    await (await cellOf(table, investments, omTillagg)).click();
    await page.keyboard.press('Control+v');
    await eventually(() => blockIn(table)).toEqual(['30 001', '31 000', '2 500', '2 000']);
    await eventually(() => figureAt(table, rowNamed('headroom', 2026), omTillagg)).toBe('10 018');
    await untilSaved(page);
    await page.reload();
    await eventually(() => blockIn(table)).toEqual(['30 001', '31 000', '2 500', '2 000']);

    await button(page, sv.common.undo).click();
    await eventually(() => blockIn(table)).toEqual(['32 865', '32 865', '3 000', '3 000']);
    await untilSaved(page);
    await eventually(() => button(page, sv.common.undo).isDisabled()).toBe(true);
    await page.reload();
    await eventually(() => blockIn(table)).toEqual(['32 865', '32 865', '3 000', '3 000']);
  });

  test('leaves frozen scenarios and sums as they were, and says so', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    const before = await rowsOf(table);
    await copyElsewhere(page, '1\t2\r\n3\t4');
    await (await cellOf(table, rowNamed('amortisation', 2026), budget2025)).click();
    await page.keyboard.press('Control+v');
    const told = gridLabelsSv.readOnly(`${rowNamed('amortisation', 2026)}, ${budget2025}`);
    await eventually(() => page.getByRole('status').filter({ hasText: told }).count()).toBe(1);
    await eventually(() => rowsOf(table)).toEqual(before);
  });

  test('goes to a spreadsheet as figures that it can read', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    await (await cellOf(table, equityUse, omTillagg)).click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    await eventually(() => pasteElsewhere(page)).toBe('3000\t3000\r\n-27601\t-26356');
  });
});

describe('a text that is not taken', () => {
  test('stays as typed with the reason, until it is given up', async ({ open, expect }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    await write(await cellOf(table, investments, omTillagg), '1.234');
    await eventually(() => figureAt(table, investments, omTillagg)).toBe('1.234');
    const cell = await cellOf(table, investments, omTillagg);
    await eventually(() => cell.getAttribute('aria-invalid')).toBe('true');
    const problem = problemOf(page, investments, omTillagg);
    await eventually(() => seen(problem)).toContain(
      `”1.234”: ${plain(fieldTexts.amount_ambiguous.sv)}`,
    );
    // Nothing is computed with it, and nothing was sent.
    await eventually(() => figureAt(table, rowNamed('headroom', 2026), omTillagg)).toBe('6 653');
    expect(sent).toEqual([]);

    await button(problem, `${gridLabelsSv.goTo}: ${investments}, ${omTillagg}`).click();
    await page.keyboard.press('F2');
    await eventually(() => page.locator(':focus').inputValue()).toBe('1.234');
    await page.keyboard.press('Escape');
    await button(problem, `${gridLabelsSv.discard}: ${investments}, ${omTillagg}`).click();
    await eventually(() => figureAt(table, investments, omTillagg)).toBe('32 865');
    await eventually(() => problem.count()).toBe(0);
  });

  test('is not said to be saved', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    await eventually(() => saveStatusOf(page)).toBe(sv.saving.allSaved);
    await write(await cellOf(forecastTable(page), investments, omTillagg), '1.234');
    await eventually(() => problemOf(page, investments, omTillagg).count()).toBe(1);
    await eventually(() => saveStatusOf(page)).toBe(sv.saving.refused);
  });

  test('of a pasted block does not keep the rest from being taken', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    await copyElsewhere(page, '1.234\t31 000\n2 500\t2 600');
    await (await cellOf(table, investments, omTillagg)).click();
    await page.keyboard.press('Control+v');
    await eventually(() => blockIn(table)).toEqual(['1.234', '31 000', '2 500', '2 600']);
    await eventually(() => problemOf(page, investments, omTillagg).count()).toBe(1);
    await untilSaved(page);
    await page.keyboard.press('Control+z');
    await eventually(() => blockIn(table)).toEqual(['32 865', '32 865', '3 000', '3 000']);
    await eventually(() => problemOf(page, investments, omTillagg).count()).toBe(0);
    await untilSaved(page);
  });

  test('asks about the sign of an amortisation without minus', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    await write(await cellOf(table, amortisation, utanTillagg), '23000');
    await eventually(() => figureAt(table, amortisation, utanTillagg)).toBe('23000');
    await eventually(() => seen(problemOf(page, amortisation, utanTillagg))).toContain(
      plain(sv.borgensutrymme.signQuestion('−23\u00a0000')),
    );
    await eventually(() => figureAt(table, rowNamed('debt', 2025), utanTillagg)).toBe('60 471');

    await write(await cellOf(table, amortisation, utanTillagg), '-23000');
    await eventually(() => figureAt(table, amortisation, utanTillagg)).toBe('−23 000');
    await eventually(() => figureAt(table, rowNamed('debt', 2025), utanTillagg)).toBe('60 040');
    await eventually(() => problemOf(page, amortisation, utanTillagg).count()).toBe(0);
    await untilSaved(page);
    await button(page, sv.common.undo).click();
    await eventually(() => figureAt(table, amortisation, utanTillagg)).toBe('−22 569');
    await untilSaved(page);
  });
});
