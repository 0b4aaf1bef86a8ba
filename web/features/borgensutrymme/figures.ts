import { figureTerms } from '#contract/terms.ts';
import type { TableRow } from '#domain/borgensprognos-table.ts';
import { isForecastYear } from '#domain/borgensutrymme.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import type { FigurePlace } from '../../lib/forecast-editor.ts';
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
