import type { Borgenstak } from '../borgensutrymme.ts';
import type { Percent } from '../percent.ts';
import { addPercent } from '../percent.ts';
import { add, subtract, type Tkr, zero } from '../tkr.ts';
import { type Assumptions, knownPercentAt, percentAt } from './assumptions.ts';
import type { Borrowing, BorrowingKind } from './borrowings.ts';
import type { LoanFlows, PlanYears } from './loan-flows.ts';
import { monthlyInterest } from './loan-rate.ts';
import { firstDayIn, type Month, monthAt, monthOfDay } from './month.ts';
import { addDraws, emptySums, totalsOf } from './month-sums.ts';

/** One month of a forecast, in Tkr; amortisation is negative, costs are not. */
export type PlanMonth = {
  readonly month: Month;
  readonly opening: Tkr;
  readonly borrowingInvestments: Tkr;
  readonly borrowingTillaggsbudget: Tkr;
  readonly borrowingEquityUse: Tkr;
  readonly amortisation: Tkr;
  readonly closing: Tkr;
  /** The ceiling in force on the month's last day; null before the first one. */
  readonly borgenstak: Tkr | null;
  readonly headroom: Tkr | null;
  /** On the debt at the month's start, a twelfth of the year's rate; null where a rate is not known. */
  readonly interest: Tkr | null;
  /** The members' fee on the debt at the month's start; null where no fee is said. */
  readonly borgensavgift: Tkr | null;
};

/** What the months are put together from. */
export type MonthsInput = {
  readonly years: PlanYears;
  /** The last year whose debt is known; months after it are left out. */
  readonly lastKnown: number;
  readonly openingDebt: Tkr;
  readonly borrowings: readonly Borrowing[];
  /** Of every month, negative. */
  readonly amortisation: readonly Tkr[];
  readonly loans: LoanFlows;
  readonly ceilings: readonly Borgenstak[];
  readonly assumptions: Assumptions;
};

/** The months of a forecast: what is drawn, repaid and owed, what there is room for, and what it costs. */
export function planMonths(input: MonthsInput): PlanMonth[] {
  const { years, assumptions, loans } = input;
  const draws = drawsByKind(input);
  const first = monthAt(years.first, 1);
  const length = Math.max(0, input.lastKnown - years.first + 1) * 12;
  const ceilings = ceilingByMonth(input.ceilings, first, length);
  const rates = changing(assumptions, ['plannedRate', 'rateShift'], (day) => {
    const planned = knownPercentAt(assumptions, 'plannedRate', day);
    return planned && addPercent(planned, percentAt(assumptions, 'rateShift', day));
  });
  const fees = changing(assumptions, ['borgensavgift'], (day) =>
    knownPercentAt(assumptions, 'borgensavgift', day),
  );
  const months: PlanMonth[] = [];
  let opening = input.openingDebt;
  for (let at = 0; at < length; at += 1) {
    const month = first + at;
    const drawn = {
      borrowingInvestments: draws.borrowingInvestments[at] ?? zero,
      borrowingTillaggsbudget: draws.borrowingTillaggsbudget[at] ?? zero,
      borrowingEquityUse: draws.borrowingEquityUse[at] ?? zero,
    };
    const amortisation = input.amortisation[at] ?? zero;
    const borrowed = add(drawn.borrowingInvestments, drawn.borrowingTillaggsbudget);
    const flows = add(add(borrowed, drawn.borrowingEquityUse), amortisation);
    const closing = add(opening, flows);
    const borgenstak = ceilings[at] ?? null;
    const fee = fees(month);
    months.push({
      month,
      opening,
      ...drawn,
      amortisation,
      closing,
      borgenstak,
      headroom: borgenstak === null ? null : subtract(borgenstak, closing),
      interest: interestOf(loans, at, { opening, rate: rates(month) }),
      borgensavgift: fee === null ? null : monthlyInterest(opening, fee),
    });
    opening = closing;
  }
  return months;
}

function drawsByKind({ borrowings, years }: MonthsInput) {
  const length = (years.last - years.first + 1) * 12;
  const sums = () => emptySums(monthAt(years.first, 1), length);
  const byKind: { readonly [kind in BorrowingKind]: ReturnType<typeof sums> } = {
    borrowingInvestments: sums(),
    borrowingTillaggsbudget: sums(),
    borrowingEquityUse: sums(),
  };
  for (const { kind, principal, draw } of borrowings) addDraws(byKind[kind], principal, draw);
  return {
    borrowingInvestments: totalsOf(byKind.borrowingInvestments),
    borrowingTillaggsbudget: totalsOf(byKind.borrowingTillaggsbudget),
    borrowingEquityUse: totalsOf(byKind.borrowingEquityUse),
  };
}

// What no loan holds pays the rate of planned borrowing.
function interestOf(
  loans: LoanFlows,
  at: number,
  { opening, rate }: { readonly opening: Tkr; readonly rate: Percent | null },
): Tkr | null {
  const ofLoans = loans.interest[at] ?? null;
  const rest = subtract(opening, loans.balance[at] ?? zero);
  if (ofLoans === null) return null;
  if (rest === zero) return ofLoans;
  return rate === null ? null : add(ofLoans, monthlyInterest(rest, rate));
}

function ceilingByMonth(
  ceilings: readonly Borgenstak[],
  first: Month,
  length: number,
): (Tkr | null)[] {
  const byDay = ceilings.toSorted((left, right) => (left.validFrom < right.validFrom ? -1 : 1));
  let next = 0;
  let inForce: Tkr | null = null;
  return Array.from({ length }, (_, at) => {
    for (;;) {
      const ceiling = byDay[next];
      if (ceiling === undefined || monthOfDay(ceiling.validFrom) > first + at) return inForce;
      inForce = ceiling.amount;
      next += 1;
    }
  });
}

/** A value that changes on certain days only, asked month by month in order. */
function changing(
  assumptions: Assumptions,
  kinds: readonly ('plannedRate' | 'rateShift' | 'borgensavgift')[],
  valueAt: (day: string) => Percent | null,
): (month: Month) => Percent | null {
  const changes = new Set(
    kinds.flatMap((kind) =>
      assumptions.all(kind).flatMap(({ assumption: { from } }) => {
        if (from === null) return [];
        // A value that begins within a month is first asked for the month after it.
        const month = monthOfDay(from);
        return [from.endsWith('-01') ? month : month + 1];
      }),
    ),
  );
  let value: Percent | null | undefined;
  return (month) => {
    if (value === undefined || changes.has(month)) value = valueAt(firstDayIn(month));
    return value;
  };
}
