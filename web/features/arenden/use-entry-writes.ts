import { useState } from 'react';
import { addArendeEntry, changeArendeEntry, removeArendeEntry } from '#contract/arende.ts';
import { callApi } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useArendeEditor } from './arende-editing.tsx';
import type { ArendeView } from './arende-view.ts';
import type { NewEntry } from './new-entry.ts';

// What an entry that was taken away and brought back is called now.
const revived = new Map<string, string>();

/** The id that an entry has now: one that was taken away and brought back has a new one. */
export function idNow(entryId: string): string {
  const later = revived.get(entryId);
  return later === undefined ? entryId : idNow(later);
}

/** Adds entries, takes them away and brings them back, in order after everything that was written. */
export function useEntryWrites({ answer }: ArendeView) {
  const { organisationId } = useOrganisation();
  const { arendeId } = answer;
  const { editor } = useArendeEditor();
  const [failure, setFailure] = useState<Error | null>(null);
  const params = { organisationId, arendeId };
  const refused = (error: unknown): void => setFailure(error instanceof Error ? error : null);

  const send = (entry: NewEntry, made: (entryId: string) => void): void => {
    setFailure(null);
    const known = new Set(answer.entries.map(({ entryId }) => entryId));
    editor.write(arendeId, {
      send: (_, idempotencyKey) =>
        callApi(addArendeEntry, { params, body: entry }, { idempotencyKey }),
      done: ({ entries }) => {
        const added = entries.findLast(({ entryId }) => !known.has(entryId));
        if (added !== undefined) made(added.entryId);
      },
      refused,
    });
  };

  const takeAway = (entryId: string): void => {
    setFailure(null);
    editor.write(arendeId, {
      send: (version, idempotencyKey) => {
        const call = { params: { ...params, entryId: idNow(entryId) } };
        return callApi(removeArendeEntry, call, { version, idempotencyKey });
      },
      refused,
    });
  };

  const place = (entryId: string, position: number): void => {
    editor.write(arendeId, {
      send: (version, idempotencyKey) => {
        const call = { params: { ...params, entryId }, body: { position } };
        return callApi(changeArendeEntry, call, { version, idempotencyKey });
      },
      refused,
    });
  };

  return {
    failure,
    send,
    takeAway,
    /** Makes an entry again that is gone, in the place where it was. */
    bringBack: (gone: {
      readonly entryId: string;
      readonly entry: NewEntry;
      readonly position: number;
    }) =>
      send(gone.entry, (made) => {
        revived.set(idNow(gone.entryId), made);
        place(made, gone.position);
      }),
  };
}
