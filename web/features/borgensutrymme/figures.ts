import type { ForecastFigure } from '#contract/scenarios.ts';
import { figureTerms } from '#contract/terms.ts';
import type { TableRow } from '#domain/borgensprognos-table.ts';
import { isForecastYear } from '#domain/borgensutrymme.ts';
import { type Tkr, tkr } from '#domain/tkr.ts';
import { findPlanFigure, type ScenarioView } from '../../lib/borgensprognos.ts';
import type { FigurePlace } from '../../lib/forecast-cache.ts';
import { shown } from '../../lib/format.ts';
import type { Language } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';

/** The row's name inside the table, where the years stand as headings. */
export function rowId({ figure, year }: Pick<TableRow, 'figure' | 'year'>): string {
  return `${figure} ${year}`;
}

/** The figure that is typed in a cell, or null for a cell that is computed or outside its scenario. */
export function placeOf(
  { figure, year }: Pick<TableRow, 'figure' | 'year'>,
  { scenario }: ScenarioView,
): FigurePlace | null {
  if (figure === 'headroom') return null;
  const kind = figure === 'debt' ? 'openingDebt' : figure;
  if (!isForecastYear(scenario, kind, year)) return null;
  return { scenarioId: scenario.scenarioId, year, kind };
}

/** A row in words, with its year or day: "Låneskuld 31/12 2025". */
export function rowName(
  { figure, year }: Pick<TableRow, 'figure' | 'year'>,
  texts: Texts,
  language: Language,
): string {
  if (figure === 'debt') return texts.figures.debtAt(year);
  if (figure === 'headroom') return texts.figures.headroomAt(year);
  return texts.figures.withYear(figureTerms[figure][language], year);
}

/** What a linked or computed figure is by itself; null where it cannot be told. */
export function followedOf(view: ScenarioView, { kind, year }: FigurePlace): Tkr | null {
  if (kind === 'openingDebt') return view.plan.loans.opening;
  return findPlanFigure(view, kind, year)?.followed ?? null;
}

/** "skrivet −22 967, beräknat −23 102". */
export function insteadText(
  view: ScenarioView,
  place: FigurePlace,
  figure: ForecastFigure,
  words: Texts['prognos']['source'],
): string {
  const typed = shown(tkr(figure.amount ?? '0'));
  const followed = followedOf(view, place);
  if (followed === null) return words.insteadUnknown(typed);
  return words.instead(typed, shown(followed), figure.source === 'computed');
}
