import type { BorgensprognosAnswer } from '#contract/borgensprognos.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { findFigure } from '../../lib/borgensprognos.ts';
import { type FigureState, isSameState, stateOf } from '../../lib/forecast-figure.ts';
import type { SourcesChange } from '../../lib/forecast-sources.ts';

type Wish = SourcesChange['figures'][number];

const byItself = { amount: null, arendeId: null, comment: null } as const;

/**
 * Everything of a scenario that can come about by itself does: borrowing follows the budget, the
 * supplementary budget the ärende that it followed or else all that are decided, amortisation and the
 * opening debt are computed. Borrowing for the use of equity is as before. Empty where nothing changes.
 */
export function computeAll(
  view: ScenarioView,
  { basis }: BorgensprognosAnswer,
): SourcesChange['figures'] {
  const { openingYear, lastYear } = view.scenario;
  const wishes: Wish[] = [];
  if (basis.loans.length > 0) {
    wishes.push({ year: openingYear, kind: 'openingDebt', source: 'computed', ...byItself });
  }
  for (let year = openingYear + 1; year <= lastYear; year += 1) {
    wishes.push(
      { year, kind: 'borrowingInvestments', source: 'linked', ...byItself },
      ...tillaggsbudget(view, basis, year),
      { year, kind: 'amortisation', source: 'computed', ...byItself },
    );
  }
  return wishes.filter((wish) => {
    const now: FigureState = stateOf(findFigure(view, wish.kind, wish.year));
    return !isSameState(now, wish);
  });
}

function tillaggsbudget(
  view: ScenarioView,
  { arenden }: BorgensprognosAnswer['basis'],
  year: number,
): Wish[] {
  const kind = 'borrowingTillaggsbudget';
  const now = stateOf(findFigure(view, kind, year));
  if (now.source === 'linked') {
    return [{ year, kind, ...byItself, source: 'linked', arendeId: now.arendeId }];
  }
  const isAdded = arenden.some(
    ({ isDecided, entries }) => isDecided && entries.some((entry) => entry.year === year),
  );
  // A year that no ärende adds to has no row of its own, and one that was typed is not needed.
  if (!isAdded && now.amount === null && now.source === 'typed') return [];
  return [{ year, kind, source: 'computed', ...byItself }];
}
