import { useState } from 'react';
import { toAssumption } from '#contract/prognos-input.ts';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { refusalOfAssumption } from '#domain/forecast/assumption-rules.ts';
import {
  type AssumptionState,
  assumptionState,
  noAssumption,
} from '../../lib/assumption-editor.ts';
import { useAssumptionEditor } from '../../lib/forecast-editing.tsx';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useUndoHistory } from '../../lib/undo-history.ts';
import { useLanguage } from '../../texts/language.tsx';
import type { GridChange, GridRefusal } from '../../ui/grid/grid-types.ts';
import { placeIn, valueOf } from './term-rows.ts';
import { parseTerm, type TermValue } from './term-text.ts';
import { placeOf, type TermKind, type TermPlace, type TermsView } from './terms.ts';

/** One step to undo: what it is called, and each place before and after. */
export type TermStep = {
  readonly name: string;
  readonly changes: readonly {
    readonly place: TermPlace;
    readonly before: AssumptionState;
    readonly after: AssumptionState;
  }[];
};

type Change = TermStep['changes'][number];

/** Takes terms that are typed and pasted, undoes and redoes them. */
export function useTermEdits(view: TermsView, kind: TermKind) {
  const { texts, language } = useLanguage();
  const { organisationId } = useOrganisation();
  const editor = useAssumptionEditor();
  const history = useUndoHistory<TermStep>(`${organisationId}.villkor`);
  const [status, setStatus] = useState('');
  const words = texts.villkor;

  const stateAt = (place: TermPlace): AssumptionState => {
    const { source, said } = view.held(place);
    return source === 'own' ? assumptionState(said ?? undefined) : noAssumption;
  };
  const apply = ({ place, after }: Pick<Change, 'place' | 'after'>): void =>
    editor.set({ ...placeOf(place), ...after });

  const commit = (typed: readonly GridChange[]): GridRefusal[] => {
    const refusals: GridRefusal[] = [];
    const changes: Change[] = [];
    for (const { rowId, columnId, text } of typed) {
      const place = placeIn(kind, rowId, columnId);
      const before = stateAt(place);
      const value = text.trim() === '' ? null : parseTerm(kind, text);
      if (text.trim() !== '' && value === null) {
        refusals.push({ rowId, columnId, reason: words.problems[kind] });
        continue;
      }
      if (isAsBefore(value, place)) continue;
      const after =
        value === null ? noAssumption : { ...noAssumption, ...value, comment: before.comment };
      const code =
        value === null
          ? null
          : refusalOfAssumption(toAssumption({ ...placeOf(place), ...after }), false);
      if (code === null) changes.push({ place, before, after });
      else refusals.push({ rowId, columnId, reason: refusalTexts[code][language] });
    }
    for (const change of changes) apply(change);
    const [only] = changes;
    if (only !== undefined) {
      const name = changes.length === 1 ? nameOf(only.place) : words.stepMany(changes.length);
      history.push({ name, changes });
    }
    return refusals;
  };

  // What holds already needs not be said once more; nothing is emptied that nobody has said.
  const isAsBefore = (value: TermValue | null, place: TermPlace): boolean => {
    const held = view.held(place);
    if (value === null) return held.source !== 'own';
    const now = valueOf(kind, held);
    return (
      now !== null &&
      now.percent === value.percent &&
      now.months === value.months &&
      now.lastMonth === value.lastMonth
    );
  };

  const nameOf = ({ kind: of, lineId, year }: TermPlace): string =>
    words.placeName(
      words.kinds[of],
      view.lines.find((line) => line.lineId === lineId)?.name ?? words.allLines,
      year,
    );

  const move = (step: TermStep | undefined, to: 'before' | 'after'): void => {
    if (step === undefined) return;
    const from = to === 'before' ? 'after' : 'before';
    const { undone, redone, undoBlocked } = texts.common;
    if (!step.changes.every((change) => isSame(stateAt(change.place), change[from]))) {
      return setStatus(undoBlocked(step.name));
    }
    for (const change of step.changes) apply({ place: change.place, after: change[to] });
    setStatus(to === 'before' ? undone(step.name) : redone(step.name));
  };

  /** Says why a term is what it is. */
  const comment = (place: TermPlace, text: string | null): void => {
    const before = stateAt(place);
    const after = { ...before, comment: text };
    if (isSame(before, after)) return;
    apply({ place, after });
    history.push({ name: words.commentOf(nameOf(place)), changes: [{ place, before, after }] });
  };

  return {
    commit,
    comment,
    nameOf,
    status,
    undo: () => move(history.takeUndo(), 'before'),
    redo: () => move(history.takeRedo(), 'after'),
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
  };
}

/** See `useTermEdits`. */
export type TermEdits = ReturnType<typeof useTermEdits>;

function isSame(left: AssumptionState, right: AssumptionState): boolean {
  return (
    left.percent === right.percent &&
    left.months === right.months &&
    left.lastMonth === right.lastMonth &&
    left.comment === right.comment
  );
}
