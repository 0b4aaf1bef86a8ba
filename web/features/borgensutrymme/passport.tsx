import { memo, useMemo } from 'react';
import type { Beslut } from '#contract/beslut.ts';
import type { ForecastFigure } from '#contract/scenarios.ts';
import { figureTerms } from '#contract/terms.ts';
import { figureOf, type TableRow } from '#domain/borgensprognos-table.ts';
import { type ForecastRowKind, forecastRowKinds } from '#domain/borgensutrymme.ts';
import { type FigureReference, formatFigureReference } from '#domain/figure-reference.ts';
import { negate, sum, type Tkr, zero } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { lastDayOf } from '#domain/year.ts';
import {
  type BorgensprognosView,
  findFigure,
  findPlanFigure,
  type ScenarioView,
} from '../../lib/borgensprognos.ts';
import { shown, shownMoment } from '../../lib/format.ts';
import { useRight } from '../../lib/session.tsx';
import { type Language, useLanguage } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { BeslutFacts } from '../../ui/beslut-facts.tsx';
import { type Part, Parts } from '../../ui/parts.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import { planParts } from './figure-parts.ts';
import { FigureSource } from './figure-source.tsx';
import { insteadText, placeOf, rowName } from './figures.ts';
import { LinkedFigure } from './linked-figure.tsx';
import type { ForecastActs } from './use-forecast-steps.ts';

/** What the passport is of. */
export type PassportProps = {
  readonly prognos: BorgensprognosView;
  readonly view: ScenarioView | undefined;
  readonly row: TableRow | undefined;
  readonly acts: ForecastActs;
};

/** Where a figure comes from: its parts, its decision, who wrote it and when, and what was printed. */
export const Passport = memo(function Passport(props: PassportProps) {
  const { prognos, view, row, acts } = props;
  const { texts, language } = useLanguage();
  const { title, hint } = texts.passport;
  const mayEdit = useRight('editScenarios') && view?.scenario.status === 'utkast';
  if (view === undefined || row === undefined) {
    return (
      <FigureSheet title={title} detail={hint}>
        {null}
      </FigureSheet>
    );
  }
  const amount = figureOf(view.forecast, row.figure, row.year);
  const name = texts.borgensutrymme.cellName(rowName(row, texts, language), view.scenario.name);
  const place = placeOf(row, view);
  const parts = partsOf(row, view, { texts, language });
  const figure = place === null ? undefined : findFigure(view, place.kind, place.year);
  const isFollowing = figure?.source === 'linked' && figure.arendeId !== null;
  return (
    <FigureSheet title={title} detail={name}>
      <p className="big-figure">{amount === null ? '–' : shown(amount)}</p>
      {amount === null ? <p className="small">{emptyText(figure, place === null, texts)}</p> : null}
      {amount === null || parts.length === 0 ? null : <Parts parts={parts} total={amount} />}
      {row.figure === 'debt' || row.figure === 'headroom' ? null : (
        <ComputedParts view={view} row={row} kind={row.figure} />
      )}
      <Facts view={view} row={row} amount={amount} showsComment={!mayEdit} />
      {isFollowing ? <LinkedFigure figure={figure} mayEdit={mayEdit} /> : null}
      {row.figure === 'headroom' ? <Ceiling prognos={prognos} year={row.year} /> : null}
      {place === null || !mayEdit ? null : (
        <FigureSource
          prognos={prognos}
          view={view}
          row={row}
          place={place}
          name={name}
          acts={acts}
        />
      )}
    </FigureSheet>
  );
});

function emptyText(
  figure: ForecastFigure | undefined,
  isComputedOnly: boolean,
  { passport }: Texts,
): string {
  const isTyped = figure === undefined || figure.source === 'typed';
  return isTyped && !isComputedOnly ? passport.empty : passport.notKnown;
}

type ComputedPartsProps = {
  readonly view: ScenarioView;
  readonly row: TableRow;
  readonly kind: ForecastRowKind;
};

// What a figure is computed from; of one that follows an ärende its entries are shown instead.
function ComputedParts({ view, row, kind }: ComputedPartsProps) {
  const words = useLanguage().texts.prognos.source;
  const figure = findPlanFigure(view, kind, row.year);
  const stored = findFigure(view, kind, row.year);
  const { plan, input } = view;
  const parts = useMemo(
    () => planParts({ plan, input }, kind, row.year, words),
    [plan, input, kind, row.year, words],
  );
  if (figure === undefined || (stored?.arendeId ?? null) !== null || parts.length === 0)
    return null;
  const total = sum(parts.map(({ amount }) => amount ?? zero));
  return (
    <section aria-label={words.parts}>
      <p className="passport-heading">{words.parts}</p>
      <Parts parts={parts} total={total} />
    </section>
  );
}

function partsOf(
  { figure, year }: TableRow,
  { forecast, scenario }: ScenarioView,
  { texts, language }: { readonly texts: Texts; readonly language: Language },
): Part[] {
  const at = forecast.years.find((candidate) => candidate.year === year);
  if (at === undefined || at.closing === null) return [];
  const part = (name: string, amount: Tkr | null, of: FigureReference): Part[] =>
    amount === null ? [] : [{ id: name, name, amount, figure: formatFigureReference(of) }];
  const own = { kind: 'forecast', scenarioId: scenario.scenarioId } as const;
  if (figure === 'debt') {
    return [
      ...part(texts.passport.openingDebt(year - 1), at.opening, {
        ...own,
        year: year - 1,
        figure: 'debt',
      }),
      ...forecastRowKinds.flatMap((kind) =>
        part(figureTerms[kind][language], at.flows[kind], { ...own, year, figure: kind }),
      ),
    ];
  }
  if (figure !== 'headroom' || at.headroom === null) return [];
  return [
    ...part(texts.passport.ceiling(year), at.borgenstak, { kind: 'borgenstak', year }),
    ...part(texts.passport.lessDebt(year), negate(at.closing), { ...own, year, figure: 'debt' }),
  ];
}

type FactsProps = {
  readonly view: ScenarioView;
  readonly row: TableRow;
  readonly amount: Tkr | null;
  /** Where the comment is not in a field of its own. */
  readonly showsComment: boolean;
};

function Facts({ view, row, amount, showsComment }: FactsProps) {
  const { passport: words, linked: linkedWords, prognos } = useLanguage().texts;
  const { source: sourceWords } = prognos;
  const place = placeOf(row, view);
  const figure = place === null ? undefined : findFigure(view, place.kind, place.year);
  const comment = figure?.comment ?? null;
  const isByItself = figure !== undefined && figure.source !== 'typed' && !figure.isOverridden;
  const followedWord =
    (figure?.arendeId ?? null) === null ? sourceWords.chosenBy : linkedWords.linked;
  const changedWord = isByItself ? followedWord : words.typed;
  const printed = view.printed.find((one) => one.figure === row.figure && one.year === row.year);
  return (
    <dl className="facts">
      {amount === null ? null : (
        <>
          <dt>{words.exact}</dt>
          <dd>{formatSwedish(amount)} Tkr</dd>
        </>
      )}
      {place === null || figure === undefined || !isOverItself(figure) ? null : (
        <div className="facts-row">
          <dt>{sourceWords.title}</dt>
          <dd>{insteadText(view, place, figure, sourceWords)}</dd>
        </div>
      )}
      {figure === undefined || figure.changedBy === '' ? null : (
        <>
          <dt>{changedWord}</dt>
          <dd>
            {figure.changedBy}, {shownMoment(figure.changedAt)}
          </dd>
        </>
      )}
      {comment !== null && showsComment ? (
        <>
          <dt>{words.comment}</dt>
          <dd>{comment}</dd>
        </>
      ) : null}
      {printed === undefined ? null : (
        <>
          <dt>{words.printed}</dt>
          <dd>
            {shown(printed.printed)}, {printed.source}
          </dd>
        </>
      )}
    </dl>
  );
}

// One that follows an ärende is told of with the ärende.
function isOverItself({ isOverridden, arendeId }: ForecastFigure): boolean {
  return isOverridden && arendeId === null;
}

function Ceiling({
  prognos,
  year,
}: {
  readonly prognos: BorgensprognosView;
  readonly year: number;
}) {
  const decided: { readonly beslut: Beslut } | undefined = prognos.ceilings
    .filter(({ validFrom }) => validFrom <= lastDayOf(year))
    .toSorted((left, right) => (left.validFrom < right.validFrom ? 1 : -1))[0];
  return decided === undefined ? null : <BeslutFacts beslut={decided.beslut} />;
}
