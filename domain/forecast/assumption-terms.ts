import type { Percent } from '../percent.ts';
import type { Tkr } from '../tkr.ts';

/** What an assumption's value is made of. */
export type AssumptionShape = 'percent' | 'months' | 'span' | 'amount' | 'range';

/**
 * Every assumption that a forecast can be given, and what its value is made of.
 *
 * Percentages of rates are a year's; months are whole; a span is the first and last month of the
 * year, 1 to 12; a range is low, likely and high. Source: DESIGN §5.
 */
export const assumptionShapes = {
  /** Share of an investment that is financed by loans, 0 to 100 %. */
  loanShare: 'percent',
  /** Useful life of an investment, which its loan is repaid over and it is depreciated over. */
  life: 'months',
  /** The months of the budget year in which the loan is drawn, in equal parts. */
  drawSpan: 'span',
  /** Months between the payments of planned borrowing: 1, 3, 6 or 12. */
  paymentInterval: 'months',
  /** Share of the budgeted investments that gets done, 0 to 200 %. */
  executionRate: 'percent',
  /** How much unit prices change from the year before, counted from the forecast's first year. */
  priceChange: 'percent',
  /** Investment on one line in one year beyond its budget, asked about and not decided. */
  extraInvestment: 'amount',
  /** Interest of planned borrowing. */
  plannedRate: 'percent',
  /** Added to every rate. */
  rateShift: 'percent',
  /** Added to every life, which never falls below one month. */
  lifeShift: 'months',
  /** Internal interest (internränta) on book values. */
  internranta: 'percent',
  /** Fee to the members on the guaranteed debt (borgensavgift). */
  borgensavgift: 'percent',
  /** Months over which borrowing for the use of equity is repaid; 0 where it is not. */
  equityLife: 'months',
  /** Months between those payments. */
  equityInterval: 'months',
  /** Months over which the part of the opening debt that no loan explains is repaid; 0 where it is not. */
  openingLife: 'months',
  /** Months between those payments. */
  openingInterval: 'months',
  /** Share of what matures of loans repaid at maturity that is borrowed again the same day. */
  refinancedShare: 'percent',
  /** The ceiling (borgenstak) from a day on, planned and not decided. */
  ceiling: 'amount',
  /** The headroom that the direktion wants to keep. */
  buffer: 'amount',
  /** Between what the execution rate, the price change and the rate shift may turn out. */
  executionRange: 'range',
  priceRange: 'range',
  rateRange: 'range',
} as const satisfies { readonly [kind: string]: AssumptionShape };

/** See `assumptionShapes`. */
export type AssumptionKind = keyof typeof assumptionShapes;

/** Every kind, in the order in which they are shown. */
export const assumptionKinds = Object.keys(assumptionShapes) as AssumptionKind[];

/** What an assumption is about: all lines or one, always or from a day on. */
export type AssumptionPlace = {
  readonly kind: AssumptionKind;
  readonly lineId: string | null;
  /** The first day that it holds, `YYYY-MM-DD`; null where it always has. */
  readonly from: string | null;
};

/** The value, with the fields of its shape filled and the others null. */
export type AssumptionValue = {
  /** The percentage, or the likely one of a range. */
  readonly percent: Percent | null;
  readonly low: Percent | null;
  readonly high: Percent | null;
  readonly amount: Tkr | null;
  /** A number of months, or the first month of a span. */
  readonly months: number | null;
  /** The last month of a span. */
  readonly lastMonth: number | null;
};

/** One assumption of a scenario or of the organisation. */
export type Assumption = AssumptionPlace & AssumptionValue;
