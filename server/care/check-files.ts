import { createHash } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../db/schema.ts';
import type { Finding } from './finding.ts';
import { foundRows } from './found-rows.ts';

/** What does not hold of the files that imports came from: each is kept, and is what it was. */
export async function checkFiles(trx: Transaction<Tables>): Promise<Finding[]> {
  const findings = await foundRows(
    trx,
    sql`
      SELECT format('utfall_source, organisation %s, %s', s.organisation_id, s.source_id)
      FROM utfall_source s LEFT JOIN utfall_file f USING (organisation_id, sha256)
      WHERE s.sha256 IS NOT NULL AND (s.undone_at IS NULL) AND f.sha256 IS NULL`,
    (where) => ({ check: 'files', message: `En import saknar sin fil: ${where}.` }),
  );
  const files = await trx
    .selectFrom('utfall_file')
    .select(['organisation_id', 'sha256', 'byte_size'])
    .orderBy('organisation_id')
    .orderBy('sha256')
    .execute();
  for (const { organisation_id, sha256, byte_size } of files) {
    const where = `utfall_file, organisation ${organisation_id}, ${sha256}`;
    const isWhole = await isSame(trx, { organisation_id, sha256, byte_size });
    if (isWhole) continue;
    findings.push({
      check: 'files',
      message: `En sparad fil är inte vad den var: ${where}.`,
      where,
    });
  }
  return findings;
}

type Kept = {
  readonly organisation_id: string;
  readonly sha256: string;
  readonly byte_size: string;
};

async function isSame(trx: Transaction<Tables>, file: Kept): Promise<boolean> {
  const hash = createHash('sha256');
  let size = 0n;
  const gunzip = createGunzip();
  gunzip.on('data', (chunk: Uint8Array) => {
    hash.update(chunk);
    size += BigInt(chunk.length);
  });
  const isRead = new Promise<boolean>((resolve) => {
    gunzip.once('end', () => resolve(true)).once('error', () => resolve(false));
  });
  for (let part = 0; ; part += 1) {
    const bytes = await partOf(trx, file, part);
    if (bytes === null) break;
    // Behind the end of what was compressed nothing is taken any more.
    await Promise.race([isRead, new Promise((resolve) => gunzip.write(bytes, resolve))]);
  }
  gunzip.end();
  if (!(await isRead)) return false;
  return hash.digest('hex') === file.sha256 && size === BigInt(file.byte_size);
}

async function partOf(
  trx: Transaction<Tables>,
  { organisation_id, sha256 }: Kept,
  part: number,
): Promise<Uint8Array | null> {
  const row = await trx
    .selectFrom('utfall_file_part')
    .select('bytes')
    .where('organisation_id', '=', organisation_id)
    .where('sha256', '=', sha256)
    .where('part', '=', part)
    .executeTakeFirst();
  return row?.bytes ?? null;
}
