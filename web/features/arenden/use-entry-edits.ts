import { useState } from 'react';
import { fieldTexts } from '#contract/field-texts.ts';
import { compare, tkr, toPlain } from '#domain/tkr.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useUndoHistory } from '../../lib/undo-history.ts';
import { useLanguage } from '../../texts/language.tsx';
import type { GridChange, GridRefusal } from '../../ui/grid/grid-types.ts';
import { useArendeEditor } from './arende-editing.tsx';
import type { ArendeView, EntryView } from './arende-view.ts';
import { entryName } from './entry-names.ts';
import { reasonColumn } from './entry-rows.tsx';
import { type NewEntry, toNewEntry } from './new-entry.ts';
import { idNow, useEntryWrites } from './use-entry-writes.ts';

type Write = {
  readonly entryId: string;
  readonly field: 'amount' | 'reason';
  readonly before: string | null;
  readonly after: string | null;
};

/** One step to undo: something written, an entry that was added, or one that was taken away. */
type EntryStep =
  | { readonly do: 'write'; readonly name: string; readonly writes: readonly Write[] }
  | {
      readonly do: 'add' | 'remove';
      readonly name: string;
      readonly entryId: string;
      readonly entry: NewEntry;
      readonly position: number;
    };

/** Takes what is typed and pasted in an ärende, adds and removes entries, undoes and redoes it. */
export function useEntryEdits(view: ArendeView) {
  const { texts, language } = useLanguage();
  const { organisationId } = useOrganisation();
  const { arendeId, year } = view.answer;
  const { editor, wishes } = useArendeEditor();
  const history = useUndoHistory<EntryStep>(`${organisationId}.arende.${arendeId}`);
  const writes = useEntryWrites(view);
  const [status, setStatus] = useState('');
  const entryAt = (entryId: string): EntryView | undefined =>
    view.entries.find((entry) => entry.entryId === idNow(entryId));

  const put = (
    { entryId, field }: Pick<Write, 'entryId' | 'field'>,
    value: string | null,
  ): void => {
    const typed = value === null ? '' : field === 'amount' ? formatSwedish(tkr(value)) : value;
    editor.set({ arendeId, entryId: idNow(entryId), field, value, typed });
  };

  const writeAll = (made: readonly Write[]): void => {
    const [first] = made;
    if (first === undefined) return;
    for (const write of made) put(write, write.after);
    const entry = entryAt(first.entryId);
    const one = entry === undefined ? '' : entryName(entry, year, texts);
    const name = made.length === 1 ? one : texts.borgensutrymme.stepMany(made.length);
    history.push({ do: 'write', name, writes: made });
  };

  const commit = (changes: readonly GridChange[]): GridRefusal[] => {
    const refusals: GridRefusal[] = [];
    const made: Write[] = [];
    for (const { rowId, columnId, text } of changes) {
      const entry = entryAt(rowId);
      if (entry === undefined) continue;
      const field = columnId === reasonColumn ? 'reason' : 'amount';
      const wish = read(field, text);
      if ('refusal' in wish) {
        const { refusal } = wish;
        const isEmpty = refusal === 'amount_empty';
        const reason = isEmpty ? texts.arende.cannotEmpty : fieldTexts[refusal][language];
        refusals.push({ rowId, columnId, reason });
        continue;
      }
      const before = valueOf(entry, field);
      editor.settle({ entryId: rowId, field });
      if (!isSame(field, before, wish.value)) {
        made.push({ entryId: rowId, field, before, after: wish.value });
      }
    }
    writeAll(made);
    return refusals;
  };

  const remember = (entry: NewEntry, entryId: string, name: string): void =>
    history.push({ do: 'add', name, entryId, entry, position: view.entries.length });

  const move = (step: EntryStep | undefined, to: 'before' | 'after'): void => {
    if (step === undefined) return;
    if (!holds(step, to === 'before' ? 'after' : 'before', entryAt)) {
      setStatus(texts.common.undoBlocked(step.name));
      return;
    }
    if (step.do === 'write') for (const write of step.writes) put(write, write[to]);
    else if ((step.do === 'add') === (to === 'after')) writes.bringBack(step);
    else writes.takeAway(step.entryId);
    const { undone, redone } = texts.common;
    setStatus(to === 'before' ? undone(step.name) : redone(step.name));
  };

  return {
    commit,
    add: (entry: NewEntry, name: string) =>
      writes.send(entry, (entryId) => remember(entry, entryId, name)),
    /** Remembers an entry that was just made elsewhere, so that it can be undone. */
    remember,
    remove: (entry: EntryView) => {
      const { entryId } = entry;
      const name = entryName(entry, year, texts);
      const position = view.entries.indexOf(entry);
      history.push({ do: 'remove', name, entryId, entry: toNewEntry(entry), position });
      writes.takeAway(entryId);
    },
    setReason: ({ entryId, reason: before }: EntryView, typed: string) => {
      const after = typed.trim() === '' ? null : typed.trim();
      if (after !== before) writeAll([{ entryId, field: 'reason', before, after }]);
    },
    status,
    failure: writes.failure,
    undo: () => move(history.takeUndo(), 'before'),
    redo: () => move(history.takeRedo(), 'after'),
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
    editor,
    wishes,
  };
}

/** The edits of an ärende, as its parts take them. */
export type EntryEdits = ReturnType<typeof useEntryEdits>;

function read(field: Write['field'], text: string) {
  if (field === 'reason') return { value: text.trim() === '' ? null : text.trim() };
  const parsed = parseSwedish(text);
  return parsed.ok ? { value: toPlain(parsed.value) } : { refusal: parsed.refusal };
}

function holds(
  step: EntryStep,
  side: 'before' | 'after',
  entryAt: (entryId: string) => EntryView | undefined,
): boolean {
  if (step.do !== 'write') {
    const isThere = entryAt(step.entryId) !== undefined;
    return isThere === (step.do === 'add' ? side === 'after' : side === 'before');
  }
  return step.writes.every((write) => {
    const entry = entryAt(write.entryId);
    return entry !== undefined && isSame(write.field, valueOf(entry, write.field), write[side]);
  });
}

function valueOf(entry: EntryView, field: Write['field']): string | null {
  return field === 'reason' ? entry.reason : toPlain(entry.amount);
}

function isSame(field: Write['field'], left: string | null, right: string | null): boolean {
  if (left === null || right === null) return left === right;
  return field === 'amount' ? compare(tkr(left), tkr(right)) === 0 : left === right;
}
