import { describe } from 'vitest';
import { en } from '../web/texts/en.ts';
import { sv } from '../web/texts/sv.ts';
import { barriers, everyLook, twoLooks } from './harness/accessibility.ts';
import { download } from './harness/download.ts';
import { eventually } from './harness/eventually.ts';
import { seen } from './harness/seen.ts';
import { test } from './harness/test.ts';
import {
  borgenPath,
  borgenTable,
  fillKey,
  registerCeiling,
  rowsIn,
  sharesIn,
} from './screens/borgen.ts';
import { omTillagg } from './screens/borgensutrymme.ts';
import { button, sentenceOf } from './screens/page.ts';

const words = sv.borgen;

const boxholm = 'Boxholms kommun';
const vimmerby = 'Vimmerby kommun';
const ydre = 'Ydre kommun';
const atvidaberg = 'Åtvidabergs kommun';
const odeshog = 'Ödeshögs kommun';

/** SCB's form: a title, an empty line, times in columns. */
const scbTable = [
  '"Folkmängd efter region och år"',
  '',
  '"region";"2023";"2024"',
  '"00 Riket";10551707;10587710',
  '"0512 Ydre";3700;3712',
  '"0560 Boxholm";"5 529";"5 512"',
  '"0884 Vimmerby";15400;15384',
].join('\r\n');

describe('Borgen och medlemmar', () => {
  test('a ceiling is registered with its decision, and there is room under it', async ({
    open,
    expect,
  }) => {
    const page = await open(borgenPath);
    await registerCeiling(page, { amount: '90 000', from: '2026-01-01', title: 'Höjt tak' });
    await eventually(() => rowsIn(borgenTable(page, words.ceilings))).toContainEqual(
      expect.arrayContaining(['2026-01-01', '90 000', words.states.inForce, 'Höjt tak', '–']),
    );
    await eventually(() => sentenceOf(page)).toContain('Borgenstaket är 90 000 Tkr');
    await eventually(async () =>
      (await sharesIn(page, omTillagg, 2026)).at(-1)?.slice(0, 5),
    ).toEqual([sv.common.sum, '100,00 %', '73 347', '90 000', '16 653']);
  });

  test('a member leaves 31 March, and a key of typed percentages says who answers then', async ({
    open,
    expect,
  }) => {
    const page = await open(borgenPath, { expected: [/status of 422/u] });
    await button(page, words.newKey).click();
    const window = await fillKey(page, words.newKeyTitle, {
      from: '2026-04-01',
      type: 'percent',
      parts: { [boxholm]: '14,7', [vimmerby]: '41,05 %', [atvidaberg]: '30,2' },
      source: 'Förbundsordningen § 14',
    });
    const total = window.getByRole('status');
    await eventually(() => seen(total)).toContain('14,05 % återstår till 100.');
    await button(window, words.createKey).click();
    await window.getByText(/blir inte exakt 100 tillsammans/u).waitFor();
    await fillKey(page, words.newKeyTitle, { parts: { [odeshog]: '14,05' } });
    await eventually(() => seen(total)).toContain('Blir 100 %.');
    await eventually(() => seen(total)).toContain(`Utan andel: ${ydre}.`);
    await button(window, words.createKey).click();
    await window.waitFor({ state: 'detached' });
    // 73 347 × 14,7 % is 10 782.
    await eventually(async () =>
      (await sharesIn(page, omTillagg, 2026)).map((row) => row.slice(0, 3)),
    ).toEqual([
      [boxholm, '14,70 %', '10 782'],
      [vimmerby, '41,05 %', '30 109'],
      // It has left by the end of the year, and has paid for the months before.
      [ydre, '–', '–'],
      [atvidaberg, '30,20 %', '22 151'],
      [odeshog, '14,05 %', '10 305'],
      [sv.common.sum, '100,00 %', '73 347'],
    ]);
    const { fileName, lines } = await download(page.getByRole('link', { name: sv.common.csv }));
    expect(fileName).toBe('borgen-per-medlem.csv');
    expect(lines.map((line) => line.slice(0, 3))).toContainEqual(['2026', boxholm, '10782,009']);
  });

  test('a share opens as the figure it is, down to the decision of the ceiling', async ({
    open,
  }) => {
    const page = await open(borgenPath);
    const name = words.figureOf(boxholm, words.figures.headroom.toLowerCase(), 2025);
    await page.getByRole('button', { name: new RegExp(name, 'u') }).click();
    const window = page.getByRole('dialog', { name });
    await window.getByText('Medlemmens del av borgenstaket minus dess del').waitFor();
    await window.getByRole('button', { name: /^Borgenstak 31\/12 2025/u }).click();
    await window.getByText(/Borgenstaket × /u).waitFor();
    await window.getByRole('button', { name: /^Borgenstak 31\/12 2025/u }).click();
    await window
      .getByText(/Direktionen/u)
      .first()
      .waitFor();
  });

  test('the population is read from SCB, looked over and saved as a key', async ({ open }) => {
    const page = await open(borgenPath, { expected: [/status of 422/u] });
    await button(page, words.importKey).click();
    const window = page.getByRole('dialog', { name: words.importTitle });
    const file = { name: 'folkmangd.csv', mimeType: 'text/csv' };
    const chooser = window.getByLabel(sv.imports.choose, { exact: true });
    const input = chooser.and(page.locator('input'));
    await input.setInputFiles({ ...file, buffer: Buffer.from('Konto;Belopp\r\n1;2\r\n') });
    await window.getByText(/inte att läsa folkmängd/u).waitFor();
    // Windows-1252, as the site gives it.
    await input.setInputFiles({ ...file, buffer: Buffer.from(scbTable, 'latin1') });
    await window.getByText(words.importFound(3, 5)).waitFor();
    await eventually(() => rowsIn(window.getByRole('table'))).toContainEqual([
      boxholm,
      '5 512',
      '0560 Boxholm',
      'kommunkod',
    ]);
    await window.getByText(words.importMissing(`${atvidaberg}, ${odeshog}`)).waitFor();
    await window.getByText(words.importIgnored(1)).waitFor();
    await button(window, words.useImport).click();
    const key = await fillKey(page, words.newKeyTitle, {
      from: '2025-06-01',
      parts: { [atvidaberg]: '11 302', [odeshog]: '5 262' },
    });
    await eventually(() => seen(key.getByRole('status'))).toContain('41 172 invånare');
    await button(key, words.createKey).click();
    await key.waitFor({ state: 'detached' });
    await eventually(async () =>
      (await rowsIn(borgenTable(page, words.keysTable))).at(-1),
    ).toContain('SCB, folkmängd 2024 (folkmangd.csv)');
    await eventually(async () => (await sharesIn(page, omTillagg, 2025))[0]?.[1]).toBe('13,39 %');
  });

  test('what changes when a member leaves is told in words and by member', async ({ open }) => {
    const page = await open(borgenPath);
    await page
      .getByRole('combobox', { name: words.changeMember, exact: true })
      .selectOption(words.leaves(vimmerby));
    await page.getByLabel(words.changeDay, { exact: true }).fill('2025-04-01');
    await page.getByText(/lämnar 2025-04-01 svarar/u).waitFor();
    const table = borgenTable(page, words.changeTable);
    await eventually(async () => (await rowsIn(table)).at(-1)?.slice(3)).toEqual([
      '65 083',
      '65 083',
      '0',
    ]);
    await eventually(
      async () => (await rowsIn(table)).find(([name]) => name === vimmerby)?.[4],
    ).toBe('0');
    await button(page, words.keepAsKey).click();
    const window = page.getByRole('dialog', { name: words.newKeyTitle });
    await eventually(() =>
      window.getByRole('textbox', { name: vimmerby, exact: true }).inputValue(),
    ).toBe('');
    await eventually(() => window.getByLabel(words.validFrom, { exact: true }).inputValue()).toBe(
      '2025-04-01',
    );
  });

  test('a ceiling is corrected and taken back, and both stay to be seen', async ({
    open,
    expect,
  }) => {
    const page = await open(borgenPath);
    await registerCeiling(page, { amount: '95 000', from: '2030-01-01', title: 'Nästa tak' });
    const table = borgenTable(page, words.ceilings);
    const menu = button(page, words.ceilingMenu('2030-01-01'));
    await menu.click();
    await page.getByRole('menuitem', { name: words.correct }).click();
    const correcting = page.getByRole('dialog', { name: words.correctTitle('2030-01-01') });
    await correcting.getByRole('textbox', { name: words.amount }).fill('93 000');
    await button(correcting, words.correct).click();
    await correcting.getByText(words.missingWhy).first().waitFor();
    await correcting.getByRole('textbox', { name: words.why }).fill('Protokollet säger 93 000');
    await button(correcting, words.correct).click();
    await correcting.waitFor({ state: 'detached' });
    await menu.click();
    await page.getByRole('menuitem', { name: words.withdraw }).click();
    const taking = page.getByRole('dialog', { name: words.withdrawTitle('2030-01-01') });
    await taking.getByRole('textbox', { name: words.why }).fill('Beslutet upphävdes');
    await button(taking, words.withdraw).click();
    await taking.waitFor({ state: 'detached' });
    await eventually(() => menu.count()).toBe(0);
    await button(page, words.showHistory).click();
    await eventually(async () =>
      (await rowsIn(table)).filter(([day]) => day === '2030-01-01').map((row) => row.slice(1, 3)),
    ).toEqual([
      ['93 000', words.states.withdrawal],
      ['93 000', words.states.withdrawn],
      ['95 000', words.states.corrected],
    ]);
    expect(await barriers(page, twoLooks)).toEqual([]);
  });

  test('is read by the direktion, who cannot change it', async ({ open, expect }) => {
    const page = await open(borgenPath, { as: 'direktion' });
    await borgenTable(page, words.ceilings).waitFor();
    for (const name of [words.registerCeiling, words.newKey, words.importKey, words.setFee]) {
      expect(await button(page, name).count()).toBe(0);
    }
  });

  test('shuts nobody out, in English neither', async ({ open, expect }) => {
    const page = await open(borgenPath);
    await borgenTable(page, words.sharesOf(omTillagg)).waitFor();
    await page
      .getByRole('combobox', { name: words.changeMember, exact: true })
      .selectOption({ index: 1 });
    expect(await barriers(page, everyLook)).toEqual([]);
    await page.getByRole('combobox', { name: sv.nav.language }).selectOption('English');
    await page.getByRole('heading', { level: 1, name: en.borgen.title }).waitFor();
    expect(await barriers(page, [{ colorScheme: 'light', width: 360 }])).toEqual([]);
  });

  const windows = [words.registerCeiling, words.newKey, words.importKey, words.setFee];
  for (const name of windows) {
    test(`shuts nobody out from the window of ${name}`, async ({ open, expect }) => {
      const page = await open(borgenPath);
      await button(page, name).click();
      await page.getByRole('dialog').waitFor();
      expect(await barriers(page, twoLooks)).toEqual([]);
    });
  }
});
