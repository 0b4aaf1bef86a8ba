import { sql, type Transaction } from 'kysely';
import type { Tables } from '../db/schema.ts';

// Children before their parents.
const tables = [
  'printed_figure',
  'forecast_row',
  'assumption',
  'scenario_basis',
  'loan_rate_period',
  'loan',
  'rate_point',
  'rate_curve',
  'share_key_part',
  'share_key',
  'arende_budgetpost',
  'arende_beslut',
  'arende_document',
  'arende_text',
  'arende_entry',
  'arende',
  'scenario',
  'borgenstak',
  'behov',
  'article_price',
  'article',
  'carry_over_policy',
  'totalutgift',
  'utfall_amount',
  'utfall_source',
  'utfall_file_part',
  'utfall_file',
  'mapping_rule',
  'mapping',
  'budgetpost',
  'investment_line',
  'beslut',
  'idempotency_key',
  'audit_log',
  'audit_head',
  'member',
  'invitation',
  'api_token',
  'membership',
] as const;

/**
 * Deletes the demo: its organisation, its people and everything that is theirs. The role of the
 * transaction sees and deletes nothing else.
 */
export async function removeDemoRows(trx: Transaction<Tables>): Promise<void> {
  const demo = sql`SELECT organisation_id FROM organisation WHERE is_demo`;
  const people = sql`SELECT person_id FROM person WHERE is_demo`;
  for (const table of tables) {
    await sql`DELETE FROM ${sql.table(table)} WHERE organisation_id IN (${demo})`.execute(trx);
  }
  await sql`DELETE FROM organisation WHERE is_demo`.execute(trx);
  await sql`DELETE FROM person_link WHERE created_by IN (${people})`.execute(trx);
  await sql`DELETE FROM session WHERE person_id IN (${people})`.execute(trx);
  await sql`DELETE FROM person WHERE is_demo`.execute(trx);
}
