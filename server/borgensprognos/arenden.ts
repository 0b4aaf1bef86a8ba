import { sql } from 'kysely';
import type { ForecastBasis } from '#contract/borgensprognos.ts';
import type { BudgetPart } from '#domain/forecast/budget-parts.ts';
import { toPlain } from '#domain/tkr.ts';
import { entriesOf } from '../arende/entry-queries.ts';
import { addedChanges, type Ledger, postsBefore } from '../arende/ledger.ts';
import { allArenden, decisionsOf, type StoredArende } from '../arende/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';

type ArendeAnswer = ForecastBasis['arenden'][number];

/** What an ärende that the asker may not see is called where a scenario follows it. */
const hiddenName = 'Ärende i utkast';

/** What is known of ärenden before it is told what each one adds. */
export type ArendeGround = {
  readonly ledger: Ledger;
  /** What each decided ärende added, as it stands in the budget now. */
  readonly granted: ReadonlyMap<string, readonly BudgetPart[]>;
  /** The ärenden that figures of the chosen scenarios follow. */
  readonly followed: ReadonlySet<string>;
};

/**
 * What ärenden add, by line and year: those that are decided, those on their way, and those that a
 * scenario follows.
 *
 * A scenario that the asker sees is computed from the same for everybody, also where it follows an
 * ärende that only its ekonom sees; of that one the amounts are told, and not its name.
 */
export async function readArenden(
  trx: OrganisationTransaction,
  ground: ArendeGround,
): Promise<ArendeAnswer[]> {
  const seen = await allArenden(trx);
  const told = seen.filter(
    ({ arendeId, kind, outcome }) =>
      ground.followed.has(arendeId) || (kind === 'tillaggsbudget' && outcome !== 'avslag'),
  );
  const answers = await withAdded(trx, told, ground);
  const hidden = [...ground.followed].filter(
    (followed) => !seen.some(({ arendeId }) => arendeId === followed),
  );
  if (hidden.length > 0) answers.push(...(await readHidden(trx, hidden, ground)));
  return answers.toSorted((left, right) => (left.arendeId < right.arendeId ? -1 : 1));
}

async function readHidden(
  trx: OrganisationTransaction,
  hidden: readonly string[],
  ground: ArendeGround,
): Promise<ArendeAnswer[]> {
  const { rows } = await sql<{ role: string | null }>`
    SELECT current_setting('tkr.role', true) AS role`.execute(trx);
  await sql`SELECT set_config('tkr.role', 'ekonom', true)`.execute(trx);
  const arenden = (await allArenden(trx)).filter(({ arendeId }) => hidden.includes(arendeId));
  const answers = await withAdded(trx, arenden, ground);
  await sql`SELECT set_config('tkr.role', ${rows[0]?.role ?? ''}, true)`.execute(trx);
  return answers.map((answer) => ({ ...answer, name: hiddenName }));
}

async function withAdded(
  trx: OrganisationTransaction,
  arenden: readonly StoredArende[],
  { ledger, granted }: ArendeGround,
): Promise<ArendeAnswer[]> {
  if (arenden.length === 0) return [];
  const entries = await entriesOf(trx, null);
  const decisions = await decisionsOf(trx, null);
  return arenden.map((arende) => {
    const { arendeId, dnr, title } = arende;
    const isDecided = arende.status === 'beslutad' && arende.kind === 'tillaggsbudget';
    const own = entries.filter((entry) => entry.arendeId === arendeId);
    const proposed = new Set(own.filter(({ lineId }) => lineId === null).map(({ id }) => id));
    const added: readonly BudgetPart[] = isDecided
      ? (granted.get(arendeId) ?? [])
      : addedChanges(arende, own, postsBefore(ledger, arende, decisions));
    return {
      arendeId,
      name: dnr ?? title,
      isDecided,
      entries: added.map(({ lineId, year, amount }) => ({
        lineId: proposed.has(lineId) ? null : lineId,
        year,
        amount: toPlain(amount),
      })),
    };
  });
}
