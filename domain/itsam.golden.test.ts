import { describe, expect, it } from 'vitest';
import itsam from '../fixtures/itsam/2025/case.json' with { type: 'json' };
import { differenceBeganIn, reconcile } from './avstamning.ts';
import {
  asPrinted,
  borgensprognosTable,
  figureOf,
  type TableFigure,
} from './borgensprognos-table.ts';
import { computeBorgensutrymme, type Forecast, type ForecastRowKind } from './borgensutrymme.ts';
import { type Budgetpost, type BudgetpostKind, planBudgetposts } from './budgetpost.ts';
import { protocolRows, summarise } from './investeringsbudget.ts';
import { concludeBorgensprognos } from './scenario-comparison.ts';
import { type Tkr, tkr, toPlain } from './tkr.ts';
import { formatSwedish } from './tkr-swedish.ts';

const lines = itsam.lines.map((name, position) => ({ id: name, name, position }));

const posts: Budgetpost[] = itsam.budgetposts.flatMap((post, index) => {
  const planned = planBudgetposts({
    lineId: post.line,
    year: post.year,
    kind: post.kind as BudgetpostKind,
    amount: tkr(post.amount),
    fromYear: post.fromYear ?? null,
    fromLineId: null,
  });
  if (!planned.ok) throw new Error(planned.refusal);
  const pairId = planned.value.length > 1 ? `pair ${index}` : null;
  return planned.value.map((entry, side) => ({
    ...entry,
    id: `${index}/${side}`,
    pairId,
    replacesId: null,
  }));
});

const ceilings = itsam.borgenstak.map(({ validFrom, amount }) => ({
  validFrom,
  amount: tkr(amount),
}));

function forecastOf(name: string, changes: { readonly [key: string]: string } = {}): Forecast {
  const scenario = itsam.scenarios.find((candidate) => candidate.name === name);
  if (scenario === undefined) throw new Error(`No scenario ${name}`);
  const rows = scenario.rows.map(({ year, kind, amount }) => ({
    year,
    kind: kind as ForecastRowKind,
    source: 'typed' as const,
    amount: tkr(changes[`${kind} ${year}`] ?? amount),
  }));
  const { openingYear, lastYear } = scenario;
  const openingDebt = tkr(changes['openingDebt'] ?? scenario.openingDebt);
  return computeBorgensutrymme({ openingYear, lastYear, openingDebt, rows }, ceilings);
}

const forecasts = itsam.scenarios.map(({ name }) => forecastOf(name));
const shown = (amount: Tkr | null): string | null =>
  amount === null ? null : formatSwedish(amount, 0).replaceAll('\u00a0', ' ');

describe('Itsam 2025: investeringsbudget', () => {
  it('is 26 555 in total and 21 545 before the decisions', () => {
    const summary = summarise(lines, posts, 2025);
    expect(toPlain(summary.total)).toBe('26555');
    expect(toPlain(summary.beforeDecisions)).toBe('21545');
  });

  it('has the printed eleven rows in the printed order', () => {
    const rows = protocolRows(lines, posts, 2025);
    expect(rows.map((row) => [row.line.name, row.post.kind, toPlain(row.post.amount)])).toEqual(
      itsam.budgetposts.map((post) => [post.line, post.kind, post.amount]),
    );
    expect(rows).toHaveLength(11);
  });

  it('takes from 2024 what it adds to 2025', () => {
    expect(toPlain(summarise(lines, posts, 2024).total)).toBe('-4390');
  });

  it('marks the quoted 21 543 as an error of −2 and not as rounding', () => {
    const { beforeDecisions } = summarise(lines, posts, 2025);
    const verdict = reconcile({
      printed: tkr(itsam.printedBudget.beforeDecisionsInText),
      computed: beforeDecisions,
      addedRows: lines.length,
      printedIn: 'text',
      decimals: 0,
    });
    expect(verdict).toEqual({ verdict: 'error', difference: tkr('-2') });
  });
});

describe('Itsam 2025: prognos borgensutrymme', () => {
  it.each([
    ['debt', 2024, ['58 662', '58 662', '67 762', '58 662']],
    ['debt', 2025, ['65 083', '60 471', '66 577', '57 477']],
    ['debt', 2026, ['73 347', '69 980', null, '67 634']],
    ['headroom', 2026, ['6 653', '10 020', null, '12 366']],
    ['borrowingTillaggsbudget', 2025, ['5 010', '0', '0', null]],
  ] as const)('%s %i is %j', (figure, year, amounts) => {
    expect(forecasts.map((forecast) => shown(figureOf(forecast, figure, year)))).toEqual(amounts);
  });

  it('prints the eleven rows of the protocol in its order', () => {
    expect(
      asPrinted(borgensprognosTable(forecasts)).map(({ figure, year }) => [figure, year]),
    ).toEqual(itsam.scenarios[0]?.printed.map(({ figure, year }) => [figure, year]));
  });

  it('differs from print only in Utan tillägg, by 1 in three figures, since 31/12 2025', () => {
    const differing = itsam.scenarios.flatMap(({ name, printed }, index) => {
      const forecast = forecasts[index];
      if (forecast === undefined) return [];
      return printed.flatMap(({ figure, year, amount }) => {
        const { verdict, difference } = reconcile({
          printed: tkr(amount),
          computed: figureOf(forecast, figure as TableFigure, year),
          addedRows: figure === 'debt' && year > 2024 ? 4 : figure === 'headroom' ? 2 : 0,
          printedIn: 'table',
          decimals: 0,
        });
        return verdict === 'agrees' ? [] : [[name, figure, year, verdict, shown(difference)]];
      });
    });
    expect(differing).toEqual([
      ['Utan tillägg', 'debt', 2025, 'rounding', '−1'],
      ['Utan tillägg', 'debt', 2026, 'rounding', '−1'],
      ['Utan tillägg', 'headroom', 2026, 'rounding', '1'],
    ]);
    const chain = [
      { year: 2024, printed: tkr('58662'), computed: tkr('58662') },
      { year: 2025, printed: tkr('60470'), computed: tkr('60471') },
      { year: 2026, printed: tkr('69979'), computed: tkr('69980') },
    ];
    expect(differenceBeganIn(chain, 2026)).toBe(2025);
    expect(differenceBeganIn(chain, 2024)).toBeNull();
  });

  it('shows 60 470, 69 979 and 10 021 from the decimals behind them, and keeps the true sums', () => {
    const forecast = forecastOf('Utan tillägg', {
      openingDebt: '58661.9',
      'amortisation 2025': '-22569.49',
    });
    const [first, second] = forecast.years;
    expect(shown(first?.closing ?? null)).toBe('60 470');
    expect(first?.closing).toEqual(tkr('60470.41'));
    expect(first?.roundingDifference).toEqual(tkr('-1'));
    expect(shown(second?.closing ?? null)).toBe('69 979');
    expect(shown(second?.headroom ?? null)).toBe('10 021');
    expect(second?.headroom).toEqual(tkr('10020.59'));
  });

  it('breaks the ceiling in 2026 with a tilläggsbudget of 20 000', () => {
    const forecast = forecastOf('Om tillägg', { 'borrowingTillaggsbudget 2025': '20000' });
    expect(shown(figureOf(forecast, 'headroom', 2026))).toBe('−8 337');
    expect(forecast.firstNegativeYear).toBe(2025);
  });

  it('concludes that 6 653 is left, 3 367 less than without', () => {
    const named = forecasts.map((forecast, index) => ({
      name: itsam.scenarios[index]?.name ?? '',
      forecast,
    }));
    expect(concludeBorgensprognos(named)).toEqual({
      main: { name: 'Om tillägg', headroom: tkr('6653') },
      year: 2026,
      borgenstak: tkr('80000'),
      compared: { name: 'Utan tillägg', difference: tkr('-3367') },
      broken: [],
      scenarios: 4,
      unknown: 0,
    });
  });
});
