import type { BorgensprognosAnswer } from '#contract/borgensprognos.ts';
import type { EditableFigure } from '#contract/scenarios.ts';
import { canComeAbout } from '#domain/forecast/figure-source.ts';
import { computePlan } from '#domain/forecast/plan.ts';
import type { PlanInput, PlanRow } from '#domain/forecast/plan-input.ts';
import { sum, type Tkr } from '#domain/tkr.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import type { FigureState } from '../../lib/forecast-figure.ts';

/** One way in which a figure can come about, and what it then is. */
export type FigureOption = Pick<FigureState, 'source' | 'arendeId'> & {
  /** The ärende's name; null for others. */
  readonly arende: string | null;
  /** What the figure is then; null where it cannot be told, and for a typed one. */
  readonly gives: Tkr | null;
};

/** The ways in which a figure of a scenario can come about, the typed one first. */
export function figureOptions(
  view: ScenarioView,
  { basis }: BorgensprognosAnswer,
  { kind, year }: { readonly kind: EditableFigure; readonly year: number },
): FigureOption[] {
  const ways: Omit<FigureOption, 'gives'>[] = [
    { source: 'typed', arendeId: null, arende: null },
    { source: 'linked', arendeId: null, arende: null },
    ...basis.arenden
      .filter(({ entries }) => entries.some((entry) => entry.year === year))
      .map(({ arendeId, name }) => ({ source: 'linked' as const, arendeId, arende: name })),
    { source: 'computed', arendeId: null, arende: null },
  ];
  return ways
    .filter(({ source, arendeId }) => canComeAbout({ kind, source, arendeId }))
    .map((way) => ({ ...way, gives: givesOf(view.input, kind, year, way) }));
}

function givesOf(
  input: PlanInput,
  kind: EditableFigure,
  year: number,
  { source, arendeId }: Pick<FigureOption, 'source' | 'arendeId'>,
): Tkr | null {
  if (source === 'typed') return null;
  if (arendeId !== null) return addedBy(input, arendeId, year);
  if (kind === 'openingDebt') {
    const openingDebt = { source: 'computed', amount: null } as const;
    return computePlan({ ...input, openingDebt }).forecast.openingDebt;
  }
  const row: PlanRow = { year, kind, source, amount: null, arendeId, linkedAmount: null };
  const others = input.rows.filter((one) => one.year !== year || one.kind !== kind);
  const { figures } = computePlan({ ...input, rows: [...others, row] });
  return figures.find((one) => one.year === year && one.kind === kind)?.followed ?? null;
}

function addedBy({ arenden }: PlanInput, arendeId: string, year: number): Tkr | null {
  const arende = arenden.find((one) => one.arendeId === arendeId);
  if (arende === undefined) return null;
  return sum(arende.entries.filter((entry) => entry.year === year).map(({ amount }) => amount));
}
