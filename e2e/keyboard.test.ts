import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { sv } from '../web/texts/sv.ts';
import { eventually } from './harness/eventually.ts';
import { press, seesFocus, standsOn, stepTo, typeDay, walkTo } from './harness/keyboard.ts';
import { test } from './harness/test.ts';
import {
  borgensutrymmePath,
  budget2026,
  forecastTable,
  omTillagg,
  rowNamed,
  utanTillagg,
} from './screens/borgensutrymme.ts';
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

const words = sv.borgensutrymme;
const { budget } = sv;
const total = budget.total(2025);

/** From the address bar into the table: the first stop inside it is its active cell. */
async function enterTable(page: Page): Promise<void> {
  const table = forecastTable(page);
  await walkTo(await cellOf(table, rowNamed('debt', 2024), omTillagg));
}

/** Up to the head of a column, and its menu open. */
async function openMenu(page: Page, scenario: string): Promise<void> {
  await stepTo(await cellOf(forecastTable(page), rowNamed('debt', 2024), scenario));
  await press(page, 'ArrowUp');
  await standsOn(button(page, words.menuName(scenario)));
  await press(page, 'Enter');
}

async function chooseInMenu(page: Page, item: string): Promise<void> {
  await walkTo(page.getByRole('menuitem', { name: item, exact: true }), 'ArrowDown');
  await press(page, 'Enter');
}

describe('a person without a mouse', () => {
  test('walks from the address bar to a cell, changes it, and takes it back with Ctrl+Z', async ({
    open,
  }) => {
    const page = await open('/');
    const { skip } = sv.common;
    // The first stop leads past the menu; the next ones are the menu.
    await press(page, 'Tab');
    await standsOn(page.getByRole('link', { name: skip }));
    await walkTo(page.getByRole('link', { name: sv.nav.borgensutrymme, exact: true }));
    await press(page, 'Enter');
    await standsOn(page.getByRole('heading', { level: 1, name: words.title }));

    await enterTable(page);
    const row = rowNamed('borrowingEquityUse', 2026);
    const table = forecastTable(page);
    await stepTo(await cellOf(table, row, utanTillagg));
    await page.keyboard.type('3500,5');
    await seesFocus(page);
    await press(page, 'Enter');
    await standsOn(await cellOf(table, rowNamed('amortisation', 2026), utanTillagg));
    await eventually(() => figureAt(table, row, utanTillagg)).toBe('3 501');
    await eventually(() => figureAt(table, rowNamed('headroom', 2026), utanTillagg)).toBe('9 520');

    await press(page, 'Control+z');
    await eventually(() => figureAt(table, row, utanTillagg)).toBe('3 000');
    await seesFocus(page);
    await untilSaved(page);
    await press(page, 'Control+y');
    await eventually(() => figureAt(table, row, utanTillagg)).toBe('3 501');
    await press(page, 'Control+z');
    await eventually(() => figureAt(table, row, utanTillagg)).toBe('3 000');
    await untilSaved(page);
  });

  test('edits with F2, leaves with Esc, and Tab goes to the next cell that can be changed', async ({
    open,
  }) => {
    const page = await open(borgensutrymmePath);
    await enterTable(page);
    const table = forecastTable(page);
    const row = rowNamed('borrowingInvestments', 2025);
    await stepTo(await cellOf(table, row, omTillagg));
    await press(page, 'F2');
    await page.keyboard.type('9');
    await seesFocus(page);
    await press(page, 'Escape');
    await standsOn(await cellOf(table, row, omTillagg));
    await eventually(() => figureAt(table, row, omTillagg)).toBe('20 378');
    await press(page, 'F2');
    await press(page, 'Tab');
    await standsOn(await cellOf(table, row, utanTillagg));
  });

  test('copies a scenario from its column menu, renames the copy, and freezes another', async ({
    open,
  }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    const names = () => columnNames(table);
    await enterTable(page);

    // Esc closes the menu, and the focus is where it was.
    await openMenu(page, utanTillagg);
    await press(page, 'Escape');
    await standsOn(button(page, words.menuName(utanTillagg)));

    await press(page, 'Enter');
    await chooseInMenu(page, words.copy);
    await standsOn(page.getByRole('textbox', { name: words.name, exact: true }));
    await press(page, 'Enter');
    const copy = words.copyName(utanTillagg);
    await eventually(names).toContain(copy);
    await standsOn(button(page, words.menuName(utanTillagg)));

    await press(page, 'ArrowDown');
    await openMenu(page, copy);
    await chooseInMenu(page, words.rename);
    await standsOn(page.getByRole('textbox', { name: words.name, exact: true }));
    await press(page, 'Control+a');
    await page.keyboard.type('Lägre takt');
    await press(page, 'Enter');
    await eventually(names).toContain('Lägre takt');
    await standsOn(button(page, words.menuName('Lägre takt')));

    // Another copy is frozen; Enter on the question is the way out, so one walks to the answer.
    await press(page, 'Enter');
    await chooseInMenu(page, words.copy);
    await standsOn(page.getByRole('textbox', { name: words.name, exact: true }));
    await press(page, 'Control+a');
    await page.keyboard.type('Till beslut');
    await press(page, 'Enter');
    await eventually(names).toContain('Till beslut');
    await standsOn(button(page, words.menuName('Lägre takt')));
    await press(page, 'ArrowDown');
    await openMenu(page, 'Till beslut');
    await chooseInMenu(page, words.freeze);
    await standsOn(button(page, sv.common.cancel));
    await walkTo(button(page, words.freezeConfirm));
    await press(page, 'Enter');
    const head = table.getByRole('columnheader', { name: /^Till beslut/u });
    await eventually(() => head.textContent()).toContain(words.frozen);
    await standsOn(button(page, words.menuName('Till beslut')));
    // What is frozen takes no typing.
    await press(page, 'ArrowDown');
    await page.keyboard.type('1');
    await press(page, 'Enter');
    await eventually(() => figureAt(table, rowNamed('debt', 2024), 'Till beslut')).toBe('58 662');
  });

  test('deletes a draft after a question, and stands on something afterwards', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const names = () => columnNames(forecastTable(page));
    await enterTable(page);
    await openMenu(page, omTillagg);
    await chooseInMenu(page, words.copy);
    await standsOn(page.getByRole('textbox', { name: words.name, exact: true }));
    await press(page, 'Control+a');
    await page.keyboard.type('Kladd');
    await press(page, 'Enter');
    await eventually(names).toContain('Kladd');
    await standsOn(button(page, words.menuName(omTillagg)));
    await press(page, 'ArrowDown');
    await openMenu(page, 'Kladd');
    await chooseInMenu(page, words.delete);
    await standsOn(button(page, sv.common.cancel));
    await walkTo(button(page, words.deleteConfirm));
    await press(page, 'Enter');
    await eventually(names).not.toContain('Kladd');
    await seesFocus(page);
  });

  test('chooses which columns there are, and in which order', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    await walkTo(button(page, words.columns));
    await press(page, 'Enter');
    await seesFocus(page);
    // Esc leaves everything as it was.
    await press(page, 'Escape');
    await standsOn(button(page, words.columns));
    await press(page, 'Enter');
    const before = await columnNames(table);
    const dialog = page.getByRole('dialog', { name: words.columnsTitle });
    await walkTo(dialog.getByRole('checkbox', { name: budget2026, exact: true }));
    await press(page, 'Space');
    await walkTo(button(page, words.moveUp(utanTillagg)), 'Shift+Tab');
    await press(page, 'Enter');
    await walkTo(button(page, words.showColumns));
    await press(page, 'Enter');
    const others = before.filter((name) => ![omTillagg, utanTillagg, budget2026].includes(name));
    await eventually(() => columnNames(table)).toEqual([utanTillagg, omTillagg, ...others]);
    await standsOn(button(page, words.columns));
    // The choice stands in the address.
    await page.reload();
    await eventually(() => columnNames(table)).toEqual([utanTillagg, omTillagg, ...others]);
  });
});

describe('a person without a mouse on Investeringsbudget', () => {
  test('chooses a year with the arrows, and stays on the list', async ({ open }) => {
    const page = await open(investeringsbudgetPath);
    const years = page.getByRole('combobox', { name: budget.year, exact: true });
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
    await walkTo(page.getByRole('radio', { name: budget.summary }));
    await press(page, 'ArrowRight');
    await eventually(() => columnNames(budgetTable(page))).toEqual([total, budget.beslut]);
    await standsOn(page.getByRole('radio', { name: budget.protocol }));
  });

  test('enters an amount by a new decision in the form, and takes it back', async ({ open }) => {
    const page = await open(investeringsbudgetPath);
    const table = budgetTable(page);
    await walkTo(button(page, budget.newPost));
    await press(page, 'Enter');
    const form = entryForm(page);

    await standsOn(field(form, 'combobox', budget.line));
    await page.keyboard.type('Swi');
    await walkTo(field(form, 'combobox', budget.kind));
    await page.keyboard.type('till');
    await walkTo(field(form, 'textbox', budget.amount));
    await page.keyboard.type('1234,5');
    await walkTo(field(form, 'combobox', budget.beslut));
    await page.keyboard.type('Ett nytt');
    await walkTo(field(form, 'textbox', budget.beslutTitle));
    await page.keyboard.type('Fler switchar på Öland');
    const day = form.getByLabel(budget.date, { exact: true });
    await walkTo(day);
    await typeDay(day, '2025-09-18');
    await walkTo(field(form, 'textbox', budget.paragraph));
    await page.keyboard.type('§ 52');
    await walkTo(field(form, 'textbox', budget.dnr));
    await page.keyboard.type('2025/99');
    await walkTo(button(form, budget.createPost));
    await press(page, 'Enter');

    await eventually(() => form.count()).toBe(0);
    await seesFocus(page);
    const supplementary = () => figureAt(table, 'Switchar', budget.tillaggsaskande);
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
    // Scenarios that were added since the first day stand between them and the ceiling with
    // its buffer.
    const rows = async () => {
      const whole = await rowsOf(tableOf(page, sv.chart.tableLabel));
      // The computed scenario goes on for more years than those that are printed.
      return whole.slice(0, 3).map((row) => [...row.slice(0, 5), ...row.slice(-2)]);
    };
    await eventually(rows).toEqual([
      ['31/12 2024', '58 662', '58 662', '67 762', '58 662', '80 000', '78 000'],
      ['31/12 2025', '65 083', '60 471', '66 577', '57 477', '80 000', '78 000'],
      ['31/12 2026', '73 347', '69 980', '–', '67 634', '80 000', '78 000'],
    ]);
    await press(page, 'Enter');
    await standsOn(button(page, sv.chart.showTable));
  });
});
