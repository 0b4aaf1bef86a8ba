import { hundredPercent, type Percent, percentOf, zeroPercent } from '../percent.ts';
import { isNegative } from '../tkr.ts';
import {
  type Assumption,
  type AssumptionKind,
  type AssumptionShape,
  type AssumptionValue,
  assumptionShapes,
} from './assumption-terms.ts';

/** Why an assumption cannot be. */
export type AssumptionRefusal =
  | 'assumption_value_of_other_shape'
  | 'assumption_value_out_of_range'
  | 'assumption_for_no_line'
  | 'assumption_needs_line'
  | 'assumption_needs_day'
  | 'assumption_year_begins_in_january'
  | 'assumption_holds_always'
  | 'assumption_only_in_scenario'
  | 'assumption_interval_unknown'
  | 'assumption_range_out_of_order';

/** The kinds that can be said of one line; the others hold for all. */
const ofLines: readonly AssumptionKind[] = [
  'loanShare',
  'life',
  'drawSpan',
  'paymentInterval',
  'executionRate',
  'extraInvestment',
];

/** The kinds that follow budget years, and so begin on the first of January. */
const ofYears: readonly AssumptionKind[] = [
  ...ofLines,
  'priceChange',
  'lifeShift',
  'equityLife',
  'equityInterval',
  'executionRange',
  'priceRange',
];

/** The kinds that only a scenario has: what it asks about, and nothing that the organisation holds. */
const onlyInScenario: readonly AssumptionKind[] = [
  'extraInvestment',
  'ceiling',
  'rateShift',
  'lifeShift',
];

const intervals: readonly AssumptionKind[] = [
  'paymentInterval',
  'equityInterval',
  'openingInterval',
];

type Bounds = { readonly from: Percent; readonly to: Percent };

const shares: Bounds = { from: zeroPercent, to: hundredPercent };
const rates: Bounds = { from: percentOf('-100'), to: hundredPercent };
const twice: Bounds = { from: zeroPercent, to: percentOf('200') };

const percentBounds: { readonly [kind in AssumptionKind]?: Bounds } = {
  loanShare: shares,
  refinancedShare: shares,
  executionRate: twice,
  executionRange: twice,
  priceChange: rates,
  priceRange: rates,
  plannedRate: rates,
  rateShift: rates,
  rateRange: rates,
  internranta: rates,
  borgensavgift: shares,
};

/** Months between which a life, or a change of one, can be. */
const longest = 1200;

/** True for a kind that can be said of one line. */
export function isOfLines(kind: AssumptionKind): boolean {
  return ofLines.includes(kind);
}

/** True for a kind that begins on the first of January. */
export function isOfYears(kind: AssumptionKind): boolean {
  return ofYears.includes(kind);
}

/** True for a kind that only a scenario has. */
export function isOnlyInScenario(kind: AssumptionKind): boolean {
  return onlyInScenario.includes(kind);
}

/** Null where an assumption can be, in a scenario or as the organisation's own. */
export function refusalOfAssumption(
  assumption: Assumption,
  isInScenario: boolean,
): AssumptionRefusal | null {
  return refusalOfPlace(assumption, isInScenario) ?? refusalOfValue(assumption);
}

function refusalOfPlace(
  { kind, lineId, from }: Assumption,
  isInScenario: boolean,
): AssumptionRefusal | null {
  if (!isInScenario && isOnlyInScenario(kind)) return 'assumption_only_in_scenario';
  if (lineId !== null && !isOfLines(kind)) return 'assumption_for_no_line';
  if (kind === 'extraInvestment' && lineId === null) return 'assumption_needs_line';
  if ((kind === 'extraInvestment' || kind === 'ceiling') && from === null) {
    return 'assumption_needs_day';
  }
  if (from !== null && kind === 'rateShift') return 'assumption_holds_always';
  if (from !== null && isOfYears(kind) && !from.endsWith('-01-01')) {
    return 'assumption_year_begins_in_january';
  }
  return null;
}

/** The fields that a value of each shape has; the others are null. */
const fieldsOf: { readonly [shape in AssumptionShape]: readonly (keyof AssumptionValue)[] } = {
  percent: ['percent'],
  months: ['months'],
  span: ['months', 'lastMonth'],
  amount: ['amount'],
  range: ['percent', 'low', 'high'],
};

const valueFields = ['percent', 'low', 'high', 'amount', 'months', 'lastMonth'] as const;

function refusalOfValue(assumption: Assumption): AssumptionRefusal | null {
  const { kind, amount, months, lastMonth } = assumption;
  const shape = assumptionShapes[kind];
  const needed = fieldsOf[shape];
  if (valueFields.some((field) => (assumption[field] !== null) !== needed.includes(field))) {
    return 'assumption_value_of_other_shape';
  }
  if (amount !== null && isNegative(amount) && kind !== 'extraInvestment') {
    return 'assumption_value_out_of_range';
  }
  if (shape === 'span') return isSpan(months, lastMonth) ? null : 'assumption_range_out_of_order';
  if (shape === 'months' && months !== null) return refusalOfMonths(kind, months);
  return refusalOfPercent(assumption);
}

function isSpan(first: number | null, last: number | null): boolean {
  return first !== null && last !== null && first >= 1 && first <= last && last <= 12;
}

function refusalOfMonths(kind: AssumptionKind, months: number): AssumptionRefusal | null {
  if (intervals.includes(kind)) {
    return [1, 3, 6, 12].includes(months) ? null : 'assumption_interval_unknown';
  }
  const least = kind === 'lifeShift' ? -longest : kind === 'life' ? 1 : 0;
  const isInRange = Number.isInteger(months) && months >= least && months <= longest;
  return isInRange ? null : 'assumption_value_out_of_range';
}

function refusalOfPercent({ kind, percent, low, high }: Assumption): AssumptionRefusal | null {
  const bounds = percentBounds[kind];
  if (bounds === undefined) return null;
  for (const one of [percent, low, high]) {
    if (one !== null && (one < bounds.from || one > bounds.to)) {
      return 'assumption_value_out_of_range';
    }
  }
  if (percent === null || low === null || high === null) return null;
  return low <= percent && percent <= high ? null : 'assumption_range_out_of_order';
}
