import type { ArendeSummary } from '#contract/arende-answer.ts';
import type { ArendeOutcome } from '#domain/arende-terms.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

/** An ärende by itself: what it is, how far it has come, and who began it. */
export type StoredArende = Pick<
  ArendeSummary,
  'arendeId' | 'kind' | 'dnr' | 'title' | 'year' | 'status' | 'outcome' | 'version'
> & {
  readonly baseScenarioId: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
};

function selectArenden(trx: OrganisationTransaction) {
  return trx
    .selectFrom('arende')
    .innerJoin('person', 'person.person_id', 'arende.created_by')
    .select([
      'arende_id',
      'kind',
      'dnr',
      'title',
      'year',
      'status',
      'outcome',
      'base_scenario_id',
      'version',
      'arende.created_at',
      'person.name as created_by_name',
    ])
    .orderBy('arende_id', 'desc');
}

type ArendeRow = Awaited<ReturnType<ReturnType<typeof selectArenden>['execute']>>[number];

function toArende({ created_by_name, ...row }: ArendeRow): StoredArende {
  const { arende_id, base_scenario_id, created_at, ...rest } = row;
  return {
    ...rest,
    arendeId: arende_id,
    baseScenarioId: base_scenario_id,
    createdAt: created_at.toISOString(),
    createdBy: created_by_name,
  };
}

/** Every ärende that the asker may see, the newest first. */
export async function allArenden(trx: OrganisationTransaction): Promise<StoredArende[]> {
  return (await selectArenden(trx).execute()).map(toArende);
}

/** One ärende, or null where it is not there or still its ekonom's own. */
export async function arendeById(
  trx: OrganisationTransaction,
  arendeId: string,
): Promise<StoredArende | null> {
  const row = await selectArenden(trx).where('arende_id', '=', arendeId).executeTakeFirst();
  return row === undefined ? null : toArende(row);
}

/** Writes a new ärende. */
export async function insertArende(
  { trx, scope, now }: WriteContext,
  arende: Omit<StoredArende, 'createdAt' | 'createdBy'>,
): Promise<void> {
  const { arendeId, baseScenarioId, ...rest } = arende;
  await trx
    .insertInto('arende')
    .values({
      ...rest,
      organisation_id: scope.organisationId,
      arende_id: arendeId,
      base_scenario_id: baseScenarioId,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}

/** Writes what may change of an ärende that is there: title, Dnr, year, scenario, state, version. */
export async function updateArendeRow(
  { trx }: WriteContext,
  { arendeId, title, dnr, year, status, outcome, version, baseScenarioId }: StoredArende,
): Promise<void> {
  await trx
    .updateTable('arende')
    .set({ title, dnr, year, status, outcome, version, base_scenario_id: baseScenarioId })
    .where('arende_id', '=', arendeId)
    .execute();
}

/** Deletes an ärende with its entries, texts and documents. */
export async function deleteArendeRow({ trx }: WriteContext, arendeId: string): Promise<void> {
  await trx.deleteFrom('arende').where('arende_id', '=', arendeId).execute();
}

/** A decision about an ärende. */
export type StoredDecision = {
  readonly arendeId: string;
  readonly step: number;
  readonly outcome: ArendeOutcome;
  readonly beslutId: string;
  readonly how: 'decided' | 'registered';
  readonly protocol: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
};

/** The decisions about one ärende, or about all that the asker may see, in their order. */
export async function decisionsOf(
  trx: OrganisationTransaction,
  arendeId: string | null,
): Promise<StoredDecision[]> {
  const rows = await trx
    .selectFrom('arende_beslut')
    .innerJoin('person', 'person.person_id', 'arende_beslut.created_by')
    .select([
      'arende_id',
      'step',
      'outcome',
      'beslut_id',
      'how',
      'protocol',
      'arende_beslut.created_at',
      'person.name as created_by_name',
    ])
    .$if(arendeId !== null, (query) => query.where('arende_id', '=', arendeId ?? ''))
    .orderBy('step')
    .execute();
  return rows.map(({ arende_id, beslut_id, created_at, created_by_name, ...row }) => ({
    ...row,
    arendeId: arende_id,
    beslutId: beslut_id,
    createdAt: created_at,
    createdBy: created_by_name,
  }));
}

/** Writes a decision. */
export async function insertDecision(
  { trx, scope, now }: WriteContext,
  { arendeId, beslutId, ...decision }: Omit<StoredDecision, 'createdAt' | 'createdBy'>,
): Promise<void> {
  await trx
    .insertInto('arende_beslut')
    .values({
      ...decision,
      organisation_id: scope.organisationId,
      arende_id: arendeId,
      beslut_id: beslutId,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}

/** A budgetpost that a granted ärende wrote, and the entry that it came from. */
export type ArendePost = {
  readonly budgetpostId: string;
  readonly entryId: string;
  readonly arendeId: string;
};

/** Every budgetpost that came from an ärende. */
export async function arendePosts(trx: OrganisationTransaction): Promise<ArendePost[]> {
  const rows = await trx
    .selectFrom('arende_budgetpost')
    .innerJoin('arende_entry', 'arende_entry.entry_id', 'arende_budgetpost.entry_id')
    .select(['budgetpost_id', 'arende_budgetpost.entry_id', 'arende_id'])
    .orderBy('budgetpost_id')
    .execute();
  return rows.map(({ budgetpost_id, entry_id, arende_id }) => ({
    budgetpostId: budgetpost_id,
    entryId: entry_id,
    arendeId: arende_id,
  }));
}

/** Writes which entry some budgetposts came from. */
export async function insertArendePosts(
  { trx, scope }: WriteContext,
  entryId: string,
  budgetpostIds: readonly string[],
): Promise<void> {
  for (const budgetpostId of budgetpostIds) {
    await trx
      .insertInto('arende_budgetpost')
      .values({
        organisation_id: scope.organisationId,
        budgetpost_id: budgetpostId,
        entry_id: entryId,
      })
      .execute();
  }
}
