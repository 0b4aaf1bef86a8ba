import { type Kysely, sql } from 'kysely';
import { isZero, sum, tkr } from '#domain/tkr.ts';
import { firstHash, hashOf } from '../audit/queries.ts';
import type { Database, OrganisationTransaction } from '../db/database.ts';
import type { Tables } from '../db/schema.ts';

// The check is nobody's: it sees one organisation at a time and belongs to none.
const nobody = '00000000-0000-0000-0000-000000000000';

/** Something that does not hold, in a Swedish sentence. */
export type Finding = { readonly check: string; readonly message: string };

/** What was looked at, and what does not hold there. */
export type Checked = { readonly organisations: number; readonly findings: readonly Finding[] };

/**
 * Checks what must always hold: the wall stands on every table, moves sum to zero, corrections point
 * at one entry each, and every log is an unbroken chain.
 *
 * A sound database has no findings.
 */
export async function checkDatabase(database: Database): Promise<Checked> {
  const [walls, organisations] = await database.asOwner(async (kysely) => [
    await checkWalls(kysely),
    await kysely.selectFrom('organisation').select('organisation_id').execute(),
  ]);
  const findings = [...walls];
  for (const { organisation_id: organisationId } of organisations) {
    const scope = { organisationId, personId: nobody };
    findings.push(
      ...(await database.inOrganisation(scope, async (trx) => [
        ...(await checkMoves(trx)),
        ...(await checkLog(trx)),
      ])),
    );
  }
  return { organisations: organisations.length, findings };
}

async function checkWalls(kysely: Kysely<Tables>): Promise<Finding[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`.execute(kysely);
  return rows.map(({ name }) => ({
    check: 'wall',
    message: `Tabellen ${name} saknar väggen mellan organisationer.`,
  }));
}

async function checkMoves(trx: OrganisationTransaction): Promise<Finding[]> {
  const rows = await trx
    .selectFrom('budgetpost')
    .select(['budgetpost_id', 'pair_id', 'amount', 'replaces_id'])
    .where('pair_id', 'is not', null)
    .execute();
  const replaced = new Set(rows.map(({ replaces_id }) => replaces_id));
  const inForce = rows.filter(({ budgetpost_id }) => !replaced.has(budgetpost_id));
  return [...Map.groupBy(inForce, ({ pair_id }) => pair_id)]
    .filter(
      ([, sides]) => sides.length !== 2 || !isZero(sum(sides.map((side) => tkr(side.amount)))),
    )
    .map(([pairId]) => ({
      check: 'moves',
      message: `Flytten ${pairId} har inte två sidor som tar ut varandra.`,
    }));
}

async function checkLog(trx: OrganisationTransaction): Promise<Finding[]> {
  const rows = await trx.selectFrom('audit_log').selectAll().execute();
  const inOrder = rows.toSorted((left, right) => (BigInt(left.seq) < BigInt(right.seq) ? -1 : 1));
  let previous = firstHash;
  for (const [index, { hash, ...row }] of inOrder.entries()) {
    const isNext = row.seq === `${index + 1}` && row.previous_hash === previous;
    if (!isNext || hashOf(row) !== hash) {
      return [{ check: 'log', message: `Loggens kedja är bruten vid nummer ${index + 1}.` }];
    }
    previous = hash;
  }
  const head = await trx.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
  if (head?.seq === `${rows.length}` && head.hash === previous) return [];
  return [{ check: 'log', message: 'Loggens slut stämmer inte med det som är antecknat.' }];
}
