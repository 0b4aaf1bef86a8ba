import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { sv } from '../web/texts/sv.ts';
import { barriers, everyLook, twoLooks } from './harness/accessibility.ts';
import { download } from './harness/download.ts';
import { eventually } from './harness/eventually.ts';
import { test } from './harness/test.ts';
import {
  behovPath,
  behovTable,
  enterBudget,
  enterNeed,
  enterUtfall,
  fleraArPath,
  plainRowsOf,
  plainTable,
  policyPath,
  prepareYear,
  volumeOf,
} from './screens/behov.ts';
import { button, sentenceOf, untilSaved } from './screens/page.ts';
import { figureAt, rowsOf, write } from './screens/table.ts';

const words = sv.behov;
const policy = sv.overforingspolicy;
const years = sv.fleraAr;

/** Opens a year of its own, with the need of 750 phones in it. */
async function openPrepared(open: (path: string) => Promise<Page>, year: number, article: string) {
  const page = await open('/itsam/oversikt');
  await prepareYear(page, year, article);
  await page.goto(behovPath(year));
  await behovTable(page, year).waitFor();
  return page;
}

describe('Behov', () => {
  test('a newcomer enters what is to be bought, and sees what is missing', async ({
    open,
    expect,
  }) => {
    const page = await open('/itsam/oversikt');
    // A year that the demo has nothing for, so that needs stand against the budget before § 14.
    await enterBudget(page, [
      { line: 'Klienter', year: 2037, amount: '8182' },
      { line: 'Mobiltelefoner', year: 2037, amount: '1539' },
    ]);
    await page.goto(behovPath(2037));
    await page.getByText(words.emptyTitle).waitFor();
    await enterNeed(page, { line: 'Klienter', article: 'Bärbar dator', price: '9', volume: '450' });
    const tablets = { article: 'Surfplatta', price: '6 000 kr', volume: '200' };
    await enterNeed(page, { line: 'Klienter', ...tablets });
    const pupils = { article: 'Elevdator', price: '5,25', volume: '1 200' };
    await enterNeed(page, { line: 'Klienter', ...pupils });
    const phones = { article: 'Mobiltelefon', price: '4,2', volume: '750' };
    await enterNeed(page, { line: 'Mobiltelefoner', ...phones });
    const table = behovTable(page, 2037);
    await eventually(() => figureAt(table, 'Klienter', words.need)).toBe('11 550');
    await eventually(() => figureAt(table, 'Klienter', words.gap)).toBe('3 368');
    await eventually(() => figureAt(table, 'Mobiltelefoner', words.need)).toBe('3 150');
    await eventually(() => figureAt(table, 'Mobiltelefoner', words.gap)).toBe('1 611');
    await eventually(() => sentenceOf(page)).toContain('14 700 Tkr: 4 979 Tkr saknas');
    const row = ['Elevdator', '1 200', '5,25', '2037-01-01', '6 300', '', ''];
    await eventually(() => rowsOf(table)).toContainEqual(row);
    const { fileName, lines } = await download(page.getByRole('link', { name: sv.common.csv }));
    expect(fileName).toBe('behov-2037.csv');
    expect(lines.at(-1)).toEqual(['Summa', '', '', '', '', '', '14700', '9721', '4979']);
  });

  test('a volume is changed in the table, and undone with the keyboard', async ({ open }) => {
    const page = await openPrepared(open, 2031, 'Mobil 2031');
    const table = behovTable(page, 2031);
    const volume = volumeOf(table, 'Mobil 2031');
    await write(volume, '800');
    await eventually(() => figureAt(table, 'Mobiltelefoner', words.need)).toBe('3 360');
    await untilSaved(page);
    await page.keyboard.press('Control+z');
    await eventually(() => figureAt(table, 'Mobiltelefoner', words.need)).toBe('3 150');
    await untilSaved(page);
    // What cannot be read stays as typed, with the reason, and counts for nothing.
    await write(volume, '1.234');
    await page
      .getByText(/tusentalsavgränsare/u)
      .first()
      .waitFor();
    await eventually(() => figureAt(table, 'Mobiltelefoner', words.need)).toBe('3 150');
  });

  test('a new price changes nothing until somebody asks for it', async ({ open }) => {
    const page = await openPrepared(open, 2032, 'Mobil 2032');
    const table = behovTable(page, 2032);
    await button(page, words.articles).click();
    const list = page.getByRole('dialog', { name: words.articlesTitle });
    await button(list, words.articleMenu('Mobil 2032')).click();
    await page.getByRole('menuitem', { name: words.addPrice }).click();
    const window = page.getByRole('dialog', { name: words.addPriceTitle('Mobil 2032') });
    await window.getByRole('textbox', { name: words.price }).fill('4,4');
    await window.getByLabel(words.priceFrom, { exact: true }).fill('2032-03-01');
    await button(window, words.createPrice).click();
    await list.getByText(words.priceLine('4,4', '2032-03-01')).waitFor();
    await button(list, sv.common.close).click();
    await page.getByText(words.newerTitle(1)).waitFor();
    await eventually(() => figureAt(table, 'Mobiltelefoner', words.need)).toBe('3 150');
    await button(page, words.repriceAll).click();
    await eventually(() => figureAt(table, 'Mobiltelefoner', words.need)).toBe('3 300');
    await page.getByText(words.newerTitle(1)).waitFor({ state: 'detached' });
  });

  test('is read by the direktion, who cannot change it', async ({ open, expect }) => {
    await openPrepared(open, 2033, 'Mobil 2033');
    const page = await open(behovPath(2033), { as: 'direktion' });
    const table = behovTable(page, 2033);
    await table.waitFor();
    await eventually(() => figureAt(table, 'Mobiltelefoner', words.gap)).toBe('1 611');
    expect(await button(page, words.newItem).count()).toBe(0);
  });

  test('shuts nobody out', async ({ open, expect }) => {
    const page = await openPrepared(open, 2034, 'Mobil 2034');
    expect(await barriers(page, everyLook)).toEqual([]);
    await button(page, words.newItem).first().click();
    const window = page.getByRole('dialog', { name: words.newItem });
    await button(window, words.create).click();
    // What is missing stands beside its field.
    await window.getByText(words.missingLine, { exact: true }).waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
  });
});

describe('Överföringspolicy', () => {
  test('is entered from a day on, and projects get their totals', async ({ open, expect }) => {
    const page = await open(policyPath);
    await button(page, policy.add).first().click();
    const window = page.getByRole('dialog', { name: policy.add });
    await window.getByLabel(policy.lineType, { exact: true }).selectOption('projekt');
    await window.getByLabel(policy.rule, { exact: true }).selectOption('automatic');
    await window.getByLabel(policy.validFrom, { exact: true }).fill('2024-01-01');
    await window.getByRole('textbox', { name: policy.percent }).fill('10');
    await window.getByRole('textbox', { name: policy.most }).fill('2,5 mnkr');
    await window.getByRole('textbox', { name: policy.reportAbove }).fill('500');
    await window.getByRole('textbox', { name: policy.reportMonths }).fill('6');
    await button(window, policy.create).click();
    // What the form lacks is said, and nothing typed is lost.
    await window.getByText(policy.missingSource, { exact: true }).waitFor();
    await window.getByRole('textbox', { name: policy.source }).fill('Direktionen § 44');
    await button(window, policy.create).click();
    await eventually(() => plainRowsOf(plainTable(page, policy.policies))).toContainEqual([
      'Projekt',
      `${policy.rules.automatic} ${policy.inForce}`,
      '2024-01-01',
      'högst 10 % av radens budget, högst 2 500 Tkr',
      'över 500 Tkr, inom 6 månader',
      'Direktionen § 44',
    ]);
    await page.getByLabel(policy.typeOf('Nät'), { exact: true }).selectOption('projekt');
    await page.getByRole('button', { name: `${policy.addTotal} Nät` }).click();
    const total = page.getByRole('dialog', { name: policy.addTotalTitle('Nät') });
    await total.getByRole('textbox', { name: policy.amount }).fill('600');
    await total.getByLabel(policy.asOf, { exact: true }).fill('2023-01-01');
    await total.getByLabel(policy.beslut, { exact: true }).selectOption({ index: 1 });
    await button(total, policy.createTotal).click();
    await total.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `${policy.addTotal} Nät` }).click();
    await total.getByRole('textbox', { name: policy.amount }).fill('1 501');
    await total.getByLabel(policy.asOf, { exact: true }).fill('2024-06-30');
    await button(total, policy.createTotal).click();
    await eventually(() => plainRowsOf(plainTable(page, policy.projects))).toContainEqual([
      'Nät',
      '600',
      '1 501',
      `−901 ${years.dearer}`,
      '–',
      policy.notOwed,
      policy.addTotal,
    ]);
    expect(await barriers(page, everyLook)).toEqual([]);
  });

  test('shuts nobody out where there is none yet, and in its window', async ({ open, expect }) => {
    const page = await open(policyPath);
    await button(page, policy.add).first().click();
    const window = page.getByRole('dialog', { name: policy.add });
    await button(window, policy.create).click();
    await window.getByText(policy.missingSource, { exact: true }).waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
  });
});

describe('Flera år', () => {
  test('says what is unused and what is over, line by line and in all', async ({
    open,
    expect,
  }) => {
    const page = await open(fleraArPath);
    // Beside the 9 000 and 2 000 of the demo.
    await enterBudget(page, [
      { line: 'Klienter', year: 2024, amount: '196' },
      { line: 'Mobiltelefoner', year: 2024, amount: '676' },
      { line: 'Nät', year: 2024, amount: '100' },
    ]);
    await enterUtfall(page, [
      { line: 'Klienter', year: 2024, amount: '4000' },
      { line: 'Mobiltelefoner', year: 2024, amount: '0' },
      { line: 'Nät', year: 2024, amount: '1001' },
    ]);
    await page.goto(`${fleraArPath}?fran=2024&till=2025`);
    await eventually(() => sentenceOf(page)).toBe(
      'Sammanlagt är 7 872 Tkr outnyttjat och 901 Tkr överdraget för 2024\u2060–\u20602025. Överdraget ryms i det som är outnyttjat, och 6 971 Tkr blir över.',
    );
    const table = plainTable(page, years.tableLabel);
    const carried = ['Klienter', '9 196', '4 000', `${years.unused}5 196`, '', '3 400', '1 796'];
    await eventually(() => plainRowsOf(table)).toContainEqual(carried);
    await button(page, years.years('Klienter')).click();
    const { unknown } = years;
    const next = ['2025', '11 582', unknown, unknown, '3 400', '', unknown];
    await eventually(() => plainRowsOf(table)).toContainEqual(next);
    const overrun = [years.sumOverrun, '', '', '−901', '', '', ''];
    await eventually(() => plainRowsOf(table)).toContainEqual(overrun);
    await page.getByLabel(years.to, { exact: true }).selectOption('2024');
    await eventually(() => page.url()).toContain('fran=2024&till=2024');
    const { lines } = await download(page.getByRole('link', { name: sv.common.csv }));
    expect(lines.at(-1)?.[4]).toBe('901');
    expect(await barriers(page, everyLook)).toEqual([]);
  });

  test('shuts nobody out before there is any outcome', async ({ open, expect }) => {
    const page = await open(`${fleraArPath}?fran=2040&till=2041`);
    await page.getByText(years.noUtfallTitle).waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
  });
});
