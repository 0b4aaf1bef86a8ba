import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { sv } from '../web/texts/sv.ts';
import { barriers, everyLook, twoLooks } from './harness/accessibility.ts';
import { demoId } from './harness/call.ts';
import { download } from './harness/download.ts';
import { eventually } from './harness/eventually.ts';
import { press, standsOn, typeDay, walkTo } from './harness/keyboard.ts';
import { seen } from './harness/seen.ts';
import { test } from './harness/test.ts';
import {
  annuity,
  chooseFile,
  chooseFor,
  csvFile,
  enterLoan,
  fieldOf,
  fillLoan,
  lanPath,
  loanWindow,
  previewOf,
  rowsIn,
} from './screens/loans.ts';
import { newOrganisation } from './screens/newcomer.ts';
import { button, sentenceOf } from './screens/page.ts';
import { dropFile, says } from './screens/utfall.ts';

const { loans: words, loanSchedule: schedule, rateCurves: rates, loanImport: imports } = sv;

const annuityName = `${annuity.lender} ${annuity.reference}`;

const heading =
  'Långivare;Referens;Belopp, Tkr;Lyftdag;Återbetalning;Betalningar per år;Första betalning;Förfallodag;Ränta;Räntekurva;Marginal';

const twoLoans = csvFile('lån.csv', [
  heading,
  'Swedbank;S 1;15000;2024-12-31;vid förfall;4;2025-03-31;2028-06-30;2,89;;',
  'Nordea;N 7;8000;2025-06-30;rak amortering;2;2025-12-31;2035-06-30;;STIBOR 3M;0,6',
]);

/** Adds a reference rate with its first value. */
async function addCurve(page: Page, root: string): Promise<void> {
  await page.goto(`${root}/lan/rantor`);
  await page.getByText(rates.emptyTitle, { exact: true }).waitFor();
  await button(page, rates.add).click();
  const window = page.getByRole('dialog', { name: rates.add });
  await fieldOf(window, rates.name).fill('STIBOR 3M');
  await button(window, rates.create).click();
  await button(page, `${rates.addPoint}, STIBOR 3M`).click();
  const point = page.getByRole('dialog', { name: rates.addPointTitle('STIBOR 3M') });
  await fieldOf(point, rates.from).fill('2025-01-01');
  await fieldOf(point, rates.rate).fill('2,4');
  await fieldOf(point, rates.source).fill('Riksbanken');
  await button(point, rates.createPoint).click();
  await point.waitFor({ state: 'detached' });
}

describe('Lån, from nothing', () => {
  test('an annuity is typed, two loans are imported, and one follows a reference rate', async ({
    open,
    administratorLink,
    expect,
  }) => {
    const { page, root } = await newOrganisation(open, administratorLink);
    await page.goto(`${root}/lan`);
    await page.getByText(words.emptyTitle, { exact: true }).waitFor();
    await button(page, words.add).click();
    const window = loanWindow(page);
    await fillLoan(window, annuity);
    await eventually(() => previewOf(window)).toEqual([
      [words.previewEach, '293,82707 Tkr'],
      [words.previewLast, '293,82689 Tkr'],
      [words.previewCount, '40'],
      [words.previewInterest, '1 753,08262 Tkr'],
    ]);
    await button(window, words.create).click();
    await window.waitFor({ state: 'detached' });
    await chooseFor(page, annuityName, words.showSchedule);
    const payments = await rowsIn(page, schedule.byPaymentLabel(annuityName));
    expect(payments[0]).toEqual([
      ...['2025-03-31', '1', '81,25000', '212,57707', '293,82707', '9 787,42293'],
    ]);
    expect(payments[39]).toEqual([
      ...['2034-12-31', '40', '2,36810', '291,45879', '293,82689', '0,00000'],
    ]);
    expect(await rowsIn(page, schedule.byYearLabel(annuityName))).toContainEqual([
      ...['2030', '163,37133', '1 011,93695', '1 175,30828', '4 391,79060'],
    ]);
    expect(page.url()).toMatch(/betalplan\?lan=[\da-f-]{36}$/u);

    await addCurve(page, root);
    await page.goto(`${root}/lan/importera`);
    await chooseFile(page, twoLoans);
    await eventually(() => rowsIn(page, imports.loansLabel)).toEqual([
      ['Swedbank S 1', '15 000', expect.anything(), '2028-06-30', imports.outcomes.new],
      ['Nordea N 7', '8 000', expect.stringContaining('STIBOR 3M + 0,60 %'), '2035-06-30', 'Nytt'],
    ]);
    await button(page, imports.take(2)).click();
    await page.getByRole('link', { name: imports.showLoans }).click();
    await page.goto(`${root}/lan?dag=2025-12-31`);
    expect(await rowsIn(page, words.tableLabel('2025-12-31'))).toEqual([
      [
        annuity.lender,
        '10 000',
        '9 139',
        words.forms.annuity,
        '3,25 %',
        '2034-12-31',
        '2034-12-31',
        words.actions,
      ],
      [
        'Nordea',
        '8 000',
        '7 600',
        words.forms.straight,
        '3,00 %',
        '2026-06-30',
        '2035-06-30',
        words.actions,
      ],
      [
        'Swedbank',
        '15 000',
        '15 000',
        words.forms.atMaturity,
        '2,89 %',
        '2028-06-30',
        '2028-06-30',
        words.actions,
      ],
      [
        sv.common.sum,
        '33 000',
        '31 739',
        '',
        '3,02 % i snitt',
        '3,9 år i snitt',
        '6,0 år i snitt',
        '',
      ],
    ]);
    await eventually(() => sentenceOf(page)).toContain('15 000 Tkr ersättas av nya lån, allt 2028');
  });
});

describe('Lån', () => {
  test('one that two people change says both values, and keeps the chosen one', async ({
    open,
    expect,
  }) => {
    const loan = { lender: 'Kommuninvest', reference: 'KI 4' };
    const name = 'Kommuninvest KI 4';
    const one = await open(lanPath, { expected: [/status of 412/u] });
    await enterLoan(one, await demoId(one), loan);
    await one.reload();
    const other = await open(lanPath);
    await chooseFor(one, name, words.change);
    const mine = loanWindow(one, name);
    // The field has its amount without thousands marks once it has the focus.
    await fieldOf(mine, words.principal).click();
    await one.keyboard.press('Control+A');
    await one.keyboard.type('12 500');
    await chooseFor(other, name, words.change);
    const theirs = loanWindow(other, name);
    await fieldOf(theirs, words.rate).fill('2,75');
    await button(theirs, sv.common.save).click();
    await theirs.waitFor({ state: 'detached' });
    await button(mine, sv.common.save).click();
    const { stale } = sv.administration;
    await mine.getByRole('alert', { name: stale.heading }).waitFor();
    const told = await seen(mine.locator('.stale-table tbody'));
    expect(told.replaceAll('\u2060', '')).toBe(
      `${words.principal}12 50012 000${words.rates}2,50 % från 2025-12-312,75 % från 2025-12-31`,
    );
    expect(await barriers(one, twoLooks)).toEqual([]);
    await button(mine, stale.keepMine).click();
    await mine.waitFor({ state: 'detached' });
    await chooseFor(one, name, words.change);
    await eventually(() => fieldOf(mine, words.principal).inputValue()).toMatch(/^12.500$/u);
    await eventually(() => fieldOf(mine, words.rate).inputValue()).toBe('2,5');
  });

  test('one that is removed is gone after a question that says what is lost', async ({
    open,
    expect,
  }) => {
    const page = await open(lanPath);
    await enterLoan(page, await demoId(page), { lender: 'Kommuninvest', reference: 'KI 5' });
    await page.goto(`${lanPath}?dag=2025-12-31`);
    await chooseFor(page, 'Kommuninvest KI 5', words.remove);
    const question = page.getByRole('alertdialog');
    await question.getByText(words.removeKept).waitFor();
    expect(await seen(question)).toContain('12 000 Tkr i skuld. Det går inte att ångra');
    await button(question, words.removeConfirm).click();
    await question.waitFor({ state: 'detached' });
    await eventually(() => button(page, words.menu('Kommuninvest KI 5')).count()).toBe(0);
  });

  test('what cannot be says so beside its field and above them all', async ({ open }) => {
    const page = await open(lanPath, { expected: [/status of 422/u, /status of 409/u] });
    await enterLoan(page, await demoId(page), { lender: 'Kommuninvest', reference: 'KI 6' });
    await page.reload();
    await button(page, words.add).first().click();
    const window = loanWindow(page);
    await button(window, words.create).click();
    await window.getByText(words.missingPrincipal, { exact: true }).waitFor();
    await window.getByText(sv.front.problems(8), { exact: true }).waitFor();
    await button(window, words.addRate).click();
    await button(window, words.removeRateOf(2)).press('Enter');
    await standsOn(button(window, words.addRate));
    await fillLoan(window, { ...annuity, reference: 'ki 6', maturesOn: '2034-11-30' });
    // The preview knows before anything is sent.
    const refused = /blir det ingen betalning i förfallomånaden/u;
    await window.getByRole('region', { name: words.previewTitle }).getByText(refused).waitFor();
    await button(window, words.create).click();
    await window.getByRole('alert').getByText(refused).waitFor();
    await fieldOf(window, words.maturesOn).fill('2034-12-31');
    await button(window, words.create).click();
    await standsOn(fieldOf(window, words.reference));
    await window
      .getByRole('alert')
      .getByText(/redan ett lån med den referensen/u)
      .waitFor();
  });

  test('a payment has its passport, down to the terms, and the schedule goes out as CSV', async ({
    open,
    expect,
  }) => {
    const page = await open(lanPath);
    const { loanId } = await enterLoan(page, await demoId(page), {
      lender: 'Kommuninvest',
      reference: 'KI 7',
    });
    await page.goto(`${lanPath}/betalplan?lan=${loanId}`);
    await page
      .getByRole('button', { name: new RegExp(words.figureOf(`${schedule.balance} 2026`, 'KI 7')) })
      .click();
    const passport = page.getByRole('dialog');
    await passport.getByText('10 800', { exact: true }).first().waitFor();
    await passport.getByRole('button', { name: /Amortering 2026/u }).click();
    await passport.getByText('Betalning 2026-03-31', { exact: true }).waitFor();
    await passport.getByText(/Rak amortering, 4 betalningar per år/u).waitFor();
    await button(passport, sv.common.close).click();
    const { lines } = await download(page.getByRole('link', { name: sv.common.csv }));
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.flat()).toContain('2035-12-31');
  });

  test('are read by direktion and revisor, who cannot change them', async ({ open, expect }) => {
    const ekonom = await open(lanPath);
    await enterLoan(ekonom, await demoId(ekonom), { lender: 'Kommuninvest', reference: 'KI 8' });
    for (const as of ['direktion', 'revisor'] as const) {
      const page = await open(lanPath, { as });
      await button(page, words.menu('Kommuninvest KI 8')).click();
      await page.getByRole('menuitem', { name: words.showSchedule }).waitFor();
      expect(await page.getByRole('menuitem').count()).toBe(1);
      await page.keyboard.press('Escape');
      expect(await button(page, words.add).count()).toBe(0);
      await page.goto(`${lanPath}/importera`);
      await eventually(() => sentenceOf(page)).toBe(imports.reader);
      expect(await button(page, sv.imports.choose).count()).toBe(0);
      await page.goto(`${lanPath}/rantor`);
      await page.getByRole('heading', { level: 1, name: rates.title }).waitFor();
      expect(await button(page, rates.add).count()).toBe(0);
    }
  });

  test('are shown as a chart, and as a table with the same figures', async ({ open, expect }) => {
    const page = await open(lanPath);
    await enterLoan(page, await demoId(page), { lender: 'Kommuninvest', reference: 'KI 9' });
    await page.goto(`${lanPath}?dag=2025-12-31`);
    const figure = page.getByRole('main').locator('figure');
    await figure.locator('svg text').first().waitFor();
    const labels = await figure.locator('svg .recharts-label-list text').allTextContents();
    await button(page, sv.chart.showTable).click();
    const rows = await rowsIn(page, words.chartLabel);
    const totals = rows.slice(0, -1).map((row) => row.at(-1));
    expect(labels.map((text) => text.replaceAll('\u00a0', ' ').split(',')[0])).toEqual(totals);
    const debts = await rowsIn(page, words.tableLabel('2025-12-31'));
    expect(rows.at(-1)?.at(-1)).toBe(debts.at(-1)?.[2]);
  });

  test('are written in without a mouse', async ({ open, expect }) => {
    const page = await open(lanPath);
    await walkTo(button(page, words.add).first());
    await press(page, 'Enter');
    const window = loanWindow(page);
    await standsOn(fieldOf(window, words.lender));
    await page.keyboard.type('Handelsbanken');
    await press(page, 'Tab');
    await page.keyboard.type('H 1');
    await press(page, 'Tab');
    await page.keyboard.type('600');
    await press(page, 'Tab');
    await typeDay(fieldOf(window, words.drawnOn), '2025-12-31');
    await walkTo(fieldOf(window, words.firstPaymentOn));
    await typeDay(fieldOf(window, words.firstPaymentOn), '2026-03-31');
    await walkTo(fieldOf(window, words.maturesOn));
    await typeDay(fieldOf(window, words.maturesOn), '2026-12-31');
    await walkTo(fieldOf(window, words.rate));
    await page.keyboard.type('4');
    await eventually(() => previewOf(window)).toContainEqual([words.previewCount, '4']);
    await press(page, 'Enter');
    await window.waitFor({ state: 'detached' });
    const label = words.tableLabel(await dayOf(page));
    await eventually(() => rowsIn(page, label)).toContainEqual(
      expect.arrayContaining(['Handelsbanken', '600']),
    );
    await standsOn(button(page, words.add));
  });
});

/** The day that the page says it is of, at its top. */
async function dayOf(page: Page): Promise<string> {
  return (await page.locator('.page-bar-place').textContent())?.slice(-10) ?? '';
}

describe('a file of loans', () => {
  test('that cannot be read keeps its name, and says where and what to do', async ({
    open,
    expect,
  }) => {
    const page = await open(`${lanPath}/importera`, { expected: [/status of 422/u] });
    await dropFile(page, csvFile('tom.csv', ['']));
    await page.getByRole('alert', { name: sv.imports.failed('tom.csv') }).waitFor();
    await button(page, sv.imports.otherFile).click();
    await chooseFile(
      page,
      csvFile('fel.csv', [
        heading,
        'Nordea;N 8;åtta;2025-06-30;rak amortering;2;2025-12-31;2035-06-30;2,5;;',
        'Nordea;N 9;8000;2025-06-30;rak amortering;2;2025-12-31;2035-06-30;;EURIBOR;0,6',
        'Nordea;N 10;8000;2025-06-30;rak amortering;2;2025-12-31;2035-06-30;2,5;;',
      ]),
    );
    await page.getByRole('heading', { name: 'fel.csv' }).waitFor();
    await says(page, `${imports.cell(2, 3)}: `);
    await says(page, imports.stands('åtta'));
    await says(page, 'Det finns ingen räntekurva med det namnet');
    await says(page, imports.problemsTitle(2));
    expect(await button(page, imports.take(1)).count()).toBe(0);
    expect(await barriers(page, twoLooks)).toEqual([]);
    await button(page, sv.imports.otherFile).click();
    await chooseFile(page, csvFile('saknar.csv', ['Långivare;Referens', 'Nordea;N 8']));
    await page.getByRole('alert', { name: imports.missing }).waitFor();
    await says(page, imports.columns.principal);
  });

  test('changes a loan that is there only where that is asked for', async ({ open, expect }) => {
    const page = await open(`${lanPath}/importera`);
    await enterLoan(page, await demoId(page), { lender: 'Kommuninvest', reference: 'KI 10' });
    await page.reload();
    const row = 'Kommuninvest;KI 10;13000;2025-12-31;rak amortering;4;2026-03-31;2035-12-31;2,5;;';
    await chooseFile(page, csvFile('ändrat.csv', [heading, row]));
    await says(page, imports.fromTo(imports.changes.principal, '12 000', '13 000'));
    await says(page, imports.nothingKept);
    await page.getByText(imports.update, { exact: true }).click();
    await button(page, imports.take(1)).click();
    await says(page, imports.done('ändrat.csv', 0, 1));
    await chooseFile(page, csvFile('ändrat.csv', [heading, row]));
    await says(page, imports.nothing);
    expect(await rowsIn(page, imports.loansLabel)).toEqual([
      ['Kommuninvest KI 10', '13 000', expect.anything(), '2035-12-31', imports.outcomes.same],
    ]);
  });
});

describe('Referensräntor', () => {
  test('get their values one by one and from a file, and are drawn', async ({ open, expect }) => {
    const page = await open(`${lanPath}/rantor`);
    await button(page, rates.add).first().click();
    const window = page.getByRole('dialog', { name: rates.add });
    await fieldOf(window, rates.name).fill('SWESTR');
    await button(window, rates.create).click();
    await window.waitFor({ state: 'detached' });
    await button(page, `${rates.importPoints}, SWESTR`).click();
    const file = page.getByRole('dialog', { name: rates.fileTitle('SWESTR') });
    await chooseFile(
      file,
      csvFile('swestr.csv', ['Dag;Procent', '2025-01-01;2,5', '2025-07-01;2,15', '2026-01-01;1,9']),
    );
    await file.getByText(rates.fileSay('swestr.csv', rates.fileOutcome(3, 0, 0))).waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
    await button(file, rates.take(3)).click();
    await file.waitFor({ state: 'detached' });
    const values = () => rowsIn(page, rates.valuesLabel('SWESTR'));
    await eventually(async () => (await values()).map((row) => row.slice(0, 2))).toEqual([
      [`2026-01-01 ${rates.inForce}`, '1,90 %'],
      ['2025-07-01', '2,15 %'],
      ['2025-01-01', '2,50 %'],
    ]);
    await page.getByRole('region', { name: 'SWESTR' }).locator('figure svg text').first().waitFor();
    await button(page, rates.changePointOf('2025-07-01')).last().click();
    const point = page.getByRole('dialog');
    await fieldOf(point, rates.rate).fill('2,2');
    await button(point, rates.createPoint).click();
    await eventually(async () => (await values())[1]?.[1]).toBe('2,20 %');
    await button(page, rates.removePointOf('2025-01-01')).last().click();
    await button(page.getByRole('alertdialog'), rates.removePointConfirm).click();
    await eventually(async () => (await values()).length).toBe(2);
  });
});

describe('nobody is shut out', () => {
  const pages = [
    ['Lån', `${lanPath}?dag=2024-12-31`],
    ['Betalplan', `${lanPath}/betalplan`],
    ['Referensräntor', `${lanPath}/rantor`],
    ['Importera', `${lanPath}/importera`],
  ] as const;
  for (const [name, path] of pages) {
    test(`from ${name}`, async ({ open, expect }) => {
      const page = await open(path);
      await page.getByRole('table').first().waitFor();
      expect(await barriers(page, everyLook)).toEqual([]);
    });
  }

  test('from the payments of one loan', async ({ open, expect }) => {
    const page = await open(lanPath);
    const loan = { lender: 'Kommuninvest', reference: 'KI 11' };
    const { loanId } = await enterLoan(page, await demoId(page), loan);
    await page.goto(`${lanPath}/betalplan?lan=${loanId}`);
    await page.getByRole('table').first().waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
  });

  test('from the window for a loan, with what is missing said', async ({ open, expect }) => {
    const page = await open(lanPath);
    await button(page, words.add).first().click();
    const window = loanWindow(page);
    await fieldOf(window, words.rateType).selectOption('reference');
    await button(window, words.addRate).click();
    await button(window, words.create).click();
    await window.getByText(words.missingCurve, { exact: true }).first().waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
  });
});
