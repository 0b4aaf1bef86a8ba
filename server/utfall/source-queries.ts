import { sql } from 'kysely';
import type { UtfallSourceAnswer } from '#contract/utfall.ts';
import type { UtfallFacts } from '#contract/utfall-file.ts';
import type { Mappable } from '#domain/mapping.ts';
import { add, type Tkr, tkr, toPlain, zero } from '#domain/tkr.ts';
import type { PlacedAmount } from '#domain/utfall.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';
import type { StoredWarning } from './file-reading.ts';

/** What is kept of a file with its import: what it said, and how a table was read. */
export type KeptFacts = { readonly facts: UtfallFacts; readonly choice: unknown };

/** The warnings of an import; the count is of all, also those that are not kept. */
export type KeptWarnings = {
  readonly count: number;
  readonly list: readonly StoredWarning[];
};

/** Which sources are meant. */
type Wanted = {
  readonly ids?: readonly string[];
  readonly kind?: 'imported' | 'typed';
  /** Only those with lower numbers. */
  readonly before?: string | undefined;
  /** Imports in force of a certain file. */
  readonly sha256?: string;
  readonly limit?: number;
};

/** Sources as the API gives them, the newest first. */
export async function sourcesWhere(
  trx: OrganisationTransaction,
  { ids, kind, before, sha256, limit = 1_000_000 }: Wanted,
): Promise<UtfallSourceAnswer[]> {
  if (ids?.length === 0) return [];
  const rows = await trx
    .selectFrom('utfall_source as source')
    .innerJoin('person', 'person.person_id', 'source.created_by')
    .leftJoin('person as undoer', 'undoer.person_id', 'source.undone_by')
    .select([
      'source_id',
      'source_number',
      'kind',
      'comment',
      'file_name',
      'sha256',
      'encoding',
      'mapping_version',
      'warnings',
      'source.created_at',
      'source.undone_at',
      'person.name as created_by_name',
      'undoer.name as undone_by_name',
    ])
    .$if(ids !== undefined, (query) => query.where('source_id', 'in', ids ?? []))
    .$if(kind === 'typed', (query) => query.where('kind', '=', 'typed'))
    .$if(kind === 'imported', (query) => query.where('kind', '<>', 'typed'))
    .$if(before !== undefined, (query) =>
      query.where('source_number', '<', sql<string>`${before ?? '0'}::bigint`),
    )
    .$if(sha256 !== undefined, (query) =>
      query.where('sha256', '=', sha256 ?? '').where('undone_at', 'is', null),
    )
    .orderBy('source_number', 'desc')
    .limit(limit)
    .execute();
  const sums = await sumsOf(
    trx,
    rows.map((row) => row.source_id),
  );
  return rows.map((row) => {
    const isGone = row.undone_at !== null && row.kind !== 'typed';
    const own = sums.get(row.source_id) ?? noSums;
    return {
      sourceId: row.source_id,
      sourceNumber: row.source_number,
      kind: row.kind,
      comment: row.comment,
      fileName: row.file_name,
      sha256: row.sha256,
      encoding: row.encoding,
      mappingVersion: row.kind === 'typed' ? null : (row.mapping_version ?? 0),
      years: own.years,
      total: isGone ? null : toPlain(own.total),
      onLines: isGone ? null : toPlain(own.onLines),
      unmapped: isGone ? null : toPlain(own.unmapped),
      unmappedCount: own.unmappedCount,
      warningCount: warningsIn(row.warnings).count,
      createdAt: row.created_at.toISOString(),
      createdBy: row.created_by_name,
      undoneAt: row.undone_at?.toISOString() ?? null,
      undoneBy: row.undone_by_name,
    };
  });
}

type Sums = {
  readonly years: number[];
  readonly total: Tkr;
  readonly onLines: Tkr;
  readonly unmapped: Tkr;
  readonly unmappedCount: number;
};

const noSums: Sums = {
  years: [],
  total: zero,
  onLines: zero,
  unmapped: zero,
  unmappedCount: 0,
};

async function sumsOf(
  trx: OrganisationTransaction,
  ids: readonly string[],
): Promise<Map<string, Sums>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('utfall_amount')
    .select(['source_id', 'year', 'target'])
    .select([sql<string>`sum(amount)`.as('total'), sql<number>`count(*)::integer`.as('count')])
    .where('source_id', 'in', ids)
    .groupBy(['source_id', 'year', 'target'])
    .orderBy('year')
    .execute();
  const sums = new Map<string, Sums>();
  for (const { source_id, year, target, total, count } of rows) {
    const known = sums.get(source_id) ?? noSums;
    const amount = tkr(total);
    sums.set(source_id, {
      years: known.years.includes(year) ? known.years : [...known.years, year],
      total: add(known.total, amount),
      onLines: target === 'line' ? add(known.onLines, amount) : known.onLines,
      unmapped: target === 'unmapped' ? add(known.unmapped, amount) : known.unmapped,
      unmappedCount: known.unmappedCount + (target === 'unmapped' ? count : 0),
    });
  }
  return sums;
}

function warningsIn(text: string | null): KeptWarnings {
  return text === null ? { count: 0, list: [] } : (JSON.parse(text) as KeptWarnings);
}

/** One source, or null. */
export async function sourceById(
  trx: OrganisationTransaction,
  sourceId: string,
): Promise<UtfallSourceAnswer | null> {
  const [source] = await sourcesWhere(trx, { ids: [sourceId] });
  return source ?? null;
}

/** What is kept of the file of an import. */
export async function keptOf(
  trx: OrganisationTransaction,
  sourceId: string,
): Promise<{ readonly kept: KeptFacts | null; readonly warnings: KeptWarnings }> {
  const row = await trx
    .selectFrom('utfall_source')
    .select(['facts', 'warnings'])
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow();
  const kept = row.facts === null ? null : (JSON.parse(row.facts) as KeptFacts);
  return { kept, warnings: warningsIn(row.warnings) };
}

/** An amount of a source as it is kept. */
export type KeptAmount = PlacedAmount &
  Mappable & { readonly amountNumber: number; readonly fileRow: number | null };

/** The amounts of a source, in the file's order. */
export async function amountsOf(
  trx: OrganisationTransaction,
  sourceId: string,
): Promise<KeptAmount[]> {
  const rows = await trx
    .selectFrom('utfall_amount')
    .selectAll()
    .where('source_id', '=', sourceId)
    .orderBy('amount_number')
    .execute();
  return rows.map((row) => ({
    amountNumber: row.amount_number,
    year: row.year,
    month: row.month,
    account: row.account,
    objects: row.objects,
    name: row.name,
    fileRow: row.file_row,
    target: row.target,
    lineId: row.line_id,
    driftrad: row.driftrad,
    amount: tkr(row.amount),
  }));
}

/** A source that is about to be written. */
export type NewSource = {
  readonly sourceId: string;
  readonly kind: UtfallSourceAnswer['kind'];
  readonly comment: string | null;
  readonly file: {
    readonly fileName: string;
    readonly sha256: string;
    readonly encoding: string | null;
    readonly mappingVersion: number;
    readonly kept: KeptFacts;
    readonly warnings: KeptWarnings;
  } | null;
};

/** Writes a source, without its amounts. */
export async function insertSource(
  { trx, scope, now }: WriteContext,
  { sourceId, kind, comment, file }: NewSource,
): Promise<void> {
  await trx
    .insertInto('utfall_source')
    .values({
      organisation_id: scope.organisationId,
      source_id: sourceId,
      kind,
      comment,
      file_name: file?.fileName ?? null,
      sha256: file?.sha256 ?? null,
      encoding: file?.encoding ?? null,
      // The empty mapping is none.
      mapping_version: file === null || file.mappingVersion === 0 ? null : file.mappingVersion,
      facts: file === null ? null : JSON.stringify(file.kept),
      warnings: file === null ? null : JSON.stringify(file.warnings),
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}

/** Amounts in one statement: a text of about a megabyte. */
const amountsAtOnce = 5_000;

/** Writes the amounts of a source, numbered from `amountNumber`. */
export async function insertAmounts(
  { trx, scope }: WriteContext,
  sourceId: string,
  amounts: readonly KeptAmount[],
): Promise<void> {
  for (let from = 0; from < amounts.length; from += amountsAtOnce) {
    const rows = amounts.slice(from, from + amountsAtOnce).map((amount) => ({
      ...amount,
      amount: toPlain(amount.amount),
    }));
    await sql`
      INSERT INTO utfall_amount (organisation_id, source_id, amount_number, year, month, account,
        objects, name, file_row, target, line_id, driftrad, amount)
      SELECT ${scope.organisationId}::uuid, ${sourceId}::uuid, "amountNumber", year, month, account,
        objects, name, "fileRow", target, "lineId", driftrad, amount
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row ("amountNumber" integer,
        year integer, month integer, account text, objects text, name text, "fileRow" integer,
        target text, "lineId" uuid, driftrad text, amount numeric)`.execute(trx);
  }
}

/** Deletes the amounts of a source. */
export async function deleteAmounts({ trx }: WriteContext, sourceId: string): Promise<void> {
  await trx.deleteFrom('utfall_amount').where('source_id', '=', sourceId).execute();
}

/** Marks sources as undone. */
export async function markUndone(
  { trx, scope, now }: WriteContext,
  sourceIds: readonly string[],
): Promise<void> {
  await trx
    .updateTable('utfall_source')
    .set({ undone_at: now, undone_by: scope.personId })
    .where('source_id', 'in', sourceIds)
    .execute();
}

/** Writes which version of the mapping the amounts of a source now follow. */
export async function updateMappingVersion(
  { trx }: WriteContext,
  sourceId: string,
  version: number,
): Promise<void> {
  await trx
    .updateTable('utfall_source')
    .set({ mapping_version: version === 0 ? null : version })
    .where('source_id', '=', sourceId)
    .execute();
}

/** The typed sources of a cell that are not undone, the newest first. */
export async function typedInCell(
  trx: OrganisationTransaction,
  {
    lineId,
    year,
    month,
  }: { readonly lineId: string; readonly year: number; readonly month: number | null },
): Promise<string[]> {
  const rows = await trx
    .selectFrom('utfall_source as source')
    .innerJoin('utfall_amount as amount', 'amount.source_id', 'source.source_id')
    .select('source.source_id')
    .where('source.kind', '=', 'typed')
    .where('source.undone_at', 'is', null)
    .where('amount.line_id', '=', lineId)
    .where('amount.year', '=', year)
    .where('amount.month', month === null ? 'is' : '=', month)
    .orderBy('source_number', 'desc')
    .execute();
  return rows.map((row) => row.source_id);
}

/** The years that have amounts in force or not, in order; those of undone sources are left out. */
export async function yearsWithUtfall(trx: OrganisationTransaction): Promise<number[]> {
  const rows = await trx
    .selectFrom('utfall_amount as amount')
    .innerJoin('utfall_source as source', 'source.source_id', 'amount.source_id')
    .select('year')
    .distinct()
    .where('source.undone_at', 'is', null)
    .orderBy('year')
    .execute();
  return rows.map((row) => row.year);
}
