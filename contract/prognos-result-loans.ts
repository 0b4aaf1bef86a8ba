import { percentAt } from '#domain/forecast/assumptions.ts';
import { sumOrNull } from '#domain/forecast/loan-flows.ts';
import { loanPortfolio } from '#domain/forecast/loan-portfolio.ts';
import { loanMonths, loanPayments } from '#domain/forecast/loan-schedule.ts';
import { firstDayIn, type Month, monthAt, monthOfDay, yearOf } from '#domain/forecast/month.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { sum, type Tkr, toPlain } from '#domain/tkr.ts';
import { lastDayOf } from '#domain/year.ts';
import { monthToPlain, plainOrNull, ratioToPlain } from './prognos-plain.ts';
import type { PrognosResult } from './prognos-result.ts';

/** Every loan with its payments, and its years from the drawing to the maturity. */
export function loansOf(
  { loans, curves }: PlanInput,
  { years, assumptions }: Plan,
): PrognosResult['loans'] {
  const first = monthAt(years.first, 1);
  const rateShift = percentAt(assumptions, 'rateShift', firstDayIn(first));
  return loans.map((loan) => {
    const from = monthAt(yearOf(monthOfDay(loan.drawnOn)), 1);
    const to = monthAt(yearOf(monthOfDay(loan.maturesOn)), 12);
    const months = loanMonths(loan, curves, { rateShift, from, to });
    const isUnknown = (month: Month): boolean =>
      months.unknownFrom !== null && month >= months.unknownFrom;
    return {
      loanId: loan.loanId,
      payments: loanPayments(loan, curves, rateShift).map(
        ({ on, interest, amortisation, balance }) => ({
          on,
          interest: plainOrNull(interest),
          amortisation: plainOrNull(amortisation),
          balance: plainOrNull(balance),
        }),
      ),
      months: months.opening.map((_, at) => ({
        month: monthToPlain(from + at),
        interest: plainOrNull(months.interest[at] ?? null),
        ...(isUnknown(from + at)
          ? { amortisation: null, balance: null }
          : {
              amortisation: plainOrNull(months.amortisation[at] ?? null),
              balance: plainOrNull(months.closing[at] ?? null),
            }),
      })),
      years: Array.from({ length: (to - from + 1) / 12 }, (_, at) => {
        const [start, end] = [at * 12, at * 12 + 12];
        const isKnown = !isUnknown(from + end - 1);
        return {
          year: yearOf(from + start),
          interest: plainOrNull(sumOrNull(months.interest.slice(start, end))),
          amortisation: isKnown ? toPlain(sum(months.amortisation.slice(start, end))) : null,
          balance: isKnown ? plainOrNull(months.closing[end - 1] ?? null) : null,
        };
      }),
    };
  });
}

/** The loans together at each year's end, and what they repay after the opening day. */
export function portfolioOf({ loans, curves, openingYear, lastYear }: PlanInput) {
  const days = Array.from({ length: lastYear - openingYear + 1 }, (_, at) =>
    lastDayOf(openingYear + at),
  );
  const standing = days.map((day) => ({ day, ...loanPortfolio(loans, curves, day) }));
  const [opening] = standing;
  const plain = (years: readonly { readonly year: number; readonly amount: Tkr }[] = []) =>
    years.map(({ year, amount }) => ({ year, amount: toPlain(amount) }));
  return {
    portfolio: standing.map(({ day, balance, averageRate, capitalBinding, rateBinding }) => ({
      day,
      balance: plainOrNull(balance),
      averageRate: ratioToPlain(averageRate, 100n),
      capitalBinding: ratioToPlain(capitalBinding, 1n),
      rateBinding: ratioToPlain(rateBinding, 1n),
    })),
    maturities: plain(opening?.maturities),
    refinancing: plain(opening?.refinancing),
  };
}
