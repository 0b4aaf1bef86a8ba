import { open } from 'node:fs/promises';
import { sql } from 'kysely';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

/** Bytes of a part. */
const partSize = 256 * 1024;

/** A file that is about to be kept; it lies compressed on disk. */
export type NewFile = {
  readonly sha256: string;
  /** Bytes of the file itself. */
  readonly byteSize: number;
  readonly compressedPath: string;
};

/** Keeps a file in parts, where it is not kept already. */
export async function keepFile(
  { trx, scope, now }: WriteContext,
  { sha256, byteSize, compressedPath }: NewFile,
): Promise<void> {
  const own = { organisation_id: scope.organisationId, sha256 };
  const made = await trx
    .insertInto('utfall_file')
    .values({ ...own, byte_size: `${byteSize}`, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sha256')
    .executeTakeFirst();
  if (made === undefined) return;
  const file = await open(compressedPath);
  try {
    for (let part = 0; ; part += 1) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(partSize), 0, partSize);
      if (bytesRead === 0) return;
      // The embedded database's own way of taking bytes is five times as slow.
      const text = buffer.toString('base64', 0, bytesRead);
      const bytes = sql<Uint8Array>`decode(${text}, 'base64')`;
      await trx
        .insertInto('utfall_file_part')
        .values({ ...own, part, bytes })
        .execute();
    }
  } finally {
    await file.close();
  }
}

/** One part of a kept file; null after the last one. */
export async function filePart(
  trx: OrganisationTransaction,
  sha256: string,
  part: number,
): Promise<Uint8Array | null> {
  const row = await trx
    .selectFrom('utfall_file_part')
    .select('bytes')
    .where('sha256', '=', sha256)
    .where('part', '=', part)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

/** Deletes a file that no import in force comes from any more. */
export async function dropUnusedFile({ trx }: WriteContext, sha256: string): Promise<void> {
  const user = await trx
    .selectFrom('utfall_source')
    .select('source_id')
    .where('sha256', '=', sha256)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (user !== undefined) return;
  await trx.deleteFrom('utfall_file_part').where('sha256', '=', sha256).execute();
  await trx.deleteFrom('utfall_file').where('sha256', '=', sha256).execute();
}
