import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMillionths, percentOf, zeroPercent } from '../percent.ts';
import { fromOre, sum, type Tkr, tkr, toPlain } from '../tkr.ts';
import { refusalOfLoan } from './loan-refusal.ts';
import { type LoanMonths, loanMonths, loanPayments } from './loan-schedule.ts';
import {
  type Loan,
  loanForms,
  paymentsAYear,
  type RateCurve,
  type RatePeriod,
} from './loan-terms.ts';
import { firstDayIn, lastDayIn, monthAt, monthOfDay } from './month.ts';

const quarterly: Loan = {
  loanId: '1',
  lender: 'Kommuninvest',
  reference: '1',
  principal: tkr('1200'),
  drawnOn: '2025-01-15',
  form: 'straight',
  paymentsAYear: 4,
  firstPaymentOn: '2025-04-15',
  maturesOn: '2026-01-15',
  ratePeriods: [{ from: '2025-01-15', type: 'fixed', rate: percentOf('6') }],
};

const never: RatePeriod = {
  from: '2025-07-01',
  type: 'reference',
  curveId: 'none',
  margin: zeroPercent,
};

function monthsOf(loan: Loan, from: number, to: number, rateShift = zeroPercent): LoanMonths {
  return loanMonths(loan, [], { rateShift, from, to });
}

const plain = (amounts: readonly (Tkr | null)[]): (string | null)[] =>
  amounts.map((amount) => (amount === null ? null : toPlain(amount)));

describe('a loan by month', () => {
  it('is drawn, repaid and has interest from the month after, without a sign', () => {
    const months = monthsOf(quarterly, monthAt(2024, 12), monthAt(2025, 5));
    expect(plain(months.opening)).toEqual(['0', '0', '1200', '1200', '1200', '900']);
    expect(plain(months.drawn)).toEqual(['0', '1200', '0', '0', '0', '0']);
    expect(plain(months.amortisation)).toEqual(['0', '0', '0', '0', '300', '0']);
    expect(plain(months.interest)).toEqual(['0', '0', '6', '6', '6', '4.5']);
    expect(plain(months.closing)).toEqual(['0', '1200', '1200', '1200', '900', '900']);
  });

  it('is nothing before it is drawn and after it is repaid', () => {
    for (const from of [monthAt(2024, 1), monthAt(2026, 2)]) {
      const { opening, drawn, amortisation, interest, closing } = monthsOf(quarterly, from, from);
      expect(plain([...opening, ...drawn, ...amortisation, ...interest, ...closing])).toEqual([
        '0',
        '0',
        '0',
        '0',
        '0',
      ]);
    }
  });

  it('has the rate in force on the first of the month', () => {
    const ratePeriods: RatePeriod[] = [
      ...quarterly.ratePeriods,
      { from: '2025-03-01', type: 'fixed', rate: percentOf('3') },
      { from: '2025-03-02', type: 'fixed', rate: percentOf('1.2') },
    ];
    const months = monthsOf({ ...quarterly, ratePeriods }, monthAt(2025, 2), monthAt(2025, 4));
    expect(plain(months.interest)).toEqual(['6', '3', '1.2']);
  });

  it('adds a shift to the rate', () => {
    const { interest } = monthsOf(quarterly, monthAt(2025, 2), monthAt(2025, 2), percentOf('-7'));
    expect(plain(interest)).toEqual(['-1']);
  });

  it('has no interest that is known where no rate is, and none to know without a balance', () => {
    const loan = { ...quarterly, ratePeriods: [...quarterly.ratePeriods, never] };
    const months = monthsOf(loan, monthAt(2025, 6), monthAt(2026, 2));
    expect(plain(months.interest)).toEqual(['4.5', null, null, null, null, null, null, null, '0']);
    expect(plain(months.amortisation)[1]).toBe('300');
    expect(months.unknownFrom).toBeNull();
  });

  it("spreads an annuity's interest over the months of its payment", () => {
    const loan = { ...quarterly, principal: tkr('10000'), form: 'annuity' } as const;
    const cheap = [{ from: '2025-01-15', type: 'fixed', rate: percentOf('3.25') } as const];
    const months = monthsOf({ ...loan, ratePeriods: cheap }, monthAt(2025, 1), monthAt(2025, 4));
    expect(plain(months.interest)).toEqual(['0', '27.08333', '27.08334', '27.08333']);
  });

  it('says from when an annuity whose rate is unknown is not to be relied on', () => {
    const ratePeriods: RatePeriod[] = [...quarterly.ratePeriods, { ...never, from: '2025-04-15' }];
    const loan = { ...quarterly, form: 'annuity', ratePeriods } as const;
    const months = monthsOf(loan, monthAt(2025, 4), monthAt(2025, 6));
    expect(months.unknownFrom).toBe(monthAt(2025, 7));
    expect(plain(months.interest)).toEqual(['6', null, null]);
    expect(loanPayments(loan, [], zeroPercent).map(({ balance }) => balance === null)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('a payment', () => {
  it('has the interest of its months, and none of them unknown', () => {
    const loan = { ...quarterly, ratePeriods: [...quarterly.ratePeriods, never] };
    expect(
      loanPayments(loan, [], zeroPercent).map(({ on, interest, amortisation, balance }) => [
        on,
        ...plain([interest, amortisation, balance]),
      ]),
    ).toEqual([
      ['2025-04-15', '18', '300', '900'],
      ['2025-07-15', null, '300', '600'],
      ['2025-10-15', null, '300', '300'],
      ['2026-01-15', null, '300', '0'],
    ]);
  });

  it('in the month of drawing has no interest, or an annuity all of its own', () => {
    const soon: Loan = { ...quarterly, firstPaymentOn: '2025-01-31', maturesOn: '2025-04-30' };
    expect(loanPayments(soon, [], zeroPercent)[0]?.interest).toBe(tkr('0'));
    const [first] = loanPayments({ ...soon, form: 'annuity' }, [], zeroPercent);
    expect(first?.interest).toBe(tkr('18'));
    const { interest } = monthsOf({ ...soon, form: 'annuity' }, monthAt(2025, 1), monthAt(2025, 1));
    expect(interest).toEqual([tkr('18')]);
  });
});

const anyRate = fc.bigInt({ min: -20_000n, max: 200_000n }).map(fromMillionths);

const anyDay = fc
  .tuple(
    fc.integer({ min: monthAt(2020, 1), max: monthAt(2035, 12) }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([month, of]) => {
    const day = `${firstDayIn(month).slice(0, 8)}${`${of}`.padStart(2, '0')}`;
    return day < lastDayIn(month) ? day : lastDayIn(month);
  });

const anyCurve: fc.Arbitrary<RateCurve> = fc.record({
  curveId: fc.constant('curve'),
  name: fc.constant('Stibor'),
  points: fc.uniqueArray(fc.record({ from: anyDay, rate: anyRate }), {
    maxLength: 5,
    selector: ({ from }) => from,
  }),
});

const anyPeriod = (from: string): fc.Arbitrary<RatePeriod> =>
  fc.oneof(
    fc.record({ from: fc.constant(from), type: fc.constant('fixed' as const), rate: anyRate }),
    fc.record({
      from: fc.constant(from),
      type: fc.constant('reference' as const),
      curveId: fc.constantFrom('curve', 'other'),
      margin: anyRate,
    }),
  );

const anyLoan: fc.Arbitrary<Loan> = fc
  .record({
    principal: fc.bigInt({ min: 1n, max: 10n ** 12n }).map(fromOre),
    drawnOn: anyDay,
    form: fc.constantFrom(...loanForms),
    paymentsAYear: fc.constantFrom(...paymentsAYear),
    firstAfter: fc.integer({ min: 1, max: 14 }),
    payments: fc.integer({ min: 1, max: 40 }),
    atEnd: fc.boolean(),
    laterRates: fc.uniqueArray(anyDay, { maxLength: 3 }),
  })
  .chain(({ firstAfter, payments, atEnd, laterRates, ...loan }) => {
    const first = monthOfDay(loan.drawnOn) + firstAfter;
    const last = first + (payments - 1) * (12 / loan.paymentsAYear);
    const dayIn = atEnd ? lastDayIn : firstDayIn;
    const days = [loan.drawnOn, ...laterRates.filter((day) => day > loan.drawnOn)];
    return fc.tuple(...days.map(anyPeriod)).map((ratePeriods) => ({
      ...loan,
      loanId: '1',
      lender: 'Kommuninvest',
      reference: '1',
      firstPaymentOn: dayIn(first),
      maturesOn: dayIn(last),
      ratePeriods,
    }));
  });

describe('any loan', () => {
  const whole = (loan: Loan, curves: RateCurve[], rateShift = zeroPercent): LoanMonths =>
    loanMonths(loan, curves, {
      rateShift,
      from: monthOfDay(loan.drawnOn),
      to: monthOfDay(loan.maturesOn),
    });

  it('can be, and repays exactly its principal where its rates are known', () => {
    fc.assert(
      fc.property(anyLoan, anyCurve, (loan, curve) => {
        expect(refusalOfLoan(loan)).toBeNull();
        const payments = loanPayments(loan, [curve], zeroPercent);
        const known = payments
          .map(({ amortisation }) => amortisation)
          .filter((one) => one !== null);
        if (loan.form !== 'annuity') expect(known).toHaveLength(payments.length);
        if (known.length < payments.length) return;
        expect(sum(known)).toBe(loan.principal);
        expect(payments.at(-1)?.balance).toBe(tkr('0'));
      }),
    );
  });

  it('opens, draws, repays and closes, month by month, between nothing and its principal', () => {
    fc.assert(
      fc.property(anyLoan, anyCurve, (loan, curve) => {
        const months = whole(loan, [curve]);
        let before = tkr('0');
        for (const [index, closing] of months.closing.entries()) {
          const [drawn, repaid] = [months.drawn[index] ?? 0n, months.amortisation[index] ?? 0n];
          expect(months.opening[index]).toBe(before);
          expect(closing).toBe(before + drawn - repaid);
          expect(repaid >= 0n && closing >= 0n && closing <= loan.principal).toBe(true);
          before = closing;
        }
      }),
    );
  });

  it('pays what its months come to', () => {
    fc.assert(
      fc.property(anyLoan, anyCurve, (loan, curve) => {
        const payments = loanPayments(loan, [curve], zeroPercent);
        const months = whole(loan, [curve]);
        const paid = payments.map(({ interest }) => interest).filter((one) => one !== null);
        const counted = months.interest.filter((one) => one !== null);
        expect(paid.length === payments.length).toBe(counted.length === months.interest.length);
        if (paid.length === payments.length) expect(sum(paid)).toBe(sum(counted));
        if (months.unknownFrom !== null) return;
        const repaid = payments
          .map(({ amortisation }) => amortisation)
          .filter((one) => one !== null);
        expect(sum(repaid)).toBe(sum(months.amortisation));
      }),
    );
  });

  it('says the same about some of its months as about all of them', () => {
    fc.assert(
      fc.property(anyLoan, anyCurve, fc.nat(60), fc.nat(60), (loan, curve, skipped, length) => {
        const start = monthOfDay(loan.drawnOn);
        const long = loanMonths(loan, [curve], {
          rateShift: zeroPercent,
          from: start - 3,
          to: start + 130,
        });
        const from = start - 3 + skipped;
        const part = loanMonths(loan, [curve], { rateShift: zeroPercent, from, to: from + length });
        for (const list of ['opening', 'drawn', 'amortisation', 'interest', 'closing'] as const) {
          expect(part[list]).toEqual(long[list].slice(skipped, skipped + length + 1));
        }
        expect(part.unknownFrom).toBe(long.unknownFrom);
      }),
    );
  });

  it('has unknown interest only where a rate is unknown', () => {
    fc.assert(
      fc.property(anyLoan, anyCurve, (loan, curve) => {
        const fixed = loan.ratePeriods.every(({ type }) => type === 'fixed');
        const curves = [
          { ...curve, points: [{ from: '2000-01-01', rate: zeroPercent }] },
          { ...curve, curveId: 'other', points: [{ from: '2000-01-01', rate: zeroPercent }] },
        ];
        expect(whole(loan, curves).interest).not.toContain(null);
        expect(whole(loan, curves).unknownFrom).toBeNull();
        const unknown = whole(loan, []).interest.includes(null);
        if (fixed) expect(unknown).toBe(false);
        if (loan.ratePeriods[0]?.type === 'reference') expect(unknown).toBe(true);
      }),
    );
  });

  it('never has a lower balance with a larger principal, straight or at maturity', () => {
    fc.assert(
      fc.property(anyLoan, fc.bigInt({ min: 1n, max: 10n ** 9n }), (loan, more) => {
        fc.pre(loan.form !== 'annuity');
        const larger = { ...loan, principal: fromOre(loan.principal + more) };
        const [less, now] = [whole(loan, []).closing, whole(larger, []).closing];
        expect(now.every((closing, index) => closing >= (less[index] ?? 0n))).toBe(true);
      }),
    );
  });
});
