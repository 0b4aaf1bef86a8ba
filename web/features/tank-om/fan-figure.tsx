import { lazy, type ReactNode, Suspense, useState } from 'react';
import { borgenstakAt } from '#domain/borgensutrymme.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import type { Percentiles, Simulation } from '#domain/forecast/simulation.ts';
import type { Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { lastDayOf } from '#domain/year.ts';
import type { FanYear } from '../../charts/fan-chart.tsx';
import { shown } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../../ui/grid/grid-labels.ts';
import type { GridCell, GridRow } from '../../ui/grid/grid-types.ts';
import { FigureSheet } from '../../ui/sheet.tsx';
import { chanceWords, countWords } from './chance.ts';

const FanChart = lazy(() =>
  import('../../charts/fan-chart.tsx').then((module) => ({ default: module.FanChart })),
);

/** What the figure takes: an answer, and the plan that it was drawn around. */
export type FanFigureProps = {
  readonly simulation: Simulation;
  readonly plan: Plan;
  /** True while a newer answer is on its way. */
  readonly isOld: boolean;
  readonly status: ReactNode;
};

/** How the debt may turn out, under how likely it is that the ceiling holds. */
export function FanFigure({ simulation, plan, isOld, status }: FanFigureProps) {
  const texts = useTexts();
  const { chart } = texts;
  const words = texts.tankOm.fan;
  const [isTable, setIsTable] = useState(false);
  const { runs, heldInAll } = simulation;
  const ceilings = ceilingsOf(plan);
  const years = fanYears(simulation, plan);
  const knowsCeiling = simulation.years.every(({ headroom }) => headroom !== null);
  return (
    <div className="fan" data-old={isOld || undefined}>
      <FigureSheet
        title={knowsCeiling ? words.chance(chanceWords(heldInAll, runs, texts)) : words.noCeiling}
        detail={
          <>
            {knowsCeiling ? `${countWords(heldInAll, runs, texts)}. ` : ''}
            {words.chartDetail}
          </>
        }
      >
        {isTable ? (
          <FanTable simulation={simulation} ceilings={ceilings} />
        ) : (
          <Suspense fallback={<div className="chart-space" />}>
            <FanChart
              years={years}
              ceilings={ceilings}
              label={words.chartLabel}
              words={{
                low: words.p5,
                middle: words.p50,
                high: words.p95,
                half: words.half,
                ceiling: chart.ceilingColumn,
              }}
            />
          </Suspense>
        )}
        <p className="figure-tools no-print">
          <Button look="quiet" onPress={() => setIsTable(!isTable)}>
            {isTable ? chart.hideTable : chart.showTable}
          </Button>
        </p>
        <p className="small" role="status">
          {status}
        </p>
      </FigureSheet>
    </div>
  );
}

function fanYears({ years }: Simulation, { forecast }: Plan): FanYear[] {
  const { openingYear, openingDebt: debt } = forecast;
  const opening =
    debt === null
      ? []
      : [{ year: openingYear, p5: debt, p25: debt, p50: debt, p75: debt, p95: debt }];
  return [...opening, ...years.map((one) => ({ year: one.year, ...one.debt }))];
}

function ceilingsOf({ forecast, ceilings }: Plan): Map<number, Tkr> {
  const years = [forecast.openingYear, ...forecast.years.map(({ year }) => year)];
  return new Map(
    years.flatMap((year) => {
      const ceiling = borgenstakAt(ceilings, lastDayOf(year));
      return ceiling === null ? [] : [[year, ceiling] as const];
    }),
  );
}

const percentiles = ['p5', 'p25', 'p50', 'p75', 'p95'] as const satisfies (keyof Percentiles)[];

type FanTableProps = {
  readonly simulation: Simulation;
  readonly ceilings: ReadonlyMap<number, Tkr>;
};

function FanTable({ simulation, ceilings }: FanTableProps) {
  const { texts, language } = useLanguage();
  const words = texts.tankOm.fan;
  const cellOf = (amount: Tkr | undefined): GridCell =>
    amount === undefined
      ? { text: '–', accessibleName: texts.common.missing, copyText: '' }
      : { text: shown(amount), editText: formatSwedish(amount) };
  const rows = simulation.years.map(
    ({ year, debt, held }): GridRow => ({
      id: `${year}`,
      kind: 'data',
      name: `31/12 ${year}`,
      cells: {
        ...Object.fromEntries(percentiles.map((one) => [one, cellOf(debt[one])])),
        borgenstak: cellOf(ceilings.get(year)),
        held: ceilings.has(year)
          ? { text: chanceWords(held, simulation.runs, texts) }
          : cellOf(undefined),
      },
    }),
  );
  return (
    <Grid
      label={words.tableLabel}
      corner={texts.common.unit}
      columns={[
        ...percentiles.map((id) => ({ id, name: words[id] })),
        { id: 'borgenstak', name: texts.chart.ceilingColumn },
        { id: 'held', name: words.held },
      ]}
      rows={rows}
      labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
    />
  );
}
