import { sql } from 'kysely';
import { compare, type Tkr, tkr, toPlain, zero } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

/** A scenario that has a figure which follows an ärende. */
export type Follower = {
  readonly scenarioId: string;
  readonly name: string;
  readonly year: number;
};

/** The figures that follow an ärende, of frozen scenarios too, as far as the asker sees them. */
export async function followersOf(
  trx: OrganisationTransaction,
  arendeId: string,
): Promise<Follower[]> {
  const rows = await selectFollowing(trx, arendeId).execute();
  return rows.map(({ scenario_id, name, year }) => ({ scenarioId: scenario_id, name, year }));
}

function selectFollowing(trx: OrganisationTransaction, arendeId: string) {
  return trx
    .selectFrom('forecast_row')
    .innerJoin('scenario', (join) =>
      join
        .onRef('scenario.organisation_id', '=', 'forecast_row.organisation_id')
        .onRef('scenario.scenario_id', '=', 'forecast_row.scenario_id'),
    )
    .select([
      'forecast_row.scenario_id',
      'scenario.name',
      'scenario.status',
      'scenario.revision',
      'forecast_row.year',
      'forecast_row.kind',
      'forecast_row.linked_amount',
    ])
    .where('arende_id', '=', arendeId)
    .orderBy('scenario.position')
    .orderBy('forecast_row.year');
}

/**
 * Lets every draft that follows an ärende have what it adds now; frozen ones keep what they had.
 *
 * A draft whose figure changed gets a new revision, so that nobody freezes what they never saw. A
 * direktion's decision reaches the drafts that the ekonom keeps to herself, which it cannot see.
 */
export async function updateFollowers(
  { trx, role }: WriteContext,
  arendeId: string,
  added: ReadonlyMap<number, Tkr>,
): Promise<void> {
  await sql`SELECT set_config('tkr.role', 'ekonom', true)`.execute(trx);
  const rows = await selectFollowing(trx, arendeId).where('status', '=', 'utkast').execute();
  const revised = new Map<string, number>();
  for (const { scenario_id, year, kind, linked_amount, revision } of rows) {
    const amount = added.get(year) ?? zero;
    if (linked_amount !== null && compare(tkr(linked_amount), amount) === 0) continue;
    revised.set(scenario_id, revision + 1);
    await trx
      .updateTable('forecast_row')
      .set({ linked_amount: toPlain(amount) })
      .where('scenario_id', '=', scenario_id)
      .where('year', '=', year)
      .where('kind', '=', kind)
      .execute();
  }
  for (const [scenarioId, revision] of revised) {
    await trx
      .updateTable('scenario')
      .set({ revision })
      .where('scenario_id', '=', scenarioId)
      .execute();
  }
  await sql`SELECT set_config('tkr.role', ${role ?? ''}, true)`.execute(trx);
}
