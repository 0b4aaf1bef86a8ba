import type { addArendeDocument, removeArendeDocument, setArendeText } from '#contract/arende.ts';
import { refused } from '#domain/result.ts';
import { newId } from '../ids.ts';
import { stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { openFor, save } from './change.ts';
import {
  deleteDocument,
  deleteText,
  documentsOf,
  insertDocument,
  textsOf,
  writeText,
} from './text-queries.ts';

/**
 * Writes a block of the tjänsteskrivelse, or gives the suggested one back.
 *
 * A block has a version of its own, so that two people can write in two blocks at once. It is the
 * version that the ärende gets, and so never one that the block had before.
 */
export async function setText(
  context: WriteContext,
  { params, body, version }: Asked<typeof setArendeText>,
): Promise<Outcome<typeof setArendeText>> {
  const { arendeId, block } = params;
  const opened = await openFor(context, { arendeId, step: 'edit' }, null);
  if (!opened.ok) return opened;
  const { arende } = opened.value;
  const kept = await textsOf(context.trx, arendeId);
  const before = kept.find((text) => text.block === block) ?? null;
  if ((before?.version ?? 0) !== version) return stale(body, before);
  const text = body.body;
  if (text === null) await deleteText(context, arendeId, block);
  else await writeText(context, arendeId, { block, body: text, version: arende.version + 1 });
  const logged = {
    before: before === null ? null : { block, body: before.body },
    after: text === null ? null : { block, body: text },
  };
  return save(context, arende, { event: { action: 'setArendeText', ...logged } });
}

/** Adds a document that the ärende rests on. */
export async function addDocument(
  context: WriteContext,
  { params, body }: Asked<typeof addArendeDocument>,
): Promise<Outcome<typeof addArendeDocument>> {
  const { arendeId } = params;
  const opened = await openFor(context, { arendeId, step: 'edit' }, null);
  if (!opened.ok) return opened;
  const after = { ...body, documentId: newId() };
  await insertDocument(context, arendeId, after);
  const event = { action: 'addArendeDocument', before: null, after };
  return save(context, opened.value.arende, { event });
}

/** Takes a document away. */
export async function removeDocument(
  context: WriteContext,
  { params }: Asked<typeof removeArendeDocument>,
): Promise<Outcome<typeof removeArendeDocument>> {
  const { arendeId, documentId } = params;
  const opened = await openFor(context, { arendeId, step: 'edit' }, null);
  if (!opened.ok) return opened;
  const documents = await documentsOf(context.trx, arendeId);
  const before = documents.find((document) => document.documentId === documentId);
  if (before === undefined) return refused({ code: 'arende_document_not_found' });
  await deleteDocument(context, documentId);
  const event = { action: 'removeArendeDocument', before, after: null };
  return save(context, opened.value.arende, { event });
}
