import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../db/schema.ts';
import { checkArenden } from './check-arenden.ts';
import { checkBorgen } from './check-borgen.ts';
import { checkFiles } from './check-files.ts';
import { checkForecast } from './check-forecast.ts';
import { checkLoans } from './check-loans.ts';
import type { Finding } from './finding.ts';
import { foundRows } from './found-rows.ts';

type Trx = Transaction<Tables>;

/** What does not hold among the rows, past what each one's own constraints say. */
export async function checkRows(trx: Trx): Promise<Finding[]> {
  return [
    ...(await checkMoves(trx)),
    ...(await checkCorrections(trx)),
    ...(await checkOrphans(trx)),
    ...(await checkAmounts(trx)),
    ...(await checkScenarios(trx)),
    ...(await checkMemberships(trx)),
    ...(await checkArenden(trx)),
    ...(await checkBorgen(trx)),
    ...(await checkLoans(trx)),
    ...(await checkForecast(trx)),
    ...(await checkFiles(trx)),
  ];
}

// The sides that nothing replaces: each has one other side, which is what it says of it.
function checkMoves(trx: Trx): Promise<Finding[]> {
  return foundRows(
    trx,
    sql`
      WITH side AS (SELECT b.* FROM budgetpost b WHERE b.pair_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM budgetpost r
          WHERE r.organisation_id = b.organisation_id AND r.replaces_id = b.budgetpost_id))
      SELECT DISTINCT format('budgetpost, organisation %s, flytt %s', a.organisation_id, a.pair_id)
      FROM side a LEFT JOIN side b ON b.organisation_id = a.organisation_id
        AND b.pair_id = a.pair_id AND b.budgetpost_id <> a.budgetpost_id
      GROUP BY a.organisation_id, a.pair_id, a.budgetpost_id
      HAVING count(b.budgetpost_id) <> 1 OR bool_or(b.amount <> -a.amount OR b.kind <> a.kind
        OR b.year <> COALESCE(a.other_year, a.year)
        OR b.line_id <> COALESCE(a.other_line_id, a.line_id))`,
    (place) => ({
      check: 'moves',
      message: `En flytt har inte två sidor som tar ut varandra: ${place}.`,
    }),
  );
}

// Entries are numbered as they are written, so that a correction has the higher number; one that
// has not could be part of a ring, where no entry is in force.
async function checkCorrections(trx: Trx): Promise<Finding[]> {
  const place = sql`format('budgetpost, organisation %s, post %s', b.organisation_id, b.budgetpost_id)`;
  return [
    ...(await foundRows(
      trx,
      sql`
        SELECT ${place} FROM budgetpost b JOIN budgetpost r
          ON r.organisation_id = b.organisation_id AND r.replaces_id = b.budgetpost_id
        GROUP BY b.organisation_id, b.budgetpost_id HAVING count(*) > 1`,
      (where) => ({ check: 'corrections', message: `En post är rättad mer än en gång: ${where}.` }),
    )),
    ...(await foundRows(
      trx,
      sql`
        SELECT ${place} FROM budgetpost b JOIN budgetpost r
          ON r.organisation_id = b.organisation_id AND r.budgetpost_id = b.replaces_id
        WHERE (b.line_id, b.year, b.kind) <> (r.line_id, r.year, r.kind)
          OR b.entry_number <= r.entry_number`,
      (where) => ({
        check: 'corrections',
        message: `En rättelse ersätter en post på en annan rad, ett annat år, av ett annat slag eller som skrevs senare: ${where}.`,
      }),
    )),
  ];
}

type ForeignKey = {
  readonly child: string;
  readonly parent: string;
  readonly pairs: readonly (readonly [child: string, parent: string])[];
};

// Constraints can be switched off, and rows be damaged behind them: each one is asked anew.
async function checkOrphans(trx: Trx): Promise<Finding[]> {
  const { rows } = await sql<ForeignKey>`
    SELECT c.relname AS child, p.relname AS parent,
      (SELECT json_agg(json_build_array(a.attname, b.attname) ORDER BY k.n)
        FROM unnest(f.conkey, f.confkey) WITH ORDINALITY AS k (a, b, n)
        JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.a
        JOIN pg_attribute b ON b.attrelid = f.confrelid AND b.attnum = k.b) AS pairs
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class p ON p.oid = f.confrelid
    WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace ORDER BY 1, 2, f.conname
  `.execute(trx);
  const findings: Finding[] = [];
  for (const key of rows) findings.push(...(await orphansOf(trx, key)));
  return findings;
}

function orphansOf(trx: Trx, { child, parent, pairs }: ForeignKey): Promise<Finding[]> {
  const all = (parts: readonly RawBuilder<unknown>[]) => sql.join(parts, sql` AND `);
  const columns = pairs.map(([column]) => column);
  const place = sql.join(columns.map((column) => sql`c.${sql.ref(column)}::text`));
  return foundRows(
    trx,
    sql`
      SELECT ${`${child} (${columns.join(', ')}) = (`}::text || concat_ws(', ', ${place}) || ')'
      FROM ${sql.table(child)} c
      WHERE ${all(columns.map((column) => sql`c.${sql.ref(column)} IS NOT NULL`))}
        AND NOT EXISTS (SELECT FROM ${sql.table(parent)} p
          WHERE ${all(pairs.map(([own, its]) => sql`p.${sql.ref(its)} = c.${sql.ref(own)}`))})`,
    (where) => ({
      check: 'orphans',
      message: `En rad i ${child} pekar på en rad i ${parent} som inte finns: ${where}.`,
    }),
  );
}

async function checkAmounts(trx: Trx): Promise<Finding[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    SELECT c.relname AS table, a.attname AS column
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND a.atttypid = 'numeric'::regtype AND NOT a.attisdropped ORDER BY 1, 2`.execute(trx);
  const findings: Finding[] = [];
  for (const { table, column } of columns) {
    const amount = sql.ref(column);
    findings.push(
      ...(await foundRows(
        trx,
        sql`
          SELECT format('%s, organisation %s, %s', ${table}::text, organisation_id, ${amount})
          FROM ${sql.table(table)}
          WHERE ${amount} IN ('NaN', 'Infinity', '-Infinity') OR min_scale(${amount}) > 5`,
        (where) => ({
          check: 'amounts',
          message: `Ett belopp är inget tal med högst fem decimaler: ${where}.`,
        }),
      )),
    );
  }
  return findings;
}

function checkScenarios(trx: Trx): Promise<Finding[]> {
  return foundRows(
    trx,
    sql`
      SELECT format('scenario, organisation %s, %s', organisation_id, scenario_id) FROM scenario
      WHERE (status = 'faststalld') <> (frozen_at IS NOT NULL)
        OR (status = 'faststalld') <> (frozen_by IS NOT NULL)
        OR (status = 'faststalld' AND is_private)`,
    (where) => ({
      check: 'scenarios',
      message: `Ett scenario är fastställt utan dag eller person, har en utan att vara fastställt, eller är både fastställt och privat: ${where}.`,
    }),
  );
}

function checkMemberships(trx: Trx): Promise<Finding[]> {
  return foundRows(
    trx,
    sql`
      SELECT format('membership, organisation %s, person %s', m.organisation_id, m.person_id)
      FROM membership m LEFT JOIN person p USING (person_id)
      WHERE m.ended_at IS NULL AND p.person_id IS NULL`,
    (where) => ({
      check: 'memberships',
      message: `Ett medlemskap hör till en person som inte finns: ${where}.`,
    }),
  );
}
