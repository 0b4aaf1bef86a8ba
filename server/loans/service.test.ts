import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '#contract/endpoint.ts';
import {
  createLoan,
  createRateCurve,
  deleteLoan,
  deleteRateCurve,
  exportLoanScheduleCsv,
  listLoans,
  listRateCurves,
  setRatePoints,
  toLoan,
  toRateCurve,
  updateLoan,
  updateRateCurve,
} from '#contract/loans.ts';
import type { Problem } from '#contract/problem.ts';
import { percentOf } from '#domain/percent.ts';
import { tkr } from '#domain/tkr.ts';
import {
  call,
  everythingStored,
  send,
  startTestApp,
  type TestApp,
  type TestCall,
} from '../testing/app.ts';
import { makeNeighbour } from '../testing/neighbour.ts';
import { loanBody } from '../testing/sample-loans.ts';
import { allLoans, allRateCurves } from './queries.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

let count = 0;
const unique = (): string => `Prov ${(count += 1)}`;
const enter = (more: object = {}) =>
  call(test, createLoan, { body: { ...loanBody(unique()), ...more } });
const curve = (name = unique()) => call(test, createRateCurve, { body: { name } });

async function refusal(sent: TestCall) {
  const before = await everythingStored(test);
  const { status, body } = await send(test, sent);
  expect(await everythingStored(test)).toBe(before);
  const { code, conflict } = body as Problem;
  return { told: `${status} ${code}`, conflict };
}

const root = () => ({ organisationId: test.organisationId });
const post = (body: object): TestCall => ({
  method: 'POST',
  url: addressOf(createLoan, { params: root() }),
  body,
});
const patch = (loanId: string, version: number, body: object): TestCall => ({
  method: 'PATCH',
  url: addressOf(updateLoan, { params: { ...root(), loanId } }),
  headers: { 'if-match': `"${version}"` },
  body,
});

async function logged(entityId: string) {
  const rows = await test.owner.kysely
    .selectFrom('audit_log')
    .select(['action', 'before', 'after'])
    .where('entity_id', '=', entityId)
    .orderBy('seq')
    .execute();
  return rows.map(({ action, before, after }) => ({
    action,
    before: parsed(before),
    after: parsed(after),
  }));
}

type Logged = { readonly [name: string]: unknown } | null;

function parsed(json: string | null): Logged {
  return json === null ? null : (JSON.parse(json) as Logged);
}

describe('a loan', () => {
  it('is entered with its rates, listed, and written to the log', async () => {
    const entered = await enter({
      principal: '5000.50',
      comment: ' Bredband ',
      ratePeriods: [
        { type: 'fixed', from: '2027-01-15', rate: '2.00' },
        { type: 'fixed', from: '2025-01-15', rate: '-0.2500' },
      ],
    });
    expect(entered).toMatchObject({
      lender: 'Kommuninvest',
      principal: '5000.5',
      comment: 'Bredband',
      version: 1,
      ratePeriods: [
        { type: 'fixed', from: '2025-01-15', rate: '-0.25' },
        { type: 'fixed', from: '2027-01-15', rate: '2' },
      ],
      createdAt: '2026-11-22T08:00:00.000Z',
    });
    const { loans, limits } = await call(test, listLoans, {});
    expect(loans.find(({ loanId }) => loanId === entered.loanId)).toEqual(entered);
    expect(limits.table).toBe(50_000_000);
    const [row] = await logged(entered.loanId);
    expect(row).toMatchObject({ action: 'createLoan', before: null });
    expect(row?.after).toMatchObject({ principal: '5000.5', loanId: entered.loanId });
    expect(row?.after).not.toHaveProperty('createdBy');
  });

  it('is changed in what is given and kept in the rest, with both in the log', async () => {
    const before = await enter({ comment: 'Bredband' });
    const params = { loanId: before.loanId };
    const body = {
      maturesOn: '2031-01-15',
      comment: '',
      ratePeriods: [{ type: 'fixed' as const, from: '2025-01-15', rate: '3' }],
    };
    const after = await call(test, updateLoan, { params, version: 1, body });
    expect(after).toEqual({ ...before, ...body, comment: null, version: 2 });
    const principal = await call(test, updateLoan, {
      params,
      version: 2,
      body: { principal: '4000' },
    });
    expect(principal).toEqual({ ...after, principal: '4000', version: 3 });
    const [, changed] = await logged(before.loanId);
    expect(changed).toMatchObject({
      action: 'updateLoan',
      before: { maturesOn: '2030-01-15', comment: 'Bredband', version: 1 },
      after: { maturesOn: '2031-01-15', comment: null, version: 2 },
    });
  });

  it('is not changed by somebody who saw an older version, and is told of both', async () => {
    const { loanId } = await enter();
    const params = { loanId };
    const now = await call(test, updateLoan, { params, version: 1, body: { principal: '1' } });
    const yours = { principal: '2' };
    expect(await refusal(patch(loanId, 1, yours))).toEqual({
      told: '412 version_stale',
      conflict: { yours, current: now },
    });
  });

  it('is removed with its rates, and stays in the log', async () => {
    const { loanId } = await enter();
    await call(test, deleteLoan, { params: { loanId }, version: 1 });
    const { loans } = await call(test, listLoans, {});
    expect(loans.some((loan) => loan.loanId === loanId)).toBe(false);
    const last = (await logged(loanId)).at(-1);
    expect(last).toMatchObject({ action: 'deleteLoan', before: { loanId }, after: null });
    expect(last?.before?.['ratePeriods']).toHaveLength(1);
    expect((await refusal(patch(loanId, 1, {}))).told).toBe('404 loan_not_found');
  });

  it.each([
    [{ principal: '0' }, 'loan_principal_not_positive'],
    [{ principal: '-1' }, 'loan_principal_not_positive'],
    [{ maturesOn: '2025-01-15' }, 'loan_matures_before_drawn'],
    [{ firstPaymentOn: '2025-01-15' }, 'loan_first_payment_outside'],
    [{ firstPaymentOn: '2025-05-15' }, 'loan_payments_do_not_meet_maturity'],
    [{ ratePeriods: [] }, 'loan_needs_rate'],
    [{ ratePeriods: [{ type: 'fixed', from: '2025-01-16', rate: '3' }] }, 'loan_needs_rate'],
    [
      {
        ratePeriods: [
          { type: 'fixed', from: '2025-01-15', rate: '3' },
          { type: 'fixed', from: '2025-01-15', rate: '2' },
        ],
      },
      'loan_rate_periods_same_day',
    ],
  ])('is refused where it cannot be: %j', async (more, code) => {
    expect((await refusal(post({ ...loanBody(unique()), ...more }))).told).toBe(`422 ${code}`);
    const { loanId } = await enter();
    expect((await refusal(patch(loanId, 1, more))).told).toBe(`422 ${code}`);
  });

  it.each([
    [{ principal: 5000 }, 'amount_not_a_string'],
    [{ principal: '1.234' }, 'amount_ambiguous'],
    [{ drawnOn: '2025-02-30' }, 'day_invalid'],
    [{ paymentsAYear: 3 }, 'field_invalid'],
    [{ form: 'rak' }, 'field_invalid'],
    [{ lender: ' ' }, 'text_empty'],
    [{ reference: 'a\u0000' }, 'text_forbidden_character'],
    [{ balance: '1' }, 'field_unknown'],
    [{ ratePeriods: [{ type: 'fixed', from: '2025-01-15', rate: '3,25' }] }, 'rate_invalid'],
    [{ ratePeriods: [{ type: 'fixed', from: '2025-01-15', rate: '100.1' }] }, 'rate_invalid'],
    [{ ratePeriods: [{ type: 'fixed', from: '2025-01-15', rate: '1.23456' }] }, 'rate_invalid'],
  ])('is refused where a field is wrong: %j', async (more, code) => {
    const { status, body } = await send(test, post({ ...loanBody(unique()), ...more }));
    expect([status, (body as Problem).code]).toEqual([400, 'input_invalid']);
    expect((body as Problem).fields?.map((field) => field.code)).toContain(code);
  });

  it('is the only one of its lender with its reference, capitals or not', async () => {
    const one = await enter();
    const two = await enter();
    const same = { lender: 'KOMMUNINVEST', reference: one.reference.toUpperCase() };
    const taken = '409 loan_reference_taken';
    expect((await refusal(post({ ...loanBody('x'), ...same }))).told).toBe(taken);
    expect((await refusal(patch(two.loanId, 1, same))).told).toBe(taken);
    expect(await enter({ lender: 'Sparbanken', reference: one.reference })).toMatchObject({
      lender: 'Sparbanken',
    });
    const params = { loanId: one.loanId };
    expect(await call(test, updateLoan, { params, version: 1, body: same })).toMatchObject(same);
  });

  it('follows only a curve of its own organisation', async () => {
    const { curveId } = await curve();
    const period = { type: 'reference', from: '2025-01-15', curveId, margin: '0.45' };
    expect(await enter({ ratePeriods: [period] })).toMatchObject({ ratePeriods: [period] });
    const unknown = { ...period, curveId: '01a20246-2eb6-7eed-bcb2-b0e78d8891c9' };
    const sent = post({ ...loanBody(unique()), ratePeriods: [unknown] });
    expect((await refusal(sent)).told).toBe('404 rate_curve_not_found');
  });

  it('of another organisation is not there', async () => {
    const neighbour = await makeNeighbour(test, 'Granne med lån');
    const headers = { cookie: neighbour.cookies.ekonom };
    const { organisationId } = neighbour;
    const { loanId } = await enter();
    const { curveId } = await curve();
    const asNeighbour = async (sent: TestCall) =>
      (await refusal({ ...sent, as: 'nobody', headers: { ...sent.headers, ...headers } })).told;
    const inside = { params: { organisationId, loanId, curveId } };
    expect(await asNeighbour({ ...patch(loanId, 1, {}), url: addressOf(updateLoan, inside) })).toBe(
      '404 loan_not_found',
    );
    const version = { 'if-match': '"1"' };
    const drop = { method: 'DELETE', headers: version } as const;
    expect(await asNeighbour({ ...drop, url: addressOf(deleteLoan, inside) })).toBe(
      '404 loan_not_found',
    );
    expect(await asNeighbour({ ...drop, url: addressOf(deleteRateCurve, inside) })).toBe(
      '404 rate_curve_not_found',
    );
    const period = { type: 'reference', from: '2025-01-15', curveId, margin: '0' };
    const body = { ...loanBody('x'), ratePeriods: [period] };
    const url = addressOf(createLoan, { params: { organisationId } });
    expect(await asNeighbour({ ...post(body), url })).toBe('404 rate_curve_not_found');
    const own = await send(test, { method: 'GET', url, as: 'nobody', headers });
    expect((own.body as { loans: unknown[] }).loans).toEqual([]);
    expect(await asNeighbour(patch(loanId, 1, {}))).toBe('404 organisation_not_found');
  });
});

describe('loans for other slices', () => {
  it('are what the rules count with, as answers are', async () => {
    const { curveId } = await curve('STIBOR för regler');
    const points = [{ from: '2025-01-01', rate: '2.55' }];
    await call(test, setRatePoints, { params: { curveId }, version: 1, body: { points } });
    const entered = await enter({
      ratePeriods: [
        { type: 'fixed', from: '2025-01-15', rate: '3.25' },
        { type: 'reference', from: '2027-01-15', curveId, margin: '-0.1' },
      ],
    });
    const scope = { organisationId: test.organisationId, personId: test.personId };
    const { loans, curves } = await test.database.inOrganisation(scope, async (trx) => ({
      loans: await allLoans(trx),
      curves: await allRateCurves(trx),
    }));
    const stored = loans.find(({ loanId }) => loanId === entered.loanId);
    expect(stored).toEqual({
      loanId: entered.loanId,
      lender: 'Kommuninvest',
      reference: entered.reference,
      principal: tkr('5000'),
      drawnOn: '2025-01-15',
      form: 'straight',
      paymentsAYear: 4,
      firstPaymentOn: '2025-04-15',
      maturesOn: '2030-01-15',
      ratePeriods: [
        { type: 'fixed', from: '2025-01-15', rate: percentOf('3.25') },
        { type: 'reference', from: '2027-01-15', curveId, margin: percentOf('-0.1') },
      ],
    });
    expect(toLoan(entered)).toEqual(stored);
    const answer = (await call(test, listRateCurves, {})).curves.find(
      (one) => one.curveId === curveId,
    );
    const expected = {
      curveId,
      name: 'STIBOR för regler',
      points: [{ from: '2025-01-01', rate: percentOf('2.55') }],
    };
    expect(curves.find((one) => one.curveId === curveId)).toEqual(expected);
    expect(answer === undefined ? null : toRateCurve(answer)).toEqual(expected);
  });
});

describe('a rate curve', () => {
  const points = (curveId: string, version: number, list: readonly object[]): TestCall => ({
    method: 'PATCH',
    url: addressOf(setRatePoints, { params: { ...root(), curveId } }),
    headers: { 'if-match': `"${version}"` },
    body: { points: list },
  });

  it('has its values by their days: new ones, others in their place, and some taken away', async () => {
    const { curveId } = await curve();
    const params = { curveId };
    const first = await call(test, setRatePoints, {
      params,
      version: 1,
      body: {
        points: [
          { from: '2025-04-01', rate: '2.25', source: 'Riksbanken' },
          { from: '2025-01-01', rate: '2.50' },
        ],
      },
    });
    expect(first.version).toBe(2);
    expect(first.points).toMatchObject([
      { from: '2025-01-01', rate: '2.5', source: null },
      { from: '2025-04-01', rate: '2.25', source: 'Riksbanken' },
    ]);
    const second = await call(test, setRatePoints, {
      params,
      version: 2,
      body: {
        points: [
          { from: '2025-01-01', rate: null },
          { from: '2025-04-01', rate: '-0.5' },
          { from: '2025-07-01', rate: '0' },
          { from: '2030-01-01', rate: null },
        ],
      },
    });
    expect(second.points.map(({ from, rate }) => `${from} ${rate}`)).toEqual([
      '2025-04-01 -0.5',
      '2025-07-01 0',
    ]);
    const last = (await logged(curveId)).at(-1);
    expect(last).toMatchObject({
      action: 'setRatePoints',
      before: { points: [{ from: '2025-01-01' }, { from: '2025-04-01', rate: '2.25' }] },
      after: { points: [{ from: '2025-04-01', rate: '-0.5' }, { from: '2025-07-01' }] },
    });
    expect((await refusal(points(curveId, 2, [{ from: '2025-01-01', rate: '1' }]))).told).toBe(
      '412 version_stale',
    );
  });

  it('is renamed, never to the name of another one', async () => {
    const one = await curve('Styrränta');
    const renamed = await call(test, updateRateCurve, {
      params: { curveId: one.curveId },
      version: 1,
      body: { name: 'STYRRÄNTA' },
    });
    expect(renamed).toMatchObject({ name: 'STYRRÄNTA', version: 2, points: [] });
    const url = addressOf(createRateCurve, { params: root() });
    const sent = { method: 'POST', url, body: { name: 'styrränta' } } as const;
    expect((await refusal(sent)).told).toBe('409 rate_curve_name_taken');
  });

  it('is not removed while a loan follows it', async () => {
    const { curveId } = await curve();
    const period = { type: 'reference', from: '2025-01-15', curveId, margin: '0' };
    const { loanId } = await enter({ ratePeriods: [period] });
    const drop: TestCall = {
      method: 'DELETE',
      url: addressOf(deleteRateCurve, { params: { ...root(), curveId } }),
      headers: { 'if-match': '"1"' },
    };
    expect((await refusal(drop)).told).toBe('409 rate_curve_used');
    await call(test, deleteLoan, { params: { loanId }, version: 1 });
    await call(test, deleteRateCurve, { params: { curveId }, version: 1 });
    const { curves } = await call(test, listRateCurves, {});
    expect(curves.some((one) => one.curveId === curveId)).toBe(false);
  });

  it('has no more than a thousand values in one call', async () => {
    const { curveId } = await curve();
    const list = Array.from({ length: 1_001 }, () => ({ from: '2025-01-01', rate: '1' }));
    expect((await send(test, points(curveId, 1, list))).status).toBe(400);
    const day = (at: number): string => new Date(Date.UTC(2025, 0, at)).toISOString().slice(0, 10);
    const thousand = list.slice(1).map((point, at) => ({ ...point, from: day(at + 1) }));
    expect((await send(test, points(curveId, 1, thousand))).status).toBe(200);
  });
});

describe('the payment plan', () => {
  it('has every payment to the öre, for one loan or for all', async () => {
    const { loanId, reference } = await enter({
      lender: '=Bank; "Å"',
      principal: '1000',
      paymentsAYear: 2,
      firstPaymentOn: '2025-07-15',
      maturesOn: '2026-07-15',
      ratePeriods: [{ type: 'fixed', from: '2025-01-15', rate: '3' }],
    });
    // Six months of 3 % on 1 000, 666,66667 and 333,33333, a twelfth a month, each rounded:
    // 2,5 · 6 = 15; 1,66667 · 6 = 10,00002; 0,83333 · 6 = 4,99998.
    const csv = await call(test, exportLoanScheduleCsv, { query: { loanId } });
    const name = `"'=Bank; ""Å""";${reference}`;
    expect(csv).toBe(
      [
        '\uFEFFLångivare;Referens;Betalning;Dag;Skuld före (Tkr);Amortering (Tkr);Ränta (Tkr);Att betala (Tkr);Skuld efter (Tkr)',
        `${name};1;2025-07-15;1000;333,33333;15;348,33333;666,66667`,
        `${name};2;2026-01-15;666,66667;333,33334;10,00002;343,33336;333,33333`,
        `${name};3;2026-07-15;333,33333;333,33333;4,99998;338,33331;0`,
        '',
      ].join('\r\n'),
    );
    const all = await call(test, exportLoanScheduleCsv, {});
    expect(all).toContain(`${name};3;2026-07-15`);
    expect(all.split('\r\n').length).toBeGreaterThan(20);
    const url = addressOf(exportLoanScheduleCsv, {
      params: root(),
      query: { loanId: '01a20246-2eb6-7eed-bcb2-b0e78d8891c9' },
    });
    expect((await refusal({ method: 'GET', url })).told).toBe('404 loan_not_found');
  });

  it('leaves empty what no rate is known for', async () => {
    const { curveId } = await curve();
    const { loanId } = await enter({
      form: 'annuity',
      ratePeriods: [{ type: 'reference', from: '2025-01-15', curveId, margin: '1' }],
    });
    const csv = await call(test, exportLoanScheduleCsv, { query: { loanId } });
    expect(csv.split('\r\n')[1]).toMatch(/;1;2025-04-15;5000;;;;$/u);
  });
});
