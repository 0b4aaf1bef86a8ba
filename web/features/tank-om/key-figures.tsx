import type { ReactNode } from 'react';
import { borgenstakAt } from '#domain/borgensutrymme.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import { isZero, type Tkr } from '#domain/tkr.ts';
import { lastDayOf } from '#domain/year.ts';
import { shareForMeter, shown, shownWithSign } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { Amount } from '../../ui/amount.tsx';
import { Meter } from '../../ui/meter.tsx';
import { type Compared, type Comparison, monthText } from './what-if.ts';

/** What the key figures take. */
export type KeyFiguresProps = { readonly comparison: Comparison; readonly plan: Plan };

/** The four figures that a board asks for, to be read from the end of the table. */
export function KeyFigures({ comparison, plan }: KeyFiguresProps) {
  const { tankOm } = useTexts();
  const words = tankOm.figures;
  const { last, cost } = comparison;
  const { years, ceilings } = plan;
  const year = last?.year ?? years.last;
  const ceiling = borgenstakAt(ceilings, lastDayOf(year));
  const debt = last?.debt.tried ?? null;
  return (
    <dl className="what-if-figures" aria-label={words.label}>
      <Figure label={words.debt(year)} figure={last?.debt ?? null} words={words} />
      <Figure
        label={words.headroom(year)}
        figure={last?.headroom ?? null}
        words={words}
        below={
          ceiling === null || debt === null ? null : <Meter share={shareForMeter(debt, ceiling)} />
        }
      />
      <Broken comparison={comparison} plan={plan} />
      <Figure
        label={`${words.cost} ${words.costYears(years.first, years.last)}`}
        figure={cost}
        words={words}
        missing={last === null ? words.unknown : words.noRate}
      />
    </dl>
  );
}

type FigureProps = {
  readonly label: string;
  readonly figure: Compared | null;
  readonly words: Texts['tankOm']['figures'];
  readonly below?: ReactNode;
  /** What is said where the figure cannot be told. */
  readonly missing?: string;
};

function Figure({ label, figure, words, below, missing = words.unknown }: FigureProps) {
  const tried = figure?.tried ?? null;
  return (
    <div>
      <dt>{label}</dt>
      {tried === null ? (
        <dd>
          <span className="big-figure">–</span>
          <small>{missing}</small>
        </dd>
      ) : (
        <dd>
          <span className="big-figure">
            <Amount value={tried} />
          </span>
          {below}
          <small>{changeWords(figure?.change ?? null, words)}</small>
        </dd>
      )}
    </div>
  );
}

function changeWords(change: Tkr | null, words: Texts['tankOm']['figures']): string {
  if (change === null) return '';
  return isZero(change) ? words.noChange : words.change(shownWithSign(change));
}

function Broken({ comparison, plan }: KeyFiguresProps) {
  const { tankOm } = useTexts();
  const words = tankOm.figures;
  const { brokenNow, brokenTried, last } = comparison;
  const nameOf = (month: number): string => tankOm.monthIn(monthText(month));
  const before = brokenNow === null ? words.held : words.brokenIn(nameOf(brokenNow));
  const isKnown = last !== null && plan.ceilings.length > 0;
  const ceiling = last === null ? null : borgenstakAt(plan.ceilings, lastDayOf(last.year));
  const details =
    last === null || !isKnown
      ? []
      : [
          brokenTried === null ? words.heldUntil(last.year) : words.since(nameOf(brokenTried)),
          ...(brokenNow === brokenTried ? [] : [words.before(before)]),
        ];
  const answer = brokenTried === null ? words.held : words.breaks;
  return (
    <div data-broken={brokenTried !== null || undefined}>
      <dt>
        {words.broken}
        {ceiling === null ? null : ` ${shown(ceiling)}`}
      </dt>
      <dd>
        <span className="big-figure">
          {isKnown ? answer : last === null ? '–' : words.noCeiling}
        </span>
        <small>{details.join(', ')}</small>
      </dd>
    </div>
  );
}
