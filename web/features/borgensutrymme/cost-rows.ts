import { type CapitalCosts, capitalCosts } from '#domain/forecast/capital-cost.ts';
import type { Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { shown } from '../../lib/format.ts';
import type { Texts } from '../../texts/sv.ts';
import type { GridCell, GridRow } from '../../ui/grid/grid-types.ts';
import { linesInWords } from './figure-parts.ts';

/** A scenario with what its investments cost. */
export type CostView = { readonly view: ScenarioView; readonly capital: CapitalCosts };

/** The capital costs of a scenario; computed once for each. */
const known = new WeakMap<ScenarioView, CapitalCosts>();

/** The scenarios with what their investments cost. */
export function costViews(views: readonly ScenarioView[]): CostView[] {
  return views.map((view) => {
    const capital = known.get(view) ?? capitalCosts(view.input);
    known.set(view, capital);
    return { view, capital };
  });
}

const kinds = ['interest', 'borgensavgift', 'depreciation', 'internranta', 'capital'] as const;

type CostKind = (typeof kinds)[number];

/** The rows of the table of costs: for each year the interest, the fee and the capital cost. */
export function costRows(
  views: readonly CostView[],
  { prognos, common }: Pick<Texts, 'prognos' | 'common'>,
): GridRow[] {
  const years = [
    ...new Set(views.flatMap(({ view }) => view.forecast.years.map(({ year }) => year))),
  ].toSorted((left, right) => left - right);
  return years.flatMap((year): GridRow[] => [
    { id: `year ${year}`, kind: 'group', name: `${year}` },
    ...kinds.map((kind): GridRow => {
      const cells = views.map((one) => {
        const { scenarioId } = one.view.scenario;
        return [scenarioId, cellOf(one, kind, year, { prognos, common })] as const;
      });
      return {
        id: `${kind} ${year}`,
        kind: kind === 'capital' ? 'sum' : 'data',
        name: prognos.costs[kind],
        groupName: `${year}`,
        cells: Object.fromEntries(cells),
      };
    }),
  ]);
}

function cellOf(
  view: CostView,
  kind: CostKind,
  year: number,
  { prognos, common }: Pick<Texts, 'prognos' | 'common'>,
): GridCell {
  const amount = costOf(view, kind, year);
  if (amount !== null) return { text: shown(amount), editText: formatSwedish(amount) };
  const { costs } = prognos;
  const isNotKept = isTypedOnly(view.view);
  const isKnownYear = view.view.plan.costs.some((one) => one.year === year);
  const why = {
    interest: isKnownYear ? costs.noRateCell : costs.noDebt,
    borgensavgift: isKnownYear ? costs.noFeeCell : costs.noDebt,
    depreciation: costs.noDebt,
    internranta: costs.noInternrantaCell,
    capital: costs.noInternrantaCell,
  }[kind];
  const isOutside = !view.view.forecast.years.some((one) => one.year === year);
  return {
    text: '–',
    copyText: '',
    accessibleName: common.missing,
    tone: 'none',
    ...(isOutside ? {} : { description: isNotKept ? costs.notKeptCell : why }),
  };
}

/** True for a scenario that was frozen before there was anything to keep besides its figures. */
function isTypedOnly({ scenario, entry }: ScenarioView): boolean {
  return scenario.status === 'faststalld' && entry.kept === null;
}

function costOf({ view, capital }: CostView, kind: CostKind, year: number): Tkr | null {
  if (isTypedOnly(view)) return null;
  if (kind === 'interest' || kind === 'borgensavgift') {
    return view.plan.costs.find((one) => one.year === year)?.[kind] ?? null;
  }
  const ofYear = capital.years.find((one) => one.year === year);
  return ofYear?.[kind === 'capital' ? 'cost' : kind] ?? null;
}

/** What is missing from the costs, and where to write it. */
export function costNotes(views: readonly CostView[], words: Texts['prognos']): string[] {
  const { costs } = words;
  const notes = views.flatMap(({ view, capital }) => {
    const { name } = view.scenario;
    if (isTypedOnly(view)) return [costs.notKept(name)];
    const isMissing = (kind: 'interest' | 'borgensavgift'): boolean =>
      view.plan.costs.some((one) => one[kind] === null);
    const lineNames = new Map(view.input.lines.map(({ lineId, name: line }) => [lineId, line]));
    const withoutLife = [...new Set(capital.gaps.flatMap(({ lineIds }) => lineIds))];
    return [
      ...(isMissing('interest') ? [costs.noRate(name)] : []),
      ...(isMissing('borgensavgift') ? [costs.noFee(name)] : []),
      ...(capital.years.some(({ internranta }) => internranta === null)
        ? [costs.noInternranta(name)]
        : []),
      ...(withoutLife.length === 0
        ? []
        : [
            costs.noLife(
              name,
              linesInWords(
                withoutLife.map((id) => lineNames.get(id) ?? ''),
                words.source,
              ),
            ),
          ]),
    ];
  });
  return [...notes, costs.only];
}
