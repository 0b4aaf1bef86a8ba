import { createHash } from 'node:crypto';
import { type PrognosFile, prognosFile } from '#contract/prognos-file.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

/** What some frozen scenarios keep; one that was frozen before there was anything to keep has none. */
export async function keptFiles(
  trx: OrganisationTransaction,
  scenarioIds: readonly string[],
): Promise<Map<string, PrognosFile>> {
  if (scenarioIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('scenario_basis')
    .select(['scenario_id', 'document'])
    .where('scenario_id', 'in', scenarioIds)
    .execute();
  return new Map(
    rows.map(({ scenario_id, document }) => [scenario_id, prognosFile.parse(JSON.parse(document))]),
  );
}

/** Writes what a scenario keeps when it is frozen. */
export async function keepFile(
  { trx, scope, now }: WriteContext,
  scenarioId: string,
  document: string,
): Promise<void> {
  await trx
    .insertInto('scenario_basis')
    .values({
      organisation_id: scope.organisationId,
      scenario_id: scenarioId,
      document,
      created_at: now,
    })
    .execute();
}

/** The SHA-256 of what a scenario keeps, in hexadecimal digits. */
export function hashOf(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}
