import { useState } from 'react';
import { fieldTexts } from '#contract/field-texts.ts';
import { figureOf, type TableRow } from '#domain/borgensprognos-table.ts';
import { checkForecastRow } from '#domain/borgensutrymme.ts';
import { negate, tkr, toPlain } from '#domain/tkr.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';
import {
  type BorgensprognosView,
  findFigure,
  type ScenarioView,
} from '../../lib/borgensprognos.ts';
import type { FigurePlace } from '../../lib/forecast-cache.ts';
import { isSameAmount, stateOf } from '../../lib/forecast-figure.ts';
import { shown } from '../../lib/format.ts';
import { type Language, useLanguage } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import type { GridChange, GridRefusal } from '../../ui/grid/grid-types.ts';
import { placeOf, rowId, rowName } from './figures.ts';
import type { FigureStep } from './forecast-step.ts';
import { useForecastSteps } from './use-forecast-steps.ts';

/** A figure that was typed over what it would be by itself, and waits for its reason. */
export type AskedReason = {
  /** What it is called in the table. */
  readonly cell: string;
  readonly typed: string;
  readonly followed: string;
};

type NamedStep = { readonly name: string; readonly step: FigureStep };

type Asking = {
  readonly over: readonly (NamedStep & { readonly asked: AskedReason })[];
  readonly others: readonly NamedStep[];
};

/** Takes what is typed, pasted and chosen; undoes and redoes it. */
export type ForecastEdits = ReturnType<typeof useForecastEdits>;

/** Takes what is typed and pasted, and asks for a reason where it goes over what is computed. */
export function useForecastEdits(
  prognos: BorgensprognosView,
  views: readonly ScenarioView[],
  table: readonly TableRow[],
) {
  const { texts, language } = useLanguage();
  const { doFigures, ...steps } = useForecastSteps(prognos);
  const [asking, setAsking] = useState<Asking | null>(null);

  const done = (taken: readonly NamedStep[]): void => {
    doFigures(
      taken.map(({ step }) => step),
      taken.map(({ name }) => name),
    );
  };

  const commit = (changes: readonly GridChange[]): GridRefusal[] => {
    const refusals: GridRefusal[] = [];
    const over: Asking['over'][number][] = [];
    const others: NamedStep[] = [];
    for (const { rowId: row, columnId, text } of changes) {
      const tableRow = table.find((candidate) => rowId(candidate) === row);
      const view = views.find(({ scenario }) => scenario.scenarioId === columnId);
      const place = tableRow && view && placeOf(tableRow, view);
      if (!place) continue;
      const wish = readFigure(place, text, { texts, language });
      if ('reason' in wish) {
        refusals.push({ rowId: row, columnId, reason: wish.reason });
        continue;
      }
      const before = stateOf(findFigure(view, place.kind, place.year));
      const shownNow = figureOf(view.forecast, tableRow.figure, tableRow.year);
      const isFollowed = before.source !== 'typed' && before.amount === null;
      const isShown =
        isFollowed && shownNow !== null && isSameAmount(toPlain(shownNow), wish.amount);
      // What a followed figure shows already is no wish to type over it.
      if (isShown || isSameAmount(before.amount, wish.amount)) {
        steps.editor.settle(place);
        continue;
      }
      const { cellName } = texts.borgensutrymme;
      const name = cellName(rowName(tableRow, texts, language), view.scenario.name);
      const step = { ...place, before, after: { ...before, amount: wish.amount } };
      if (!isFollowed || wish.amount === null) {
        others.push({ name, step });
        continue;
      }
      const followed = shownNow === null ? texts.common.missing : shown(shownNow);
      const typed = formatSwedish(tkr(wish.amount));
      over.push({ name, step, asked: { cell: name, typed, followed } });
    }
    if (over.length > 0) setAsking({ over, others });
    else done(others);
    return refusals;
  };

  return {
    ...steps,
    commit,
    /** What was typed over figures that come about by themselves, until its reason is given. */
    asking: asking === null ? null : asking.over.map(({ asked }) => asked),
    giveReason: (comment: string): void => {
      if (asking === null) return;
      const over = asking.over.map(({ name, step }) => ({
        name,
        step: { ...step, after: { ...step.after, comment } },
      }));
      done([...asking.others, ...over]);
      setAsking(null);
    },
    /** Leaves those figures as they were; what was typed elsewhere is taken. */
    giveNoReason: (): void => {
      if (asking === null) return;
      done(asking.others);
      setAsking(null);
    },
  };
}

type Wish = { readonly amount: string | null } | { readonly reason: string };

function readFigure(
  place: FigurePlace,
  text: string,
  { texts, language }: { readonly texts: Texts; readonly language: Language },
): Wish {
  const parsed = parseSwedish(text);
  if (!parsed.ok) {
    if (parsed.refusal === 'amount_empty') return { amount: null };
    return { reason: fieldTexts[parsed.refusal][language] };
  }
  if (place.kind !== 'openingDebt' && checkForecastRow(place.kind, parsed.value) !== null) {
    return { reason: texts.borgensutrymme.signQuestion(formatSwedish(negate(parsed.value))) };
  }
  return { amount: toPlain(parsed.value) };
}
