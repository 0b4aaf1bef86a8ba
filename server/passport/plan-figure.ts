import type { PassportAnswer, PassportPart } from '#contract/passport.ts';
import { toPlanInput } from '#contract/prognos.ts';
import { type AssumptionLevel, levelsOf } from '#contract/prognos-levels.ts';
import type { ForecastRowKind } from '#domain/borgensutrymme.ts';
import type { FoundAssumption } from '#domain/forecast/assumptions.ts';
import { lineShares } from '#domain/forecast/line-shares.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { type PlanPart, partsOf } from '#domain/forecast/plan-parts.ts';
import type { PlannedScenario, ReadScenarios } from '../borgensprognos/plans.ts';
import { assumptionLabel, assumptionText, type UsedKind } from './assumption-words.ts';
import { partOf } from './passport.ts';
import { budgetOf, joined, named, planPartWords } from './words.ts';

/** A figure of a plan: which row of which year. */
export type PlanPlace = {
  readonly kind: ForecastRowKind;
  readonly year: number;
  /** True where only what is asked about beyond the budget is told. */
  readonly onlyExtra?: boolean;
};

type Told = Pick<PassportAnswer, 'parts' | 'basis' | 'facts'>;

/** Each loan's and line's part of a computed figure, what these rest on, and what is assumed of them. */
export function planPartsOf(
  read: ReadScenarios,
  scenario: PlannedScenario,
  { kind, year, onlyExtra = false }: PlanPlace,
): Told {
  const { plan, scenario: told } = scenario;
  const input = toPlanInput(read, scenario);
  const names = new Map(input.lines.map(({ lineId, name }) => [lineId, name]));
  const parts = partsOf(plan, kind, year).filter(({ isExtra }) => isExtra || !onlyExtra);
  // What a frozen scenario rests on may be another by now.
  const isLive = told.status === 'utkast';
  return {
    parts: parts.flatMap((part) => shownPart(part, { year, input, names, isLive })),
    basis: isLive ? parts.flatMap((part) => restsOn(part, names)) : [],
    facts: factsOf(scenario, levelsOf(read, told.scenarioId), { parts, year, names }),
  };
}

type Shown = {
  readonly year: number;
  readonly input: PlanInput;
  readonly names: ReadonlyMap<string, string>;
  readonly isLive: boolean;
};

function shownPart(part: PlanPart, { year, input, names, isLive }: Shown): PassportPart[] {
  const { of, ids, amount, borrowedIn, isExtra } = part;
  if (of === 'lines') {
    return lineShares(part, input.lines).map(({ lineId, amount: share }) => {
      const name = lineId === null ? null : named(names.get(lineId) ?? lineId);
      const extra = isExtra ? planPartWords.extra : null;
      const drawn = borrowedIn === year ? null : planPartWords.drawnIn(borrowedIn ?? year);
      return partOf(joined(name ?? planPartWords.noLine, extra, drawn), share, null);
    });
  }
  if (of === 'equity') {
    return [
      partOf(joined(planPartWords.equity, planPartWords.drawnIn(borrowedIn ?? year)), amount, null),
    ];
  }
  if (of === 'openingRest') return [partOf(planPartWords.openingRest, amount, null)];
  const loan = input.loans.find(({ loanId }) => loanId === ids[0]);
  if (loan === undefined) return [partOf(planPartWords.loan(''), amount, null)];
  const { loanId, lender, reference, form } = loan;
  // Of other forms the forecast may shift the rate, or borrow again.
  const figure =
    isLive && form === 'straight'
      ? ({ kind: 'loan', loanId, year, figure: 'amortisation' } as const)
      : null;
  return [partOf(planPartWords.loan(`${lender} ${reference}`), amount, figure)];
}

// The budgets that planned borrowing comes from: other amounts, as less than all may be borrowed.
function restsOn(part: PlanPart, names: ReadonlyMap<string, string>): PassportPart[] {
  const { of, kind, ids, borrowedIn, isExtra } = part;
  if (of !== 'lines' || kind !== 'borrowingInvestments' || isExtra || borrowedIn === null)
    return [];
  return ids.map((lineId) =>
    partOf(joined(budgetOf(borrowedIn), named(names.get(lineId) ?? lineId)), null, {
      kind: 'budget',
      year: borrowedIn,
      lineId,
      postKind: null,
    }),
  );
}

type Asked = { readonly kind: UsedKind; readonly day: string; readonly lineId: string | null };

const repaid = ['life', 'lifeShift', 'drawSpan', 'paymentInterval'] as const;
const borrowed = ['loanShare', 'executionRate', 'priceChange'] as const;

// Every assumption that decides a part, once each.
function factsOf(
  { plan, scenario }: PlannedScenario,
  levels: readonly AssumptionLevel[],
  {
    parts,
    year,
    names,
  }: {
    readonly parts: readonly PlanPart[];
    readonly year: number;
    readonly names: ReadonlyMap<string, string>;
  },
): PassportAnswer['facts'] {
  const used = new Map<FoundAssumption['assumption'], FoundAssumption>();
  for (const { kind, day, lineId } of parts.flatMap((part) => [...asked(part, year)])) {
    const found = plan.assumptions.find(kind, day, lineId);
    if (found !== null) used.set(found.assumption, found);
  }
  return [...used.values()].flatMap(({ assumption: { kind, lineId, from }, level }) => {
    const { name, scenarioId, assumptions } = levels[level] ?? {};
    const told = assumptions?.find(
      (one) => one.kind === kind && one.lineId === lineId && one.from === from,
    );
    if (told === undefined) return [];
    const lineName = lineId === null ? null : (names.get(lineId) ?? lineId);
    const isOwn = scenarioId === scenario.scenarioId || (level === 0 && levels.length > 1);
    return [
      {
        label: assumptionLabel(kind as UsedKind, lineName),
        text: assumptionText(told, { levelName: name ?? null, isOwn }),
      },
    ];
  });
}

function* asked({ of, ids, kind, borrowedIn, isExtra }: PlanPart, year: number): Generator<Asked> {
  const day = `${borrowedIn ?? year}-01-01`;
  if (of === 'openingRest') yield* kindsOf(['openingLife', 'openingInterval'], day, null);
  if (of === 'equity' && borrowedIn !== year) {
    yield* kindsOf(['equityLife', 'equityInterval', 'drawSpan'], day, null);
  }
  if (of === 'loan') yield* kindsOf(['rateShift', 'refinancedShare'], `${year}-01-01`, null);
  if (of !== 'lines') return;
  for (const lineId of ids.length === 0 ? [null] : ids) {
    yield* kindsOf(repaid, day, lineId);
    if (kind === 'borrowingInvestments') yield* kindsOf(borrowed, day, lineId);
    if (isExtra) yield* kindsOf(['extraInvestment'], day, lineId);
  }
}

function* kindsOf(
  kinds: readonly UsedKind[],
  day: string,
  lineId: string | null,
): Generator<Asked> {
  for (const kind of kinds) yield { kind, day, lineId };
}
