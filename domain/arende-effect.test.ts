import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  budgetRows,
  forecastEffect,
  lineEffects,
  yearEffect,
  yearsToFollow,
} from './arende-effect.ts';
import { addedByYear, type EntryChange } from './arende-entries.ts';
import type { Budgetpost } from './budgetpost.ts';
import type { PlanInput, PlanRow } from './forecast/plan-input.ts';
import { add, fromOre, isZero, subtract, sum, tkr, toPlain, zero } from './tkr.ts';

function change(lineId: string, year: number, amount: string): EntryChange {
  return { entryId: 'e', lineId, year, kind: 'aterbudgetering', amount: tkr(amount) };
}

function post(lineId: string, year: number, amount: string): Budgetpost {
  const none = { otherYear: null, otherLineId: null, pairId: null, replacesId: null };
  return {
    ...none,
    id: `${lineId} ${year}`,
    lineId,
    year,
    kind: 'ursprunglig',
    amount: tkr(amount),
  };
}

// § 14: 3 400 to Klienter, 990 + 620 to Mobiltelefoner; the rest of the budget of 2025 is 11 824.
const changes = [
  change('klienter', 2025, '3400'),
  change('klienter', 2024, '-3400'),
  change('mobil', 2025, '990'),
  change('mobil', 2024, '-990'),
  change('mobil', 2025, '620'),
];
const posts = [
  post('klienter', 2025, '8182'),
  post('mobil', 2025, '1539'),
  post('annat', 2025, '11824'),
  post('klienter', 2024, '9000'),
];

describe('the effect on the budget', () => {
  it('takes 2025 from 21 545 to 26 555 in § 14', () => {
    const { before, added, after } = yearEffect(changes, posts, 2025);
    expect([before, added, after].map(toPlain)).toEqual(['21545', '5010', '26555']);
  });

  it('takes Klienter to 11 582 and Mobiltelefoner to 3 149, each place once', () => {
    expect(
      lineEffects(changes, posts).map(({ lineId, year, before, after }) => [
        lineId,
        year,
        toPlain(before),
        toPlain(after),
      ]),
    ).toEqual([
      ['klienter', 2025, '8182', '11582'],
      ['klienter', 2024, '9000', '5600'],
      ['mobil', 2025, '1539', '3149'],
      ['mobil', 2024, '0', '-990'],
    ]);
  });

  it('has rows that sum to the budget after it', () => {
    const rows = budgetRows(changes, posts, 2025);
    expect(rows.map(({ entryId }) => entryId)).toEqual([null, null, null, 'e', 'e', 'e']);
    expect(sum(rows.map(({ amount }) => amount))).toBe(tkr('26555'));
  });

  it('leaves out what was replaced', () => {
    const later = { ...post('klienter', 2025, '8000'), id: 'later', replacesId: 'klienter 2025' };
    const { before } = yearEffect([], [...posts, later], 2025);
    expect(before).toBe(tkr('21363'));
    expect(budgetRows([], [...posts, later], 2025)).toHaveLength(3);
  });
});

const row = (year: number, kind: PlanRow['kind'], amount: string | null): PlanRow => {
  const source = amount === null ? 'computed' : 'typed';
  const typed = amount === null ? null : tkr(amount);
  return { year, kind, source, amount: typed, arendeId: null, linkedAmount: null };
};
const base: PlanInput = {
  openingYear: 2024,
  lastYear: 2026,
  openingDebt: { source: 'typed', amount: tkr('58662') },
  lines: [],
  arenden: [],
  loans: [],
  curves: [],
  levels: [],
  ceilings: [{ validFrom: '2024-12-31', amount: tkr('80000') }],
  rows: [
    row(2025, 'borrowingInvestments', '20378'),
    row(2025, 'borrowingTillaggsbudget', '700'),
    row(2025, 'borrowingEquityUse', '4000'),
    row(2025, 'amortisation', '-22967'),
    row(2026, 'borrowingInvestments', '32865'),
    row(2026, 'borrowingEquityUse', '3000'),
    row(2026, 'amortisation', '-27601'),
  ],
};
const added = addedByYear(changes);

describe('the effect on the forecast', () => {
  it('leaves 6 653 in 2026 if § 14 is granted, and 11 663 if it is not', () => {
    const { bifall, avslag } = forecastEffect(base, changes);
    const told = [bifall, avslag].map(({ years }) =>
      years.map(({ closing, headroom }) => [closing, headroom]),
    );
    expect(told).toEqual([
      [
        [tkr('65083'), tkr('14917')],
        [tkr('73347'), tkr('6653')],
      ],
      [
        [tkr('60073'), tkr('19927')],
        [tkr('68337'), tkr('11663')],
      ],
    ]);
  });

  it('replaces the base’s own tilläggsbudget, and leaves other rows and the base alone', () => {
    const effect = forecastEffect(base, changes);
    const flowsOf = (of: 'base' | 'bifall' | 'avslag') => effect[of].years[0]?.flows;
    expect(flowsOf('base')?.borrowingTillaggsbudget).toBe(tkr('700'));
    expect(flowsOf('bifall')?.borrowingTillaggsbudget).toBe(tkr('5010'));
    expect(flowsOf('avslag')?.borrowingTillaggsbudget).toBe(tkr('0'));
    expect(flowsOf('bifall')?.amortisation).toBe(tkr('-22967'));
  });

  it('leaves the row empty if it is not granted, where the base has none', () => {
    const rows = base.rows.filter(({ kind }) => kind !== 'borrowingTillaggsbudget');
    const { avslag } = forecastEffect({ ...base, rows }, changes);
    expect(avslag.years[0]?.flows.borrowingTillaggsbudget).toBeNull();
  });

  it('repays what is granted over the lives of its lines, and nothing more if it is not', () => {
    const life = { kind: 'life', lineId: 'klienter', from: null, months: 36 } as const;
    const none = { percent: null, low: null, high: null, amount: null, lastMonth: null };
    const general = { ...life, lineId: null, months: 12 };
    const levels = [
      [
        { ...life, ...none },
        { ...general, ...none },
      ],
    ];
    const rows = base.rows.map((one) =>
      one.kind === 'amortisation' ? row(one.year, one.kind, null) : one,
    );
    const { bifall, avslag } = forecastEffect({ ...base, rows, levels }, [
      { lineId: 'klienter', year: 2025, amount: tkr('1200') },
    ]);
    // 1 200 Tkr over three years is 150 Tkr in the first and 400 in the second.
    for (const [at, more] of [-150, -400].entries()) {
      const granted = bifall.years[at]?.flows.amortisation ?? zero;
      expect(subtract(granted, avslag.years[at]?.flows.amortisation ?? zero)).toBe(tkr(`${more}`));
    }
  });

  it('follows the years that the ärende changes and the scenario has', () => {
    expect(yearsToFollow(base, added)).toEqual([2025]);
    const nothing = new Map([[2025, tkr('0')]]);
    expect(yearsToFollow(base, nothing)).toEqual([]);
    expect(yearsToFollow({ openingYear: 2023, lastYear: 2025 }, added)).toEqual([2024, 2025]);
  });

  it('is the debt without it and what it adds, in every year', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (ore) => {
        const amount = fromOre(ore);
        const one = [{ lineId: 'klienter', year: 2025, amount }];
        const { bifall, avslag } = forecastEffect(base, one);
        for (const [index, { closing }] of bifall.years.entries()) {
          const without = avslag.years[index]?.closing ?? null;
          if (closing === null || without === null) throw new Error('Both are known');
          if (!isZero(amount)) expect(closing).toBe(add(without, amount));
        }
      }),
    );
  });
});
