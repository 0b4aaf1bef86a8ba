import { lazy, memo, Suspense, useMemo, useState } from 'react';
import type { Borgenstak } from '#domain/borgensutrymme.ts';
import type { ScenarioView } from '../lib/borgensprognos.ts';
import { shown } from '../lib/format.ts';
import { useTexts } from '../texts/language.tsx';
import { Button } from '../ui/button.tsx';
import { FigureSheet } from '../ui/sheet.tsx';
import { debtShape } from './debt-shape.ts';
import { DebtTable } from './debt-table.tsx';

const DebtChart = lazy(() =>
  import('./debt-chart.tsx').then((module) => ({ default: module.DebtChart })),
);

/** What the figure shows. */
export type DebtFigureProps = {
  readonly scenarios: readonly ScenarioView[];
  readonly ceilings: readonly Borgenstak[];
};

/** Debt against ceiling under its conclusion, as a chart or as a table. */
export const DebtFigure = memo(function DebtFigure({ scenarios, ceilings }: DebtFigureProps) {
  const texts = useTexts();
  const [isTable, setIsTable] = useState(false);
  const shape = useMemo(() => debtShape(scenarios, ceilings, texts), [scenarios, ceilings, texts]);
  const last = [...shape.ceilings.values()].at(-1);
  const isOver = scenarios.some(({ plan }) => plan.firstBrokenMonth !== null);
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
});
