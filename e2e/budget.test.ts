import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { figureLabel } from '#contract/terms.ts';
import { sv } from '../web/texts/sv.ts';
import { download } from './harness/download.ts';
import { eventually } from './harness/eventually.ts';
import { plain } from './harness/seen.ts';
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
  entryNamed,
  field,
  investeringsbudgetPath,
} from './screens/investeringsbudget.ts';
import { button, sentenceOf, untilSaved } from './screens/page.ts';
import { cellOf, columnNames, figureAt, marksOf, rowsOf, write } from './screens/table.ts';

const words = sv.budget;
const total = words.total(2025);
const source = 'Direktionens protokoll 2025-03-27, § 14';

const decided = 'Direktionen 2025-03-27, § 14';
const planned = 'Investeringsbudget 2025';

/** § 14 of the protocol, row by row, and the decision that each amount comes from. */
const printedRows = [
  ['Klienter', '8 182', planned],
  [entryNamed('Klienter', 'aterbudgetering'), '3 400', decided],
  ['Mobiltelefoner', '1 539', planned],
  [entryNamed('Mobiltelefoner', 'aterbudgetering'), '990', decided],
  [entryNamed('Mobiltelefoner', 'tillaggsaskande'), '620', decided],
  ['Accesspunkter', '2 000', planned],
  ['Switchar', '500', planned],
  ['A/V-utrustning', '250', planned],
  ['Verksamhetssystem HR', '5 574', planned],
  ['System/server', '3 000', planned],
  ['Nät', '500', planned],
];

describe('Investeringsbudget 2025', () => {
  test('is 26 555, and was 21 545 before the decisions of the year', async ({ open }) => {
    const page = await open(investeringsbudgetPath);
    const table = budgetTable(page);
    await eventually(() => figureAt(table, sv.common.sum, total)).toBe('26 555');
    await eventually(() => figureAt(table, words.beforeDecisions, total)).toBe('21 545');
    await eventually(() => columnNames(table)).toEqual([
      words.original,
      words.aterbudgetering,
      words.tillaggsaskande,
      total,
    ]);
    await eventually(() => rowsOf(table)).toContainEqual([
      'Mobiltelefoner',
      '1 539',
      '990',
      '620',
      '3 149',
    ]);
    await eventually(() => sentenceOf(page)).toBe(
      plain(words.say(2025, '26 555').join('') + words.sayMore('5 010').join('')),
    );
  });

  test('marks the printed 21 543, and calls it an error and not rounding', async ({ open }) => {
    const page = await open(investeringsbudgetPath);
    const table = budgetTable(page);
    await eventually(() => marksOf(table)).toEqual([]);
    await button(page, sv.common.showPrinted).click();
    await eventually(() => marksOf(table)).toEqual([
      [words.beforeDecisions, total, sv.common.printedAs('21 543')],
    ]);
    const error = words.notePrintedError('21 543', '21 545', '−2', source);
    await eventually(() => page.getByText(error, { exact: true }).count()).toBe(1);
    await eventually(() => page.getByText(/fel, inte avrundning/u).count()).toBe(1);
    const agrees = words.notePrintedAgrees('26 555', source);
    await eventually(() => page.getByText(agrees, { exact: true }).count()).toBe(1);
  });

  test('has the eleven rows of the protocol in the printed order', async ({ open }) => {
    const page = await open(investeringsbudgetPath);
    const table = budgetTable(page);
    await page.getByText(words.protocol, { exact: true }).click();
    await eventually(() => rowsOf(table)).toEqual([
      ...printedRows,
      [sv.common.sum, '26 555', ''],
      [words.beforeDecisions, '21 545', ''],
    ]);
    // The address says the layout, so that a link shows the next person the same.
    await page.reload();
    await eventually(async () => (await rowsOf(table)).length).toBe(13);
  });
});

const formula = '=1+1';
/** An apostrophe tells every spreadsheet that what follows is a text. */
const guarded = `'${formula}`;
const amount = /^-?\d+(?:,\d+)?$/u;

function csvLink(page: Page): Locator {
  return page.getByRole('link', { name: sv.common.csv, exact: true });
}

async function addLine(page: Page, name: string): Promise<void> {
  await button(page, words.newLine).click();
  await page.getByRole('textbox', { name: words.lineName, exact: true }).fill(name);
  await button(page, words.createLine).click();
  await eventually(() => page.getByRole('dialog').count()).toBe(0);
}

async function addEntry(page: Page, line: string, typed: string): Promise<void> {
  await button(page, words.newPost).click();
  const form = entryForm(page);
  await field(form, 'combobox', words.line).selectOption(line);
  await field(form, 'textbox', words.amount).fill(typed);
  await field(form, 'combobox', words.beslut).selectOption({ index: 1 });
  await button(form, words.createPost).click();
  await eventually(() => form.count()).toBe(0);
}

describe('the CSV files', () => {
  test('of the budget have a line that looks like a formula as text, and every amount as a number', async ({
    open,
    expect,
  }) => {
    const page = await open(investeringsbudgetPath);
    await addLine(page, formula);
    await addEntry(page, formula, '1 234,5');
    const total = words.total(2025);
    await eventually(() => figureAt(budgetTable(page), sv.common.sum, total)).toBe('27 790');

    const summary = await download(csvLink(page));
    expect(summary.fileName).toMatch(/\.csv$/u);
    expect(summary.bytes.subarray(0, 3)).toEqual(Buffer.from('\uFEFF'));
    expect(summary.lines).toContainEqual([guarded, '1234,5', '', '', '', '1234,5']);
    expect(summary.lines).toContainEqual(['Nät', '500', '', '', '', '500']);
    expect(summary.lines).toContainEqual(['Mobiltelefoner', '1539', '990', '620', '', '3149']);
    expect(summary.lines[0]).toContain(words.aterbudgetering);
    for (const [, ...figures] of summary.lines.slice(1)) {
      for (const figure of figures) if (figure !== '') expect(figure).toMatch(amount);
    }

    await page.getByText(words.protocol, { exact: true }).click();
    await eventually(() => columnNames(budgetTable(page))).toEqual([total, words.beslut]);
    const protocol = await download(csvLink(page));
    expect(protocol.lines.map(([name]) => name)).toContain(guarded);
    const figures = new Map(protocol.lines.map(([name, figure]) => [name, figure]));
    expect(figures.get(guarded)).toBe('1234,5');
    expect(figures.get(entryNamed('Mobiltelefoner', 'tillaggsaskande'))).toBe('620');
    expect(figures.get(sv.common.sum)).toBe('27789,5');
    for (const [, figure] of protocol.lines.slice(1)) expect(figure).toMatch(amount);
  });

  test('of the forecast are exact, with a comma and a plain minus', async ({ open, expect }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    await button(page, sv.borgensutrymme.menuName(utanTillagg)).click();
    await page.getByRole('menuitem', { name: sv.borgensutrymme.copy, exact: true }).click();
    await page.getByRole('textbox', { name: sv.borgensutrymme.name, exact: true }).fill(formula);
    await button(page, sv.borgensutrymme.create).click();
    await eventually(() => columnNames(table)).toContain(formula);
    await write(await cellOf(table, rowNamed('amortisation', 2025), formula), '-22569,49');
    await untilSaved(page);

    const { lines, bytes } = await download(csvLink(page));
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from('\uFEFF'));
    const [head = [], ...rows] = lines;
    expect(head.slice(0, 3)).toEqual([sv.common.unit, omTillagg, utanTillagg]);
    expect(head).toContain(guarded);
    const column = head.indexOf(guarded);
    const row = (name: string) => rows.find(([first]) => first === name);
    expect(row(figureLabel('amortisation', 2025))?.[column]).toBe('-22569,49');
    expect(row(figureLabel('debt', 2025))?.[column]).toBe('60470,51');
    expect(row(figureLabel('headroom', 2026))?.slice(1, 3)).toEqual(['6653', '10020']);
    for (const [, ...figures] of rows) {
      for (const figure of figures) if (figure !== '') expect(figure).toMatch(amount);
    }
  });
});
