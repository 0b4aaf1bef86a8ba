import { useMemo, useState } from 'react';
import { borgenstakAt } from '#domain/borgensutrymme.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import type { Tkr } from '#domain/tkr.ts';
import { lastDayOf } from '#domain/year.ts';
import type { DebtSeries } from '../../charts/debt-chart.tsx';
import { DebtTable } from '../../charts/debt-table.tsx';
import { QuickDebtChart } from '../../charts/quick-debt-chart.tsx';
import { shown } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';

/** What the chart takes: the scenario as it stands, what is tried, and the scenario's line. */
export type DebtComparisonProps = {
  readonly name: string;
  readonly series: DebtSeries['series'];
  readonly now: Plan;
  readonly tried: Plan;
};

/** The debt as it is tried beside the debt as it stands, against the ceiling. */
export function DebtComparison({ name, series, now, tried }: DebtComparisonProps) {
  const { chart, tankOm } = useTexts();
  const words = tankOm.chart;
  const [isTable, setIsTable] = useState(false);
  const nowDebts = useMemo(() => debtsOf(now), [now]);
  const years = [...nowDebts.years];
  const triedDebts = debtsOf(tried).debts;
  const ceilings = ceilingsOf(tried, years);
  const shape = {
    years,
    lines: [
      { id: 'now', name, series, debts: nowDebts.debts },
      { id: 'tried', name: words.tried, series: otherThan(series), debts: triedDebts },
    ],
    ceilings,
    label: words.label,
  };
  const last = [...ceilings.values()].at(-1);
  const isEmpty = triedDebts.size === 0;
  const isOver = tried.firstBrokenMonth !== null;
  return (
    <FigureSheet
      title={isEmpty ? words.emptyTitle : isOver ? words.overTitle : words.title}
      detail={last === undefined ? chart.detail : chart.detailCeiling(shown(last))}
    >
      {isTable ? <DebtTable {...shape} /> : <QuickDebtChart {...shape} />}
      <p className="figure-tools no-print">
        <Button look="quiet" onPress={() => setIsTable(!isTable)}>
          {isTable ? chart.hideTable : chart.showTable}
        </Button>
      </p>
    </FigureSheet>
  );
}

function debtsOf({ forecast }: Plan) {
  const { openingYear, openingDebt } = forecast;
  const all: [number, Tkr | null][] = [
    [openingYear, openingDebt],
    ...forecast.years.map(({ year, closing }): [number, Tkr | null] => [year, closing]),
  ];
  return {
    years: all.map(([year]) => year),
    debts: new Map(all.flatMap(([year, debt]) => (debt === null ? [] : [[year, debt] as const]))),
  };
}

function ceilingsOf({ ceilings }: Plan, years: readonly number[]): Map<number, Tkr> {
  return new Map(
    years.flatMap((year) => {
      const ceiling = borgenstakAt(ceilings, lastDayOf(year));
      return ceiling === null ? [] : [[year, ceiling] as const];
    }),
  );
}

function otherThan(series: DebtSeries['series']): DebtSeries['series'] {
  return series === 1 ? 2 : 1;
}
