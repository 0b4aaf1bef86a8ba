import type { Percent } from '../percent.ts';
import { type Assumptions, knownPercentAt, monthsAt, percentAt } from './assumptions.ts';
import { type Instalments, paymentsIn } from './instalments.ts';
import { monthAt } from './month.ts';

/** How the investments of a line in a year are financed, done and worn; null where nobody has said. */
export type LineTerms = {
  readonly loanShare: Percent | null;
  /** Months, with the scenario's shift; at least one. */
  readonly life: number | null;
  readonly executionRate: Percent;
  /** The first and last month of the budget year in which the money is drawn, 1 to 12. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  /** Months between payments. */
  readonly interval: number;
};

/** The interval and the span of DESIGN §5, where nobody has said another. */
const defaultInterval = 3;
const wholeYear = { firstMonth: 1, lastMonth: 12 };

/** The terms of a line's investments in a budget year; of any line where `lineId` is null. */
export function lineTermsAt(
  assumptions: Assumptions,
  lineId: string | null,
  year: number,
): LineTerms {
  const day = `${year}-01-01`;
  return {
    loanShare: knownPercentAt(assumptions, 'loanShare', day, lineId),
    life: lifeAt(assumptions, lineId, day),
    executionRate: percentAt(assumptions, 'executionRate', day, lineId),
    ...spanAt(assumptions, lineId, day),
    interval: monthsAt(assumptions, 'paymentInterval', day, lineId) ?? defaultInterval,
  };
}

function lifeAt(assumptions: Assumptions, lineId: string | null, day: string): number | null {
  const life = monthsAt(assumptions, 'life', day, lineId);
  const shift = monthsAt(assumptions, 'lifeShift', day) ?? 0;
  return life === null ? null : Math.max(1, life + shift);
}

function spanAt(assumptions: Assumptions, lineId: string | null, day: string) {
  const { months = null, lastMonth = null } =
    assumptions.find('drawSpan', day, lineId)?.assumption ?? {};
  return months === null || lastMonth === null ? wholeYear : { firstMonth: months, lastMonth };
}

/** When money for a year is drawn and repaid over a life; null where the life is unknown. */
export function instalmentsOf(
  year: number,
  { firstMonth, lastMonth, interval, life }: LineTerms,
): Instalments | null {
  if (life === null) return null;
  return {
    firstMonth: monthAt(year, firstMonth),
    parts: lastMonth - firstMonth + 1,
    interval,
    payments: paymentsIn(life, interval),
  };
}

/** The months in which a scenario that repays nothing else pays: every interval of the year. */
export function generalInterval(assumptions: Assumptions, year: number): number {
  return monthsAt(assumptions, 'paymentInterval', `${year}-01-01`) ?? defaultInterval;
}

/**
 * The terms of what is borrowed for the use of equity, or of the part of the opening debt that no
 * loan explains: null where it is not repaid.
 */
export function ownTermsAt(
  assumptions: Assumptions,
  of: 'equity' | 'opening',
  day: string,
): { readonly life: number; readonly interval: number } | null {
  const life = monthsAt(assumptions, of === 'equity' ? 'equityLife' : 'openingLife', day) ?? 0;
  if (life === 0) return null;
  const kind = of === 'equity' ? 'equityInterval' : 'openingInterval';
  return { life, interval: monthsAt(assumptions, kind, day) ?? defaultInterval };
}
