import { useEffect } from 'react';
import { shownTime } from '../../lib/format.ts';
import type { SaveState } from '../../lib/save-queue.ts';
import { isBusy, useSaveQueue, useSaveState } from '../../lib/saving.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { SaveStatus } from '../save-status.tsx';

/** Says whether what was done is saved, and keeps a page with unsaved changes from closing. */
export function SaveIndicator() {
  const texts = useTexts();
  const queue = useSaveQueue();
  const state = useSaveState();
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent): void => {
      if (isBusy(queue)) event.preventDefault();
    };
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [queue]);
  return <SaveStatus state={state.kind} text={textOf(state, texts.saving)} />;
}

function textOf(state: SaveState, texts: Texts['saving']): string {
  switch (state.kind) {
    case 'saved':
      return state.at === null ? texts.allSaved : texts.saved(shownTime(state.at));
    case 'saving':
      return texts.saving;
    case 'waiting':
      return texts.waiting(state.changes);
    case 'refused':
      return texts.refused;
  }
}
