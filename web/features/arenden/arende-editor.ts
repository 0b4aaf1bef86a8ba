import type { QueryClient } from '@tanstack/react-query';
import { changeArendeEntry, getArende } from '#contract/arende.ts';
import { type ArendeAnswer, arende } from '#contract/arende-answer.ts';
import { compare, tkr } from '#domain/tkr.ts';
import { ApiProblem, callApi } from '../../lib/api.ts';
import { arendeKey, keepArende } from '../../lib/arenden.ts';
import type { SaveQueue } from '../../lib/save-queue.ts';
import type { EntryDraft, EntryDrafts } from './arende-view.ts';

/** What can be written in an entry: an amount in plain form, or a reason, null for none. */
export type EntryWish = {
  readonly arendeId: string;
  readonly entryId: string;
  readonly field: 'amount' | 'reason';
  readonly value: string | null;
  /** The text as it was typed. */
  readonly typed: string;
};

/** A wish that the server refused, with its code and sentence. */
export type RefusedWish = EntryWish & { readonly code: string; readonly detail: string };

/** Two people wrote in the same place: what was written here, and what holds there. */
export type EntryConflict = {
  readonly mine: EntryWish;
  readonly theirs: string | null;
  /** The other one took the whole entry away. */
  readonly isGone: boolean;
};

/** What is on its way or not settled, over all ärenden of the organisation. */
export type OpenWishes = {
  readonly drafts: ReadonlyMap<string, EntryDrafts>;
  readonly refused: readonly RefusedWish[];
  readonly conflicts: readonly EntryConflict[];
};

/** Another write to an ärende: given the version to name, answers with the ärende. */
export type ArendeWrite = {
  readonly send: (version: number, idempotencyKey: string) => Promise<ArendeAnswer>;
  readonly done?: (answer: ArendeAnswer) => void;
  readonly refused: (error: unknown) => void;
};

/** Writes entries at once on screen and in order on the server. */
export type ArendeEditor = {
  readonly set: (wish: EntryWish) => void;
  readonly write: (arendeId: string, write: ArendeWrite) => void;
  /** Gives up a refused text, or a conflict in favour of what holds on the server. */
  readonly settle: (place: EntryPlace) => void;
  readonly open: () => OpenWishes;
  readonly subscribe: (listener: () => void) => () => void;
};

type EntryPlace = Pick<EntryWish, 'entryId' | 'field'>;

const nothing: OpenWishes = { drafts: new Map(), refused: [], conflicts: [] };

/** Makes the editor of an organisation's ärenden. */
export function createArendeEditor(
  client: QueryClient,
  queue: SaveQueue,
  organisationId: string,
): ArendeEditor {
  const listeners = new Set<() => void>();
  const waiting = new Map<string, number>();
  let state = nothing;

  const become = (next: OpenWishes): void => {
    state = next;
    queue.hold('arende', next.refused.length + next.conflicts.length > 0);
    for (const listener of listeners) listener();
  };
  const place: Place = { client, organisationId };
  const cached = (arendeId: string): ArendeAnswer | undefined => cachedIn(place, arendeId);
  const settle = (place: EntryPlace): void => {
    const isOther = (one: EntryPlace): boolean => keyOf(one) !== keyOf(place);
    become({
      ...state,
      refused: state.refused.filter(isOther),
      conflicts: state.conflicts.filter(({ mine }) => isOther(mine)),
    });
  };

  const set = (wish: EntryWish): void => {
    const key = keyOf(wish);
    const before = drawn(cached(wish.arendeId), state.drafts.get(wish.arendeId), wish);
    waiting.set(key, (waiting.get(key) ?? 0) + 1);
    settle(wish);
    become({ ...state, drafts: withDraft(state.drafts, wish, wish.value) });
    queue.add({
      send: async (idempotencyKey) => {
        const answer = await sendWish(place, wish, before, idempotencyKey);
        keepArende(client, organisationId, answer);
        if (isLast(key)) become({ ...state, drafts: withDraft(state.drafts, wish, undefined) });
      },
      refused: (error) => {
        if (isLast(key)) become({ ...state, drafts: withDraft(state.drafts, wish, undefined) });
        refuse(wish, error);
      },
    });
  };

  const isLast = (key: string): boolean => {
    const left = (waiting.get(key) ?? 1) - 1;
    waiting.set(key, left);
    return left === 0;
  };

  const refuse = (wish: EntryWish, error: unknown): void => {
    if (!(error instanceof ApiProblem)) return;
    const { code, detail } = error.problem;
    if (code !== 'version_stale') {
      become({ ...state, refused: [...state.refused, { ...wish, code, detail }] });
      return;
    }
    const theirs = valueIn(cached(wish.arendeId), wish);
    const found = { mine: wish, theirs: theirs ?? null, isGone: theirs === undefined };
    become({ ...state, conflicts: [...state.conflicts, found] });
  };

  const write = (arendeId: string, { send, done, refused }: ArendeWrite): void => {
    queue.add({
      send: async (idempotencyKey) => {
        const answer = await send(cached(arendeId)?.version ?? 0, idempotencyKey);
        keepArende(client, organisationId, answer);
        done?.(answer);
      },
      refused: (error) => {
        void client.invalidateQueries({ queryKey: arendeKey(organisationId, arendeId) });
        refused(error);
      },
    });
  };

  return {
    set,
    write,
    settle,
    open: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type Place = { readonly client: QueryClient; readonly organisationId: string };

function cachedIn({ client, organisationId }: Place, arendeId: string): ArendeAnswer | undefined {
  return client.getQueryData<ArendeAnswer>(arendeKey(organisationId, arendeId));
}

// Somebody else may have changed another part of the ärende: then the same wish is sent once more,
// with the new version. Only what both have written is a conflict.
async function sendWish(
  place: Place,
  wish: EntryWish,
  before: string | null,
  idempotencyKey: string,
): Promise<ArendeAnswer> {
  const { client, organisationId } = place;
  const { arendeId, entryId, field, value } = wish;
  const params = { organisationId, arendeId, entryId };
  const body = field === 'amount' ? { amount: value ?? '0' } : { reason: value };
  for (let key = idempotencyKey, left = 5; ; left -= 1, key = crypto.randomUUID()) {
    try {
      const options = { version: cachedIn(place, arendeId)?.version ?? 0, idempotencyKey: key };
      return await callApi(changeArendeEntry, { params, body }, options);
    } catch (error) {
      const current = await currentOf(place, error, arendeId);
      if (current === null) throw error;
      keepArende(client, organisationId, current);
      const theirs = valueIn(current, wish);
      if (isSame(field, theirs, value)) return current;
      if (theirs === undefined || !isSame(field, theirs, before) || left === 0) throw error;
    }
  }
}

/** The ärende as it is now, after a refusal that says that another one was seen; else null. */
async function currentOf(
  { organisationId }: Place,
  error: unknown,
  arendeId: string,
): Promise<ArendeAnswer | null> {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'version_stale') return null;
  const told = arende.safeParse(error.problem.conflict?.current);
  if (told.success) return told.data;
  return callApi(getArende, { params: { organisationId, arendeId } });
}

function keyOf({ entryId, field }: EntryPlace): string {
  return `${entryId} ${field}`;
}

/** What the page shows in a place: the draft, else what the server said. */
function drawn(
  answer: ArendeAnswer | undefined,
  drafts: EntryDrafts | undefined,
  place: EntryPlace,
): string | null {
  const draft = drafts?.get(place.entryId)?.[place.field];
  return draft === undefined ? (valueIn(answer, place) ?? null) : draft;
}

/** What an ärende has in a place; undefined where the entry is gone. */
function valueIn(
  answer: ArendeAnswer | undefined,
  { entryId, field }: EntryPlace,
): string | null | undefined {
  return answer?.entries.find((entry) => entry.entryId === entryId)?.[field];
}

function isSame(
  field: EntryWish['field'],
  left: string | null | undefined,
  right: string | null,
): boolean {
  if (left === null || left === undefined || right === null) return left === right;
  return field === 'amount' ? compare(tkr(left), tkr(right)) === 0 : left === right;
}

function withDraft(
  drafts: OpenWishes['drafts'],
  { arendeId, entryId, field }: EntryWish,
  value: string | null | undefined,
): OpenWishes['drafts'] {
  const ofArende = new Map(drafts.get(arendeId));
  const { [field]: _, ...others } = ofArende.get(entryId) ?? {};
  const next = (value === undefined ? others : { ...others, [field]: value }) as EntryDraft;
  if (Object.keys(next).length === 0) ofArende.delete(entryId);
  else ofArende.set(entryId, next);
  return new Map(drafts).set(arendeId, ofArende);
}
