import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { fieldTexts } from '#contract/field-texts.ts';
import { figureTerms } from '#contract/terms.ts';
import { sv } from '../web/texts/sv.ts';
import { gridLabelsSv } from '../web/ui/grid/grid-labels.ts';
import { copyElsewhere, pasteElsewhere } from './harness/clipboard.ts';
import { eventually } from './harness/eventually.ts';
import { plain, seen, seenOfAll } from './harness/seen.ts';
import { test } from './harness/test.ts';
import {
  borgensutrymmePath,
  budget2025,
  budget2026,
  forecastTable,
  omTillagg,
  passportOf,
  rowNamed,
  showPrintedScenarios,
  utanTillagg,
} from './screens/borgensutrymme.ts';
import {
  button,
  saveStatusOf,
  sentenceOf,
  untilAllButRefusedIsSaved,
  untilSaved,
} from './screens/page.ts';
import { cellOf, columnNames, figureAt, marksOf, rowsOf, write } from './screens/table.ts';

const { borrowingInvestments, borrowingTillaggsbudget, borrowingEquityUse, amortisation } =
  figureTerms;

/** § 14 of the protocol, row by row, with "Utan tillägg" as its rows add up. */
const printedTable = [
  [sv.figures.debtAt(2024), '58 662', '58 662', '67 762', '58 662'],
  [borrowingInvestments.sv, '20 378', '20 378', '20 642', '20 642'],
  [borrowingTillaggsbudget.sv, '5 010', '0', '0', ''],
  [borrowingEquityUse.sv, '4 000', '4 000', '4 000', '4 000'],
  [amortisation.sv, '−22 967', '−22 569', '−25 827', '−25 827'],
  [sv.figures.debtAt(2025), '65 083', '60 471', '66 577', '57 477'],
  [borrowingInvestments.sv, '32 865', '32 865', '–', '32 865'],
  [borrowingEquityUse.sv, '3 000', '3 000', '–', '3 000'],
  [amortisation.sv, '−27 601', '−26 356', '–', '−25 708'],
  [sv.figures.debtAt(2026), '73 347', '69 980', '–', '67 634'],
  [sv.figures.headroomAt(2026), '6 653', '10 020', '–', '12 366'],
];

describe('the figures of the protocol on Borgensutrymme', () => {
  test('are the printed table: eleven rows in the printed order', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    await showPrintedScenarios(page);
    const table = forecastTable(page);
    await eventually(() => columnNames(table)).toEqual([
      omTillagg,
      utanTillagg,
      budget2025,
      budget2026,
    ]);
    await eventually(() => rowsOf(table)).toEqual(printedTable);
  });

  test('have a mark where print differs, and a note that says why', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    await button(page, sv.common.showPrinted).click();
    await eventually(() => marksOf(table)).toEqual([
      [rowNamed('debt', 2025), utanTillagg, sv.common.printedAs('60 470')],
      [rowNamed('debt', 2026), utanTillagg, sv.common.printedAs('69 979')],
      [rowNamed('headroom', 2026), utanTillagg, sv.common.printedAs('10 021')],
    ]);
    const { notePrinted, countedFigures } = sv.borgensutrymme;
    const note = notePrinted(countedFigures(3), utanTillagg, '1', 2025);
    await eventually(() => page.getByText(note, { exact: true }).count()).toBe(1);
    await eventually(() =>
      page.getByText(/^Tre siffror .*avrundningsdifferens.* 31\/12 2025/u).count(),
    ).toBe(1);
  });

  test('agree with print when the exact amounts are entered', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    await button(page, sv.common.showPrinted).click();
    await write(await cellOf(table, rowNamed('debt', 2024), utanTillagg), '58661,9');
    await write(await cellOf(table, rowNamed('amortisation', 2025), utanTillagg), '-22569,49');

    const balances = [
      { figure: 'debt', year: 2025, shown: '60 470', exact: '60 470,41 Tkr', before: '60 471' },
      { figure: 'debt', year: 2026, shown: '69 979', exact: '69 979,41 Tkr', before: '69 980' },
      { figure: 'headroom', year: 2026, shown: '10 021', exact: '10 020,59 Tkr', before: '10 020' },
    ] as const;
    for (const { figure, year, shown, exact } of balances) {
      const row = rowNamed(figure, year);
      await eventually(() => figureAt(table, row, utanTillagg)).toBe(shown);
      await (await cellOf(table, row, utanTillagg)).click();
      const facts = passportOf(page).getByRole('definition');
      await eventually(() => seenOfAll(facts)).toContain(exact);
    }
    await eventually(() => marksOf(table)).toEqual([]);
    await eventually(() => page.getByText(sv.borgensutrymme.allPrintedAgree).count()).toBe(1);
    await untilSaved(page);

    await button(page, sv.common.undo).click();
    await button(page, sv.common.undo).click();
    for (const { figure, year, before } of balances) {
      const value = (): Promise<string> => figureAt(table, rowNamed(figure, year), utanTillagg);
      await eventually(value).toBe(before);
    }
    await untilSaved(page);
    await showPrintedScenarios(page);
    await eventually(() => rowsOf(table)).toEqual(printedTable);
  });
});

const tillaggsbudget = rowNamed('borrowingTillaggsbudget', 2025);
const headroom = rowNamed('headroom', 2026);
const saving = /\/rows\/2025\/borrowingTillaggsbudget$/u;

async function seesTheCeilingBroken(page: Page): Promise<void> {
  const table = forecastTable(page);
  await eventually(() => figureAt(table, tillaggsbudget, omTillagg)).toBe('20 000');
  await eventually(() => figureAt(table, headroom, omTillagg)).toBe('−8 337');
  await eventually(() => sentenceOf(page)).toContain(
    plain(sv.conclusion.over(omTillagg, '8 337', 2026).join('')),
  );
  await eventually(() => chartLabels(page)).toContain(`${omTillagg} 88 337 (2026)`);
  await eventually(() => chart(page, sv.chart.overTitle).count()).toBe(1);
}

async function seesTheCeilingHeld(page: Page): Promise<void> {
  const table = forecastTable(page);
  await eventually(() => figureAt(table, tillaggsbudget, omTillagg)).toBe('5 010');
  await eventually(() => figureAt(table, headroom, omTillagg)).toBe('6 653');
  await eventually(() => sentenceOf(page)).toContain(
    plain(sv.conclusion.left(omTillagg, '6 653', 2026).join('')),
  );
  await eventually(() => chartLabels(page)).toContain(`${omTillagg} 73 347 (2026)`);
  await eventually(() => chart(page, sv.chart.nearTitle).count()).toBe(1);
}

function chart(page: Page, title: string) {
  return page.getByRole('figure').filter({ hasText: title });
}

// Lines that end before the longest one are named below the chart, with the year that they end in.
async function chartLabels(page: Page): Promise<string[]> {
  const names = page.getByRole('main').locator('figure :is(svg text, .chart-names li)');
  const texts = await names.allTextContents();
  return texts.map(plain);
}

describe('what if the supplementary budget of "Om tillägg" were 20 000', () => {
  test('shows the broken ceiling at once, before and after it is saved', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    await seesTheCeilingHeld(page);
    const answer = Promise.withResolvers<void>();
    await page.route(saving, async (route) => {
      await answer.promise;
      await route.continue();
    });
    await write(await cellOf(forecastTable(page), tillaggsbudget, omTillagg), '20000');
    await seesTheCeilingBroken(page);
    await eventually(() => saveStatusOf(page)).toBe(sv.saving.saving);
    answer.resolve();
    await untilSaved(page);
    await seesTheCeilingBroken(page);
    await button(page, sv.common.undo).click();
    await untilSaved(page);
  });

  test('is undone after a reload, stays undone after another, and is done again', async ({
    open,
  }) => {
    const page = await open(borgensutrymmePath);
    await write(await cellOf(forecastTable(page), tillaggsbudget, omTillagg), '20000');
    await untilSaved(page);
    await page.reload();
    await seesTheCeilingBroken(page);

    await button(page, sv.common.undo).click();
    await seesTheCeilingHeld(page);
    await untilSaved(page);
    await page.reload();
    await seesTheCeilingHeld(page);

    await button(page, sv.common.redo).click();
    await seesTheCeilingBroken(page);
    await untilSaved(page);
    await page.reload();
    await seesTheCeilingBroken(page);

    await button(page, sv.common.undo).click();
    await untilSaved(page);
    await seesTheCeilingHeld(page);
  });
});

const investments = rowNamed('borrowingInvestments', 2026);
const equityUse = rowNamed('borrowingEquityUse', 2026);
const amortisation2025 = rowNamed('amortisation', 2025);

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
    await untilAllButRefusedIsSaved(page);
    await page.keyboard.press('Control+z');
    await eventually(() => blockIn(table)).toEqual(['32 865', '32 865', '3 000', '3 000']);
    await eventually(() => problemOf(page, investments, omTillagg).count()).toBe(0);
    await untilSaved(page);
  });

  test('asks about the sign of an amortisation without minus', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    await write(await cellOf(table, amortisation2025, utanTillagg), '23000');
    await eventually(() => figureAt(table, amortisation2025, utanTillagg)).toBe('23000');
    await eventually(() => seen(problemOf(page, amortisation2025, utanTillagg))).toContain(
      plain(sv.borgensutrymme.signQuestion('−23\u00a0000')),
    );
    await eventually(() => figureAt(table, rowNamed('debt', 2025), utanTillagg)).toBe('60 471');

    await write(await cellOf(table, amortisation2025, utanTillagg), '-23000');
    await eventually(() => figureAt(table, amortisation2025, utanTillagg)).toBe('−23 000');
    await eventually(() => figureAt(table, rowNamed('debt', 2025), utanTillagg)).toBe('60 040');
    await eventually(() => problemOf(page, amortisation2025, utanTillagg).count()).toBe(0);
    await untilSaved(page);
    await button(page, sv.common.undo).click();
    await eventually(() => figureAt(table, amortisation2025, utanTillagg)).toBe('−22 569');
    await untilSaved(page);
  });
});
