import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listArenden } from '#contract/arende.ts';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import { createBudgetpost, getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { getFigurePassport, type PassportAnswer } from '#contract/passport.ts';
import { tableFigures } from '#domain/borgensprognos-table.ts';
import { effectOutcomes } from '#domain/figure-reference.ts';
import { negate, sum, tkr, toPlain } from '#domain/tkr.ts';
import { call, send, startTestApp, type TestApp } from '../testing/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ demo: 'everything' });
});
afterAll(() => test.close());

const passport = (figure: string) => call(test, getFigurePassport, { query: { figure } });

async function roots(): Promise<string[]> {
  const { scenarios } = await call(test, getBorgensprognos, {});
  const { arenden } = await call(test, listArenden, {});
  const years = [2023, 2024, 2025];
  return [
    ...years.flatMap((year) => [
      `budget:${year}:total:total`,
      `utfall:${year}:total:total`,
      `behov:${year}:total`,
      `gap:${year}:total`,
      `borgenstak:${year}`,
      ...['deviation', 'carriedIn', 'carriedOut', 'left'].map(
        (figure) => `yearEnd:${year}:total:${figure}`,
      ),
    ]),
    ...arenden.flatMap(({ arendeId }) => [
      `arende:${arendeId}:total`,
      ...[2024, 2025, 2026].flatMap((year) =>
        effectOutcomes.flatMap((outcome) =>
          tableFigures.map((figure) => `effect:${arendeId}:${outcome}:${year}:${figure}`),
        ),
      ),
    ]),
    ...scenarios.flatMap(({ scenario: { scenarioId, openingYear, lastYear } }) =>
      Array.from({ length: lastYear - openingYear + 1 }, (_, at) => openingYear + at).flatMap(
        (year) => tableFigures.map((figure) => `forecast:${scenarioId}:${year}:${figure}`),
      ),
    ),
  ];
}

/** Every passport that can be reached from the first ones, by its reference. */
async function everything(): Promise<Map<string, PassportAnswer>> {
  const found = new Map<string, PassportAnswer>();
  const open = await roots();
  for (let figure = open.pop(); figure !== undefined; figure = open.pop()) {
    if (found.has(figure)) continue;
    const one = await passport(figure);
    found.set(figure, one);
    open.push(...[...one.parts, ...one.basis].flatMap((part) => part.figure ?? []));
  }
  return found;
}

describe('the passports of the demo', () => {
  it('lead on to one another without an end that is not there, and their parts sum to them', async () => {
    const found = await everything();
    expect(found.size).toBeGreaterThan(100);
    for (const [figure, { amount, parts }] of found) {
      if (parts.length === 0) continue;
      // What is not known of a part is not known of the whole.
      const isKnown = parts.every((part) => part.amount !== null);
      const total = toPlain(sum(parts.map((part) => tkr(part.amount ?? '0'))));
      expect(isKnown ? total : null, figure).toBe(amount);
    }
  }, 60_000);

  it('show a part as its own passport does, but for the sign of what is taken off', async () => {
    const found = await everything();
    for (const [figure, { parts, basis }] of found) {
      for (const part of [...parts, ...basis]) {
        if (part.figure === null || part.amount === null) continue;
        const own = found.get(part.figure)?.amount ?? null;
        const either = own === null ? [] : [own, toPlain(negate(tkr(own)))];
        expect(either, `${figure} ${part.figure}`).toContain(part.amount);
      }
    }
  }, 60_000);
});

describe('the budget of 2025', () => {
  it('is 26 555 in eight lines, by the decisions that made it', async () => {
    const { amount, parts, beslut } = await passport('budget:2025:total:total');
    expect(amount).toBe('26555');
    expect(parts.map(({ title, amount: of }) => `${title.sv} ${of}`)).toEqual([
      'Klienter 11582',
      'Mobiltelefoner 3149',
      'Accesspunkter 2000',
      'Switchar 500',
      'A/V-utrustning 250',
      'Verksamhetssystem HR 5574',
      'System/server 3000',
      'Nät 500',
    ]);
    expect(beslut.map(({ paragraph, dnr }) => `${paragraph} ${dnr}`)).toContain('§ 14 2025/17');
  });

  it('leads from a line to its entries, and from an entry to its decision and its person', async () => {
    const { summary } = await call(test, getInvesteringsbudget, { params: { year: '2025' } });
    const klienter = summary.rows[0]?.lineId ?? '';
    const line = await passport(`budget:2025:${klienter}:total`);
    expect(line.title.sv).toBe('Investeringsbudget 2025, Klienter');
    expect(line.parts.map(({ title, amount }) => [title.sv, amount])).toEqual([
      ['ursprunglig', '8182'],
      ['återbudgetering från 2024', '3400'],
    ]);
    const entry = await passport(line.parts[1]?.figure ?? '');
    expect(entry.beslut.map(({ organ, date, paragraph }) => [organ, date, paragraph])).toEqual([
      ['Direktionen', '2025-03-27', '§ 14'],
    ]);
    expect(entry.people.map(({ by }) => by)).toEqual(['Demoekonom']);
    expect(entry.basis.map(({ title }) => title.sv)).toContain('Outnyttjat 2024');
  });

  it('shows at once what was entered', async () => {
    const { lines, beslut } = await call(test, getInvesteringsbudget, { params: { year: '2030' } });
    const [line] = lines;
    await call(test, createBudgetpost, {
      body: {
        lineId: line?.lineId ?? '',
        year: 2030,
        kind: 'ursprunglig',
        amount: '7.50001',
        beslutId: beslut[0]?.beslutId ?? '',
      },
    });
    const { amount } = await passport('budget:2030:total:total');
    expect(amount).toBe('7.50001');
  });
});

describe('a figure that is not there', () => {
  it.each([
    'budget:2025:019a5b7c-0000-7000-8000-00000000dead:total',
    'budgetpost:019a5b7c-0000-7000-8000-00000000dead',
    'forecast:019a5b7c-0000-7000-8000-00000000dead:2025:debt',
    'arende:019a5b7c-0000-7000-8000-00000000dead:total',
    'behovItem:019a5b7c-0000-7000-8000-00000000dead',
  ])('is said to be missing: %s', async (figure) => {
    const url = `/api/organisations/${test.organisationId}/passport?figure=${figure}`;
    const answer = await send(test, { method: 'GET', url });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'figure_not_found' }]);
  });

  it('is no reference at all', async () => {
    const url = `/api/organisations/${test.organisationId}/passport?figure=budget`;
    const answer = await send(test, { method: 'GET', url });
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { code: 'input_invalid', fields: [{ path: '/figure', code: 'figure_invalid' }] },
    ]);
  });

  it('is empty, and not zero, where nothing is known', async () => {
    expect((await passport('budget:2090:total:total')).amount).toBeNull();
    expect((await passport('utfall:2090:total:total')).amount).toBeNull();
    expect((await passport('behov:2090:total')).amount).toBeNull();
    expect((await passport('borgenstak:2001')).amount).toBeNull();
  });
});
