import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAccumulatedCsv, getAccumulated } from '#contract/accumulated.ts';
import { createTotalutgift } from '#contract/carry-over.ts';
import {
  createBudgetpost,
  getInvesteringsbudget,
  updateInvestmentLine,
} from '#contract/investeringsbudget.ts';
import { call, send, startTestApp, type TestApp } from '../testing/app.ts';

let test: TestApp;
const lineIds = new Map<string, string>();
let beslutId: string;
let sources = 0;

beforeAll(async () => {
  test = await startTestApp();
  const { lines, beslut } = await call(test, getInvesteringsbudget, { params: { year: '2025' } });
  for (const { name, lineId } of lines) lineIds.set(name, lineId);
  beslutId = beslut[0]?.beslutId ?? '';
});
afterAll(() => test.close());

const line = (name: string): string => lineIds.get(name) ?? '';
const read = (from?: number, to?: number) =>
  call(test, getAccumulated, {
    query: {
      ...(from === undefined ? {} : { from: `${from}` }),
      ...(to === undefined ? {} : { to: `${to}` }),
    },
  });

async function budget(name: string, year: number, amount: string): Promise<void> {
  const body = { lineId: line(name), year, kind: 'ursprunglig', amount, beslutId } as const;
  await call(test, createBudgetpost, { body });
}

/** Writes outcome as its own slice would, as one source with an amount a line. */
async function outcome(
  year: number,
  amounts: { readonly [name: string]: string },
  kind: 'typed' | 'sie4' = 'typed',
): Promise<void> {
  sources += 1;
  const source = `019a5b7c-0000-7000-8000-00000000080${sources}`;
  const file = kind === 'typed' ? {} : { file_name: 'bok.se', sha256: 'a'.repeat(64) };
  await test.owner.kysely
    .insertInto('utfall_source')
    .values({
      organisation_id: test.organisationId,
      source_id: source,
      kind,
      comment: null,
      ...file,
      created_at: test.time.now,
      created_by: test.personId,
    })
    .execute();
  const rows = Object.entries(amounts).map(([name, amount], index) => ({
    organisation_id: test.organisationId,
    source_id: source,
    amount_number: index + 1,
    year,
    month: null,
    account: null,
    name: null,
    file_row: null,
    target: 'line' as const,
    line_id: line(name),
    driftrad: null,
    amount,
  }));
  await test.owner.kysely.insertInto('utfall_amount').values(rows).execute();
}

describe('before any outcome is known', () => {
  it('has the years that have a budget, and no sums', async () => {
    const answer = await read();
    expect([answer.fromYear, answer.toYear, answer.years]).toEqual([2024, 2025, [2024, 2025]]);
    expect(answer.yearsWithoutUtfall).toEqual([2024, 2025]);
    const klienter = answer.rows.find(({ name }) => name === 'Klienter');
    expect(klienter).toMatchObject({ budget: null, outcome: null, deviation: null, project: null });
    expect(
      klienter?.years.map(({ year, budget, carriedIn, carriedOut }) => [
        year,
        budget,
        carriedIn,
        carriedOut,
      ]),
    ).toEqual([
      [2024, '0', '0', '3400'],
      [2025, '11582', '3400', '0'],
    ]);
  });
});

describe('unused and overrun', () => {
  it('are 5 196 + 990 and 901, a line that an import has nothing for wholly unused', async () => {
    await budget('Klienter', 2024, '9196');
    await budget('Mobiltelefoner', 2024, '1990');
    await budget('Nät', 2024, '100');
    await budget('Switchar', 2024, '1686');
    const amounts = { Klienter: '4000', Mobiltelefoner: '1000', Nät: '1001' };
    await outcome(2024, amounts, 'sie4');
    // An answer is kept until the log has a new row.
    await budget('System/server', 2030, '1');
    const answer = await read(2023, 2025);
    expect([answer.unused, answer.overrun]).toEqual(['7872', '901']);
    const of = (name: string) => answer.rows.find((row) => row.name === name);
    expect(of('Klienter')).toMatchObject({
      budget: '9196',
      outcome: '4000',
      deviation: '5196',
      carriedOut: '3400',
      left: '1796',
    });
    expect(of('Switchar')).toMatchObject({ outcome: '0', deviation: '1686', left: '1686' });
    expect(of('Nät')?.years.map(({ deviation }) => deviation)).toEqual([null, '-901', null]);
    expect(answer.yearsWithoutUtfall).toEqual([2023, 2025]);
  });

  it('are exported with a row a line and year, and a row for all of them', async () => {
    const csv = await call(test, exportAccumulatedCsv, { query: { from: '2024', to: '2025' } });
    const rows = csv.split('\r\n');
    expect(rows.slice(0, 4)).toEqual([
      '\uFEFFTkr;År;Budget;Utfall;Avvikelse;Infört;Utfört;Kvar;Beslutad totalutgift;Beräknad totalutgift',
      'Klienter;2024;9196;4000;5196;0;3400;1796;;',
      'Klienter;2025;11582;;;3400;0;;;',
      'Klienter;2024–2025;9196;4000;5196;0;3400;1796;;',
    ]);
    expect(rows.slice(-3)).toEqual([
      'Sammanlagt outnyttjat;;;;7872;;;;;',
      'Sammanlagt överdrag;;;;901;;;;;',
      '',
    ]);
  });
});

describe('a project', () => {
  it('has its totals as of the last year, and all that was ever spent on it', async () => {
    const lineId = line('Nät');
    const { lines } = await read();
    const version = lines.find((one) => one.lineId === lineId)?.version ?? 0;
    const body = { lineType: 'projekt' } as const;
    await call(test, updateInvestmentLine, { params: { lineId }, body, version });
    await outcome(2023, { Nät: '500' });
    const decided = { lineId, kind: 'beslutad', asOf: '2023-01-01', amount: '600' } as const;
    await call(test, createTotalutgift, { body: { ...decided, beslutId } });
    const thought = { lineId, kind: 'beraknad', asOf: '2024-06-30', amount: '1501' } as const;
    await call(test, createTotalutgift, { body: thought });
    const project = async (from: number, to: number) =>
      (await read(from, to)).rows.find((row) => row.lineId === lineId)?.project;
    expect(await project(2024, 2024)).toEqual({
      beslutad: '600',
      beraknad: '1501',
      deviation: '-901',
      outcome: '1501',
    });
    expect(await project(2023, 2023)).toMatchObject({ beraknad: null, outcome: '500' });
  });
});

it.each([
  ['from=2025&to=2024', 'years_not_a_span'],
  ['from=2000&to=2030', 'years_not_a_span'],
  ['from=20', 'input_invalid'],
  ['year=2024', 'input_invalid'],
])('refuses the years %s', async (query, code) => {
  const url = `/api/organisations/${test.organisationId}/accumulated?${query}`;
  expect((await send(test, { method: 'GET', url })).body).toMatchObject({ code });
});
