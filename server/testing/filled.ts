import { type Kysely, sql } from 'kysely';
import { appendAudit, startAudit } from '../audit/queries.ts';
import { createDatabase } from '../db/database.ts';
import type { Tables } from '../db/schema.ts';
import { fillForecast } from './filled-forecast.ts';
import { awkward, filledIds, idOf } from './filled-ids.ts';
import { fillInvestments } from './filled-investments.ts';

/**
 * Fills an empty, migrated database as its owner: one row or more of everything that a backup must
 * carry, written past every wall, with logs of three rows and none whose chains are right.
 */
export async function fill(kysely: Kysely<Tables>): Promise<void> {
  await fillPeople(kysely);
  await fillLedger(kysely);
  await fillScenarios(kysely);
  await fillInvestments(kysely);
  await fillForecast(kysely);
  await fillAccounts(kysely);
  await fillLog(kysely);
}

async function fillPeople(kysely: Kysely<Tables>): Promise<void> {
  const { person, other, adalen, oster } = filledIds;
  await kysely
    .insertInto('person')
    .values([
      { person_id: person, name: 'Åsa Öberg', email: 'asa@exempel.se' },
      { person_id: other, name: awkward, email: null },
    ])
    .execute();
  await kysely
    .insertInto('organisation')
    .values([
      { organisation_id: adalen, name: 'Ådalen', slug: 'adalen', is_demo: false },
      { organisation_id: oster, name: 'Öster', slug: 'oster', is_demo: false },
    ])
    .execute();
  await kysely
    .insertInto('membership')
    .values([
      { organisation_id: adalen, person_id: person, role: 'ekonom' },
      { organisation_id: oster, person_id: person, role: 'revisor', ended_at: new Date(0) },
      { organisation_id: oster, person_id: other, role: 'administrator' },
    ])
    .execute();
}

async function fillLedger(kysely: Kysely<Tables>): Promise<void> {
  const { person, adalen, line, otherLine, beslut, post, correction } = filledIds;
  const own = { organisation_id: adalen, created_by: person };
  await kysely
    .insertInto('beslut')
    .values([
      { ...own, beslut_id: beslut, title: awkward, organ: 'Direktionen', decided_on: '2024-02-29' },
    ])
    .execute();
  await kysely
    .insertInto('investment_line')
    .values([
      { ...own, line_id: line, name: 'Gator', position: 0 },
      { ...own, line_id: otherLine, name: 'Gång- och cykelvägar', position: 1 },
    ])
    .execute();
  const entry = { ...own, line_id: line, beslut_id: beslut, other_line_id: null };
  const single = { ...entry, kind: 'ursprunglig', other_year: null, pair_id: null } as const;
  const move = { ...entry, kind: 'aterbudgetering', pair_id: idOf(44), replaces_id: null } as const;
  await kysely
    .insertInto('budgetpost')
    .values(
      [
        // The largest amount that the column holds, and the smallest step.
        { ...single, budgetpost_id: post, year: 2025, amount: '9999999999999.99999' },
        { ...single, budgetpost_id: correction, year: 2025, amount: '-0.00001', replaces_id: post },
        {
          ...move,
          budgetpost_id: filledIds.toLater,
          year: 2025,
          other_year: 2024,
          amount: '1234.5',
        },
        {
          ...move,
          budgetpost_id: filledIds.fromEarlier,
          year: 2024,
          other_year: 2025,
          amount: '-1234.5',
        },
      ].map((row) => ({ comment: null, replaces_id: null, ...row })),
    )
    .execute();
  await kysely
    .insertInto('borgenstak')
    .values({
      organisation_id: adalen,
      borgenstak_id: idOf(60),
      valid_from: '2024-01-01',
      amount: '300000',
      beslut_id: beslut,
      comment: awkward,
    })
    .execute();
}

async function fillScenarios(kysely: Kysely<Tables>): Promise<void> {
  const { person, adalen, draft, frozen } = filledIds;
  const scenario = {
    organisation_id: adalen,
    opening_year: 2024,
    last_year: 2026,
    created_by: person,
    description: null,
  };
  await kysely
    .insertInto('scenario')
    .values([
      { ...scenario, scenario_id: draft, name: 'Utkast', status: 'utkast', position: 0 },
      { ...scenario, scenario_id: frozen, name: 'Beslutat', status: 'utkast', position: 1 },
    ])
    .execute();
  const row = { organisation_id: adalen, year: 2024, changed_by: person, comment: null } as const;
  await kysely
    .insertInto('forecast_row')
    .values([
      { ...row, scenario_id: draft, kind: 'openingDebt', source: 'typed', amount: null },
      { ...row, scenario_id: frozen, kind: 'openingDebt', source: 'typed', amount: '250000.12345' },
      { ...row, scenario_id: frozen, kind: 'amortisation', source: 'typed', amount: '-2.5' },
    ])
    .execute();
  await sql`UPDATE scenario SET status = 'faststalld', frozen_by = ${person},
    frozen_at = '2026-11-22 08:00:00.123456+00' WHERE scenario_id = ${frozen}`.execute(kysely);
  await kysely
    .insertInto('printed_figure')
    .values({
      organisation_id: adalen,
      printed_figure_id: idOf(61),
      scenario_id: draft,
      year: 2024,
      figure: 'debt',
      amount: '250000',
      printed_in: 'table',
      source: 'Protokoll § 12',
    })
    .execute();
}

async function fillAccounts(kysely: Kysely<Tables>): Promise<void> {
  const { person, adalen } = filledIds;
  const at = new Date('2026-11-22T08:00:00.123Z');
  await kysely
    .insertInto('password')
    .values({ person_id: person, hash: '$argon2id$v=19$m=19456$abc$def', changed_at: at })
    .execute();
  await kysely
    .insertInto('totp')
    .values({
      person_id: person,
      secret: 'JBSWY3DPEHPK3PXP',
      confirmed_at: at,
      last_step: '58812345',
    })
    .execute();
  // Orders that collations disagree about.
  for (const code of ['a', 'B', 'å', 'z', '_']) {
    await kysely
      .insertInto('recovery_code')
      .values({ person_id: person, code_hash: code, used_at: null })
      .execute();
  }
  await kysely
    .insertInto('idempotency_key')
    .values({
      organisation_id: adalen,
      person_id: person,
      key: 'å-nyckel',
      fingerprint: 'f',
      answer: JSON.stringify({ name: awkward }),
    })
    .execute();
}

async function fillLog(kysely: Kysely<Tables>): Promise<void> {
  const { person, adalen, oster, line } = filledIds;
  for (const organisationId of [adalen, oster]) {
    await kysely.transaction().execute((trx) => startAudit(trx, organisationId));
  }
  const append = appender(kysely);
  for (const [index, name] of ['Gator', awkward, 'Vägar'].entries()) {
    await append({ organisationId: adalen, personId: person }, index, { lineId: line, name });
  }
}

/** Gives a function that appends one row to an organisation's log, as the server does. */
export function appender(kysely: Kysely<Tables>) {
  const database = createDatabase(kysely);
  return (
    scope: { readonly organisationId: string; readonly personId: string },
    index: number,
    after: unknown,
  ): Promise<void> =>
    database.inOrganisation(scope, (trx) =>
      appendAudit(
        {
          trx,
          scope,
          now: new Date(Date.UTC(2026, 10, 22, 8, 0, 0, index)),
          requestId: `anrop-${index}`,
          // The first rows are as they were before anybody had a role.
          ...(index > 0 && { role: 'ekonom' as const, tokenId: idOf(70) }),
        },
        { action: 'updateInvestmentLine', entityId: filledIds.line, before: null, after },
      ),
    );
}
