import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastRowKinds } from '../borgensutrymme.ts';
import { percentOf } from '../percent.ts';
import { compare, fromOre, subtract, sum, type Tkr, tkr, toPlain, zero } from '../tkr.ts';
import { monthAt, yearOf } from './month.ts';
import { computePlan } from './plan.ts';
import { anyPlanInput, followingRows, line, planInput, row, terms } from './testing.ts';
import { assumptionOf, withAssumptions, withExtra } from './what-if.ts';

const plainOrNull = (amount: Tkr | null | undefined) => (amount ? toPlain(amount) : `${amount}`);

describe('a planned borrowing', () => {
  const input = planInput({ lines: [line('klienter', { 2025: '1200' })] });

  it('of 1 200 over 2025 and 36 months is repaid 150, 400, 400 and 250', () => {
    const { forecast } = computePlan(input);
    expect(forecast.years.map(({ flows }) => plainOrNull(flows.amortisation))).toEqual([
      '-150',
      '-400',
      '-400',
      '-250',
    ]);
    expect(forecast.years.map(({ closing }) => closing && toPlain(closing))).toEqual([
      '1050',
      '650',
      '250',
      zero,
    ]);
  });

  it('has a year of amounts rounded to the öre each month, and together exactly', () => {
    const [january, , , april, may] = computePlan(input).months;
    expect(january).toMatchObject({ closing: tkr('100'), amortisation: zero });
    expect(april).toMatchObject({ closing: tkr('391.66667'), amortisation: tkr('-8.33333') });
    expect(may?.amortisation).toBe(tkr('-8.33334'));
  });

  it('is what the share financed by loans, the execution rate and the prices leave of it', () => {
    const changed = planInput({
      lastYear: 2026,
      lines: [line('klienter', { 2025: '1000', 2026: '1000' })],
      levels: [
        [
          assumptionOf({ kind: 'loanShare', percent: percentOf('90') }),
          assumptionOf({ kind: 'executionRate', percent: percentOf('80') }),
          assumptionOf({ kind: 'priceChange', percent: percentOf('2.5') }),
          assumptionOf({ kind: 'life', months: 36 }),
        ],
      ],
    });
    // 1 000 × 0,9 × 0,8 = 720; the year after × 1,025 = 738.
    const { years } = computePlan(changed).forecast;
    expect(years.map(({ flows }) => flows.borrowingInvestments)).toEqual([tkr('720'), tkr('738')]);
  });
});

describe('a figure', () => {
  it('that is typed over keeps what it follows beside it', () => {
    const typedOver = row(2025, 'amortisation', 'computed', { amount: tkr('-100') });
    const rows = followingRows(2025, 2028).map((one) =>
      one.year === 2025 && one.kind === 'amortisation' ? typedOver : one,
    );
    const { figures, forecast } = computePlan(
      planInput({ rows, lines: [line('klienter', { 2025: '1200' })] }),
    );
    const figure = figures.find((one) => one.year === 2025 && one.kind === 'amortisation');
    expect(figure).toMatchObject({
      amount: tkr('-100'),
      followed: tkr('-150'),
      isOverridden: true,
    });
    expect(forecast.years[0]?.closing).toBe(tkr('1100'));
  });

  it('that an ärende gives is repaid over the lives of its lines', () => {
    const entries = [
      { lineId: 'klienter', year: 2025, amount: tkr('3400') },
      { lineId: 'mobiler', year: 2025, amount: tkr('1610') },
    ];
    const linked = { arendeId: '17', linkedAmount: tkr('5010') };
    const life = (lineId: string, months: number) => assumptionOf({ kind: 'life', lineId, months });
    const { forecast } = computePlan(
      planInput({
        lastYear: 2026,
        rows: [
          row(2025, 'borrowingTillaggsbudget', 'linked', linked),
          row(2025, 'amortisation', 'computed'),
          row(2026, 'amortisation', 'computed'),
        ],
        arenden: [{ arendeId: '17', name: '2025/17', isDecided: true, entries }],
        levels: [[life('klienter', 48), life('mobiler', 36)]],
      }),
    );
    // 3 400 · 18/192 + 1 610 · 18/144, then 3 400 · 48/192 + 1 610 · 48/144.
    expect(forecast.years.map(({ flows }) => flows.amortisation)).toEqual([
      tkr('-520'),
      tkr('-1386.66667'),
    ]);
  });

  it('cannot be told without a life or a share, and says for which line and from which year', () => {
    const without = planInput({ lines: [line('nät', { 2026: '10' })], levels: [] });
    const { forecast, gaps } = computePlan(without);
    expect(gaps).toEqual([{ missing: 'loanShare', year: 2026, lineIds: ['nät'] }]);
    expect(forecast.years.map(({ gap }) => gap)).toEqual([
      null,
      'no_terms',
      'no_opening_debt',
      'no_opening_debt',
    ]);
    const noLife = computePlan({ ...without, levels: [terms(1).slice(0, 1)] });
    expect(noLife.gaps).toEqual([{ missing: 'life', year: 2026, lineIds: ['nät'] }]);
    expect(noLife.forecast.years[0]?.gap).toBeNull();
    expect(noLife.forecast.years[1]?.gap).toBe('no_terms');
  });

  it('of a year in which no line has a budget is zero, and the year is named', () => {
    const { yearsWithoutBudget } = computePlan(
      planInput({ lines: [line('nät', { 2025: '1', 2027: '0' })] }),
    );
    expect(yearsWithoutBudget).toEqual([2026, 2028]);
  });
});

describe('the ceiling', () => {
  it('that breaks within a year is told by month, also where the year ends within it', () => {
    const input = planInput({
      lines: [line('klienter', { 2025: '1200' })],
      levels: [[], [...terms(6), assumptionOf({ kind: 'drawSpan', months: 1, lastMonth: 3 })]],
      ceilings: [{ validFrom: '2020-01-01', amount: tkr('1000') }],
    });
    const { firstBrokenMonth, forecast } = computePlan(input);
    expect(firstBrokenMonth).toBe(monthAt(2025, 3));
    expect(forecast.firstNegativeYear).toBeNull();
  });

  it('is the decided one until a planned one of the scenario takes over', () => {
    const input = planInput({
      levels: [[assumptionOf({ kind: 'ceiling', from: '2026-07-01', amount: tkr('100') })]],
      ceilings: [
        { validFrom: '2020-01-01', amount: tkr('80') },
        { validFrom: '2026-07-01', amount: tkr('90') },
      ],
    });
    const { months, forecast } = computePlan(input);
    expect(months.slice(17, 19).map(({ borgenstak }) => borgenstak)).toEqual([
      tkr('80'),
      tkr('100'),
    ]);
    expect(forecast.years.map(({ borgenstak }) => borgenstak)).toEqual(
      ['80', '100', '100', '100'].map(tkr),
    );
  });
});

describe('what is said nearer', () => {
  it('goes before what is said further away, of a planned ceiling too', () => {
    const ceiling = (amount: string) =>
      assumptionOf({ kind: 'ceiling', from: '2026-01-01', amount: tkr(amount) });
    const input = planInput({ levels: [[ceiling('60')], [ceiling('70')]] });
    expect(computePlan(input).forecast.years[1]?.borgenstak).toBe(tkr('60'));
  });
});

describe('any forecast', () => {
  it('owes each month what it owed before, what it borrowed and what it repaid', () => {
    fc.assert(
      fc.property(anyPlanInput, (input) => {
        let debt = input.openingDebt.amount ?? zero;
        for (const month of computePlan(input).months) {
          expect(month.opening).toBe(debt);
          debt = sum([
            debt,
            month.borrowingInvestments,
            month.borrowingTillaggsbudget,
            month.borrowingEquityUse,
            month.amortisation,
          ]);
          expect(month.closing).toBe(debt);
        }
      }),
    );
  });

  it('has years that are the sums of their months', () => {
    fc.assert(
      fc.property(anyPlanInput, (input) => {
        const { forecast, months } = computePlan(input);
        for (const year of forecast.years) {
          if (year.closing === null) continue;
          const own = months.filter(({ month }) => yearOf(month) === year.year);
          expect(own).toHaveLength(12);
          expect(own.at(-1)?.closing).toBe(year.closing);
          expect(own.at(-1)?.headroom).toBe(year.headroom);
          for (const kind of forecastRowKinds) {
            expect(sum(own.map((month) => month[kind]))).toBe(year.flows[kind] ?? zero);
          }
        }
      }),
    );
  });

  it('repays what was borrowed exactly, whatever its life and the draws', () => {
    const life = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(
        life,
        fc.constantFrom(1, 3, 6, 12),
        fc.integer({ min: 1, max: 12 }),
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        (months, interval, first, ore) => {
          const input = planInput({
            lastYear: 2044,
            lines: [{ lineId: 'a', name: 'A', budget: [{ year: 2025, amount: fromOre(ore) }] }],
            levels: [
              [
                ...terms(months),
                assumptionOf({ kind: 'paymentInterval', months: interval }),
                assumptionOf({ kind: 'drawSpan', months: first, lastMonth: 12 }),
              ],
            ],
          });
          const { months: all } = computePlan(input);
          expect(sum(all.map(({ amortisation }) => amortisation))).toBe(fromOre(-ore));
          expect(all.at(-1)?.closing).toBe(zero);
        },
      ),
    );
  });

  it('never has more headroom at the end of a year for more investment', () => {
    const extra = fc.record({
      lineId: fc.constantFrom('klienter', 'servrar'),
      year: fc.integer({ min: 2025, max: 2028 }),
      amount: fc.bigInt({ min: 1n, max: 10n ** 10n }).map(fromOre),
    });
    fc.assert(
      fc.property(anyPlanInput, extra, (input, more) => {
        const before = computePlan(input).forecast.years;
        const after = computePlan(withExtra(input, [more])).forecast.years;
        for (const [at, { headroom }] of before.entries()) {
          const then = after[at]?.headroom ?? null;
          if (headroom === null || then === null) continue;
          expect(compare(then, headroom)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('is the same when an assumption was changed and changed back', () => {
    fc.assert(
      fc.property(anyPlanInput, (input) => {
        const rate = assumptionOf({ kind: 'executionRate', percent: percentOf('80') });
        const changed = withAssumptions(input, [rate]);
        const back = {
          ...changed,
          levels: changed.levels.map((level) => level.filter((one) => one !== rate)),
        };
        expect(computePlan(back).forecast).toEqual(computePlan(input).forecast);
        expect(computePlan(back).months).toEqual(computePlan(input).months);
      }),
    );
  });
});

describe('the cost', () => {
  it('is a twelfth of the rate a month on what is owed as the month begins', () => {
    const levels = [[assumptionOf({ kind: 'plannedRate', percent: percentOf('3') })], terms(36)];
    const input = planInput({
      lastYear: 2025,
      openingDebt: { source: 'typed', amount: tkr('1000') },
      levels,
    });
    // 1 000 · 3 % / 12 = 2,5 each month.
    expect(computePlan(input).costs).toEqual([
      { year: 2025, interest: tkr('30'), borgensavgift: null },
    ]);
    const raised = computePlan(
      withAssumptions(input, [
        assumptionOf({ kind: 'borgensavgift', from: '2025-07-01', percent: percentOf('0.6') }),
        assumptionOf({ kind: 'rateShift', percent: percentOf('0.6') }),
      ]),
    );
    // 1 000 · 3,6 % / 12 = 3.
    expect(raised.costs[0]).toMatchObject({ interest: tkr('36') });
    // No fee is said for the first half year, and so the year's is not known.
    expect(raised.costs[0]?.borgensavgift).toBeNull();
    expect(raised.months[6]?.borgensavgift).toBe(tkr('0.5'));
  });

  it('is not known without a rate, and never zero', () => {
    const debt = { source: 'typed', amount: tkr('1000') } as const;
    expect(computePlan(planInput({ openingDebt: debt })).costs[0]?.interest).toBeNull();
  });
});

describe('the loans', () => {
  const loan = {
    loanId: 'ki',
    lender: 'Kommuninvest',
    reference: '1',
    principal: tkr('1200'),
    drawnOn: '2024-01-15',
    form: 'straight',
    paymentsAYear: 4,
    firstPaymentOn: '2024-04-15',
    maturesOn: '2026-12-15',
    ratePeriods: [{ from: '2024-01-15', type: 'fixed', rate: percentOf('4') }],
  } as const;
  const whole = { ...loan, maturesOn: '2027-01-15' } as const;

  it('are the opening debt where that is computed, and what is repaid of them', () => {
    // Twelve payments of 100; three in 2024, so 900 is left, and four a year after.
    const input = planInput({ openingDebt: { source: 'computed', amount: null }, loans: [whole] });
    const { forecast, unexplained } = computePlan(input);
    expect(forecast.openingDebt).toBe(tkr('900'));
    expect(forecast.years.map(({ flows }) => plainOrNull(flows.amortisation))).toEqual([
      '-400',
      '-400',
      '-100',
      '0',
    ]);
    expect(unexplained).toBe(zero);
  });

  it('leave a rest of a typed opening debt, which is repaid only where somebody has said so', () => {
    const openingDebt = { source: 'typed', amount: tkr('1500') } as const;
    const input = planInput({ openingDebt, loans: [whole] });
    const still = computePlan(input);
    expect(still.unexplained).toBe(tkr('600'));
    expect(still.forecast.years.at(-1)?.closing).toBe(tkr('600'));
    const repaid = computePlan(
      withAssumptions(input, [assumptionOf({ kind: 'openingLife', months: 24 })]),
    );
    // 600 over 24 months, every third: 300 a year.
    expect(repaid.forecast.years.map(({ closing }) => closing && toPlain(closing))).toEqual([
      '800',
      '100',
      zero,
      zero,
    ]);
  });

  it('that are more than the opening debt leave nothing over to repay', () => {
    const openingDebt = { source: 'typed', amount: tkr('500') } as const;
    const life = assumptionOf({ kind: 'openingLife', months: 24 });
    const { unexplained, forecast } = computePlan(
      planInput({ openingDebt, loans: [whole], levels: [[life]] }),
    );
    expect(unexplained).toBe(tkr('-400'));
    expect(forecast.years[0]?.flows.amortisation).toBe(tkr('-400'));
  });

  it('that mature are borrowed again by the share that is refinanced', () => {
    const bullet = { ...whole, form: 'atMaturity', maturesOn: '2026-01-15' } as const;
    const input = planInput({
      openingDebt: { source: 'computed', amount: null },
      loans: [bullet],
      levels: [
        [
          assumptionOf({ kind: 'refinancedShare', percent: percentOf('75') }),
          assumptionOf({ kind: 'plannedRate', percent: percentOf('6') }),
        ],
      ],
    });
    const { forecast, months } = computePlan(input);
    expect(forecast.years.map(({ closing }) => closing)).toEqual(
      ['1200', '900', '900', '900'].map(tkr),
    );
    // 1 200 at 4 % of the loan in January; then 900 at 6 %.
    expect(months[12]?.interest).toBe(tkr('4'));
    expect(months[13]?.interest).toBe(tkr('4.5'));
  });

  it('that are drawn later are left to the planned borrowing, and named', () => {
    const later = { ...whole, drawnOn: '2025-01-01' };
    const { loans, forecast } = computePlan(planInput({ loans: [later] }));
    expect(loans.later).toEqual([later]);
    expect(forecast.years[0]?.closing).toBe(zero);
  });
});

it('asks about more on top of what is typed, with its own repayment', () => {
  const rows = [
    row(2025, 'borrowingInvestments', 'typed', { amount: tkr('500') }),
    row(2025, 'amortisation', 'typed', { amount: tkr('-40') }),
  ];
  const input = planInput({ lastYear: 2025, rows });
  const { forecast, figures } = computePlan(
    withExtra(input, [{ lineId: 'klienter', year: 2025, amount: tkr('1200') }]),
  );
  expect(forecast.years[0]?.flows).toMatchObject({
    borrowingInvestments: tkr('1700'),
    amortisation: tkr('-190'),
  });
  expect(figures.map(({ extra }) => extra)).toEqual([tkr('1200'), tkr('-150')]);
  expect(forecast.years[0]?.closing).toBe(subtract(tkr('1700'), tkr('190')));
});
