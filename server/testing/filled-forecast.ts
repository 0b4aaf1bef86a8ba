import type { Kysely } from 'kysely';
import { canonicalJson } from '#contract/canonical-json.ts';
import { prognosFile } from '#contract/prognos-file.ts';
import type { Tables } from '../db/schema.ts';
import { awkward, filledIds, idOf } from './filled-ids.ts';

const at = new Date('2025-03-27T09:00:00.000Z');
const { adalen, person, line, draft, frozen, member } = filledIds;
const curve = idOf(80);
const loan = idOf(81);
const key = idOf(82);
const otherMember = idOf(85);
const of = { organisation_id: adalen };
const made = { created_at: at, created_by: person };
const changed = { changed_at: at, changed_by: person };

// What a frozen scenario keeps is a whole document, and nothing else.
const keptDocument = canonicalJson(
  prognosFile.parse({
    format: 'tkr-prognos-1',
    name: awkward,
    openingYear: 2024,
    lastYear: 2026,
  }),
);

/** One row or more of loans, assumptions, share keys, and what a frozen scenario rests on. */
export async function fillForecast(kysely: Kysely<Tables>): Promise<void> {
  await fillLoans(kysely);
  await kysely
    .insertInto('assumption')
    .values([
      {
        ...of,
        ...changed,
        assumption_id: idOf(83),
        scenario_id: draft,
        kind: 'executionRange',
        line_id: null,
        valid_from: '2026-01-01',
        percent: '80.1234',
        low_percent: '70',
        high_percent: '100',
        comment: awkward,
      },
      {
        ...of,
        ...changed,
        assumption_id: idOf(84),
        scenario_id: null,
        kind: 'drawSpan',
        line_id: line,
        valid_from: null,
        months: 1,
        last_month: 12,
      },
    ])
    .execute();
  await kysely
    .insertInto('member')
    .values([
      { ...of, member_id: member, name: awkward, created_by: person },
      { ...of, member_id: otherMember, name: 'Öster', created_by: person },
    ])
    .execute();
  await kysely
    .insertInto('share_key')
    .values({
      ...of,
      ...changed,
      key_id: key,
      valid_from: '2024-04-01',
      type: 'percent',
      source: awkward,
    })
    .execute();
  await kysely
    .insertInto('share_key_part')
    .values([
      { ...of, key_id: key, member_id: member, weight: '57.8' },
      { ...of, key_id: key, member_id: otherMember, weight: '42.2' },
    ])
    .execute();
  await kysely
    .insertInto('scenario_basis')
    .values({ ...of, scenario_id: frozen, document: keptDocument, created_at: at })
    .execute();
}

async function fillLoans(kysely: Kysely<Tables>): Promise<void> {
  await kysely
    .insertInto('rate_curve')
    .values({ ...of, ...made, curve_id: curve, name: awkward })
    .execute();
  await kysely
    .insertInto('rate_point')
    .values({
      ...of,
      ...made,
      curve_id: curve,
      valid_from: '2025-01-01',
      percent: '-0.1234',
      source: null,
    })
    .execute();
  await kysely
    .insertInto('loan')
    .values({
      ...of,
      ...made,
      ...changed,
      loan_id: loan,
      lender: awkward,
      reference: 'KI 1',
      principal: '12345.00001',
      drawn_on: '2024-02-29',
      form: 'annuity',
      payments_a_year: 4,
      first_payment_on: '2024-05-31',
      matures_on: '2034-02-28',
      comment: null,
    })
    .execute();
  const period = { ...of, loan_id: loan };
  await kysely
    .insertInto('loan_rate_period')
    .values([
      { ...period, valid_from: '2024-02-29', percent: '3.25', curve_id: null },
      { ...period, valid_from: '2026-03-01', percent: '0.4', curve_id: curve },
    ])
    .execute();
}
