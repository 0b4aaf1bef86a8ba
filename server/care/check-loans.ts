import { sql, type Transaction } from 'kysely';
import type { Tables } from '../db/schema.ts';
import type { Finding } from './finding.ts';
import { foundRows } from './found-rows.ts';

/** The loans whose terms cannot be, by the rules of `domain/forecast/loan-refusal.ts`. */
export async function checkLoans(trx: Transaction<Tables>): Promise<Finding[]> {
  return [...(await checkRates(trx)), ...(await checkPayments(trx)), ...(await checkTwice(trx))];
}

function checkRates(trx: Transaction<Tables>): Promise<Finding[]> {
  return foundRows(
    trx,
    sql`
      SELECT format('loan, organisation %s, %s', l.organisation_id, l.loan_id) FROM loan l
      WHERE NOT EXISTS (SELECT FROM loan_rate_period r
        WHERE r.organisation_id = l.organisation_id AND r.loan_id = l.loan_id
          AND r.valid_from <= l.drawn_on)`,
    (place) => ({
      check: 'loans',
      message: `Ett lån saknar ränta från den dag då det lyftes: ${place}.`,
    }),
  );
}

function checkPayments(trx: Transaction<Tables>): Promise<Finding[]> {
  return foundRows(
    trx,
    sql`
      SELECT format('loan, organisation %s, %s', organisation_id, loan_id) FROM loan
      WHERE principal <= 0 OR first_payment_on <= drawn_on OR first_payment_on > matures_on
        OR (form <> 'atMaturity' AND
          ((extract(year FROM matures_on) - extract(year FROM first_payment_on)) * 12
            + extract(month FROM matures_on) - extract(month FROM first_payment_on))::integer
          % (12 / payments_a_year) <> 0)`,
    (place) => ({
      check: 'loans',
      message: `Ett lån har inget belopp, eller betalningar som inte går från lyftdagen till förfallet: ${place}.`,
    }),
  );
}

function checkTwice(trx: Transaction<Tables>): Promise<Finding[]> {
  return foundRows(
    trx,
    sql`
      SELECT format('loan, organisation %s, %s %s', organisation_id, min(lender), min(reference))
      FROM loan GROUP BY organisation_id, lower(lender), lower(reference) HAVING count(*) > 1`,
    (place) => ({
      check: 'loans',
      message: `En långivare har två lån med samma referens: ${place}.`,
    }),
  );
}
