import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  correctBudgetpost,
  createBudgetpost,
  createInvestmentLine,
  exportInvesteringsbudgetCsv,
  getInvesteringsbudget,
  updateInvestmentLine,
} from '#contract/investeringsbudget.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';

const ascending = (left: number, right: number): number => left - right;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const year = (budgetYear: number) => ({ params: { year: `${budgetYear}` } });
const read = (budgetYear: number) => call(test, getInvesteringsbudget, year(budgetYear));

async function lineNamed(name: string): Promise<string> {
  const { lines } = await read(2025);
  return lines.find((line) => line.name === name)?.lineId ?? '';
}

async function anyBeslut(): Promise<string> {
  return (await read(2025)).beslut[0]?.beslutId ?? '';
}

describe('the budget of Itsam', () => {
  it('reads 26 555 in total and 21 545 before the decisions', async () => {
    const { summary } = await read(2025);
    expect([summary.total, summary.beforeDecisions]).toEqual(['26555', '21545']);
    expect([summary.aterbudgetering, summary.tillaggsaskande, summary.omdisponering]).toEqual([
      '4390',
      '620',
      null,
    ]);
  });

  it('marks the quoted 21 543 as an error of −2 and lets the printed total stand', async () => {
    const { printed } = await read(2025);
    expect(
      printed.map(({ figure, printed: as, printedIn, verdict, difference }) => [
        figure,
        as,
        printedIn,
        verdict,
        difference,
      ]),
    ).toEqual([
      ['total', '26555', 'table', 'agrees', '0'],
      ['total', '26555', 'text', 'agrees', '0'],
      ['beforeDecisions', '21543', 'text', 'error', '-2'],
    ]);
  });

  it('names the decision of every entry', async () => {
    const { budgetposts, beslut } = await read(2025);
    const carried = budgetposts.find(({ kind }) => kind === 'tillaggsaskande');
    expect(beslut.find(({ beslutId }) => beslutId === carried?.beslutId)).toMatchObject({
      organ: 'Direktionen',
      date: '2025-03-27',
      paragraph: '§ 14',
      dnr: '2025/17',
    });
  });

  it('exports the summary and the protocol layout', async () => {
    const csv = (layout: 'summary' | 'protocol') =>
      call(test, exportInvesteringsbudgetCsv, { ...year(2025), query: { layout } });
    const summary = (await csv('summary')).split('\r\n');
    expect(summary[0]).toBe(
      '\uFEFFTkr;Ursprunglig;Återbudgetering;Tilläggsäskande;Omdisponering;Budget 2025',
    );
    expect(summary[2]).toBe('Mobiltelefoner;1539;990;620;;3149');
    expect(summary.at(-2)).toBe('Summa;21545;4390;620;;26555');
    const protocol = (await csv('protocol')).split('\r\n');
    expect(protocol).toHaveLength(1 + 11 + 1 + 1);
    expect(protocol.slice(1, 3)).toEqual(['Klienter;8182', 'Klienter – återbudgetering;3400']);
  });
});

describe('entering and correcting', () => {
  it('takes an återbudgetering from the earlier year, by a new decision', async () => {
    const lineId = await lineNamed('Nät');
    const before = (await read(2024)).summary.total;
    const { budgetposts } = await call(test, createBudgetpost, {
      body: {
        lineId,
        year: 2025,
        kind: 'aterbudgetering',
        amount: '100.5',
        fromYear: 2024,
        beslut: { title: 'Återbudgetering nät', organ: 'Direktionen', date: '2025-05-08' },
      },
    });
    expect(budgetposts.map((post) => [post.year, post.amount])).toEqual([
      [2025, '100.5'],
      [2024, '-100.5'],
    ]);
    expect((await read(2024)).summary.total).toBe('-4490.5');
    expect(before).toBe('-4390');
    const post = budgetposts[0];
    const corrected = await call(test, correctBudgetpost, {
      params: { budgetpostId: post?.budgetpostId ?? '' },
      body: { amount: '0', comment: 'Skrevs in på fel rad' },
    });
    expect(corrected.budgetposts.map(({ replacesId }) => replacesId)).toEqual(
      budgetposts.map(({ budgetpostId }) => budgetpostId),
    );
    expect((await read(2025)).summary.total).toBe('26555');
    expect((await read(2024)).summary.total).toBe('-4390');
  });

  it('moves money between lines by an omdisponering', async () => {
    const [lineId, fromLineId] = [await lineNamed('Nät'), await lineNamed('Switchar')];
    await call(test, createBudgetpost, {
      body: {
        lineId,
        fromLineId,
        year: 2025,
        kind: 'omdisponering',
        amount: '50',
        beslutId: await anyBeslut(),
      },
    });
    const { summary } = await read(2025);
    expect(summary.total).toBe('26555');
    expect(
      summary.rows
        .filter(({ omdisponering }) => omdisponering !== null)
        .map((row) => [row.name, row.total]),
    ).toEqual([
      ['Switchar', '450'],
      ['Nät', '550'],
    ]);
  });

  it('keeps a replaced entry, and refuses to correct it twice, with both values', async () => {
    const lineId = await lineNamed('Nät');
    const { budgetposts } = await call(test, createBudgetpost, {
      body: { lineId, year: 2027, kind: 'ursprunglig', amount: '10', beslutId: await anyBeslut() },
    });
    const budgetpostId = budgetposts[0]?.budgetpostId ?? '';
    await call(test, correctBudgetpost, { params: { budgetpostId }, body: { amount: '11' } });
    const before = await everythingStored(test);
    const second = await send(test, {
      method: 'POST',
      url: `/api/organisations/${test.organisationId}/budgetposts/${budgetpostId}/corrections`,
      body: { amount: '12' },
    });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      code: 'budgetpost_already_corrected',
      conflict: { yours: { amount: '12' }, current: { amount: '11' } },
    });
    expect(await everythingStored(test)).toBe(before);
    expect((await read(2027)).budgetposts).toHaveLength(2);
  });

  it('lets exactly one of two corrections at once through', async () => {
    const lineId = await lineNamed('Nät');
    const { budgetposts } = await call(test, createBudgetpost, {
      body: { lineId, year: 2028, kind: 'ursprunglig', amount: '10', beslutId: await anyBeslut() },
    });
    const budgetpostId = budgetposts[0]?.budgetpostId ?? '';
    const correct = (amount: string) =>
      send(test, {
        method: 'POST',
        url: `/api/organisations/${test.organisationId}/budgetposts/${budgetpostId}/corrections`,
        body: { amount },
      });
    const answers = await Promise.all(['1', '2', '3', '4'].map(correct));
    expect(answers.map(({ status }) => status).toSorted(ascending)).toEqual([201, 409, 409, 409]);
  });

  it.each([
    ['beslut_missing', {}],
    ['beslut_not_found', { beslutId: '01a20185-1491-7a3a-9704-4c3bf459812e' }],
    ['line_not_found', { lineId: '01a20185-1491-7a3a-9704-4c3bf459812e' }],
    ['aterbudgetering_needs_from_year', { kind: 'aterbudgetering' }],
    ['from_year_not_used', { fromYear: 2024 }],
  ])('refuses and writes nothing: %s', async (code, change) => {
    const before = await everythingStored(test);
    const answer = await send(test, {
      method: 'POST',
      url: `/api/organisations/${test.organisationId}/budgetposts`,
      body: {
        lineId: await lineNamed('Nät'),
        year: 2025,
        kind: 'ursprunglig',
        amount: '1',
        ...change,
      },
    });
    expect(answer.body).toMatchObject({ code });
    expect(await everythingStored(test)).toBe(before);
  });
});

describe('lines', () => {
  it('adds a line last, renames it and moves it first', async () => {
    const line = await call(test, createInvestmentLine, { body: { name: ' Skrivare ' } });
    expect(line).toMatchObject({ name: 'Skrivare', version: 1 });
    const moved = await call(test, updateInvestmentLine, {
      params: { lineId: line.lineId },
      body: { name: 'Skrivare och skannrar', position: 0 },
      version: 1,
    });
    expect(moved).toMatchObject({ version: 2, position: 0 });
    const { lines } = await read(2025);
    expect(lines.map(({ name }) => name).slice(0, 3)).toEqual([
      'Skrivare och skannrar',
      'Klienter',
      'Mobiltelefoner',
    ]);
    expect(lines.map(({ position }) => position)).toEqual(lines.map((_, index) => index));
  });

  it('takes `=1+1` as a name and exports it as text', async () => {
    await call(test, createInvestmentLine, { body: { name: '=1+1' } });
    const csv = await call(test, exportInvesteringsbudgetCsv, { ...year(2025), query: {} });
    expect(csv).toContain("\r\n'=1+1;");
  });

  it.each([
    ['line_name_taken', 409, { name: 'klienter' }],
    ['version_stale', 412, { name: 'Nytt' }],
  ])('refuses to change a line: %s', async (code, status, body) => {
    const { lines } = await read(2025);
    const line = lines.find(({ name }) => name === 'Skrivare och skannrar');
    const version = code === 'version_stale' ? 1 : line?.version;
    const answer = await send(test, {
      method: 'PATCH',
      url: `/api/organisations/${test.organisationId}/investment-lines/${line?.lineId}`,
      body,
      headers: { 'if-match': `"${version}"` },
    });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code });
  });
});
