import { figureOf } from '#domain/borgensprognos-table.ts';
import { isNegative } from '#domain/tkr.ts';
import { shownMonth } from '../../lib/assumption-words.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { shown } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';

/** What the strip takes: one scenario, year by year, or several with their last year. */
export type HeadroomStripProps = { readonly views: readonly ScenarioView[] };

/** What is left of the guarantee, always in sight while the assumptions below it are changed. */
export function HeadroomStrip({ views }: HeadroomStripProps) {
  const { prognos, common } = useTexts();
  const words = prognos.assumptions;
  const [only] = views;
  const isOne = views.length === 1 && only !== undefined;
  const items = isOne ? yearsOf(only) : views.flatMap(lastOf);
  return (
    <section className="headroom-strip no-print" aria-label={words.strip}>
      <p>{words.strip}</p>
      <dl>
        {items.map(({ id, name, view, year }) => {
          const headroom = figureOf(view.forecast, 'headroom', year);
          const isOver = headroom !== null && isNegative(headroom);
          return (
            <div key={id} {...(isOver ? { className: 'headroom-over' } : {})}>
              <dt>{name}</dt>
              <dd>{headroom === null ? <abbr title={common.missing}>–</abbr> : shown(headroom)}</dd>
            </div>
          );
        })}
      </dl>
      {isOne && only.plan.firstBrokenMonth !== null ? (
        <p className="headroom-over">
          {words.stripBroken(shownMonth(only.plan.firstBrokenMonth, prognos))}
        </p>
      ) : null}
    </section>
  );
}

type Item = {
  readonly id: string;
  readonly name: string;
  readonly view: ScenarioView;
  readonly year: number;
};

function yearsOf(view: ScenarioView): Item[] {
  return view.forecast.years.map(({ year }) => ({
    id: `${year}`,
    name: `31/12 ${year}`,
    view,
    year,
  }));
}

function lastOf(view: ScenarioView): Item[] {
  const { scenarioId, name, lastYear } = view.scenario;
  const known = view.forecast.years.findLast(({ headroom }) => headroom !== null);
  return [{ id: scenarioId, name, view, year: known?.year ?? lastYear }];
}
