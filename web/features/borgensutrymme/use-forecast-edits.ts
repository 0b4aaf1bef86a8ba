import { useState } from 'react';
import { fieldTexts } from '#contract/field-texts.ts';
import { typedAmount } from '#contract/scenarios.ts';
import type { TableRow } from '#domain/borgensprognos-table.ts';
import { checkForecastRow } from '#domain/borgensutrymme.ts';
import { compare, negate, tkr, toPlain } from '#domain/tkr.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';
import { findFigure, type ScenarioView } from '../../lib/borgensprognos.ts';
import { useForecastEditor } from '../../lib/forecast-editing.tsx';
import type { FigurePlace } from '../../lib/forecast-editor.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useUndoHistory } from '../../lib/undo-history.ts';
import { useLanguage } from '../../texts/language.tsx';
import type { GridChange, GridRefusal } from '../../ui/grid/grid-types.ts';
import { placeOf, rowId, rowName } from './figures.ts';

/** One step to undo: what it is called, and each figure before and after. */
export type ForecastStep = {
  readonly name: string;
  readonly changes: readonly (FigurePlace & {
    readonly before: string | null;
    readonly after: string | null;
  })[];
};

/** Takes what is typed and pasted, undoes and redoes it. */
export function useForecastEdits(views: readonly ScenarioView[], table: readonly TableRow[]) {
  const { texts, language } = useLanguage();
  const { organisationId } = useOrganisation();
  const editor = useForecastEditor();
  const history = useUndoHistory<ForecastStep>(`${organisationId}.borgensutrymme`);
  const [status, setStatus] = useState('');

  const currentAt = (place: FigurePlace) => {
    const view = views.find(({ scenario }) => scenario.scenarioId === place.scenarioId);
    return view === undefined ? undefined : findFigure(view, place.kind, place.year);
  };

  const setTo = (place: FigurePlace, amount: string | null): void => {
    const comment = currentAt(place)?.comment ?? null;
    const typed = amount === null ? '' : formatSwedish(tkr(amount));
    editor.set({ ...place, amount, comment, typed });
  };

  const commit = (changes: readonly GridChange[]): GridRefusal[] => {
    const refusals: GridRefusal[] = [];
    const taken: ForecastStep['changes'][number][] = [];
    const names: string[] = [];
    for (const { rowId: row, columnId, text } of changes) {
      const tableRow = table.find((candidate) => rowId(candidate) === row);
      const view = views.find(({ scenario }) => scenario.scenarioId === columnId);
      const place = tableRow && view && placeOf(tableRow, view);
      if (!place) continue;
      const wish = read(place, text);
      if ('reason' in wish) {
        refusals.push({ rowId: row, columnId, reason: wish.reason });
        continue;
      }
      const current = currentAt(place);
      const before = typedAmount(current);
      // What a linked figure shows already is no wish to type over it.
      if (isSame(before, wish.amount) || isSame(current?.amount ?? null, wish.amount)) {
        editor.settle(place);
        continue;
      }
      const { cellName } = texts.borgensutrymme;
      names.push(cellName(rowName(tableRow, texts, language), view.scenario.name));
      taken.push({ ...place, before, after: wish.amount });
      setTo(place, wish.amount);
    }
    if (taken.length > 0) {
      const [only = ''] = names;
      const name = names.length === 1 ? only : texts.borgensutrymme.stepMany(names.length);
      history.push({ name, changes: taken });
    }
    return refusals;
  };

  const read = (
    place: FigurePlace,
    text: string,
  ): { amount: string | null } | { reason: string } => {
    const parsed = parseSwedish(text);
    if (!parsed.ok) {
      if (parsed.refusal === 'amount_empty') return { amount: null };
      return { reason: fieldTexts[parsed.refusal][language] };
    }
    if (place.kind !== 'openingDebt' && checkForecastRow(place.kind, parsed.value) !== null) {
      return { reason: texts.borgensutrymme.signQuestion(formatSwedish(negate(parsed.value))) };
    }
    return { amount: toPlain(parsed.value) };
  };

  const move = (step: ForecastStep | undefined, to: 'before' | 'after'): boolean => {
    if (step === undefined) return true;
    const from = to === 'before' ? 'after' : 'before';
    const stillHolds = step.changes.every((change) =>
      isSame(typedAmount(currentAt(change)), change[from]),
    );
    if (!stillHolds) {
      setStatus(texts.common.undoBlocked(step.name));
      return false;
    }
    for (const { scenarioId, year, kind, [to]: amount } of step.changes) {
      setTo({ scenarioId, year, kind }, amount);
    }
    const { undone, redone } = texts.common;
    setStatus(to === 'before' ? undone(step.name) : redone(step.name));
    return true;
  };

  return {
    commit,
    status,
    undo: () => move(history.takeUndo(), 'before'),
    redo: () => move(history.takeRedo(), 'after'),
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
    setTo,
    editor,
  };
}

function isSame(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return left === right;
  return compare(tkr(left), tkr(right)) === 0;
}
