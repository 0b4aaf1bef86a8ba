import type { Assumption } from '#domain/forecast/assumption-terms.ts';
import type { Loan, LoanForm, PaymentsAYear } from '#domain/forecast/loan-terms.ts';
import type { PlanInput, PlanLine, PlanRow } from '#domain/forecast/plan-input.ts';
import { assumptionOf } from '#domain/forecast/what-if.ts';
import { fromMillionths, percentOf } from '#domain/percent.ts';
import { fromOre, type Tkr, tkr } from '#domain/tkr.ts';
import { type Random, seededRandom } from '../server/faults/random.ts';

const openingYear = 2025;
const years = 20;
const lines = 1000;
const scenarios = 10;

/**
 * Ten scenarios of a thousand lines and twenty years, each with amounts of its own. What the
 * scenarios of an organisation share they share here too: loans, ceilings and its assumptions.
 */
export function planScenarios(): PlanInput[] {
  const random = seededRandom(1);
  const loans = Array.from({ length: 10 }, (_, index) => aLoan(random, index));
  const curves = [
    { curveId: 'stibor', name: 'Stibor', points: [{ from: '2020-01-01', rate: percentOf('2.1') }] },
  ];
  const organisation = assumptionsOfAll();
  const ceilings = [
    { validFrom: '2020-01-01', amount: tkr('16000000') },
    { validFrom: '2035-07-01', amount: tkr('12000000') },
  ];
  return Array.from({ length: scenarios }, (_, index) => ({
    openingYear,
    lastYear: openingYear + years,
    openingDebt: { source: 'typed', amount: tkr('1000000') },
    rows: rowsOf(random),
    lines: Array.from({ length: lines }, (_line, line) => aLine(random, line)),
    arenden: [],
    loans,
    curves,
    levels: [ownAssumptions(index), organisation],
    ceilings,
  }));
}

type Remembered = {
  readonly lines: readonly object[];
  readonly loans: readonly object[];
  readonly levels: readonly (readonly object[])[];
};

/** The same scenarios in other lists, shared as before: nothing that was remembered is found again. */
export function anew<Input extends Remembered>(inputs: readonly Input[]): Input[] {
  const loans = [...(inputs[0]?.loans ?? [])];
  const organisation = [...(inputs[0]?.levels[1] ?? [])];
  return inputs.map((input) => ({
    ...input,
    loans,
    lines: [...input.lines],
    levels: [[...(input.levels[0] ?? [])], organisation],
  }));
}

function amount(random: Random, below: number): Tkr {
  return fromOre(BigInt(random.below(below)));
}

function rowsOf(random: Random): PlanRow[] {
  return Array.from({ length: years }, (_, at) => openingYear + 1 + at).flatMap((year) => [
    aRow(year, 'borrowingInvestments', 'linked', null),
    aRow(year, 'borrowingTillaggsbudget', 'typed', amount(random, 500_000_000)),
    aRow(year, 'borrowingEquityUse', 'typed', amount(random, 200_000_000)),
    aRow(year, 'amortisation', 'computed', null),
  ]);
}

function aRow(
  year: number,
  kind: PlanRow['kind'],
  source: PlanRow['source'],
  typed: Tkr | null,
): PlanRow {
  return { year, kind, source, amount: typed, arendeId: null, linkedAmount: null };
}

function lineId(line: number): string {
  return `line-${line}`;
}

function aLine(random: Random, line: number): PlanLine {
  return {
    lineId: lineId(line),
    name: lineId(line),
    budget: Array.from({ length: years }, (_, at) => ({
      year: openingYear + 1 + at,
      amount: amount(random, 500_000_000),
    })),
  };
}

const lives = [36, 48, 60, 120, 240, 396];

// The life of every line is the organisation's own, in six lengths.
function assumptionsOfAll(): Assumption[] {
  const general = [
    assumptionOf({ kind: 'loanShare', percent: percentOf('100') }),
    assumptionOf({ kind: 'life', months: 60 }),
    assumptionOf({ kind: 'executionRate', percent: percentOf('95') }),
    assumptionOf({ kind: 'priceChange', percent: percentOf('2') }),
    assumptionOf({ kind: 'plannedRate', percent: percentOf('3.25') }),
    assumptionOf({ kind: 'plannedRate', percent: percentOf('3.5'), from: '2030-01-01' }),
    assumptionOf({ kind: 'borgensavgift', percent: percentOf('0.3') }),
    assumptionOf({ kind: 'equityLife', months: 120 }),
    assumptionOf({ kind: 'openingLife', months: 180 }),
  ];
  const ofLines = Array.from({ length: lines }, (_, line) =>
    assumptionOf({ kind: 'life', lineId: lineId(line), months: lives[line % lives.length] ?? 0 }),
  );
  return [...general, ...ofLines];
}

// Each scenario says some things otherwise, and one of them what every rate is.
function ownAssumptions(index: number): Assumption[] {
  return [
    assumptionOf({
      kind: 'executionRate',
      percent: fromMillionths(BigInt(800_000 + 10_000 * index)),
    }),
    assumptionOf({
      kind: 'loanShare',
      percent: percentOf('90'),
      from: `${openingYear + 3 + index}-01-01`,
    }),
    ...(index === scenarios - 1
      ? [assumptionOf({ kind: 'rateShift', percent: percentOf('1') })]
      : []),
  ];
}

const forms: readonly LoanForm[] = ['straight', 'annuity', 'atMaturity'];
const frequencies: readonly PaymentsAYear[] = [1, 2, 4, 12];

function aLoan(random: Random, index: number): Loan {
  const year = 2015 + index;
  const from = `${year}-03-15`;
  return {
    loanId: `loan-${index}`,
    lender: 'Kommuninvest',
    reference: `${index}`,
    principal: amount(random, 10_000_000_000),
    drawnOn: from,
    form: forms[index % forms.length] ?? 'straight',
    paymentsAYear: frequencies[index % frequencies.length] ?? 4,
    firstPaymentOn: `${year + 1}-03-15`,
    maturesOn: `${year + 10 + index}-03-15`,
    ratePeriods: [
      { from, type: 'fixed', rate: percentOf('2.75') },
      { from: '2028-01-01', type: 'reference', curveId: 'stibor', margin: percentOf('0.4') },
    ],
  };
}
