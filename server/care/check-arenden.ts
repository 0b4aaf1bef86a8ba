import { sql, type Transaction } from 'kysely';
import type { Tables } from '../db/schema.ts';
import type { Finding } from './finding.ts';
import { foundRows } from './found-rows.ts';

/** What does not hold between ärenden, their decisions, and the entries that they became. */
export async function checkArenden(trx: Transaction<Tables>): Promise<Finding[]> {
  return [...(await checkStatuses(trx)), ...(await checkPosts(trx)), ...(await checkAmounts(trx))];
}

function checkStatuses(trx: Transaction<Tables>): Promise<Finding[]> {
  return foundRows(
    trx,
    sql`
      SELECT format('arende, organisation %s, %s', a.organisation_id, a.arende_id)
      FROM arende a LEFT JOIN LATERAL (SELECT b.outcome FROM arende_beslut b
        WHERE b.organisation_id = a.organisation_id AND b.arende_id = a.arende_id
        ORDER BY b.step DESC LIMIT 1) latest ON true
      WHERE (a.status = 'beslutad') <> COALESCE(latest.outcome <> 'aterremiss', false)
        OR a.outcome <> latest.outcome`,
    (where) => ({
      check: 'arenden',
      message: `Ett ärende är beslutat utan beslut, eller har ett annat utfall än sitt beslut: ${where}.`,
    }),
  );
}

function checkPosts(trx: Transaction<Tables>): Promise<Finding[]> {
  return foundRows(
    trx,
    sql`
      SELECT format('arende_budgetpost, organisation %s, %s', l.organisation_id, l.budgetpost_id)
      FROM arende_budgetpost l
        JOIN arende_entry e USING (organisation_id, entry_id)
        JOIN arende a USING (organisation_id, arende_id)
        JOIN budgetpost p USING (organisation_id, budgetpost_id)
      WHERE a.outcome IS DISTINCT FROM 'bifall'
        OR NOT EXISTS (SELECT FROM arende_beslut b WHERE b.organisation_id = a.organisation_id
          AND b.arende_id = a.arende_id AND b.beslut_id = p.beslut_id AND b.outcome = 'bifall')`,
    (where) => ({
      check: 'arenden',
      message: `En budgetpost sägs komma ur ett ärende som inte bifölls med postens beslut: ${where}.`,
    }),
  );
}

// A move has its other side on another line or in another year, which is not what the entry gave.
function checkAmounts(trx: Transaction<Tables>): Promise<Finding[]> {
  return foundRows(
    trx,
    sql`
      SELECT format('arende_entry, organisation %s, %s', e.organisation_id, e.entry_id)
      FROM arende_entry e
        JOIN arende a USING (organisation_id, arende_id)
        LEFT JOIN arende_budgetpost l USING (organisation_id, entry_id)
        LEFT JOIN budgetpost p ON p.organisation_id = l.organisation_id
          AND p.budgetpost_id = l.budgetpost_id AND p.year = e.year
          AND (e.line_id IS NULL OR p.line_id = e.line_id)
      WHERE a.outcome = 'bifall' AND e.kind <> 'correction'
      GROUP BY e.organisation_id, e.entry_id, e.decided_amount, e.amount
      HAVING COALESCE(sum(p.amount), 0) <> COALESCE(e.decided_amount, e.amount)`,
    (where) => ({
      check: 'arenden',
      message: `Ett bifallet ärende har inte skrivit det belopp som beslutades: ${where}.`,
    }),
  );
}
