import { useEffect, useState } from 'react';
import { fieldTexts } from '#contract/field-texts.ts';
import { compare, tkr, toPlain } from '#domain/tkr.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';
import { ApiProblem } from '../../../lib/api.ts';
import { useFailureText } from '../../../lib/failure-text.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { useSaveQueue } from '../../../lib/saving.ts';
import { useUndoHistory } from '../../../lib/undo-history.ts';
import { useLanguage } from '../../../texts/language.tsx';
import type { GridChange, GridRefusal } from '../../../ui/grid/grid-types.ts';
import { type TypedUtfall, useUtfallEditor } from './utfall-editor.ts';
import { monthOfColumn } from './utfall-rows.tsx';
import type { Month, UtfallView } from './utfall-view.ts';

type StepCell = {
  readonly lineId: string;
  readonly month: Month;
  readonly before: string | null;
  /** True where what stood there had been typed, and so can be typed again. */
  readonly wasTyped: boolean;
  readonly after: string | null;
};

/** One step to undo: everything that was typed or pasted at once. */
export type UtfallStep = { readonly name: string; readonly cells: readonly StepCell[] };

/** A write that was refused, with what the page can say about it. */
export type RefusedWrite = { readonly typed: TypedUtfall; readonly error: Error };

/** Types outcome, undoes and redoes; says what was refused after it had left the page. */
export function useUtfallEdits(view: UtfallView) {
  const { texts, language } = useLanguage();
  const { organisationId } = useOrganisation();
  const history = useUndoHistory<UtfallStep>(`${organisationId}.utfall.${view.year}`);
  const editor = useUtfallEditor();
  const queue = useSaveQueue();
  const [status, setStatus] = useState('');
  const [refused, setRefused] = useState<RefusedWrite | null>(null);
  const failure = useFailureText(refused?.error ?? null);

  // The notice goes with the page.
  useEffect(() => () => queue.hold('utfall', false), [queue]);
  const refuse = (write: RefusedWrite | null): void => {
    setRefused(write);
    queue.hold('utfall', write !== null);
  };
  const send = (typed: TypedUtfall): void =>
    editor.type(typed, (error) =>
      refuse({ typed, error: error instanceof Error ? error : new Error(String(error)) }),
    );
  const cellOf = (lineId: string, month: Month) =>
    view.rows.find((row) => row.lineId === lineId)?.cells.get(month);
  const isTyped = (sourceId: string): boolean => {
    const kind = view.sources.get(sourceId)?.kind;
    return kind === 'typed' || kind === undefined;
  };

  /** Takes typed texts as one step; gives the reasons where they cannot be taken. */
  const commit = (
    changes: readonly GridChange[],
    nameOf: (changes: readonly GridChange[]) => string,
  ): GridRefusal[] => {
    const cells: StepCell[] = [];
    const refusals = changes.flatMap((change): GridRefusal[] => {
      const { rowId, columnId, text } = change;
      const refusal = (reason: string): GridRefusal[] => [{ rowId, columnId, reason }];
      const month = monthOfColumn(columnId);
      if (month === undefined) return refusal(texts.utfall.notTyped);
      const cell = cellOf(rowId, month);
      const before = cell?.amount ?? null;
      const wasTyped = cell !== undefined && isTyped(cell.sourceId);
      if (text.trim() === '') {
        if (cell === undefined) return [];
        if (!wasTyped) return refusal(texts.utfall.cannotEmpty);
        cells.push({ lineId: rowId, month, before, wasTyped, after: null });
        return [];
      }
      const parsed = parseSwedish(text);
      if (!parsed.ok) return refusal(fieldTexts[parsed.refusal][language]);
      if (before !== null && compare(tkr(before), parsed.value) === 0) return [];
      const after = toPlain(parsed.value);
      cells.push({ lineId: rowId, month, before, wasTyped, after });
      return [];
    });
    if (cells.length > 0) {
      refuse(null);
      history.push({ name: nameOf(changes), cells });
      for (const { lineId, month, after } of cells) {
        send({ year: view.year, lineId, month, amount: after });
      }
    }
    return refusals;
  };

  const move = (step: UtfallStep | undefined, to: 'before' | 'after'): void => {
    if (step === undefined) return;
    const isAsLeft = step.cells.every(({ lineId, month, ...cell }) => {
      const now = cellOf(lineId, month);
      const left = to === 'before' ? cell.after : cell.before;
      // An emptied cell shows what was there before it: only what was typed can be held against it.
      return left === null || (now !== undefined && compare(tkr(now.amount), tkr(left)) === 0);
    });
    if (!isAsLeft) {
      setStatus(texts.common.undoBlocked(step.name));
      return;
    }
    for (const { lineId, month, before, wasTyped, after } of step.cells) {
      const back = wasTyped ? before : null;
      send({ year: view.year, lineId, month, amount: to === 'before' ? back : after });
    }
    const { undone, redone } = texts.common;
    setStatus(to === 'before' ? undone(step.name) : redone(step.name));
  };

  return {
    commit,
    status,
    refused,
    failure,
    dismissRefusal: () => refuse(null),
    /** Writes what was refused once more, over what is there now. */
    writeAgain: () => {
      if (refused === null) return;
      refuse(null);
      send(refused.typed);
    },
    undo: () => move(history.takeUndo(), 'before'),
    redo: () => move(history.takeRedo(), 'after'),
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
  };
}

/** What a stale write met: what stands in the cell now, in Swedish form; null for other refusals. */
export function currentOf(error: Error): string | null {
  if (!(error instanceof ApiProblem)) return null;
  const current = error.problem.conflict?.current;
  if (current === undefined) return null;
  if (current === null || typeof current !== 'object' || !('amount' in current)) return '';
  return typeof current.amount === 'string' ? formatSwedish(tkr(current.amount)) : '';
}
