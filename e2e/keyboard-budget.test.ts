import { describe } from 'vitest';
import { sv } from '../web/texts/sv.ts';
import { eventually } from './harness/eventually.ts';
import { press, seesFocus, standsOn, stepTo, typeDay, walkTo } from './harness/keyboard.ts';
import { test } from './harness/test.ts';
import {
  budgetTable,
  entryForm,
  entryNamed,
  field,
  investeringsbudgetPath,
} from './screens/investeringsbudget.ts';
import { button, untilSaved } from './screens/page.ts';
import { cellOf, columnNames, figureAt, rowOf, rowsOf, tableOf } from './screens/table.ts';

// Nobody touches a mouse in this file: no click, no focus(), no fill(), no selectOption().

const words = sv.budget;
const total = words.total(2025);

describe('a person without a mouse on Investeringsbudget', () => {
  test('chooses a year with the arrows, and stays on the list', async ({ open }) => {
    const page = await open(investeringsbudgetPath);
    const years = page.getByRole('combobox', { name: words.year, exact: true });
    await walkTo(years);
    await press(page, 'ArrowDown');
    await budgetTable(page, 2026).waitFor();
    await eventually(() => page.url()).toMatch(/\/investeringsbudget\/2026$/u);
    await standsOn(years);
    await press(page, 'ArrowUp');
    await budgetTable(page, 2025).waitFor();
    await standsOn(years);
  });

  test('chooses the layout of the protocol, and stays on the choice', async ({ open }) => {
    const page = await open(investeringsbudgetPath);
    await walkTo(page.getByRole('radio', { name: words.summary }));
    await press(page, 'ArrowRight');
    await eventually(() => columnNames(budgetTable(page))).toEqual([total, words.beslut]);
    await standsOn(page.getByRole('radio', { name: words.protocol }));
  });

  test('enters an amount by a new decision in the form, and takes it back', async ({ open }) => {
    const page = await open(investeringsbudgetPath);
    const table = budgetTable(page);
    await walkTo(button(page, words.newPost));
    await press(page, 'Enter');
    const form = entryForm(page);

    await standsOn(field(form, 'combobox', words.line));
    await page.keyboard.type('Swi');
    await walkTo(field(form, 'combobox', words.kind));
    await page.keyboard.type('till');
    await walkTo(field(form, 'textbox', words.amount));
    await page.keyboard.type('1234,5');
    await walkTo(field(form, 'combobox', words.beslut));
    await page.keyboard.type('Ett nytt');
    await walkTo(field(form, 'textbox', words.beslutTitle));
    await page.keyboard.type('Fler switchar på Öland');
    const day = form.getByLabel(words.date, { exact: true });
    await walkTo(day);
    await typeDay(day, '2025-09-18');
    await walkTo(field(form, 'textbox', words.paragraph));
    await page.keyboard.type('§ 52');
    await walkTo(field(form, 'textbox', words.dnr));
    await page.keyboard.type('2025/99');
    await walkTo(button(form, words.createPost));
    await press(page, 'Enter');

    await eventually(() => form.count()).toBe(0);
    await seesFocus(page);
    const supplementary = () => figureAt(table, 'Switchar', words.tillaggsaskande);
    await eventually(supplementary).toBe('1 235');
    await eventually(() => figureAt(table, sv.common.sum, total)).toBe('27 790');

    await walkTo(button(page, sv.common.undo), 'Shift+Tab');
    await press(page, 'Enter');
    await eventually(supplementary).toBe('');
    await eventually(() => figureAt(table, sv.common.sum, total)).toBe('26 555');
    await untilSaved(page);
    await seesFocus(page);
  });

  test('corrects an amount in place in the layout of the protocol, and takes it back', async ({
    open,
  }) => {
    const page = await open(`${investeringsbudgetPath}?visning=protokoll`);
    const table = budgetTable(page);
    const row = entryNamed('Klienter', 'aterbudgetering');
    await walkTo(await cellOf(table, 'Klienter', total));
    await stepTo(await cellOf(table, row, total));
    await page.keyboard.type('3500');
    await press(page, 'Enter');
    await standsOn(await cellOf(table, 'Mobiltelefoner', total));
    await eventually(() => figureAt(table, row, total)).toBe('3 500');
    await eventually(() => figureAt(table, sv.common.sum, total)).toBe('26 655');
    await untilSaved(page);
    await press(page, 'Control+z');
    await eventually(() => figureAt(table, row, total)).toBe('3 400');
    await eventually(() => figureAt(table, sv.common.sum, total)).toBe('26 555');
    await untilSaved(page);
    await eventually(() => rowOf(table, row).count()).toBe(1);
    await seesFocus(page);
  });

  test('reads the chart of Översikt as a table', async ({ open }) => {
    const page = await open('/itsam/oversikt');
    await walkTo(button(page, sv.chart.showTable));
    await press(page, 'Enter');
    await standsOn(button(page, sv.chart.hideTable));
    await eventually(() => rowsOf(tableOf(page, sv.chart.tableLabel))).toEqual([
      ['31/12 2024', '58 662', '58 662', '67 762', '58 662', '80 000'],
      ['31/12 2025', '65 083', '60 471', '66 577', '57 477', '80 000'],
      ['31/12 2026', '73 347', '69 980', '–', '67 634', '80 000'],
    ]);
    await press(page, 'Enter');
    await standsOn(button(page, sv.chart.showTable));
  });
});
