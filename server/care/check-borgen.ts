import { sql, type Transaction } from 'kysely';
import type { Tables } from '../db/schema.ts';
import type { Finding } from './finding.ts';
import { foundRows } from './found-rows.ts';

/** What does not hold among ceilings, and among the keys by which the members answer. */
export async function checkBorgen(trx: Transaction<Tables>): Promise<Finding[]> {
  return [...(await checkCeilings(trx)), ...(await checkChains(trx)), ...(await checkKeys(trx))];
}

function checkCeilings(trx: Transaction<Tables>): Promise<Finding[]> {
  return foundRows(
    trx,
    sql`
      SELECT format('borgenstak, organisation %s, %s', b.organisation_id, b.valid_from)
      FROM borgenstak b
      WHERE NOT b.is_withdrawn AND NOT EXISTS (SELECT FROM borgenstak r
        WHERE r.organisation_id = b.organisation_id AND r.replaces_id = b.borgenstak_id)
      GROUP BY b.organisation_id, b.valid_from HAVING count(*) > 1`,
    (where) => ({
      check: 'borgen',
      message: `Två borgenstak gäller från samma dag: ${where}.`,
    }),
  );
}

// What takes nothing back would be a ceiling that never was; what points at itself is never in force.
function checkChains(trx: Transaction<Tables>): Promise<Finding[]> {
  return foundRows(
    trx,
    sql`
      SELECT format('borgenstak, organisation %s, %s', b.organisation_id, b.borgenstak_id)
      FROM borgenstak b LEFT JOIN borgenstak r ON r.organisation_id = b.organisation_id
        AND r.borgenstak_id = b.replaces_id
      WHERE (b.is_withdrawn AND b.replaces_id IS NULL) OR r.is_withdrawn
        OR b.replaces_id >= b.borgenstak_id`,
    (where) => ({
      check: 'borgen',
      message: `Ett borgenstak tar inte tillbaka något, eller ersätter ett som är återtaget eller skrevs senare: ${where}.`,
    }),
  );
}

function checkKeys(trx: Transaction<Tables>): Promise<Finding[]> {
  return foundRows(
    trx,
    sql`
      SELECT format('share_key, organisation %s, %s', k.organisation_id, k.key_id)
      FROM share_key k LEFT JOIN share_key_part p USING (organisation_id, key_id)
      GROUP BY k.organisation_id, k.key_id, k.type
      HAVING COALESCE(sum(p.weight), 0) = 0
        OR (k.type = 'percent' AND sum(p.weight) <> 100)
        OR (k.type = 'population' AND bool_or(p.weight <> trunc(p.weight)))`,
    (where) => ({
      check: 'borgen',
      message: `En fördelningsnyckel har inga andelar, procent som inte blir 100, eller delar av invånare: ${where}.`,
    }),
  );
}
