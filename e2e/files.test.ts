import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { figureLabel } from '#contract/terms.ts';
import { sv } from '../web/texts/sv.ts';
import { download } from './harness/download.ts';
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
  entryNamed,
  field,
  investeringsbudgetPath,
} from './screens/investeringsbudget.ts';
import { button, untilSaved } from './screens/page.ts';
import { cellOf, columnNames, figureAt, write } from './screens/table.ts';

const words = sv.budget;
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
