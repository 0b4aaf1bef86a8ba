import { lazy, Suspense, useState } from 'react';
import type { LoanPortfolio } from '#domain/forecast/loan-portfolio.ts';
import { compare, isZero, subtract, sum, type Tkr, zero } from '#domain/tkr.ts';
import type { MaturityBar } from '../../charts/maturity-chart.tsx';
import { shown } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import { type LoansView, loanName } from './loans.ts';

const MaturityChart = lazy(() =>
  import('../../charts/maturity-chart.tsx').then((module) => ({ default: module.MaturityChart })),
);

/** What the figure takes. */
export type MaturityFigureProps = {
  readonly view: LoansView;
  readonly portfolio: LoanPortfolio;
  readonly day: string;
};

/** What is repaid and what has to be refinanced each year after a day, as a chart or as a table. */
export function MaturityFigure({ view, portfolio, day }: MaturityFigureProps) {
  const { chart, loans: words } = useTexts();
  const [isTable, setIsTable] = useState(false);
  const bars = barsOf(portfolio, words.chartValue);
  const unknown = view.loans.filter(({ loanId }) => portfolio.unknown.includes(loanId));
  return (
    <div className="loans-figure">
      <FigureSheet title={<Title bars={bars} />} detail={words.chartDetail(day)}>
        {bars.length === 0 ? null : isTable ? (
          <MaturityTable bars={bars} />
        ) : (
          <>
            <Suspense fallback={<div style={{ height: bars.length * 30 + 8 }} />}>
              <MaturityChart bars={bars} label={words.chartLabel} />
            </Suspense>
            {bars.every(({ refinanced }) => isZero(refinanced)) ? null : <Keys />}
          </>
        )}
        {unknown.length === 0 ? null : (
          <p className="small">{words.chartUnknown(unknown.map(loanName).join(', '))}</p>
        )}
        {bars.length === 0 ? null : (
          <p className="figure-tools no-print">
            <Button look="quiet" onPress={() => setIsTable(!isTable)}>
              {isTable ? chart.hideTable : chart.showTable}
            </Button>
          </p>
        )}
      </FigureSheet>
    </div>
  );
}

// Every year from the first to the last, so that a year without repayments is seen to be one.
function barsOf(
  { maturities, refinancing }: LoanPortfolio,
  words: (amount: string, refinanced: string | null) => string,
): MaturityBar[] {
  const [first, last] = [maturities[0]?.year, maturities.at(-1)?.year];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    const amount = maturities.find((one) => one.year === year)?.amount ?? zero;
    const refinanced = refinancing.find((one) => one.year === year)?.amount ?? zero;
    const text = words(shown(amount), isZero(refinanced) ? null : shown(refinanced));
    return { year, amount, refinanced, text, shortText: shown(amount) };
  });
}

function largest(
  bars: readonly MaturityBar[],
  amountOf: (bar: MaturityBar) => Tkr,
): MaturityBar | null {
  let found: MaturityBar | null = null;
  for (const bar of bars) {
    if (found === null || compare(amountOf(bar), amountOf(found)) > 0) found = bar;
  }
  return found;
}

function Title({ bars }: { readonly bars: readonly MaturityBar[] }) {
  const { loans: words } = useTexts();
  const refinanced = largest(bars, (bar) => bar.refinanced);
  if (refinanced !== null && !isZero(refinanced.refinanced)) {
    return words.chartTitleRefinance(refinanced.year, shown(refinanced.refinanced));
  }
  const repaid = largest(bars, ({ amount }) => amount);
  return repaid === null ? words.chartEmpty : words.chartTitle(repaid.year, shown(repaid.amount));
}

function Keys() {
  const { loans: words } = useTexts();
  return (
    <ul className="maturity-keys small">
      <li>
        <span className="maturity-key" />
        {words.refinanced}
      </li>
      <li>
        <span className="maturity-key maturity-key-amortised" />
        {words.amortised}
      </li>
    </ul>
  );
}

function MaturityTable({ bars }: { readonly bars: readonly MaturityBar[] }) {
  const { common, loans: words } = useTexts();
  const cells = (amount: Tkr, refinanced: Tkr) => ({
    amortised: <Amount value={subtract(amount, refinanced)} />,
    refinanced: <Amount value={refinanced} />,
    amount: <Amount value={amount} />,
  });
  const rows = bars.map(({ year, amount, refinanced }) => ({
    id: `${year}`,
    cells: { year, ...cells(amount, refinanced) },
  }));
  const total = {
    id: 'sum',
    isSum: true,
    cells: {
      year: common.sum,
      ...cells(
        sum(bars.map(({ amount }) => amount)),
        sum(bars.map(({ refinanced }) => refinanced)),
      ),
    },
  };
  return (
    <DataTable
      label={words.chartLabel}
      columns={[
        { id: 'year', title: words.year },
        { id: 'amortised', title: words.amortised, isFigure: true },
        { id: 'refinanced', title: words.refinanced, isFigure: true },
        { id: 'amount', title: words.repaidIn, isFigure: true },
      ]}
      rows={[...rows, total]}
    />
  );
}
