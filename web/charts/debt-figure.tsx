import { lazy, Suspense, useState } from 'react';
import { figureOf, lastYearOf } from '#domain/borgensprognos-table.ts';
import { type Borgenstak, borgenstakAt } from '#domain/borgensutrymme.ts';
import type { Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { lastDayOf } from '#domain/year.ts';
import type { ScenarioView } from '../lib/borgensprognos.ts';
import { shown } from '../lib/format.ts';
import { useLanguage, useTexts } from '../texts/language.tsx';
import { Button } from '../ui/button.tsx';
import { Grid } from '../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../ui/grid/grid-labels.ts';
import type { GridRow } from '../ui/grid/grid-types.ts';
import { FigureSheet } from '../ui/sheet.tsx';
import type { DebtChartProps, DebtSeries } from './debt-chart.tsx';

const DebtChart = lazy(() =>
  import('./debt-chart.tsx').then((module) => ({ default: module.DebtChart })),
);

/** What the figure shows. */
export type DebtFigureProps = {
  readonly scenarios: readonly ScenarioView[];
  readonly ceilings: readonly Borgenstak[];
};

/** Debt against ceiling under its conclusion, as a chart or as a table. */
export function DebtFigure({ scenarios, ceilings }: DebtFigureProps) {
  const texts = useTexts();
  const [isTable, setIsTable] = useState(false);
  const shape = shapeOf(scenarios, ceilings, texts.chart.tableLabel);
  const last = [...shape.ceilings.values()].at(-1);
  const isOver = scenarios.some(({ forecast }) => forecast.firstNegativeYear !== null);
  const isEmpty = shape.lines.every(({ debts }) => debts.size === 0);
  const { emptyTitle, overTitle, nearTitle } = texts.chart;
  return (
    <FigureSheet
      title={isEmpty ? emptyTitle : isOver ? overTitle : nearTitle}
      detail={last === undefined ? texts.chart.detail : texts.chart.detailCeiling(shown(last))}
    >
      {isTable ? (
        <DebtTable {...shape} />
      ) : (
        <Suspense fallback={<div className="chart-space" />}>
          <DebtChart {...shape} />
        </Suspense>
      )}
      <p className="figure-tools no-print">
        <Button look="quiet" onPress={() => setIsTable(!isTable)}>
          {isTable ? texts.chart.hideTable : texts.chart.showTable}
        </Button>
      </p>
    </FigureSheet>
  );
}

function shapeOf(
  scenarios: readonly ScenarioView[],
  ceilings: readonly Borgenstak[],
  label: string,
): DebtChartProps {
  const forecasts = scenarios.map(({ forecast }) => forecast);
  const from = Math.min(...forecasts.map(({ openingYear }) => openingYear));
  const to = Math.max(...forecasts.map(lastYearOf));
  const count = forecasts.length === 0 ? 0 : to - from + 1;
  const years = Array.from({ length: count }, (_, index) => from + index);
  const lines = scenarios.map(({ scenario, forecast, series }): DebtSeries => {
    const debts = known(years, (year) => figureOf(forecast, 'debt', year));
    return { id: scenario.scenarioId, name: scenario.name, series, debts };
  });
  return {
    years,
    lines,
    label,
    ceilings: known(years, (year) => borgenstakAt(ceilings, lastDayOf(year))),
  };
}

function known(years: readonly number[], amountIn: (year: number) => Tkr | null): Map<number, Tkr> {
  return new Map(
    years.flatMap((year) => {
      const amount = amountIn(year);
      return amount === null ? [] : [[year, amount] as const];
    }),
  );
}

function DebtTable({ years, lines, ceilings, label }: DebtChartProps) {
  const texts = useTexts();
  const { language } = useLanguage();
  const columns = [
    ...lines.map(({ id, name }) => ({ id, name })),
    { id: 'borgenstak', name: texts.chart.ceilingColumn },
  ];
  const cellOf = (amount: Tkr | undefined) =>
    amount === undefined
      ? { text: '–', accessibleName: texts.common.missing, copyText: '' }
      : { text: shown(amount), editText: formatSwedish(amount) };
  const rows = years.map((year): GridRow => {
    const cells = lines.map(({ id, debts }) => [id, cellOf(debts.get(year))] as const);
    return {
      id: `${year}`,
      kind: 'data',
      name: `31/12 ${year}`,
      cells: Object.fromEntries([...cells, ['borgenstak', cellOf(ceilings.get(year))]]),
    };
  });
  return (
    <Grid
      label={label}
      corner={texts.chart.year}
      columns={columns}
      rows={rows}
      labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
    />
  );
}
