import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCarryOverPolicy, createTotalutgift, getCarryOver } from '#contract/carry-over.ts';
import { updateInvestmentLine } from '#contract/investeringsbudget.ts';
import { policyAt } from '#domain/carry-over.ts';
import { tkr } from '#domain/tkr.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import { policiesOf } from './queries.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const read = () => call(test, getCarryOver, {});
const lineNamed = async (name: string) => {
  const line = (await read()).lines.find((one) => one.name === name);
  if (line === undefined) throw new Error(`No line ${name}`);
  return line;
};

async function refused(path: string, body: object) {
  const before = await everythingStored(test);
  const url = `/api/organisations/${test.organisationId}/${path}`;
  const answer = await send(test, { method: 'POST', url, body });
  expect(await everythingStored(test)).toBe(before);
  return answer.body;
}

const needsDecision = {
  validFrom: '2024-01-01',
  lineType: 'reinvestering',
  rule: 'needsDecision',
  source: 'Direktionen 2023-11-30 § 44',
} as const;

describe('policies', () => {
  it('are kept as they were entered, by type of line and day', async () => {
    const first = await call(test, createCarryOverPolicy, { body: needsDecision });
    expect(first).toMatchObject({
      ...needsDecision,
      delegationPercent: null,
      delegationAmount: null,
      slutredovisningAmount: null,
      slutredovisningMonths: null,
    });
    const project = await call(test, createCarryOverPolicy, {
      body: {
        ...needsDecision,
        lineType: 'projekt',
        rule: 'automatic',
        delegationPercent: '10',
        delegationAmount: '2500',
        slutredovisning: { amount: '5000', months: 6 },
      },
    });
    expect(project).toMatchObject({
      delegationPercent: '10',
      delegationAmount: '2500',
      slutredovisningAmount: '5000',
      slutredovisningMonths: 6,
    });
    const { policies } = await read();
    expect(policies.map(({ policyId }) => policyId)).toEqual([first.policyId, project.policyId]);
  });

  it('reach the rules with the last entered of a day in force', async () => {
    await call(test, createCarryOverPolicy, { body: { ...needsDecision, rule: 'lapses' } });
    const scope = { organisationId: test.organisationId, personId: test.personId };
    const policies = await test.database.inOrganisation(scope, policiesOf);
    expect(policyAt(policies, 'reinvestering', '2025-03-20')?.rule).toBe('lapses');
    expect(policyAt(policies, 'projekt', '2025-03-20')).toMatchObject({
      delegationShare: { numerator: 100_000n, denominator: 1_000_000n },
      delegationAmount: tkr('2500'),
      slutredovisning: { above: tkr('5000'), months: 6 },
    });
    expect(policyAt(policies, 'ramanslag', '2025-03-20')).toBeNull();
  });

  it.each([
    ['/delegationPercent', { delegationPercent: '100.5' }, 'percent_invalid'],
    ['/delegationPercent', { delegationPercent: 10 }, 'percent_invalid'],
    ['/delegationAmount', { delegationAmount: '-1' }, 'amount_negative'],
    [
      '/slutredovisning/months',
      { slutredovisning: { amount: '1', months: 0 } },
      'months_out_of_range',
    ],
    ['/source', { source: ' ' }, 'text_empty'],
    ['/validFrom', { validFrom: '2025-02-30' }, 'day_invalid'],
  ])('are refused where %s is wrong: %j', async (path, change, code) => {
    expect(await refused('carry-over/policies', { ...needsDecision, ...change })).toMatchObject({
      fields: [{ path, code }],
    });
  });
});

describe('lines and their totals', () => {
  it('gives a line its type, and keeps it when the line is renamed', async () => {
    const { lineId, version } = await lineNamed('Nät');
    const params = { lineId };
    const body = { lineType: 'projekt' } as const;
    const typed = await call(test, updateInvestmentLine, { params, body, version });
    expect(typed).toMatchObject({ lineType: 'projekt', name: 'Nät', version: version + 1 });
    const named = await call(test, updateInvestmentLine, {
      params,
      body: { name: 'Nät/redundans' },
      version: version + 1,
    });
    expect(named.lineType).toBe('projekt');
    expect((await lineNamed('Klienter')).lineType).toBe('reinvestering');
  });

  it('keeps what was decided for a project, by its decision, and what it is thought to cost', async () => {
    const { lineId } = await lineNamed('Nät/redundans');
    const { beslut } = await read();
    const beslutId = beslut[0]?.beslutId ?? '';
    const decided = await call(test, createTotalutgift, {
      body: { lineId, kind: 'beslutad', asOf: '2023-06-01', amount: '10000', beslutId },
    });
    expect(decided).toMatchObject({ kind: 'beslutad', amount: '10000', beslutId });
    const thought = await call(test, createTotalutgift, {
      body: { lineId, kind: 'beraknad', asOf: '2024-12-31', amount: '10901', comment: 'Delår' },
    });
    expect(thought).toMatchObject({ beslutId: null, comment: 'Delår' });
    expect((await read()).totalutgift).toHaveLength(2);
  });

  it('refuses totals that do not belong', async () => {
    const { lineId } = await lineNamed('Nät/redundans');
    const { lineId: klienter } = await lineNamed('Klienter');
    const beslutId = (await read()).beslut[0]?.beslutId;
    const whole = { lineId, kind: 'beraknad', asOf: '2025-06-30', amount: '1' };
    const enter = (change: object) => refused('totalutgift', { ...whole, ...change });
    expect(await enter({ lineId: klienter })).toMatchObject({ code: 'totalutgift_needs_projekt' });
    expect(await enter({ beslutId })).toMatchObject({ code: 'totalutgift_beslut_not_used' });
    expect(await enter({ kind: 'beslutad' })).toMatchObject({ code: 'beslut_missing' });
    const nobody = '01a20185-1491-7a3a-9704-4c3bf459812e';
    expect(await enter({ lineId: nobody })).toMatchObject({ code: 'line_not_found' });
  });
});

describe('the month that was booked last', () => {
  it('is that of the outcome in force, December where only the year is known', async () => {
    const { lineId } = await lineNamed('Nät/redundans');
    const { lineId: klienter } = await lineNamed('Klienter');
    const source = '019a5b7c-0000-7000-8000-000000000901';
    await test.owner.kysely
      .insertInto('utfall_source')
      .values({
        organisation_id: test.organisationId,
        source_id: source,
        kind: 'typed',
        comment: null,
        created_at: test.time.now,
        created_by: test.personId,
      })
      .execute();
    const amount = {
      organisation_id: test.organisationId,
      source_id: source,
      year: 2024,
      account: null,
      name: null,
      file_row: null,
      target: 'line',
      driftrad: null,
    } as const;
    await test.owner.kysely
      .insertInto('utfall_amount')
      .values([
        { ...amount, amount_number: 1, line_id: lineId, month: 5, amount: '10' },
        { ...amount, amount_number: 2, line_id: lineId, month: 9, amount: '0' },
        { ...amount, amount_number: 3, line_id: lineId, month: 2, amount: '10' },
        { ...amount, amount_number: 4, line_id: klienter, month: null, amount: '3' },
      ])
      .execute();
    // An answer is kept until the log has a new row.
    await call(test, createCarryOverPolicy, { body: needsDecision });
    const { lastBooked } = await read();
    expect(lastBooked).toContainEqual({ lineId, year: 2024, month: 5 });
    expect(lastBooked).toContainEqual({ lineId: klienter, year: 2024, month: 12 });
    expect(lastBooked).toHaveLength(2);
  });
});
