import { grouped } from '../grouped.ts';
import { type Percent, zeroPercent } from '../percent.ts';
import { isZero, type Ratio, sum, type Tkr } from '../tkr.ts';
import { interestDays, rateBoundUntil } from './loan-binding.ts';
import { rateOn, rateSteps } from './loan-rate.ts';
import { type LoanPayment, loanPayments } from './loan-schedule.ts';
import type { Loan, RateCurve } from './loan-terms.ts';

/** A loan as it stands on a day, after what is paid that day. */
export type LoanStanding = {
  readonly loanId: string;
  /** Null for an annuity whose rate has been unknown. */
  readonly balance: Tkr | null;
  /** The year's rate in force; null where no curve has a value. */
  readonly rate: Percent | null;
  /** Days until maturity, of 360 a year. */
  readonly capitalDays: number;
  /** Days until the rate is fixed anew, of 360 a year; null where no rate is agreed. */
  readonly rateDays: number | null;
};

/** What loans repay in a year, in Tkr, together and each. */
export type LoanYear = {
  readonly year: number;
  readonly amount: Tkr;
  readonly parts: readonly { readonly loanId: string; readonly amount: Tkr }[];
};

/** The loans as they stand together on a day. */
export type LoanPortfolio = {
  /** The loans that are drawn and not repaid. */
  readonly loans: readonly LoanStanding[];
  /** Null where a loan's balance is unknown. */
  readonly balance: Tkr | null;
  /** Average years until maturity (kapitalbindning), by balance; null without loans. */
  readonly capitalBinding: Ratio | null;
  /** Average years until the rate is fixed anew (räntebindning), by balance. */
  readonly rateBinding: Ratio | null;
  /** Average rate by balance, as a share of one a year. */
  readonly averageRate: Ratio | null;
  /** What is repaid after the day, by year (förfallostruktur), the last payment among it. */
  readonly maturities: readonly LoanYear[];
  /** Of that, what loans repaid at maturity have to be replaced by: the others end at zero. */
  readonly refinancing: readonly LoanYear[];
  /** Annuities whose repayments are unknown from some payment on; those are not among the years. */
  readonly unknown: readonly string[];
};

/**
 * The loans that are drawn and not repaid on a day, with their average binding and what they repay.
 *
 * Averages are exact and weighted by balance: a loan counts until its maturity with all of its
 * balance, also where it is repaid in parts before; null where a loan lacks the figure. A loan that
 * is drawn later is not counted. Source: DESIGN §5.
 */
export function loanPortfolio(
  loans: readonly Loan[],
  curves: readonly RateCurve[],
  day: string,
): LoanPortfolio {
  const standing = loans
    .filter(({ drawnOn, maturesOn }) => drawnOn <= day && maturesOn > day)
    .map((loan) => {
      const payments = loanPayments(loan, curves, zeroPercent);
      return { loan, payments, standing: standingOf(loan, payments, curves, day) };
    })
    .filter(({ standing: { balance } }) => balance === null || !isZero(balance));
  const all = standing.map((one) => one.standing);
  const due = standing.flatMap(({ loan, payments }) =>
    payments.filter(({ on }) => on > day).map((payment) => ({ loan, payment })),
  );
  const refinanced = due.filter(({ loan }) => loan.form === 'atMaturity');
  return {
    loans: all,
    balance: all.some(({ balance }) => balance === null)
      ? null
      : sum(all.map(({ balance }) => balance).filter((balance) => balance !== null)),
    capitalBinding: average(all, ({ capitalDays }) => BigInt(capitalDays), 360n),
    rateBinding: average(
      all,
      ({ rateDays }) => (rateDays === null ? null : BigInt(rateDays)),
      360n,
    ),
    averageRate: average(all, ({ rate }) => rate, 1_000_000n),
    maturities: byYear(due),
    refinancing: byYear(refinanced),
    unknown: standing
      .filter(({ payments }) => payments.some(({ amortisation }) => amortisation === null))
      .map(({ loan }) => loan.loanId),
  };
}

function standingOf(
  loan: Loan,
  payments: readonly LoanPayment[],
  curves: readonly RateCurve[],
  day: string,
): LoanStanding {
  const paid = payments.findLast(({ on }) => on <= day);
  const until = rateBoundUntil(loan, day);
  return {
    loanId: loan.loanId,
    balance: paid === undefined ? loan.principal : paid.balance,
    rate: rateOn(rateSteps(loan, curves, zeroPercent), day),
    capitalDays: interestDays(day, loan.maturesOn),
    rateDays: until === null ? null : interestDays(day, until),
  };
}

// The sum of balance times value, over the sum of balances times the unit of the value.
function average(
  loans: readonly LoanStanding[],
  valueOf: (loan: LoanStanding) => bigint | null,
  unit: bigint,
): Ratio | null {
  let [numerator, total] = [0n, 0n];
  for (const loan of loans) {
    const value = valueOf(loan);
    if (loan.balance === null || value === null) return null;
    numerator += loan.balance * value;
    total += loan.balance;
  }
  return total === 0n ? null : { numerator, denominator: total * unit };
}

function byYear(
  due: readonly { readonly loan: Loan; readonly payment: LoanPayment }[],
): LoanYear[] {
  const known = due.flatMap(({ loan: { loanId }, payment: { on, amortisation } }) =>
    amortisation === null || isZero(amortisation)
      ? []
      : [{ loanId, year: parseInt(on.slice(0, 4), 10), amount: amortisation }],
  );
  return [...grouped(known, ({ year }) => year)]
    .map(([year, ofYear]) => ({
      year,
      amount: sum(ofYear.map(({ amount }) => amount)),
      parts: [...grouped(ofYear, ({ loanId }) => loanId)].map(([loanId, ofLoan]) => ({
        loanId,
        amount: sum(ofLoan.map(({ amount }) => amount)),
      })),
    }))
    .toSorted((left, right) => left.year - right.year);
}
