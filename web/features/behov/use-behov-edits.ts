import { useState } from 'react';
import { fieldTexts } from '#contract/field-texts.ts';
import { parseSwedishVolume, toPlainVolume, volume } from '#domain/volume.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useUndoHistory } from '../../lib/undo-history.ts';
import { useLanguage } from '../../texts/language.tsx';
import type { GridChange, GridRefusal } from '../../ui/grid/grid-types.ts';
import type { BehovView, ItemView } from './behov.ts';
import type { BehovEditor } from './behov-editor.ts';

/** One step to undo: what it is called, and each volume before and after, in plain form. */
export type VolumeStep = {
  readonly name: string;
  readonly changes: readonly {
    readonly behovId: string;
    readonly before: string;
    readonly after: string;
  }[];
};

/** Takes volumes that are typed and pasted, undoes and redoes them. */
export function useBehovEdits(view: BehovView, editor: BehovEditor) {
  const { texts, language } = useLanguage();
  const { organisationId } = useOrganisation();
  const history = useUndoHistory<VolumeStep>(`${organisationId}.behov.${view.year}`);
  const [status, setStatus] = useState('');

  const commit = (changes: readonly GridChange[]): GridRefusal[] => {
    const refusals: GridRefusal[] = [];
    const taken: VolumeStep['changes'][number][] = [];
    const names: string[] = [];
    for (const { rowId, columnId, text } of changes) {
      const item = view.items.find(({ id }) => id === rowId);
      if (item === undefined) continue;
      const parsed = parseSwedishVolume(text);
      if (!parsed.ok) {
        const isEmpty = parsed.refusal === 'volume_empty';
        const reason = isEmpty ? texts.behov.noVolume : fieldTexts[parsed.refusal][language];
        refusals.push({ rowId, columnId, reason });
        continue;
      }
      if (parsed.value === item.volume) continue;
      names.push(itemName(item, view));
      const [before, after] = [toPlainVolume(item.volume), toPlainVolume(parsed.value)];
      taken.push({ behovId: item.id, before, after });
      editor.setVolume(item.id, parsed.value);
    }
    if (taken.length > 0) {
      const name = names.length === 1 ? (names[0] ?? '') : texts.behov.stepMany(names.length);
      history.push({ name, changes: taken });
    }
    return refusals;
  };

  const move = (step: VolumeStep | undefined, to: 'before' | 'after'): void => {
    if (step === undefined) return;
    const from = to === 'before' ? 'after' : 'before';
    const stillHolds = step.changes.every((change) => {
      const item = view.items.find(({ id }) => id === change.behovId);
      return item !== undefined && toPlainVolume(item.volume) === change[from];
    });
    const { undone, redone, undoBlocked } = texts.common;
    if (!stillHolds) return setStatus(undoBlocked(step.name));
    for (const { behovId, [to]: many } of step.changes) editor.setVolume(behovId, volume(many));
    setStatus(to === 'before' ? undone(step.name) : redone(step.name));
  };

  return {
    commit,
    status,
    undo: () => move(history.takeUndo(), 'before'),
    redo: () => move(history.takeRedo(), 'after'),
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
  };
}

/** See `useBehovEdits`. */
export type BehovEdits = ReturnType<typeof useBehovEdits>;

/** An item with the line that it is on: "Mobiltelefon, Mobiltelefoner". */
export function itemName({ article, lineId }: ItemView, { lines }: BehovView): string {
  const line = lines.find((one) => one.lineId === lineId);
  return [article.name, line?.name ?? ''].filter(Boolean).join(', ');
}
