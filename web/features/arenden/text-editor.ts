import type { QueryClient } from '@tanstack/react-query';
import { getArende, setArendeText } from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import type { TextBlock } from '#domain/arende-terms.ts';
import { ApiProblem, callApi } from '../../lib/api.ts';
import { arendeKey, keepArende } from '../../lib/arenden.ts';
import type { SaveQueue } from '../../lib/save-queue.ts';

/** Which block of which ärende. */
export type TextPlace = { readonly arendeId: string; readonly block: TextBlock };

/** A text that is being written, and what stops it from being saved, where something does. */
export type TextDraft = TextPlace & {
  readonly body: string;
  /** The version of the text that the writing began from. */
  readonly seen: number;
  readonly trouble:
    | { readonly kind: 'conflict' }
    | { readonly kind: 'refused'; readonly error: ApiProblem }
    | null;
};

/** Writes the texts of ärenden; what is not saved stays here until it is. */
export type TextEditor = {
  readonly type: (place: TextPlace, body: string) => void;
  /** Saves what is typed; null goes back to what is suggested. */
  readonly save: (place: TextPlace, body: string | null) => void;
  /** Gives up what is typed. */
  readonly drop: (place: TextPlace) => void;
  readonly drafts: () => readonly TextDraft[];
  readonly subscribe: (listener: () => void) => () => void;
};

/** Makes the editor of the texts of an organisation's ärenden. */
export function createTextEditor(
  client: QueryClient,
  queue: SaveQueue,
  organisationId: string,
): TextEditor {
  const listeners = new Set<() => void>();
  let drafts: readonly TextDraft[] = [];

  const become = (next: readonly TextDraft[]): void => {
    drafts = next;
    queue.hold(
      'arende texts',
      next.some(({ trouble }) => trouble !== null),
    );
    for (const listener of listeners) listener();
  };
  const others = (place: TextPlace): TextDraft[] => drafts.filter((one) => !isAt(one, place));
  const draftAt = (place: TextPlace): TextDraft | undefined =>
    drafts.find((one) => isAt(one, place));
  const put = (
    place: TextPlace,
    body: string,
    trouble: TextDraft['trouble'],
    seen = draftAt(place)?.seen ?? versionOf(place),
  ): void => {
    const { arendeId, block } = place;
    become([...others(place), { arendeId, block, body, seen, trouble }]);
  };
  const versionOf = ({ arendeId, block }: TextPlace): number =>
    client
      .getQueryData<ArendeAnswer>(arendeKey(organisationId, arendeId))
      ?.texts.find((text) => text.block === block)?.version ?? 0;

  const save = (place: TextPlace, body: string | null): void => {
    const { arendeId, block } = place;
    const params = { organisationId, arendeId, block };
    const draft = draftAt(place);
    const isSettling = draft !== undefined && draft.trouble !== null;
    // Somebody who has seen both texts and chosen writes over the newer one.
    const seen = isSettling ? versionOf(place) : (draft?.seen ?? versionOf(place));
    if (isSettling && body !== null) put(place, body, null, seen);
    queue.add({
      send: async (idempotencyKey) => {
        const version = Math.max(seen, ownVersions.get(keyOf(place)) ?? 0);
        const call = { params, body: { body } };
        const answer = await callApi(setArendeText, call, { version, idempotencyKey });
        const saved = answer.texts.find((text) => text.block === block);
        ownVersions.set(keyOf(place), saved?.version ?? 0);
        keepArende(client, organisationId, answer);
        if (body === null || draftAt(place)?.body === body) become(others(place));
      },
      refused: (error) => {
        const kept = draftAt(place)?.body ?? body ?? '';
        if (error instanceof ApiProblem && error.problem.code !== 'version_stale') {
          put(place, kept, { kind: 'refused', error });
          return;
        }
        put(place, kept, { kind: 'conflict' });
        void callApi(getArende, { params: { organisationId, arendeId } }).then((answer) =>
          keepArende(client, organisationId, answer),
        );
      },
    });
  };
  // The version that the latest save from here gave a block: the next one is not a conflict.
  const ownVersions = new Map<string, number>();

  return {
    type: (place, body) => put(place, body, draftAt(place)?.trouble ?? null),
    save,
    drop: (place) => become(others(place)),
    drafts: () => drafts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isAt(left: TextPlace, right: TextPlace): boolean {
  return keyOf(left) === keyOf(right);
}

function keyOf({ arendeId, block }: TextPlace): string {
  return `${arendeId} ${block}`;
}
