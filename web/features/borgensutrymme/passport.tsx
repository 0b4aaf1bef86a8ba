import type { Beslut } from '#contract/beslut.ts';
import { figureTerms } from '#contract/terms.ts';
import { figureOf, type TableRow } from '#domain/borgensprognos-table.ts';
import { forecastRowKinds } from '#domain/borgensutrymme.ts';
import { type FigureReference, formatFigureReference } from '#domain/figure-reference.ts';
import { negate, type Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { lastDayOf } from '#domain/year.ts';
import {
  type BorgensprognosView,
  findFigure,
  type ScenarioView,
} from '../../lib/borgensprognos.ts';
import type { ForecastEditor } from '../../lib/forecast-editor.ts';
import { shown, shownMoment } from '../../lib/format.ts';
import { useRight } from '../../lib/session.tsx';
import { type Language, useLanguage } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { BeslutFacts } from '../../ui/beslut-facts.tsx';
import { type Part, Parts } from '../../ui/parts.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import { CommentField } from './comment-field.tsx';
import { placeOf, rowName } from './figures.ts';
import { LinkedFigure } from './linked-figure.tsx';

/** What the passport is of. */
export type PassportProps = {
  readonly prognos: BorgensprognosView;
  readonly view: ScenarioView | undefined;
  readonly row: TableRow | undefined;
  readonly editor: ForecastEditor;
};

/** Where a figure comes from: its parts, its decision, who wrote it and when, and what was printed. */
export function Passport({ prognos, view, row, editor }: PassportProps) {
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
  const linked = place === null ? undefined : findFigure(view, place.kind, place.year);
  return (
    <FigureSheet title={title} detail={name}>
      <p className="big-figure">{amount === null ? '–' : shown(amount)}</p>
      {amount === null ? (
        <p className="small">{place === null ? texts.passport.notKnown : texts.passport.empty}</p>
      ) : null}
      {amount === null || parts.length === 0 ? null : <Parts parts={parts} total={amount} />}
      <Facts view={view} row={row} amount={amount} showsComment={!mayEdit} />
      {linked?.source === 'linked' ? <LinkedFigure figure={linked} mayEdit={mayEdit} /> : null}
      {row.figure === 'headroom' ? <Ceiling prognos={prognos} year={row.year} /> : null}
      {place === null || !mayEdit || amount === null ? null : (
        <CommentField
          key={`${place.scenarioId} ${place.year} ${place.kind}`}
          figure={findFigure(view, place.kind, place.year)}
          place={place}
          editor={editor}
        />
      )}
    </FigureSheet>
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
  const { passport: words, linked: linkedWords } = useLanguage().texts;
  const place = placeOf(row, view);
  const figure = place === null ? undefined : findFigure(view, place.kind, place.year);
  const comment = figure?.comment ?? null;
  const isLinked = figure?.source === 'linked' && !figure.isOverridden;
  const printed = view.printed.find((one) => one.figure === row.figure && one.year === row.year);
  return (
    <dl className="facts">
      {amount === null ? null : (
        <>
          <dt>{words.exact}</dt>
          <dd>{formatSwedish(amount)} Tkr</dd>
        </>
      )}
      {figure === undefined || figure.changedBy === '' ? null : (
        <>
          <dt>{isLinked ? linkedWords.linked : words.typed}</dt>
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
