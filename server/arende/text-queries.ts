import type { TextBlock } from '#domain/arende-terms.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

/** A block of text that somebody has written, or that was kept when the ärende was decided. */
export type StoredText = {
  readonly block: TextBlock;
  readonly body: string;
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: string;
};

/** The blocks of an ärende that are kept. */
export async function textsOf(
  trx: OrganisationTransaction,
  arendeId: string,
): Promise<StoredText[]> {
  const rows = await trx
    .selectFrom('arende_text')
    .innerJoin('person', 'person.person_id', 'arende_text.changed_by')
    .select(['block', 'body', 'version', 'changed_at', 'person.name as changed_by_name'])
    .where('arende_id', '=', arendeId)
    .execute();
  return rows.map(({ changed_at, changed_by_name, ...row }) => ({
    ...row,
    changedAt: changed_at.toISOString(),
    changedBy: changed_by_name,
  }));
}

/** Writes a block, new or in place of the one that is there. */
export async function writeText(
  { trx, scope, now }: WriteContext,
  arendeId: string,
  { block, body, version }: Pick<StoredText, 'block' | 'body' | 'version'>,
): Promise<void> {
  const changed = { body, version, changed_at: now, changed_by: scope.personId };
  await trx
    .insertInto('arende_text')
    .values({ ...changed, organisation_id: scope.organisationId, arende_id: arendeId, block })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'arende_id', 'block']).doUpdateSet(changed),
    )
    .execute();
}

/** Takes a written block away, so that the suggested one shows again. */
export async function deleteText(
  { trx }: WriteContext,
  arendeId: string,
  block: TextBlock,
): Promise<void> {
  await trx
    .deleteFrom('arende_text')
    .where('arende_id', '=', arendeId)
    .where('block', '=', block)
    .execute();
}

/** A document that the ärende rests on. */
export type StoredDocument = {
  readonly documentId: string;
  readonly name: string;
  readonly dated: string | null;
  readonly sha256: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
};

/** The documents of an ärende, in the order in which they were added. */
export async function documentsOf(
  trx: OrganisationTransaction,
  arendeId: string,
): Promise<StoredDocument[]> {
  const rows = await trx
    .selectFrom('arende_document')
    .innerJoin('person', 'person.person_id', 'arende_document.created_by')
    .select([
      'document_id',
      'arende_document.name',
      'dated',
      'sha256',
      'arende_document.created_at',
      'person.name as created_by_name',
    ])
    .where('arende_id', '=', arendeId)
    .orderBy('document_id')
    .execute();
  return rows.map(({ document_id, created_at, created_by_name, ...row }) => ({
    ...row,
    documentId: document_id,
    createdAt: created_at.toISOString(),
    createdBy: created_by_name,
  }));
}

/** Writes a new document. */
export async function insertDocument(
  { trx, scope, now }: WriteContext,
  arendeId: string,
  { documentId, ...document }: Omit<StoredDocument, 'createdAt' | 'createdBy'>,
): Promise<void> {
  await trx
    .insertInto('arende_document')
    .values({
      ...document,
      organisation_id: scope.organisationId,
      arende_id: arendeId,
      document_id: documentId,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}

/** Takes a document away. */
export async function deleteDocument({ trx }: WriteContext, documentId: string): Promise<void> {
  await trx.deleteFrom('arende_document').where('document_id', '=', documentId).execute();
}
