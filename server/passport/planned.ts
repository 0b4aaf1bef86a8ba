import type { PassportAnswer } from '#contract/passport.ts';
import { forecastRowKinds } from '#domain/borgensutrymme.ts';
import type { FigureReference } from '#domain/figure-reference.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import { isZero, subtract } from '#domain/tkr.ts';
import { allArenden } from '../arende/queries.ts';
import type { PlannedScenario, ReadScenarios } from '../borgensprognos/plans.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { StoredFigure } from '../scenarios/queries.ts';
import { partOf } from './passport.ts';
import { planPartsOf } from './plan-figure.ts';
import { planFormulas, planPartWords } from './words.ts';

type Known = Partial<Omit<PassportAnswer, 'figure' | 'title' | 'amount'>>;
type Of = Extract<FigureReference, { readonly kind: 'forecast' }>;

/** A scenario that is told of: all that was read, its forecast, and the figure as it is stored. */
export type ToldScenario = {
  readonly read: ReadScenarios;
  readonly planned: PlannedScenario;
  readonly stored: StoredFigure | undefined;
};

/** What is told of a figure that is computed or follows the budget, and of what is asked about beyond it. */
export async function plannedFrom(
  trx: OrganisationTransaction,
  { read, planned, stored }: ToldScenario,
  { figure, year }: Of,
): Promise<Known> {
  const { plan } = planned;
  if (stored?.kind === 'openingDebt') return openingFrom(plan, stored);
  const kind = forecastRowKinds.find((one) => one === figure);
  const shown = plan.figures.find((one) => one.kind === kind && one.year === year);
  if (kind === undefined || shown === undefined) return {};
  const isTyped = shown.source === 'typed' || shown.isOverridden;
  const followsArende = shown.source === 'linked' && (stored?.arendeId ?? null) !== null;
  if (followsArende || (shown.source === 'typed' && isZero(shown.extra))) return {};
  const people = stored === undefined ? [] : [setBy(stored)];
  const told = planPartsOf(read, planned, { kind, year });
  if (!isTyped) {
    const arenden = kind === 'borrowingTillaggsbudget' ? await granting(trx, read, year) : [];
    return { formula: planFormulas[kind], ...told, people, arenden };
  }
  const followed =
    shown.source === 'typed' ? [] : [partOf(planPartWords.computed, shown.followed, null)];
  if (isZero(shown.extra)) return { basis: followed, facts: told.facts, people };
  const typed = shown.amount === null ? null : subtract(shown.amount, shown.extra);
  const extra = planPartsOf(read, planned, { kind, year, onlyExtra: true });
  return {
    formula: planFormulas.withExtra,
    parts: [partOf(planPartWords.typed, typed, null), ...extra.parts],
    basis: followed,
    facts: extra.facts,
    people,
  };
}

function openingFrom({ loans }: Plan, stored: StoredFigure): Known {
  if (stored.source !== 'computed') return {};
  const people = [setBy(stored)];
  if (stored.isOverridden) {
    return { people, basis: [partOf(planPartWords.computed, loans.opening, null)] };
  }
  return { formula: planFormulas.openingDebt, people };
}

// Who decided how a figure comes about, or typed over it.
function setBy({ source, isOverridden, changedBy: by, changedAt: at, comment }: StoredFigure) {
  const isTyped = source === 'typed' || isOverridden;
  const did = isTyped
    ? { sv: 'Skrev in siffran', en: 'Typed it' }
    : { sv: 'Lät siffran räknas', en: 'Let it be computed' };
  return { did, by, at, comment };
}

// The decided ärenden that add to a year's budget.
async function granting(trx: OrganisationTransaction, { basis }: ReadScenarios, year: number) {
  const added = new Set(
    basis.arenden
      .filter(({ isDecided, entries }) => isDecided && entries.some((one) => one.year === year))
      .map(({ arendeId }) => arendeId),
  );
  const arenden = (await allArenden(trx)).filter(({ arendeId }) => added.has(arendeId));
  return arenden.map(({ arendeId, dnr, title, status }) => ({ arendeId, dnr, title, status }));
}
