import type { MappingAnswer } from '#contract/mapping.ts';
import type { MappingRule } from '#domain/mapping.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

/** A version of the mapping without its rules. */
export type MappingVersion = Omit<MappingAnswer, 'rules'>;

/** All versions, the newest first. */
export async function mappingVersions(trx: OrganisationTransaction): Promise<MappingVersion[]> {
  const rows = await trx
    .selectFrom('mapping')
    .innerJoin('person', 'person.person_id', 'mapping.created_by')
    .select(['version', 'comment', 'mapping.created_at', 'person.name as created_by_name'])
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ version, comment, created_at, created_by_name }) => ({
    version,
    comment,
    createdAt: created_at.toISOString(),
    createdBy: created_by_name,
  }));
}

/** True where there is such a version; 0 is the empty mapping and always there. */
export async function mappingExists(
  trx: OrganisationTransaction,
  version: number,
): Promise<boolean> {
  if (version === 0) return true;
  const row = await trx
    .selectFrom('mapping')
    .select('version')
    .where('version', '=', version)
    .executeTakeFirst();
  return row !== undefined;
}

/** The rules of a version, in order. */
export async function rulesOf(
  trx: OrganisationTransaction,
  version: number,
): Promise<MappingRule[]> {
  const rows = await trx
    .selectFrom('mapping_rule')
    .selectAll()
    .where('version', '=', version)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    accountFrom: row.account_from,
    accountTo: row.account_to,
    dimension: row.dimension,
    objectFrom: row.object_from,
    objectTo: row.object_to,
    name: row.name,
    target: row.target,
    lineId: row.line_id,
    driftrad: row.driftrad,
  }));
}

/** A version that is about to be written. */
export type NewMapping = {
  readonly version: number;
  readonly comment: string | null;
  readonly rules: readonly MappingRule[];
};

/** Rules in one statement: each has a dozen parameters, and a statement takes 65 535. */
const rulesAtOnce = 1_000;

/** Writes a new version with its rules. */
export async function insertMapping(
  { trx, scope, now }: WriteContext,
  { version, comment, rules }: NewMapping,
): Promise<void> {
  const own = { organisation_id: scope.organisationId, version };
  await trx
    .insertInto('mapping')
    .values({ ...own, comment, created_at: now, created_by: scope.personId })
    .execute();
  const rows = rules.map((rule, position) => ({
    ...own,
    position,
    account_from: rule.accountFrom,
    account_to: rule.accountTo,
    dimension: rule.dimension,
    object_from: rule.objectFrom,
    object_to: rule.objectTo,
    name: rule.name,
    target: rule.target,
    line_id: rule.lineId,
    driftrad: rule.driftrad,
  }));
  for (let from = 0; from < rows.length; from += rulesAtOnce) {
    const some = rows.slice(from, from + rulesAtOnce);
    await trx.insertInto('mapping_rule').values(some).execute();
  }
}
