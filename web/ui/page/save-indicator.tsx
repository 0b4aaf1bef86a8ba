import { shownTime } from '../../lib/format.ts';
import type { SaveState } from '../../lib/save-queue.ts';
import { useSaveState } from '../../lib/saving.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { SaveStatus } from '../save-status.tsx';

/** Says whether what was done is saved. */
export function SaveIndicator() {
  const texts = useTexts();
  const state = useSaveState();
  return <SaveStatus state={state.kind} text={textOf(state, texts)} />;
}

function textOf(state: SaveState, { saving: texts, signedOut }: Texts): string {
  switch (state.kind) {
    case 'saved':
      return state.at === null ? texts.allSaved : texts.saved(shownTime(state.at));
    case 'saving':
      return texts.saving;
    case 'waiting':
      return state.isForLogin ? signedOut.waiting(state.changes) : texts.waiting(state.changes);
    case 'refused':
      return texts.refused;
  }
}
