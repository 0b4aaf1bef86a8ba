import { describe } from 'vitest';
import { sv } from '../web/texts/sv.ts';
import { barriers, everyLook, twoLooks } from './harness/accessibility.ts';
import { download } from './harness/download.ts';
import { eventually } from './harness/eventually.ts';
import { seen } from './harness/seen.ts';
import { test } from './harness/test.ts';
import { plainRowsOf, plainTable } from './screens/behov.ts';
import {
  costTable,
  kapitalkostnadPath,
  motTrycketPath,
  sheetOf,
  termsTable,
  villkorPath,
} from './screens/line-terms.ts';
import { button, sentenceOf, untilSaved } from './screens/page.ts';
import { cellOf, figureAt, rowsOf, write } from './screens/table.ts';

const words = sv.villkor;
const cost = sv.kapitalkostnad;
const print = sv.motTrycket;

describe('Villkor', () => {
  test('has the lives of § 14, and says where each one comes from', async ({ open, expect }) => {
    const page = await open(villkorPath);
    const table = termsTable(page);
    await eventually(() => rowsOf(table)).toContainEqual([
      'Klienter',
      ...['36', '48', '48', '48', '48', '48'],
    ]);
    await eventually(() => sentenceOf(page)).toBe(words.sayAll);
    await (await cellOf(table, 'Klienter', '2026')).click();
    const sheet = sheetOf(page, words.sheetTitle);
    await sheet.getByText('48 månader').waitFor();
    await sheet.getByText(words.saidElsewhere('Klienter', '2025')).waitFor();
    await sheet.getByText('Demoekonom', { exact: false }).waitFor();
    await (await cellOf(table, 'Accesspunkter', '2026')).click();
    await sheet.getByText(words.saidElsewhere(words.allLines, null)).waitFor();
    expect(await barriers(page, everyLook)).toEqual([]);
  });

  test('a life is typed for a year and holds from there on, with its history and undone', async ({
    open,
    expect,
  }) => {
    const page = await open(villkorPath);
    const table = termsTable(page);
    await write(await cellOf(table, 'Switchar', '2027'), '8 år');
    await eventually(() => figureAt(table, 'Switchar', '2027')).toBe('96');
    expect(await figureAt(table, 'Switchar', '2026')).toBe('84');
    expect(await figureAt(table, 'Switchar', '2029')).toBe('96');
    await write(await cellOf(table, 'Switchar', '2027'), '60');
    await untilSaved(page);
    await (await cellOf(table, 'Switchar', '2027')).click();
    const sheet = sheetOf(page, words.sheetTitle);
    await sheet.getByText(words.before, { exact: true }).waitFor();
    await eventually(() => seen(sheet.getByRole('listitem').first())).toContain('96');
    await sheet.getByLabel(words.comment).fill('Påhittat beslut');
    await page.keyboard.press('Tab');
    await untilSaved(page);
    await page.reload();
    await (await cellOf(table, 'Switchar', '2027')).click();
    await sheet.getByText('Påhittat beslut').waitFor();
    // The comment, the 60 and the 96: three steps back to what held before.
    for (const shown of ['60', '96', '84']) {
      await button(page, sv.common.undo).click();
      await eventually(() => figureAt(table, 'Switchar', '2027')).toBe(shown);
    }
    await untilSaved(page);
    expect(await figureAt(table, 'Switchar', '2029')).toBe('84');
  });

  test('what is no life stays as it was typed, with the reason', async ({ open, expect }) => {
    const page = await open(villkorPath);
    const table = termsTable(page);
    await write(await cellOf(table, 'Nät', '2028'), 'länge');
    await page.getByText(words.problems.life, { exact: false }).first().waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
    await page.getByRole('button', { name: 'Kasta' }).click();
    await eventually(() => figureAt(table, 'Nät', '2028')).toBe('120');
  });

  test('the other terms are chosen, and the address has the choice', async ({ open, expect }) => {
    const page = await open(villkorPath);
    await page.getByText(words.kinds.drawSpan, { exact: true }).click();
    const spans = termsTable(page, 'drawSpan');
    await write(await cellOf(spans, 'Nät', '2026'), 'mars–okt');
    await eventually(() => figureAt(spans, 'Nät', '2027')).toBe('mars–okt');
    await untilSaved(page);
    expect(page.url()).toContain('villkor=drawSpan');
    await page.reload();
    await eventually(() => figureAt(spans, 'Nät', '2026')).toBe('mars–okt');
    await button(page, sv.common.undo).click();
    await eventually(() => figureAt(spans, 'Nät', '2026')).toBe('jan–dec');
    await untilSaved(page);
  });

  test('the direktion reads and does not change', async ({ open, expect }) => {
    const page = await open(villkorPath, { as: 'direktion' });
    const cell = await cellOf(termsTable(page), 'Klienter', '2027');
    await eventually(() => cell.getAttribute('aria-readonly')).toBe('true');
    expect(await button(page, sv.common.undo).count()).toBe(0);
  });
});

describe('Kapitalkostnad', () => {
  test('is what the investments cost the driftbudget, down to what each part is', async ({
    open,
    expect,
  }) => {
    const page = await open(kapitalkostnadPath);
    await page.getByText(cost.figures.depreciation, { exact: true }).first().click();
    const table = costTable(page, 'depreciation');
    // 11 582 · 66/576, and 11 582 · 144/576 + 10 500 · 66/576.
    await eventually(() => figureAt(table, 'Klienter', '2025')).toBe('1 327');
    expect(await figureAt(table, 'Klienter', '2026')).toBe('4 099');
    await (await cellOf(table, 'Klienter', '2026')).click();
    const sheet = sheetOf(page, sv.passport.title);
    const bought = { months: 'jan–dec 2025', life: 48, pieces: 576 };
    await sheet.getByText(cost.part({ ...bought, invested: '11\u00a0582', worn: 144 })).waitFor();
    await sheet.getByText('2\u00a0895,5', { exact: true }).waitFor();
    await page.getByText(cost.noteBefore(2025)).waitFor();
    const { fileName, lines } = await download(page.getByRole('link', { name: sv.common.csv }));
    expect(fileName).toBe('kapitalkostnad.csv');
    expect(lines[2]?.slice(0, 3)).toEqual(['Klienter', '2026', '4098,625']);
    expect(await barriers(page, everyLook)).toEqual([]);
  });

  test('says what the last year costs, by the assumptions that are chosen', async ({
    open,
    expect,
  }) => {
    const page = await open(kapitalkostnadPath);
    const table = costTable(page, 'cost');
    const total = await figureAt(table, sv.common.sum, '2029');
    expect(await sentenceOf(page)).toContain(`driftbudgeten ${total} Tkr år 2029`);
    await page.getByLabel(cost.by).selectOption('Om tillägg');
    await eventually(() => rowsOf(table).then(([first]) => first?.length)).toBe(3);
    await eventually(() => page.url()).toContain('scenario=');
  });
});

describe('Mot trycket', () => {
  test('the 5 010 of § 14 beside the printed differences, with what is left unexplained', async ({
    open,
    expect,
  }) => {
    const page = await open(motTrycketPath);
    const differences = plainTable(page, print.difference);
    await eventually(() => plainRowsOf(differences)).toEqual([
      [print.year, 'Om tillägg', 'Utan tillägg', print.differs],
      ['2025', 'tryckt −22 967', 'tryckt −22 569', '398'],
      ['2026', 'tryckt −27 601', 'tryckt −26 356', '1 245'],
    ]);
    const cases = plainTable(page, print.cases);
    const rows = await plainRowsOf(cases);
    expect(rows.slice(1, 5)).toEqual([
      [print.printedDifference, '398', '–', '1 245', '–', '–'],
      [print.own('Om tillägg'), '520', '−122', '1 387', '−142', '264'],
      [
        '48 månader för alla, tas upp apr–dec, amorteras varje månad',
        ...['418', '−20', '1 253', '−8', '27'],
      ],
      [
        '48 månader för alla, tas upp mars–dec, amorteras varje kvartal',
        ...['376', '+22', '1 253', '−8', '30'],
      ],
    ]);
    const sentence = await sentenceOf(page);
    expect(sentence).toContain('520 Tkr år 2025 och 1 387 Tkr år 2026');
    expect(sentence).toContain('398 Tkr år 2025 och 1 245 Tkr år 2026');
    expect(sentence).toContain(print.sayUnexplained);
    const own = sheetOf(page, print.own('Om tillägg'));
    await own.getByText(print.part('Klienter', '3\u00a0400', 18, 192)).waitFor();
    await own.getByText(print.tooMuch('122', 2025)).waitFor();
    expect(await barriers(page, everyLook)).toEqual([]);
    await button(page, print.showAll(336)).click();
    await eventually(() => plainRowsOf(cases).then(({ length }) => length)).toBe(2 + 1 + 336);
  });

  test('another pair of scenarios is chosen in the address', async ({ open, expect }) => {
    const page = await open(motTrycketPath);
    await page.getByLabel(print.without, { exact: true }).selectOption('Budget 2025');
    await eventually(() => plainRowsOf(plainTable(page, print.difference))).toContainEqual([
      '2025',
      'tryckt −22 967',
      'tryckt −25 827',
      '−2 860',
    ]);
    expect(page.url()).toContain('utan=');
  });
});
