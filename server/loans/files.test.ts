import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '#contract/endpoint.ts';
import { addressOf } from '#contract/endpoint.ts';
import {
  importLoansFile,
  importRateCurve,
  readLoansFile,
  readRateCurveFile,
} from '#contract/loan-files.ts';
import {
  createLoan,
  createRateCurve,
  deleteLoan,
  exportLoansCsv,
  type LoanAnswer,
  listLoans,
  setRatePoints,
  toLoan,
  updateLoan,
} from '#contract/loans.ts';
import type { Problem } from '#contract/problem.ts';
import { refusalOfLoan } from '#domain/forecast/loan-refusal.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import { loanBody } from '../testing/sample-loans.ts';

let test: TestApp;
let stibor: string;
beforeAll(async () => {
  test = await startTestApp();
  stibor = (await call(test, createRateCurve, { body: { name: 'STIBOR 3M' } })).curveId;
});
afterAll(() => test.close());

const heading =
  'Långivare;Referens;Belopp (Tkr);Lyftdag;Amorteringsform;Betalningar per år;Första betalning;Förfall;Ränta (%);Räntebindning till';
const line = (reference: string, { amount = '5 000,5', rate = '3,25', bound = '' } = {}) =>
  `Kommuninvest;${reference};${amount};2025-01-15;Rak amortering;4;2025-04-15;2030-01-15;${rate};${bound}`;
const csv = (...lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n`);
const hashOf = (file: Buffer): string => createHash('sha256').update(file).digest('hex');

type More = { readonly unit?: 'kr' | 'tkr'; readonly sheet?: string; readonly fileName?: string };

const read = (file: Buffer, { fileName = 'lan.csv', ...more }: More = {}) =>
  call(test, readLoansFile, { query: { fileName, ...more }, file });

async function take(file: Buffer, more: More & { readonly changed?: 'update' } = {}) {
  const { fileName = 'lan.csv', changed, ...choice } = more;
  const { preview } = await read(file, { fileName, ...choice });
  const query = { fileName, ...choice, sha256: hashOf(file), preview };
  const asked = changed === undefined ? query : { ...query, changed };
  return call(test, importLoansFile, { query: asked, file });
}

async function refusedImport(file: Buffer, query: Record<string, string> = {}) {
  const before = await everythingStored(test);
  const asked = { fileName: 'lan.csv', sha256: hashOf(file), preview: '0'.repeat(64), ...query };
  const params = { organisationId: test.organisationId };
  const url = addressOf(importLoansFile, { params, query: asked });
  const answer = await send(test, { method: 'POST', url, body: file });
  expect(await everythingStored(test)).toBe(before);
  return { status: answer.status, body: answer.body as Problem };
}

async function drop(loans: readonly LoanAnswer[]): Promise<void> {
  for (const { loanId, version } of loans) {
    await call(test, deleteLoan, { params: { loanId }, version });
  }
}

const all = async (): Promise<LoanAnswer[]> => (await call(test, listLoans, {})).loans;
const places = new Set(['loanId', 'version', 'createdAt', 'createdBy', 'changedAt', 'changedBy']);
const terms = (loan: LoanAnswer) =>
  Object.fromEntries(Object.entries(loan).filter(([name]) => !places.has(name)));
const stored = async (reference: string) =>
  (await all()).find((loan) => loan.reference === reference);

describe('a file of loans', () => {
  it('is shown as it would be saved, and nothing is kept', async () => {
    const before = await everythingStored(test);
    const shown = await read(csv('Lån 2025', heading, line('F-1', { bound: '2027-01-15' })));
    expect(await everythingStored(test)).toBe(before);
    expect(await readdir(test.uploadFolder)).toEqual([]);
    expect(shown).toMatchObject({
      kind: 'csv',
      unit: 'tkr',
      headerRow: 2,
      missing: [],
      sheet: 0,
      counts: { new: 1, changed: 0, same: 0, problem: 0 },
    });
    expect(shown.columns[0]).toEqual({ column: 1, heading: 'Långivare', is: 'lender' });
    expect(shown.skipped.map(({ row, code }) => [row, code])).toEqual([
      [1, 'before_header'],
      [2, 'header'],
    ]);
    expect(shown.loans).toEqual([
      {
        outcome: 'new',
        rows: [3],
        lender: 'Kommuninvest',
        reference: 'F-1',
        loan: {
          lender: 'Kommuninvest',
          reference: 'F-1',
          principal: '5000.5',
          drawnOn: '2025-01-15',
          form: 'straight',
          paymentsAYear: 4,
          firstPaymentOn: '2025-04-15',
          maturesOn: '2030-01-15',
          comment: null,
          ratePeriods: [
            { type: 'fixed', from: '2025-01-15', rate: '3.25' },
            { type: 'fixed', from: '2027-01-15', rate: '3.25' },
          ],
        },
        stored: null,
        changes: [],
        problems: [],
        notes: [expect.objectContaining({ code: 'rate_kept_after_binding' })],
      },
    ]);
  });

  it('is taken in whole, as it was shown, with a row in the log for each loan', async () => {
    const file = csv(heading, line('F-2'), line('F-3', { amount: '7000' }));
    const shown = await read(file);
    const { added, updated, kept } = await take(file);
    expect(added.map(terms)).toEqual(shown.loans.map(({ loan }) => loan));
    expect({ updated, kept }).toEqual({ updated: [], kept: 0 });
    expect(await stored('F-3')).toEqual(added[1]);
    const rows = await test.owner.kysely
      .selectFrom('audit_log')
      .select(['entity_id', 'after'])
      .where('action', '=', 'importLoansFile')
      .orderBy('seq')
      .execute();
    expect(rows.map(({ entity_id }) => entity_id)).toEqual(added.map(({ loanId }) => loanId));
    expect(JSON.parse(rows[0]?.after ?? '')).toMatchObject({
      reference: 'F-2',
      fileName: 'lan.csv',
      sha256: hashOf(file),
    });
  });

  it('changes loans that are there only when that is asked for', async () => {
    const { added } = await take(csv(heading, line('F-4'), line('F-5')));
    const again = csv(heading, line('f-4', { rate: '2,5' }), line('F-5'), line('F-6'));
    const shown = await read(again);
    expect(shown.counts).toEqual({ new: 1, changed: 1, same: 1, problem: 0 });
    expect(shown.loans[0]).toMatchObject({
      outcome: 'changed',
      changes: ['ratePeriods'],
      stored: added[0],
      loan: { reference: 'F-4', ratePeriods: [{ rate: '2.5' }] },
    });
    const kept = await take(again);
    expect(kept).toMatchObject({ updated: [], kept: 2 });
    expect(kept.added.map(({ reference }) => reference)).toEqual(['F-6']);
    expect(await stored('F-4')).toEqual(added[0]);
    const { updated } = await take(again, { changed: 'update' });
    expect(updated).toMatchObject([{ reference: 'F-4', version: 2 }]);
    expect((await stored('F-4'))?.ratePeriods).toEqual([
      { type: 'fixed', from: '2025-01-15', rate: '2.5' },
    ]);
    expect((await stored('F-5'))?.version).toBe(1);
  });

  it('says nothing of comments where it has none', async () => {
    const body = { ...loanBody('F-7'), principal: '5000.5', comment: 'Bredband' };
    await call(test, createLoan, { body });
    expect((await read(csv(heading, line('F-7')))).counts.same).toBe(1);
    const withComments = csv(`${heading};Kommentar`, `${line('F-7')};`);
    expect((await read(withComments)).loans[0]?.changes).toEqual(['comment']);
  });

  it('is refused where it is not the file, or not the loans, that were shown', async () => {
    const file = csv(heading, line('F-8'));
    const { preview } = await read(file);
    const other = await refusedImport(csv(heading, line('F-9')), { sha256: hashOf(file), preview });
    expect([other.status, other.body.code]).toEqual([409, 'table_file_differs']);
    const { loanId } = await call(test, createLoan, { body: loanBody('F-8') });
    const changed = await refusedImport(file, { preview });
    expect([changed.status, changed.body.code]).toEqual([409, 'table_preview_differs']);
    const now = (await read(file)).preview;
    const body = { comment: 'ändrat' };
    await call(test, updateLoan, { params: { loanId }, version: 1, body });
    expect((await refusedImport(file, { preview: now })).body.code).toBe('table_preview_differs');
  });

  it('is taken in once where a call is repeated with its key', async () => {
    const file = csv(heading, line('F-10'));
    const { preview } = await read(file);
    const query = { fileName: 'lan.csv', sha256: hashOf(file), preview };
    const key = '6a2a9f3e-0000-4000-8000-000000000001';
    const first = await call(test, importLoansFile, { query, file, key });
    const stillThere = await everythingStored(test);
    expect(await call(test, importLoansFile, { query, file, key })).toEqual(first);
    expect(await everythingStored(test)).toBe(stillThere);
  });

  it('is refused whole where one row cannot be read, and says which', async () => {
    const file = csv(
      heading,
      line('F-11'),
      line('F-12', { amount: '1.234' }),
      line('F-13', { rate: '=1+1' }),
    );
    const shown = await read(file);
    expect(shown.counts).toEqual({ new: 1, changed: 0, same: 0, problem: 2 });
    expect(shown.loans[1]).toMatchObject({ outcome: 'problem', loan: null, reference: 'F-12' });
    const { status, body } = await refusedImport(file, { preview: shown.preview });
    expect([status, body.code]).toEqual([422, 'table_has_problems']);
    expect(body.fields).toEqual([
      {
        path: '/rows/3/columns/3',
        code: 'amount_ambiguous',
        message: shown.loans[1]?.problems[0]?.sv,
        en: shown.loans[1]?.problems[0]?.en,
      },
      expect.objectContaining({ path: '/rows/4/columns/9', code: 'rate_not_understood' }),
    ]);
  });

  it('asks for the unit where the table does not say it', async () => {
    const file = csv(heading.replace(' (Tkr)', ''), line('F-14', { amount: '5000000' }));
    const silent = await read(file);
    expect(silent).toMatchObject({ unit: null, loans: [] });
    expect((await refusedImport(file, { preview: silent.preview })).body.code).toBe(
      'table_nothing_to_import',
    );
    const { added } = await take(file, { unit: 'kr' });
    expect(added).toMatchObject([{ principal: '5000' }]);
  });

  it('names the columns that it lacks', async () => {
    const { missing, loans } = await read(csv('Långivare;Referens;Belopp (Tkr);Ränta', 'A;B;1;2'));
    expect(loans).toEqual([]);
    expect(missing).toEqual([
      ...['drawnOn', 'form', 'paymentsAYear', 'firstPaymentOn', 'maturesOn'],
    ]);
  });

  it('may be Windows-1252, separated by tabs, with English headings and decimal points', async () => {
    const text = [
      'Lender\tReference\tPrincipal (SEK)\tDrawn on\tRepayment\tPayments a year\tFirst payment\tMaturity\tInterest rate\tComment',
      'Sparbanken Öst\tF-15\t5000000.25\t20250115\tAnnuity\tquarterly\t2025-04-15\t2030-01-15\t3.25\tNät',
    ].join('\n');
    const shown = await read(Buffer.from(text, 'latin1'));
    expect(shown.notes.map(({ code }) => code)).toEqual(['read_as_windows_1252']);
    expect(shown.loans[0]?.loan).toMatchObject({
      lender: 'Sparbanken Öst',
      principal: '5000.00025',
      form: 'annuity',
      paymentsAYear: 4,
      drawnOn: '2025-01-15',
      comment: 'Nät',
      ratePeriods: [{ type: 'fixed', from: '2025-01-15', rate: '3.25' }],
    });
  });

  it('may be a workbook, with days, percentages and numbers as cells', async () => {
    const day = (text: string) => ({ t: 'd', v: new Date(`${text}T00:00:00`), z: 'yyyy-mm-dd' });
    const sheet = utils.aoa_to_sheet([
      ['Alla belopp i tkr'],
      [
        'Bank',
        'Avtal',
        'Belopp',
        'Lyftdag',
        'Amortering',
        'Betalningar per år',
        'Första betalning',
        'Förfall',
        'Ränta',
        'Bunden till',
      ],
      [
        ...['Kommuninvest', 20_251, 5000.5, day('2025-01-15'), 'Vid förfall', 4],
        ...[day('2025-04-15'), day('2030-01-15'), { t: 'n', v: 0.0325, z: '0.00%' }],
        day('2027-01-15'),
      ],
      ['Summa', null, 5000.5],
    ]);
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Om lånen']]), 'Läs mig');
    utils.book_append_sheet(book, sheet, 'Lån');
    const file = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    const shown = await read(file, { fileName: 'lån.xlsx' });
    expect(shown).toMatchObject({ kind: 'xlsx', sheet: 1, unit: 'tkr', headerRow: 2 });
    expect(shown.sheets.map(({ name }) => name)).toEqual(['Läs mig', 'Lån']);
    expect(shown.loans[0]?.problems).toEqual([]);
    expect(shown.loans[0]?.loan).toMatchObject({
      reference: '20251',
      principal: '5000.5',
      form: 'atMaturity',
      drawnOn: '2025-01-15',
      ratePeriods: [
        { from: '2025-01-15', rate: '3.25' },
        { from: '2027-01-15', rate: '3.25' },
      ],
    });
    expect(shown.skipped.at(-1)).toMatchObject({ row: 4, code: 'sum' });
    expect((await read(file, { fileName: 'lån.xlsx', sheet: '0' })).missing).toHaveLength(9);
    const url = addressOf(readLoansFile, {
      params: { organisationId: test.organisationId },
      query: { fileName: 'lån.xlsx', sheet: '2' },
    });
    const { status } = await send(test, { method: 'POST', url, body: file });
    expect(status).toBe(400);
  });

  it('follows rate curves that are there by their names, and makes none', async () => {
    const floating = heading.replace('Ränta (%);Räntebindning till', 'Räntebas;Marginal');
    const row = (reference: string, name: string) => line(reference, { rate: name, bound: '0,45' });
    const file = csv(floating, row('F-16', 'stibor 3m'), row('F-17', 'EURIBOR'));
    const { loans } = await read(file);
    expect(loans[0]?.loan?.ratePeriods).toEqual([
      { type: 'reference', from: '2025-01-15', curveId: stibor, margin: '0.45' },
    ]);
    expect(loans[1]?.problems.map(({ code }) => code)).toEqual(['curve_unknown']);
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'not_a_table'],
    ['nothing', Buffer.alloc(0), 'table_empty'],
    ['a quote without end', csv(heading, 'Bank;"F;1'), 'quote_open'],
    ['SIE', Buffer.from('#FLAGGA 0\r\n#SIETYP 4\r\n'), 'sie_file'],
    ['a page', Buffer.from('<html><table><tr><td>1'), 'web_page'],
  ])('that is %s is refused, and leaves nothing behind', async (_, file, code) => {
    const { status, body } = await refusedImport(file);
    expect([status, body.code, body.fields?.[0]?.code]).toEqual([422, 'table_unreadable', code]);
    expect(await readdir(test.uploadFolder)).toEqual([]);
  });

  it('has at most five thousand rows', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => line(`L-${at}`));
    const { status, body } = await refusedImport(csv(heading, ...rows));
    expect([status, body.code]).toEqual([422, 'loan_file_too_long']);
    expect((await read(csv(heading, ...rows.slice(1)))).counts.new).toBe(4_999);
  });

  it('with too many rows for any table is refused as such', async () => {
    const file = csv(heading, 'x\r\n'.repeat(200_001));
    const { body } = await refusedImport(file);
    expect(body.fields?.[0]?.code).toBe('too_many_rows');
  });

  it('keeps hostile texts as texts', async () => {
    const texts = ['=HYPERLINK("http://x")', "'; DROP TABLE loan; --", '<script>alert(1)</script>'];
    const rows = texts.map((text) => line(`"${text.replaceAll('"', '""')}"`));
    const { added } = await take(csv(heading, ...rows));
    expect(new Set(added.map(({ reference }) => reference))).toEqual(new Set(texts));
    const exported = await call(test, exportLoansCsv, {});
    expect(exported).toContain(`;"'=HYPERLINK(""http://x"")";`);
    await drop(added);
  });
});

describe('loans as CSV', () => {
  it('have a row for each rate, with the terms on the first', async () => {
    await drop(await all());
    await call(test, createLoan, {
      body: {
        ...loanBody('KI-1'),
        principal: '5000.5',
        comment: 'Nät; "fiber"',
        ratePeriods: [
          { type: 'fixed', from: '2025-01-15', rate: '-0.25' },
          { type: 'reference', from: '2027-01-15', curveId: stibor, margin: '0.4' },
        ],
      },
    });
    expect(await call(test, exportLoansCsv, {})).toBe(
      [
        '\uFEFFLångivare;Referens;Belopp (Tkr);Lyftdag;Amorteringsform;Betalningar per år;Första betalning;Förfall;Ränta från;Ränta (%);Räntekurva;Marginal (%);Räntebindning till;Kommentar',
        'Kommuninvest;KI-1;5000,5;2025-01-15;Rak amortering;4;2025-04-15;2030-01-15;2025-01-15;-0,25;;;2027-01-15;"Nät; ""fiber"""',
        'Kommuninvest;KI-1;;;;;;;2027-01-15;;STIBOR 3M;0,4;;',
        '',
      ].join('\r\n'),
    );
  });

  it('are read in again as exactly the same loans, whatever they are', async () => {
    await drop(await all());
    const day = fc
      .integer({ min: 0, max: 36_000 })
      .map((days) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10));
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.constantFrom(
          '=1',
          "'=1",
          "''-1",
          '-',
          '–',
          'Summa',
          'Totalt 3',
          '1.234',
          'a;b',
          '"',
          ' x',
        ),
        fc.constantFrom(
          'Referens',
          'Långivare',
          'a  b',
          "'x",
          '+',
          'sep=;',
          '\u00a0=1',
          '2025-01-01',
        ),
      )
      .map((one) =>
        one
          .replace(/[\p{Cc}\p{Cs}]/gu, '')
          .trim()
          .normalize('NFC'),
      )
      .filter((one) => one !== '');
    const percent = fc
      .integer({ min: -1_000_000, max: 1_000_000 })
      .map((one) => (one / 10_000).toFixed(4));
    const period = fc.oneof(
      fc.record({ type: fc.constant('fixed' as const), from: day, rate: percent }),
      fc.record({
        type: fc.constant('reference' as const),
        from: day,
        curveId: fc.constant(stibor),
        margin: percent,
      }),
    );
    const loan = fc
      .record({
        lender: text,
        reference: text,
        principal: fc.bigInt({ min: 1n, max: 10n ** 17n }).map((ore) => {
          const digits = ore.toString().padStart(6, '0');
          return `${digits.slice(0, -5)}.${digits.slice(-5)}`;
        }),
        days: fc.tuple(day, day, day).map((days) => days.toSorted()),
        form: fc.constantFrom('straight', 'annuity', 'atMaturity'),
        paymentsAYear: fc.constantFrom(1, 2, 4, 12),
        comment: fc.option(text),
        ratePeriods: fc.array(period, { minLength: 0, maxLength: 4 }),
        rate: percent,
      })
      .map(({ days, ratePeriods, rate, ...rest }) => ({
        ...rest,
        drawnOn: days[0] ?? '',
        firstPaymentOn: days[1] ?? '',
        maturesOn: days[2] ?? '',
        ratePeriods: [{ type: 'fixed' as const, from: days[0] ?? '', rate }, ...ratePeriods],
      }))
      .filter((one) => refusalOfLoan(toLoan(one)) === null);
    const sweep = () => test.owner.kysely.deleteFrom('loan').execute();
    let compared = 0;
    const loans = fc.array(loan, { minLength: 15, maxLength: 25, size: 'max' });
    await fc.assert(
      fc.asyncProperty(loans, async (bodies) => {
        await sweep();
        const url = addressOf(createLoan, { params: { organisationId: test.organisationId } });
        for (const body of bodies) await send(test, { method: 'POST', url, body });
        const before = await all();
        const file = Buffer.from(await call(test, exportLoansCsv, {}));
        expect((await read(file)).counts).toMatchObject({ same: before.length, problem: 0 });
        await sweep();
        await take(file);
        expect((await all()).map(terms)).toEqual(before.map(terms));
        compared += before.length;
      }),
      { numRuns: 4, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(30);
  });
});

describe('a file of a rate curve', () => {
  const readRates = (curveId: string, file: Buffer) =>
    call(test, readRateCurveFile, { params: { curveId }, query: { fileName: 'rantor.csv' }, file });

  async function curve(name: string, ...points: readonly (readonly [string, string])[]) {
    const { curveId } = await call(test, createRateCurve, { body: { name } });
    const params = { curveId };
    const body = { points: points.map(([from, rate]) => ({ from, rate })) };
    if (points.length > 0) await call(test, setRatePoints, { params, version: 1, body });
    return curveId;
  }

  const takeRates = async (
    curveId: string,
    file: Buffer,
    more: { readonly preview?: string; readonly sha256?: string } = {},
  ) => {
    const query = {
      fileName: 'rantor.csv',
      sha256: hashOf(file),
      preview: '0'.repeat(64),
      ...more,
    };
    const params = { organisationId: test.organisationId, curveId };
    const url = addressOf(importRateCurve, { params, query });
    const { status, body } = await send(test, { method: 'POST', url, body: file });
    return { status, body: body as Answer<typeof importRateCurve> & Problem };
  };

  it('is shown against what the curve has, and then taken in', async () => {
    const curveId = await curve(
      'K1',
      ['2025-01-01', '2.5'],
      ['2025-02-01', '2.25'],
      ['2025-03-01', '2'],
    );
    const file = csv('Datum;Ränta', '2025-01-01;2,50', '2025-02-01;2,3 %', '2025-04-01;-0.1');
    const shown = await readRates(curveId, file);
    expect(
      shown.points.map(({ row, from, rate, was, outcome }) => [row, from, rate, was, outcome]),
    ).toEqual([
      [2, '2025-01-01', '2.5', '2.5', 'same'],
      [3, '2025-02-01', '2.3', '2.25', 'changed'],
      [4, '2025-04-01', '-0.1', null, 'new'],
    ]);
    const { status, body } = await takeRates(curveId, file, { preview: shown.preview });
    expect(status).toBe(200);
    expect(body.version).toBe(3);
    expect(body.points.map(({ from, rate, source }) => [from, rate, source])).toEqual([
      ['2025-01-01', '2.5', null],
      ['2025-02-01', '2.3', 'rantor.csv'],
      ['2025-03-01', '2', null],
      ['2025-04-01', '-0.1', 'rantor.csv'],
    ]);
    const again = await readRates(curveId, file);
    const same = await takeRates(curveId, file, { preview: again.preview });
    expect(same.body.version).toBe(3);
  });

  it('is refused whole with the lines that are wrong, and half of it is never written', async () => {
    const curveId = await curve('K2', ['2025-01-01', '2.5']);
    const file = csv('2025-01-01;3', '2025-13-01;2,5', '2025-02-01;2,5,1', '2025-01-01;3');
    const { problems, problemCount, preview } = await readRates(curveId, file);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 1, 'day_not_understood'],
      [3, 2, 'rate_not_understood'],
      [4, 1, 'rate_day_twice'],
    ]);
    expect(problemCount).toBe(3);
    const before = await everythingStored(test);
    const { status, body } = await takeRates(curveId, file, { preview });
    expect([status, body.code]).toEqual([422, 'table_has_problems']);
    expect(body.fields?.map(({ path }) => path)).toEqual([
      '/rows/2/columns/1',
      '/rows/3/columns/2',
      '/rows/4/columns/1',
    ]);
    expect(await everythingStored(test)).toBe(before);
  });

  it('is refused where it or the curve is not what was shown', async () => {
    const curveId = await curve('K3');
    const file = csv('2025-01-01;3');
    const { preview } = await readRates(curveId, file);
    const sha256 = '0'.repeat(64);
    expect((await takeRates(curveId, file, { preview, sha256 })).body.code).toBe(
      'table_file_differs',
    );
    const points = [{ from: '2025-01-01', rate: '2' }];
    await call(test, setRatePoints, { params: { curveId }, version: 1, body: { points } });
    expect((await takeRates(curveId, file, { preview })).body.code).toBe('table_preview_differs');
    const unknown = '01a20246-2eb6-7eed-bcb2-b0e78d8891c9';
    expect((await takeRates(unknown, file)).body.code).toBe('rate_curve_not_found');
  });

  it('with headings only has nothing to take in', async () => {
    const curveId = await curve('K4');
    const file = csv('Datum;Ränta');
    const { preview } = await readRates(curveId, file);
    const { status, body } = await takeRates(curveId, file, { preview });
    expect([status, body.code]).toEqual([422, 'table_nothing_to_import']);
  });

  it('gives a curve at most twenty thousand values', async () => {
    const day = (at: number): string =>
      new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10);
    const many = (count: number, from = 0): Buffer =>
      csv('Datum;Ränta', ...Array.from({ length: count }, (_, at) => `${day(from + at)};2,5`));
    const curveId = await curve('K5');
    const file = many(20_000);
    const { preview } = await readRates(curveId, file);
    const { body } = await takeRates(curveId, file, { preview });
    expect(body.points).toHaveLength(20_000);
    const more = many(1, 20_000);
    const next = await readRates(curveId, more);
    const over = await takeRates(curveId, more, { preview: next.preview });
    expect([over.status, over.body.code]).toEqual([422, 'rate_curve_too_long']);
    const params = { curveId };
    const points = [{ from: day(20_000), rate: '1' }];
    const url = addressOf(setRatePoints, {
      params: { ...params, organisationId: test.organisationId },
    });
    const headers = { 'if-match': '"2"' };
    const typed = await send(test, { method: 'PATCH', url, headers, body: { points } });
    expect((typed.body as Problem).code).toBe('rate_curve_too_long');
    const long = await takeRates(curveId, many(20_500));
    expect(long.body.code).toBe('rate_curve_too_long');
  });
});
