import { utils, write as writeWorkbook } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { listUtfallSources, undoUtfallSource } from '#contract/utfall.ts';
import { sv } from '../web/texts/sv.ts';
import { barriers, everyLook, twoLooks } from './harness/accessibility.ts';
import { callAs, demoId } from './harness/call.ts';
import { copyElsewhere } from './harness/clipboard.ts';
import { download } from './harness/download.ts';
import { eventually } from './harness/eventually.ts';
import { press, standsOn, stepTo, walkTo } from './harness/keyboard.ts';
import { plain, seen } from './harness/seen.ts';
import { test } from './harness/test.ts';
import { field } from './screens/investeringsbudget.ts';
import { button, sentenceOf, untilSaved } from './screens/page.ts';
import { cellOf, figureAt, write } from './screens/table.ts';
import {
  bokslut,
  dropFile,
  importFile,
  importPath,
  mappingPath,
  readRows,
  says,
  section,
  utfallPath,
  utfallTable,
} from './screens/utfall.ts';

const words = sv.imports;
const { utfall, mapping } = sv;

/** What each project of the closing comes to, in Tkr; see its SOURCE.md. */
const lines = [
  ['Klienter', '3 804'],
  ['Mobiltelefoner', '1 010'],
  ['Accesspunkter', '1 612'],
  ['Switchar', '488'],
  ['A/V-utrustning', '232'],
  ['Verksamhetssystem HR', '3 250'],
  ['System/server', '2 874'],
  ['Nät', '1 401'],
] as const;

/** Imports the closing by its proposals, wherever the page is. */
async function importBokslut(page: Page): Promise<void> {
  await page.goto(importPath);
  await importFile(page, bokslut, '2024');
  await button(page, words.undo).or(page.getByText(words.unchanged)).first().waitFor();
}

/** Undoes what the demo has typed, so that nothing is known. */
async function forgetTyped(page: Page): Promise<void> {
  const params = { organisationId: await demoId(page) };
  const { sources } = await callAs(page, listUtfallSources, { params, query: { kind: 'typed' } });
  for (const { sourceId, undoneAt } of sources) {
    if (undoneAt !== null) continue;
    await callAs(page, undoUtfallSource, { params: { ...params, sourceId } });
  }
}

async function undoNewest(page: Page): Promise<void> {
  await page.goto(importPath);
  await button(page, words.undoOf(bokslut.name)).first().click();
  const question = page.getByRole('alertdialog');
  await button(question, words.undo).click();
  await eventually(() => question.count()).toBe(0);
}

describe('the closing of 2024', () => {
  test('is dropped, read, mapped by its proposals, previewed and imported, and taken back', async ({
    open,
    expect,
  }) => {
    const page = await open(importPath);
    await forgetTyped(page);
    await page.reload();
    await dropFile(page, bokslut);
    // What was read: kind, company, encoding and the warnings with their sentences.
    const file = section(page, bokslut.name);
    await eventually(() => seen(file)).toContain('SIE 4E');
    const told = await seen(file);
    expect(told).toContain('Kommunalförbundet Exempel, 222000-0000');
    expect(told).toContain(words.warningsTitle(1));
    // Nothing is mapped before the proposals are accepted, and what is not is named with its sum.
    const place = section(page, mapping.title);
    await eventually(() => seen(place)).toContain('15 av 15 saknar koppling');
    expect(await seen(place)).toContain(mapping.proposed('Klienter'));
    await says(page, words.noLinesIn(2024));

    await button(page, mapping.acceptAll(10)).click();
    await eventually(() => seen(place)).toContain(mapping.allMapped(15));
    await eventually(() => readRows(page, words.previewOf(2024))).toEqual([
      ...lines.map(([name, amount]) => [name, '–', amount, `+${amount}`]),
      [words.allLines, '–', '14 671', '+14 671'],
      [utfall.targets.drift, '–', '−2 963', '−2 963'],
      [utfall.targets.outside, '–', '−11 708', '−11 708'],
    ]);
    await button(page, words.take('2024')).click();
    await says(page, words.done(bokslut.name, '14 671'));

    // The outcome, line by line and month by month.
    await page.getByRole('link', { name: words.showUtfall(2024) }).click();
    const table = utfallTable(page);
    for (const [name, amount] of lines) {
      await eventually(() => figureAt(table, name, utfall.outcome)).toBe(amount);
    }
    await eventually(() => figureAt(table, 'Klienter', 'Feb')).toBe('1 250');
    await eventually(() => figureAt(table, 'Klienter', 'Dec')).toBe('500');
    await eventually(() => figureAt(table, sv.common.sum, utfall.outcome)).toBe('14 671');
    expect(await seen(page.getByRole('main'))).toContain(utfall.targets.drift);

    // The voucher behind a figure.
    await (await cellOf(table, 'Klienter', 'Dec')).click();
    await button(page, utfall.showVouchers).click();
    const vouchers = page.getByRole('dialog');
    await eventually(() => seen(vouchers)).toContain('A 25');
    expect(await seen(vouchers)).toContain('Bärbara datorer, sista leveransen');
    await page.keyboard.press('Escape');

    // Undone whole: nothing is known any more.
    await undoNewest(page);
    await says(page, words.undoneMark);
    await page.goto(utfallPath);
    await says(page, utfall.emptyTitle(2024));
  });

  test('imported again is the same, and a third time changes nothing', async ({ open, expect }) => {
    const page = await open(importPath);
    await importBokslut(page);
    await page.goto(importPath);
    await dropFile(page, bokslut);
    await says(page, words.alreadyTitle);
    await says(page, words.nothingChanges);
    await button(page, words.take('2024')).click();
    await says(page, words.unchanged);
    await page.goto(utfallPath);
    await eventually(() => figureAt(utfallTable(page), 'Nät', utfall.outcome)).toBe('1 401');
    await eventually(() => sentenceOf(page)).toContain('14 671 Tkr');
    const { lines: rows } = await download(page.getByRole('link', { name: sv.common.csv }));
    expect(rows.find(([name]) => name === 'System/server')?.at(-1)).toBe('2874,11525');
  });
});

describe('a typed amount', () => {
  test('takes the place of the imported one, is marked, and goes back with undo', async ({
    open,
    expect,
  }) => {
    const page = await open(importPath);
    await importBokslut(page);
    await page.goto(utfallPath);
    const table = utfallTable(page);
    await write(await cellOf(table, 'Klienter', 'Dec'), '620,5');
    await eventually(() => figureAt(table, 'Klienter', utfall.outcome)).toBe('3 925');
    await untilSaved(page);
    const cell = await cellOf(table, 'Klienter', 'Dec');
    await eventually(() => seen(cell)).toContain(utfall.corrected);
    // Both values in the passport beneath.
    await cell.click();
    const passport = page.getByRole('figure', { name: sv.passport.title });
    await eventually(() => seen(passport)).toContain('620,5');
    expect(await seen(passport)).toContain(`500, ${utfall.importedFrom(bokslut.name)}`);

    await page.keyboard.press('Control+z');
    await eventually(() => figureAt(table, 'Klienter', utfall.outcome)).toBe('3 804');
    await untilSaved(page);
    await page.reload();
    await eventually(() => figureAt(table, 'Klienter', 'Dec')).toBe('500');
    await button(page, sv.common.redo).click();
    await eventually(() => figureAt(table, 'Klienter', 'Dec')).toBe('621');
    await untilSaved(page);
    // Emptying what was typed brings back what was imported; what was imported is not emptied.
    await (await cellOf(table, 'Klienter', 'Dec')).click();
    await page.keyboard.press('Delete');
    await eventually(() => figureAt(table, 'Klienter', 'Dec')).toBe('500');
    await page.keyboard.press('Delete');
    await eventually(() => seen(page.getByRole('main'))).toContain(utfall.cannotEmpty);
  });

  test('block is pasted as one step, and is named before a new file takes its place', async ({
    open,
  }) => {
    const page = await open('/itsam/investeringsbudget/2023/utfall');
    const table = utfallTable(page, 2023);
    await (await cellOf(table, 'Klienter', 'Jan')).click();
    await copyElsewhere(page, '10\t20\r\n30\t40\r\n');
    await page.keyboard.press('Control+v');
    await eventually(() => figureAt(table, sv.common.sum, utfall.outcome)).toBe('100');
    await eventually(() => figureAt(table, 'Mobiltelefoner', 'Feb')).toBe('40');
    await untilSaved(page);
    await page.goto(importPath);
    await dropFile(page, {
      name: 'utfall-2023.csv',
      bytes: Buffer.from('Rad;Januari 2023, Tkr\r\nKlienter;15,5\r\n'),
    });
    // A proposal that is not accepted takes the place of nothing.
    await button(page, mapping.acceptAll(1)).click();
    await says(page, words.typedTitle(1));
    await says(page, 'Klienter, januari 2023: 10');
    await page.goto('/itsam/investeringsbudget/2023/utfall');
    await eventually(() => figureAt(table, 'Klienter', 'Jan')).toBe('10');
    await button(page, sv.common.undo).click();
    await says(page, utfall.emptyTitle(2023));
  });
});

describe('a table', () => {
  test('as CSV asks for its unit, shows its problems by row, and is imported without them', async ({
    open,
    expect,
  }) => {
    const page = await open(importPath);
    const rows = [
      'Rad;Mars;April',
      'Klienter;1250,5;1.234',
      'Mobiltelefoner;400;',
      'Okänd sak;7;',
      'Summa;1657,5;',
    ];
    await dropFile(page, { name: 'utfall.csv', bytes: Buffer.from(rows.join('\r\n')) });
    await says(page, words.unitMissing);
    await page.getByText('Tkr', { exact: true }).last().click();
    const year = field(section(page, words.tableTitle), 'combobox', words.yearOfTable);
    await year.selectOption('2022');
    await says(page, words.problems(1));
    await eventually(() => readRows(page, words.problems(1))).toEqual([
      [
        words.cell(2, 3),
        '”1.234”',
        expect.stringContaining('Punkten i beloppet kan vara tusentalsavgränsare'),
      ],
    ]);
    await says(page, words.skipped(1));
    await button(page, mapping.acceptAll(2)).click();
    await says(page, words.leftProblems(1));
    // What has no name like a line's goes where the person says.
    const unknown = page.getByRole('combobox', { name: mapping.placeOf('Okänd sak') });
    await unknown.selectOption({ label: mapping.outside });
    await eventually(() => readRows(page, words.previewOf(2022))).toEqual([
      ['Klienter', '–', '1 251', '+1 251'],
      ['Mobiltelefoner', '–', '400', '+400'],
      [words.allLines, '–', '1 651', '+1 651'],
      [utfall.targets.outside, '–', '7', '+7'],
    ]);
    await button(page, words.take('2022')).click();
    await says(page, words.done('utfall.csv', '1 651'));
    await page.getByRole('link', { name: words.showUtfall(2022) }).click();
    await eventually(() => figureAt(utfallTable(page, 2022), 'Klienter', 'Mar')).toBe('1 251');
  });

  test('as XLSX is read sheet by sheet, with its notes and the rows that are wrong', async ({
    open,
    expect,
  }) => {
    const page = await open(importPath);
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Om filen'], ['Ingenting']]), 'Läs mig');
    const sheet = utils.aoa_to_sheet([
      ['Projekt', 'Utfall 2021 kr'],
      ['Klienter', 1250000],
      ['Switchar', 'okänt'],
      ['Nät', 5000.125],
    ]);
    utils.book_append_sheet(book, sheet, 'Utfall');
    const bytes: unknown = writeWorkbook(book, { type: 'buffer', bookType: 'xlsx' });
    if (!Buffer.isBuffer(bytes)) throw new Error('The workbook is no buffer');
    await dropFile(page, { name: 'utfall.xlsx', bytes });
    const table = section(page, words.tableTitle);
    await eventually(() => field(table, 'combobox', words.sheet).inputValue()).toBe('1');
    await eventually(() => readRows(page, words.problems(2))).toEqual([
      [words.cell(3, 2), '”okänt”', expect.stringContaining('inte ett belopp')],
      [words.cell(4, 2), '”5000.125”', expect.stringContaining('delar av ett öre')],
    ]);
    // Another sheet has nothing to read, and the first one comes back as it was proposed.
    await field(table, 'combobox', words.sheet).selectOption('0');
    await eventually(() => page.getByText(words.problems(2)).count()).toBe(0);
    await field(table, 'combobox', words.sheet).selectOption('1');
    await says(page, words.problems(2));
  });

  test('that cannot be read is refused in a sentence, and the file stays chosen', async ({
    open,
  }) => {
    const page = await open(importPath, { expected: [/status of 4\d\d/u] });
    const bytes = Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_000, '0'), 'hex');
    await dropFile(page, { name: 'gammal.xls', bytes });
    await says(page, words.failed('gammal.xls'));
    await says(page, 'Filen har det gamla Office-formatet (.xls), som Tkr inte läser.');
    await button(page, words.retry).click();
    await says(page, words.failed('gammal.xls'));
    await button(page, words.otherFile).click();
    await says(page, words.drop);
    // A good file right after the bad one.
    await dropFile(page, bokslut);
    await section(page, bokslut.name).waitFor();
  });

  test('on its way is stopped, and nothing is kept of it', async ({ open, expect }) => {
    const page = await open(importPath);
    // The answer waits until it is asked for: what a large file does by itself.
    await page.route('**/utfall-files/read**', () => undefined);
    await dropFile(page, bokslut);
    await says(page, words.reading(bokslut.name));
    await button(page, sv.common.cancel).click();
    await standsOn(page.getByRole('heading', { level: 1 }));
    await page.unroute('**/utfall-files/read**');
    expect(plain((await page.getByRole('main').textContent()) ?? '')).toContain(words.drop);
  });
});

describe('the mapping', () => {
  test('is changed rule by rule, saved as a version, and an import is mapped anew by it', async ({
    open,
  }) => {
    const page = await open(importPath);
    await importBokslut(page);
    await page.goto(mappingPath);
    await page.getByRole('button', { name: /Projekt 108 Nät, redundans, åtgärder$/u }).click();
    await page.getByRole('menuitem', { name: mapping.edit }).click();
    const dialog = page.getByRole('dialog');
    await field(dialog, 'combobox', mapping.goesTo).selectOption({ label: 'Switchar' });
    await button(dialog, mapping.keepRule).click();
    await field(section(page, mapping.rulesTitle), 'textbox', mapping.saveComment).fill('Prov');
    const save = page.getByRole('button', { name: /^Spara som version/u });
    await save.click();
    await eventually(() => save.count()).toBe(0);
    const remap = section(page, mapping.remapTitle);
    const imports = field(remap, 'combobox', mapping.import);
    const own = imports.locator('option', { hasText: bokslut.name }).first();
    await imports.selectOption((await own.getAttribute('value')) ?? '');
    await eventually(() => readRows(page, words.previewOf(2024))).toContainEqual([
      'Switchar',
      '488',
      '1 889',
      '+1 401',
    ]);
    await remap.getByRole('button', { name: /^Koppla om med version/u }).click();
    await says(page, 'är omkopplad med version');
    await page.goto(utfallPath);
    await eventually(() => figureAt(utfallTable(page), 'Switchar', utfall.outcome)).toBe('1 889');
    await eventually(() => figureAt(utfallTable(page), 'Nät', utfall.outcome)).toBe('');
  });
});

describe('somebody who may not change anything', () => {
  test('reads outcome, imports and rules, without a way to change them', async ({
    open,
    expect,
  }) => {
    const ekonom = await open(importPath);
    await importBokslut(ekonom);
    for (const role of ['direktion', 'revisor'] as const) {
      const page = await open(utfallPath, { as: role });
      const table = utfallTable(page);
      await eventually(() => figureAt(table, 'Klienter', utfall.outcome)).toBe('3 804');
      expect(await table.getAttribute('aria-readonly')).toBe('true');
      await page.goto(importPath);
      await says(page, bokslut.name);
      expect(await page.getByText(words.drop).count()).toBe(0);
      expect(await button(page, words.undoOf(bokslut.name)).count()).toBe(0);
      await page.goto(mappingPath);
      await says(page, mapping.rulesTitle);
      expect(await button(page, mapping.addRule).count()).toBe(0);
    }
  });
});

describe('the pages', () => {
  test('have no barriers and fit a phone, in light and dark', async ({ open, expect }) => {
    const page = await open(importPath);
    expect(await barriers(page, twoLooks), 'the imports').toEqual([]);
    await dropFile(page, bokslut);
    await section(page, mapping.title).waitFor();
    expect(await barriers(page, everyLook), 'a file that was read').toEqual([]);
    await importBokslut(page);
    expect(await barriers(page, twoLooks), 'an import that is done').toEqual([]);
    await button(page, words.showOf(bokslut.name)).first().click();
    await says(page, words.listTitle);
    expect(await barriers(page, twoLooks), 'an import').toEqual([]);
    await page.keyboard.press('Escape');
    await page.goto(utfallPath);
    await (await cellOf(utfallTable(page), 'Klienter', 'Dec')).click();
    expect(await barriers(page, everyLook), 'the outcome').toEqual([]);
    await page.goto(mappingPath);
    await section(page, mapping.versions).waitFor();
    expect(await barriers(page, twoLooks), 'the mapping').toEqual([]);
  });

  test('are walked from the keyboard: choose, accept, import, and look', async ({ open }) => {
    const page = await open(importPath);
    await walkTo(button(page, words.choose));
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.keyboard.press('Enter'),
    ]);
    await chooser.setFiles({
      name: 'tangent.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Rad;Utfall 2020 Tkr\r\nSwitchar;12\r\nKöket;7\r\n'),
    });
    const kitchen = page.getByRole('combobox', { name: mapping.placeOf('Köket') });
    await walkTo(kitchen);
    await page.keyboard.type('Utanför');
    await walkTo(button(page, words.take('2020')));
    await press(page, 'Enter');
    await standsOn(page.getByRole('heading', { level: 1, name: words.title }));
    await walkTo(page.getByRole('link', { name: words.showUtfall(2020) }));
    await press(page, 'Enter');
    await standsOn(page.getByRole('heading', { level: 1, name: utfall.title }));
    const table = utfallTable(page, 2020);
    await walkTo(await cellOf(table, 'Klienter', utfall.outcome));
    await stepTo(await cellOf(table, 'Klienter', utfall.wholeYear));
    await page.keyboard.type('3');
    await press(page, 'Enter');
    await eventually(() => figureAt(table, 'Klienter', utfall.outcome)).toBe('3');
    await untilSaved(page);
    // Between the tabs the focus goes to the title, and with another year it stays.
    await walkTo(page.getByRole('link', { name: sv.budgetTabs.imports, exact: true }), 'Shift+Tab');
    await press(page, 'Enter');
    await standsOn(page.getByRole('heading', { level: 1, name: words.title }));
  });
});
