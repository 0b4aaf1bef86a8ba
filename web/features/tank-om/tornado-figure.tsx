import { lazy, memo, Suspense, useMemo, useState } from 'react';
import type { Plan } from '#domain/forecast/plan.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { sensitivity } from '#domain/forecast/sensitivity.ts';
import { isZero, type Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import type { TornadoBar } from '../../charts/tornado-chart.tsx';
import { shownWithSign } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../../ui/grid/grid-labels.ts';
import type { GridCell, GridRow } from '../../ui/grid/grid-types.ts';
import { PageSection } from '../../ui/page/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import { type Measure, measures, tornadoBars, tornadoConclusion } from './tornado.ts';

const TornadoChart = lazy(() =>
  import('../../charts/tornado-chart.tsx').then((module) => ({ default: module.TornadoChart })),
);

/** What the figure takes: the scenario with what is tried, once the levers rest. */
export type TornadoFigureProps = { readonly input: PlanInput; readonly plan: Plan };

/** Which of the things that nobody knows for certain matters most. */
export const TornadoFigure = memo(function TornadoFigure({ input, plan }: TornadoFigureProps) {
  const texts = useTexts();
  const { tornado: words } = texts.tankOm;
  const [measure, setMeasure] = useState<Measure>('debt');
  const [isTable, setIsTable] = useState(false);
  const rows = useMemo(() => sensitivity(input), [input]);
  const bars = useMemo(() => tornadoBars(rows, plan, measure, texts), [rows, plan, measure, texts]);
  const isKnown = bars.some(({ low, high }) => low.change !== null || high.change !== null);
  const moving = bars.filter(isMoving);
  const still = bars.filter((bar) => !isMoving(bar)).map(({ name }) => name);
  return (
    <PageSection
      id="kanslighet"
      title={words.title}
      detail={words.detail}
      tools={
        <SegmentedControl
          label={words.measure}
          value={measure}
          segments={measures.map((value) => ({ value, label: words.measures[value] }))}
          onChange={setMeasure}
        />
      }
    >
      <FigureSheet
        title={tornadoConclusion(bars, measure, texts)}
        detail={words.unit[measure](plan.years.last)}
      >
        {!isKnown || moving.length === 0 ? null : isTable ? (
          <TornadoTable bars={bars} />
        ) : (
          <Suspense fallback={<div className="chart-space" />}>
            <TornadoChart bars={moving} label={words.tableLabel} />
          </Suspense>
        )}
        {isKnown && still.length > 0 && moving.length > 0 ? (
          <p className="small">{words.without(still.join(', '))}</p>
        ) : null}
        {isKnown ? (
          <p className="figure-tools no-print">
            <Button look="quiet" onPress={() => setIsTable(!isTable)}>
              {isTable ? texts.chart.hideTable : texts.chart.showTable}
            </Button>
          </p>
        ) : null}
      </FigureSheet>
    </PageSection>
  );
});

// What changes nothing has no bar to show.
function isMoving({ low, high }: TornadoBar): boolean {
  return [low, high].some(({ change }) => change !== null && !isZero(change));
}

function TornadoTable({ bars }: { readonly bars: readonly TornadoBar[] }) {
  const { texts, language } = useLanguage();
  const words = texts.tankOm.tornado;
  const cellOf = (change: Tkr | null): GridCell =>
    change === null
      ? { text: '–', accessibleName: texts.common.missing, copyText: '' }
      : { text: shownWithSign(change), editText: formatSwedish(change) };
  const rows = bars.map(
    ({ id, name, low, high }): GridRow => ({
      id,
      kind: 'data',
      name,
      cells: {
        low: { text: low.label },
        lowChange: cellOf(low.change),
        high: { text: high.label },
        highChange: cellOf(high.change),
      },
    }),
  );
  return (
    <Grid
      label={words.tableLabel}
      corner={words.lever}
      columns={(['low', 'lowChange', 'high', 'highChange'] as const).map((id) => ({
        id,
        name: words[id],
      }))}
      rows={rows}
      labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
    />
  );
}
