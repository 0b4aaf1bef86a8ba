import { type ReactNode, useState } from 'react';
import type { UtfallCellAnswer, UtfallSourceAnswer } from '#contract/utfall.ts';
import { formatFigureReference } from '#domain/figure-reference.ts';
import { negate, sum, type Tkr, tkr, zero } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shown, shownMoment, shownWithSign } from '../../../lib/format.ts';
import { useTexts } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import type { CellId } from '../../../ui/grid/grid-types.ts';
import { Parts } from '../../../ui/parts.tsx';
import { FollowFigure } from '../../../ui/passport/follow-figure.tsx';
import { PassportTrail } from '../../../ui/passport/trail.tsx';
import { Vouchers } from '../../../ui/passport/vouchers.tsx';
import { FigureSheet } from '../../../ui/sheet.tsx';
import {
  budgetColumn,
  deviationColumn,
  deviationWord,
  monthOfColumn,
  netDeviation,
  sumFrom,
  sumRow,
  totalColumn,
} from './utfall-rows.tsx';
import { type Month, sumOfMonth, type UtfallRow, type UtfallView } from './utfall-view.ts';

/** What the passport is of. */
export type UtfallPassportProps = {
  readonly view: UtfallView;
  readonly cell: CellId | undefined;
};

/** Where a figure of the outcome comes from: its sources, what they replaced, and the vouchers. */
export function UtfallPassport({ view, cell }: UtfallPassportProps) {
  const texts = useTexts();
  const { title, hint } = texts.passport;
  const row = view.rows.find(({ lineId }) => lineId === cell?.rowId);
  if (cell === undefined || (row === undefined && cell.rowId !== sumRow)) {
    return (
      <FigureSheet title={title} detail={hint}>
        {null}
      </FigureSheet>
    );
  }
  const month = monthOfColumn(cell.columnId);
  const words = texts.utfall;
  const column =
    month === undefined
      ? `${computedName(cell.columnId, words)} ${view.year}`
      : month === null
        ? `${words.wholeYear} ${view.year}`
        : `${words.longMonths[month - 1] ?? ''} ${view.year}`;
  const name = row === undefined ? texts.common.sum : row.name;
  return (
    <PassportTrail start={`${cell.rowId} ${cell.columnId}`}>
      <FigureSheet title={title} detail={`${name}, ${column}`}>
        {row === undefined ? (
          <SumFacts view={view} columnId={cell.columnId} />
        ) : (
          <RowFacts view={view} row={row} columnId={cell.columnId} />
        )}
        <FollowFigure figure={referenceOf(view.year, row?.lineId ?? null, cell.columnId)} />
      </FigureSheet>
    </PassportTrail>
  );
}

function computedName(columnId: string, words: ReturnType<typeof useTexts>['utfall']): string {
  if (columnId === budgetColumn) return words.budget;
  return columnId === deviationColumn ? words.deviation : words.outcome;
}

/** The reference of the passport that a cell leads on to. */
function referenceOf(year: number, lineId: string | null, columnId: string): string {
  if (columnId === budgetColumn) {
    return formatFigureReference({ kind: 'budget', year, lineId, postKind: null });
  }
  if (columnId === deviationColumn) {
    return formatFigureReference({ kind: 'yearEnd', year, lineId, figure: 'deviation' });
  }
  const month = monthOfColumn(columnId);
  return formatFigureReference({
    kind: 'utfall',
    year,
    lineId,
    month: month === undefined ? null : (month ?? 'year'),
  });
}

type RowFactsProps = {
  readonly view: UtfallView;
  readonly row: UtfallRow;
  readonly columnId: string;
};

function RowFacts({ view, row, columnId }: RowFactsProps) {
  const texts = useTexts();
  const words = texts.utfall;
  const month = monthOfColumn(columnId);
  const { outcome, budget, deviation } = row.end;
  if (columnId === budgetColumn) {
    return budget === null ? (
      <Empty>{words.noBudgetOf(view.year)}</Empty>
    ) : (
      <Big>{shown(budget)}</Big>
    );
  }
  if (columnId === deviationColumn) {
    if (deviation === null || outcome === null) return <Empty>{texts.passport.empty}</Empty>;
    const parts = [
      { id: 'budget', name: words.budget, amount: budget ?? zero },
      { id: 'outcome', name: words.outcome, amount: negate(outcome) },
    ];
    return (
      <>
        <Big>
          {shownWithSign(deviation)} <small>{deviationWord(deviation, texts)}</small>
        </Big>
        <Parts parts={parts} total={deviation} />
      </>
    );
  }
  const cells =
    month === undefined
      ? [...row.cells.values()]
      : [row.cells.get(month)].filter((one) => one !== undefined);
  const emptied = month === undefined ? undefined : row.emptied.get(month);
  if (cells.length === 0) {
    return (
      <>
        <Empty>{emptied === undefined ? texts.passport.empty : words.emptied}</Empty>
        <Superseded view={view} cell={emptied} />
      </>
    );
  }
  const sourceIds = [...new Set(cells.map(({ sourceId }) => sourceId))];
  const total = sum(cells.map(({ amount }) => tkr(amount)));
  return (
    <>
      <Big>{shown(total)}</Big>
      {sourceIds.map((sourceId) => {
        const source = view.sources.get(sourceId);
        return source === undefined ? null : (
          <SourceFacts
            key={sourceId}
            source={source}
            amount={sumFrom(cells, sourceId)}
            year={view.year}
            month={month ?? null}
            lineId={row.lineId}
          />
        );
      })}
      {month === undefined ? null : <Superseded view={view} cell={cells[0]} />}
    </>
  );
}

type SourceFactsProps = {
  readonly source: UtfallSourceAnswer;
  readonly amount: Tkr;
  readonly year: number;
  /** Null for everything of the year. */
  readonly month: Month;
  readonly lineId: string;
};

function SourceFacts({ source, amount, year, month, lineId }: SourceFactsProps) {
  const { passport, utfall: words } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const isTyped = source.kind === 'typed';
  const hasVouchers = source.kind === 'sie4' || source.kind === 'sie5';
  return (
    <>
      <dl className="facts">
        <dt>{passport.exact}</dt>
        <dd>{formatSwedish(amount)} Tkr</dd>
        <dt>{isTyped ? passport.typed : words.importedBy}</dt>
        <dd>
          {source.createdBy}, {shownMoment(source.createdAt)}
          {source.comment === null ? '' : `. ${source.comment}`}
        </dd>
        {isTyped ? null : (
          <>
            <dt>{words.file}</dt>
            <dd>{source.fileName}</dd>
            <dt>SHA-256</dt>
            <dd className="utfall-hash">{source.sha256}</dd>
            <dt>{words.mapping}</dt>
            <dd>{words.version(source.mappingVersion ?? 0)}</dd>
          </>
        )}
      </dl>
      {hasVouchers ? (
        <p className="figure-tools utfall-vouchers no-print">
          <Button look="quiet" onPress={() => setIsOpen(true)}>
            {words.showVouchers}
          </Button>
        </p>
      ) : null}
      {isOpen ? (
        <Vouchers
          sourceId={source.sourceId}
          lineId={lineId}
          year={year}
          month={month}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </>
  );
}

function Superseded({
  view,
  cell,
}: {
  readonly view: UtfallView;
  readonly cell: UtfallCellAnswer | undefined;
}) {
  const words = useTexts().utfall;
  if (cell === undefined || cell.superseded.length === 0) return null;
  return (
    <>
      <p className="utfall-earlier">{words.earlier}</p>
      <dl className="facts">
        {cell.superseded.toReversed().map(({ sourceId, month, amount }) => {
          const source = view.sources.get(sourceId);
          const isOfYear = month === null && cell.month !== null;
          return (
            <div className="facts-row" key={`${sourceId} ${month ?? ''}`}>
              <dt>{source === undefined ? '' : shownMoment(source.createdAt)}</dt>
              <dd>
                {formatSwedish(tkr(amount))}
                {isOfYear ? ` ${words.ofWholeYear}` : ''}
                {source === undefined
                  ? ''
                  : `, ${source.kind === 'typed' ? words.typedBy(source.createdBy) : words.importedFrom(source.fileName ?? '')}`}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

function SumFacts({ view, columnId }: { readonly view: UtfallView; readonly columnId: string }) {
  const texts = useTexts();
  const month = monthOfColumn(columnId);
  const amountOf = ({ cells, end }: UtfallRow): Tkr | null => {
    if (columnId === totalColumn) return end.outcome;
    if (columnId === budgetColumn) return end.budget;
    if (columnId === deviationColumn) return end.deviation;
    const amount = month === undefined ? undefined : cells.get(month)?.amount;
    return amount === undefined ? null : tkr(amount);
  };
  const parts = view.rows.flatMap((row) => {
    const amount = amountOf(row);
    return amount === null ? [] : [{ id: row.lineId, name: row.name, amount }];
  });
  const total =
    columnId === totalColumn
      ? view.total
      : columnId === budgetColumn
        ? view.budget
        : columnId === deviationColumn
          ? netDeviation(view)
          : sumOfMonth(view, month ?? null);
  if (total === null) return <Empty>{texts.passport.empty}</Empty>;
  return (
    <>
      <Big>{columnId === deviationColumn ? shownWithSign(total) : shown(total)}</Big>
      <Parts parts={parts} total={total} />
    </>
  );
}

function Big({ children }: { readonly children: ReactNode }) {
  return <p className="big-figure">{children}</p>;
}

function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="small">{children}</p>;
}
