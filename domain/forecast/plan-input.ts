import type { Borgenstak, ForecastRowKind, ForecastRowSource } from '../borgensutrymme.ts';
import type { Tkr } from '../tkr.ts';
import type { Assumption } from './assumption-terms.ts';
import type { Loan, RateCurve } from './loan-terms.ts';

/**
 * A line of the investeringsbudget with its budget by year, in Tkr, without what ärenden have added:
 * that is in the row of the supplementary budget (tilläggsbudget).
 */
export type PlanLine = {
  readonly lineId: string;
  readonly name: string;
  readonly budget: readonly { readonly year: number; readonly amount: Tkr }[];
};

/** What an ärende adds to the budget, by line and year; a line that it proposes has no id yet. */
export type PlanArende = {
  readonly arendeId: string;
  readonly name: string;
  readonly isDecided: boolean;
  readonly entries: readonly {
    readonly lineId: string | null;
    readonly year: number;
    readonly amount: Tkr;
  }[];
};

/**
 * One figure of a scenario: the amount that was typed, or typed over a linked or computed one; null
 * where it follows or is computed, and where a typed one is empty.
 *
 * Linked to an ärende it follows that; linked to none it follows the investeringsbudget.
 */
export type PlanRow = {
  readonly year: number;
  readonly kind: ForecastRowKind;
  readonly source: ForecastRowSource;
  readonly amount: Tkr | null;
  readonly arendeId: string | null;
  /** What the ärende gives as it is kept with the figure; null for other figures. */
  readonly linkedAmount: Tkr | null;
};

/** The debt that the forecast begins with: typed, or the sum of the loans that day. */
export type OpeningDebt = {
  readonly source: 'typed' | 'computed';
  /** What was typed, or typed over the computed sum. */
  readonly amount: Tkr | null;
};

/** Everything that one scenario's forecast is computed from. Source: DESIGN §5. */
export type PlanInput = {
  /** The year whose last day the opening debt stands on. */
  readonly openingYear: number;
  /** At most twenty years after `openingYear`. */
  readonly lastYear: number;
  readonly openingDebt: OpeningDebt;
  readonly rows: readonly PlanRow[];
  readonly lines: readonly PlanLine[];
  readonly arenden: readonly PlanArende[];
  readonly loans: readonly Loan[];
  readonly curves: readonly RateCurve[];
  /** The scenario's own assumptions, then those of each scenario it inherits from, the organisation's last. */
  readonly levels: readonly (readonly Assumption[])[];
  readonly ceilings: readonly Borgenstak[];
};
