import { lazy, Suspense, useState } from 'react';
import type { RateCurveAnswer } from '#contract/loans.ts';
import { percentOf } from '#domain/percent.ts';
import { dayForChart } from '../../charts/chart-scale.ts';
import { rateForChart, shownPercent, shownRate } from '../../lib/format.ts';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { FigureSheet, Sheet } from '../../ui/sheet.tsx';
import { type LoansView, loanName } from './loans.ts';
import { wholeDay } from './sentence.tsx';

const RateChart = lazy(() =>
  import('../../charts/rate-chart.tsx').then((module) => ({ default: module.RateChart })),
);

/** What can be asked of a reference rate; a null day is a new value. */
export type CurveWish =
  | { readonly kind: 'rename' | 'remove' | 'import'; readonly curveId: string }
  | { readonly kind: 'point'; readonly curveId: string; readonly from: string | null }
  | { readonly kind: 'removePoint'; readonly curveId: string; readonly from: string };

/** What the section takes. */
export type CurveSectionProps = {
  readonly curve: RateCurveAnswer;
  readonly view: LoansView;
  readonly today: string;
  readonly onWish: (wish: CurveWish) => void;
};

/** The value of a reference rate that is in force on a day; null before its first. */
export function valueOn({ points }: RateCurveAnswer, day: string) {
  return points.findLast(({ from }) => from <= day) ?? null;
}

/** A reference rate: which loans follow it, its values with their sources, and its course. */
export function CurveSection({ curve, view, today, onWish }: CurveSectionProps) {
  const { rateCurves: words } = useTexts();
  const mayEdit = useRight('editLoans');
  const { curveId, name, points } = curve;
  const users = view.loans.filter(({ ratePeriods }) =>
    ratePeriods.some((period) => period.type === 'reference' && period.curveId === curveId),
  );
  const tools = (
    <>
      <Button
        name={`${words.addPoint}, ${name}`}
        onPress={() => onWish({ kind: 'point', curveId, from: null })}
      >
        {words.addPoint}
      </Button>
      <Button
        name={`${words.importPoints}, ${name}`}
        onPress={() => onWish({ kind: 'import', curveId })}
      >
        {words.importPoints}
      </Button>
      <Menu
        trigger={words.actions}
        name={words.menu(name)}
        actions={[
          {
            id: 'rename',
            label: words.rename,
            onAction: () => onWish({ kind: 'rename', curveId }),
          },
          {
            id: 'remove',
            label: words.remove,
            tone: 'danger',
            onAction: () => onWish({ kind: 'remove', curveId }),
          },
        ]}
      />
    </>
  );
  return (
    <PageSection
      id={curveId}
      title={name}
      detail={users.length === 0 ? words.usedByNone : words.usedBy(users.map(loanName).join(', '))}
      tools={mayEdit ? tools : undefined}
    >
      {points.length === 0 ? (
        <Sheet>
          <p className="sheet-empty">{mayEdit ? words.noValues : words.noValuesReader}</p>
        </Sheet>
      ) : (
        <div className="two-column curve-columns">
          <Values curve={curve} today={today} onWish={onWish} />
          <Course curve={curve} today={today} />
        </div>
      )}
    </PageSection>
  );
}

/** Values that are shown before somebody asks for all: two years of months. */
const shownAtFirst = 24;

function Values({ curve, today, onWish }: Omit<CurveSectionProps, 'view'>) {
  const { common, rateCurves: words } = useTexts();
  const mayEdit = useRight('editLoans');
  const [isAll, setIsAll] = useState(false);
  const { curveId, name, points } = curve;
  const now = valueOn(curve, today);
  const newestFirst = points.toReversed();
  const shown = isAll ? newestFirst : newestFirst.slice(0, shownAtFirst);
  const rows = shown.map(({ from, rate, source, createdBy }) => ({
    id: from,
    cells: {
      from: (
        <>
          {from} {from === now?.from ? <Mark tone="plain">{words.inForce}</Mark> : null}
        </>
      ),
      rate: shownRate(percentOf(rate)),
      source: (
        <>
          {source ?? common.missing}
          <small>{createdBy}</small>
        </>
      ),
      tools: (
        <>
          <Button
            look="quiet"
            name={words.changePointOf(from)}
            onPress={() => onWish({ kind: 'point', curveId, from })}
          >
            {words.changePoint}
          </Button>
          <Button
            look="quiet"
            name={words.removePointOf(from)}
            onPress={() => onWish({ kind: 'removePoint', curveId, from })}
          >
            {words.removePoint}
          </Button>
        </>
      ),
    },
  }));
  return (
    <Sheet
      note={
        points.length <= shownAtFirst ? undefined : (
          <Button look="quiet" onPress={() => setIsAll(!isAll)}>
            {isAll ? words.showFewer : words.showAll(points.length)}
          </Button>
        )
      }
    >
      <DataTable
        label={words.valuesLabel(name)}
        columns={[
          { id: 'from', title: words.from },
          { id: 'rate', title: words.rateColumn, isFigure: true },
          { id: 'source', title: words.source },
          ...(mayEdit ? [{ id: 'tools' as const, title: words.actions, isTools: true }] : []),
        ]}
        rows={rows}
      />
    </Sheet>
  );
}

function Course({ curve, today }: Pick<CurveSectionProps, 'curve' | 'today'>) {
  const { rateCurves: words } = useTexts();
  const { name, points } = curve;
  const now = valueOn(curve, today) ?? points[0];
  if (now === undefined) return null;
  const rates = points.map(({ rate }) => percentOf(rate));
  const low = rates.reduce((least, one) => (one < least ? one : least));
  const high = rates.reduce((most, one) => (one > most ? one : most));
  return (
    <FigureSheet
      title={words.chartNow(name, shownRate(percentOf(now.rate)), wholeDay(now.from))}
      detail={words.chartDetail(shownRate(low), shownRate(high))}
    >
      <Suspense fallback={<div className="chart-space" />}>
        <RateChart
          points={points.map(({ from, rate }) => ({
            day: dayForChart(from),
            percent: rateForChart(percentOf(rate)),
          }))}
          until={dayForChart(today)}
          text={shownPercent}
          label={name}
        />
      </Suspense>
    </FigureSheet>
  );
}
