import { describe } from 'vitest';
import { figureTerms } from '#contract/terms.ts';
import { sv } from '../web/texts/sv.ts';
import { eventually } from './harness/eventually.ts';
import { seenOfAll } from './harness/seen.ts';
import { test } from './harness/test.ts';
import {
  borgensutrymmePath,
  budget2025,
  budget2026,
  forecastTable,
  omTillagg,
  passportOf,
  rowNamed,
  utanTillagg,
} from './screens/borgensutrymme.ts';
import { button, untilSaved } from './screens/page.ts';
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
    const table = forecastTable(await open(borgensutrymmePath));
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
    await page.goto(borgensutrymmePath);
    await eventually(() => rowsOf(table)).toEqual(printedTable);
  });
});
