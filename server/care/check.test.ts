import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../db/database.ts';
import type { Tables } from '../db/schema.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { fill } from '../testing/filled.ts';
import { filledIds, idOf } from '../testing/filled-ids.ts';
import { checkDatabase } from './check.ts';
import { checkRows } from './check-rows.ts';
import { checkSchema } from './check-schema.ts';
import type { Finding } from './finding.ts';
import { putOnKeeper, settle } from './snapshot.ts';

const { person, other, adalen, otherLine, beslut, post, correction } = filledIds;
const { toLater, fromEarlier, draft, frozen } = filledIds;

let owner: TestDatabase;
beforeAll(async () => {
  owner = await createTestDatabase();
  await fill(owner.kysely);
});
afterAll(() => owner.drop());

class Undone extends Error {}

/** What the check finds after the owner has done a damage, which is then undone. */
async function findingsAfter(...damage: readonly string[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const attempt = owner.kysely.transaction().execute(async (trx) => {
    for (const statement of damage) await sql.raw(statement).execute(trx);
    await settle(trx);
    await putOnKeeper(trx);
    findings.push(...(await checkSchema(trx)), ...(await checkRows(trx)));
    throw new Undone();
  });
  await expect(attempt).rejects.toThrow(Undone);
  return findings;
}

const messages = async (...damage: readonly string[]) =>
  (await findingsAfter(...damage)).map(({ message }) => message);

const unlocked = (table: string, ...statements: readonly string[]) => [
  `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
  ...statements,
  `ALTER TABLE ${table} ENABLE TRIGGER ALL`,
];

describe('the check of a database', () => {
  it('finds nothing in a sound one', async () => {
    const database = createDatabase(owner.kysely);
    expect(await checkDatabase(database)).toEqual({ organisations: 2, findings: [] });
  });

  it('says where a log is broken, and goes on with the rest', async () => {
    const database = createDatabase(owner.kysely);
    const change = (from: string, to: string, kysely: Kysely<Tables>) =>
      sql`
      UPDATE audit_log SET after = replace(after, ${from}, ${to})`.execute(kysely);
    await sql`ALTER TABLE audit_log DISABLE TRIGGER USER`.execute(owner.kysely);
    await change('Vägar', 'Annat', owner.kysely);
    const { findings } = await checkDatabase(database);
    await change('Annat', 'Vägar', owner.kysely);
    await sql`ALTER TABLE audit_log ENABLE TRIGGER USER`.execute(owner.kysely);
    expect(findings.map(({ check }) => check)).toEqual([
      'schema',
      'schema',
      'schema',
      'schema',
      'log',
    ]);
    expect(findings.at(-1)).toEqual({
      check: 'log',
      message: 'Ådalen: Loggens rad 3 har ändrats sedan den skrevs.',
      where: `audit_log, organisation ${adalen}, rad 3`,
    });
  });

  it('says what the database answered where it may not even read', async () => {
    await sql`REVOKE SELECT ON budgetpost FROM tkr_keeper`.execute(owner.kysely);
    const { findings } = await checkDatabase(createDatabase(owner.kysely));
    await sql`GRANT SELECT ON budgetpost TO tkr_keeper`.execute(owner.kysely);
    expect(findings.map(({ message }) => message)).toEqual([
      'Behörigheten saknas: budgetpost: SELECT for tkr_keeper',
      'Raderna kunde inte kontrolleras, eftersom databasen svarade: ' +
        'permission denied for table budgetpost. Rätta schemat först.',
    ]);
  });
});

describe('the schema', () => {
  it.each([
    [
      'a wall that was taken down',
      'ALTER TABLE scenario DISABLE ROW LEVEL SECURITY',
      [
        'Väggen saknas: scenario: table, row level security forced',
        'Väggen finns men ska inte finnas: scenario: table, row level security off',
      ],
    ],
    [
      'a wall that the owner sees past',
      'ALTER TABLE scenario NO FORCE ROW LEVEL SECURITY',
      [
        'Väggen saknas: scenario: table, row level security forced',
        'Väggen finns men ska inte finnas: scenario: table, row level security for all but the owner',
      ],
    ],
    [
      'a policy for everybody',
      'CREATE POLICY open ON beslut USING (true)',
      [
        'Väggen finns men ska inte finnas: beslut: permissive policy open for ALL to public using true',
      ],
    ],
    [
      'a policy for one more role',
      'ALTER POLICY keeper ON beslut TO tkr_keeper, tkr_app',
      [
        'Väggen saknas: beslut: permissive policy keeper for ALL to tkr_keeper using true with check true',
        'Väggen finns men ska inte finnas: beslut: permissive policy keeper for ALL to tkr_app, tkr_keeper using true with check true',
      ],
    ],
    [
      'a grant too many',
      'GRANT DELETE ON budgetpost TO tkr_app',
      ['Behörigheten finns men ska inte finnas: budgetpost: DELETE for tkr_app'],
    ],
    [
      'a grant on one column, to give away',
      'GRANT UPDATE (amount) ON budgetpost TO tkr_app WITH GRANT OPTION',
      [
        'Behörigheten finns men ska inte finnas: budgetpost.amount: UPDATE to give away for tkr_app',
      ],
    ],
    [
      'a grant to everybody',
      'GRANT SELECT ON password TO PUBLIC',
      ['Behörigheten finns men ska inte finnas: password: SELECT for PUBLIC'],
    ],
    [
      'a grant that was taken away',
      'REVOKE INSERT ON audit_log FROM tkr_app',
      ['Behörigheten saknas: audit_log: INSERT for tkr_app'],
    ],
    [
      'a right to make tables',
      'GRANT CREATE ON SCHEMA public TO tkr_app',
      ['Behörigheten finns men ska inte finnas: schema public: CREATE for tkr_app'],
    ],
    [
      'a constraint that is gone',
      'ALTER TABLE borgenstak DROP CONSTRAINT borgenstak_organisation_id_replaces_id_key',
      ['Villkoret saknas: borgenstak: UNIQUE (organisation_id, replaces_id)'],
    ],
    [
      'a column that may be empty',
      'ALTER TABLE beslut ALTER title DROP NOT NULL',
      [
        'Kolumnen saknas: beslut.title text not null',
        'Kolumnen finns men ska inte finnas: beslut.title text',
      ],
    ],
    [
      'a table that a crash empties',
      'ALTER TABLE idempotency_key SET UNLOGGED',
      [
        'Väggen saknas: idempotency_key: table, row level security forced',
        'Väggen finns men ska inte finnas: idempotency_key: table that a crash empties, row level security forced',
      ],
    ],
    [
      'a view past the wall',
      'CREATE VIEW peek AS SELECT name FROM scenario',
      [
        'Kolumnen finns men ska inte finnas: peek.name text',
        'Väggen finns men ska inte finnas: peek: view, row level security off',
        'Utlösaren finns men ska inte finnas: peek: rule _RETURN',
      ],
    ],
    [
      'a rule that swallows what is written',
      'CREATE RULE quiet AS ON INSERT TO audit_log DO INSTEAD NOTHING',
      ['Utlösaren finns men ska inte finnas: audit_log: rule quiet'],
    ],
    [
      'a role that bypasses walls',
      'ALTER ROLE tkr_app BYPASSRLS',
      [
        'Rollens beskrivning saknas: role tkr_app: nothing by itself',
        'Rollens beskrivning finns men ska inte finnas: role tkr_app: bypasses row level security',
      ],
    ],
    [
      'a role that reads everything as part of another',
      'GRANT pg_read_all_data TO tkr_app',
      [
        'Rollens beskrivning saknas: role tkr_app: nothing by itself',
        'Rollens beskrivning finns men ska inte finnas: role tkr_app: is also pg_read_all_data',
      ],
    ],
  ])('with %s is another', async (_, damage, expected) => {
    expect((await messages(damage)).toSorted()).toEqual(expected.toSorted());
  });

  it('with a role that owns a table is another', async () => {
    expect(await messages('ALTER TABLE attempt OWNER TO tkr_demo')).toContain(
      'Rollens beskrivning finns men ska inte finnas: role tkr_demo: owns something',
    );
  });

  it('with a role that is many things more is another', async () => {
    const [, line = ''] = await messages(
      'ALTER ROLE tkr_demo SUPERUSER LOGIN CREATEROLE CREATEDB REPLICATION',
    );
    expect(line).toContain(
      'role tkr_demo: superuser, may log in, makes roles, makes databases, replicates',
    );
  });

  it('with a trigger that is off, or gone, is another', async () => {
    const [, off = ''] = await messages('ALTER TABLE scenario DISABLE TRIGGER scenario_frozen');
    expect(off).toMatch(
      /^Utlösaren finns men ska inte finnas: scenario: CREATE TRIGGER scenario_frozen .* switched off$/u,
    );
    const gone = await messages('DROP TRIGGER budgetpost_no_truncate ON budgetpost');
    expect(gone).toHaveLength(1);
    expect(gone[0]).toContain(
      'Utlösaren saknas: budgetpost: CREATE TRIGGER budgetpost_no_truncate',
    );
  });

  it('with a foreign key that is not asked is another', async () => {
    const off = await messages('ALTER TABLE borgenstak DISABLE TRIGGER ALL');
    const foreign =
      'borgenstak: FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)';
    expect(off).toContain(`Villkoret saknas: ${foreign}`);
    expect(off).toContain(`Villkoret finns men ska inte finnas: ${foreign} switched off`);
    const unvalidated = await messages(
      'ALTER TABLE password DROP CONSTRAINT password_person_id_fkey',
      'ALTER TABLE password ADD FOREIGN KEY (person_id) REFERENCES person NOT VALID',
    );
    expect(unvalidated[1]).toMatch(/REFERENCES person\(person_id\) NOT VALID$/u);
  });

  it('with a function that was changed, or that runs as its owner, is another', async () => {
    const changed = await messages(`CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger
      LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$`);
    expect(changed).toHaveLength(2);
    expect(changed[0]).toMatch(/^Funktionen saknas: function refuse_change\(\) returns trigger/u);
    const owned = await messages('ALTER FUNCTION refuse_change() SECURITY DEFINER');
    expect(owned[1]).toContain('plpgsql, as its owner, body');
    const set = await messages("ALTER FUNCTION refuse_change() SET search_path = 'x'");
    expect(set[1]).toContain('as its caller, with search_path=x, body');
  });

  it('of another version is told by its migrations alone', async () => {
    const name = '2026-11-22T10-00-accounts-and-rights';
    expect(
      await messages(`UPDATE kysely_migration SET name = '2099-nyare' WHERE name = '${name}'`),
    ).toEqual([
      `Migreringen ${name} är inte körd. Kör tkr migrate, eller starta Tkr.`,
      'Migreringen 2099-nyare är körd men okänd för den här versionen av Tkr: ' +
        'databasen hör till en nyare version. Använd den versionen.',
    ]);
  });
});

describe('moves', () => {
  const found = {
    check: 'moves',
    where: `budgetpost, organisation ${adalen}, flytt ${idOf(44)}`,
    message: `En flytt har inte två sidor som tar ut varandra: budgetpost, organisation ${adalen}, flytt ${idOf(44)}.`,
  };

  it.each([
    ['half of one', `DELETE FROM budgetpost WHERE budgetpost_id = '${toLater}'`],
    ['other amounts', `UPDATE budgetpost SET amount = 1 WHERE budgetpost_id = '${toLater}'`],
    [
      'other lines',
      `UPDATE budgetpost SET line_id = '${otherLine}' WHERE budgetpost_id = '${toLater}'`,
    ],
    ['other years', `UPDATE budgetpost SET other_year = 2026 WHERE budgetpost_id = '${toLater}'`],
    [
      'a correction of one side',
      `INSERT INTO budgetpost (organisation_id, budgetpost_id, line_id, year, kind, amount,
        other_year, pair_id, replaces_id, beslut_id, created_by)
      SELECT organisation_id, '${idOf(45)}', line_id, year, kind, 7, other_year, pair_id,
        budgetpost_id, beslut_id, created_by FROM budgetpost WHERE budgetpost_id = '${fromEarlier}'`,
    ],
  ])('with %s are found', async (_, damage) => {
    expect(await findingsAfter(...unlocked('budgetpost', damage))).toEqual([found]);
  });
});

describe('corrections', () => {
  it.each([
    ['another year', 'year = 2026'],
    ['another line', `line_id = '${otherLine}'`],
    ['another kind', "kind = 'tillaggsaskande'"],
  ])('to %s are found', async (_, damage) => {
    const findings = await findingsAfter(
      ...unlocked(
        'budgetpost',
        `UPDATE budgetpost SET ${damage} WHERE budgetpost_id = '${correction}'`,
      ),
    );
    expect(findings).toMatchObject([
      { check: 'corrections', where: `budgetpost, organisation ${adalen}, post ${correction}` },
    ]);
  });

  it('of the same entry twice are found, and those that replace each other', async () => {
    const twice = await findingsAfter(
      'ALTER TABLE budgetpost DROP CONSTRAINT budgetpost_organisation_id_replaces_id_key',
      `INSERT INTO budgetpost (organisation_id, budgetpost_id, line_id, year, kind, amount,
        replaces_id, beslut_id, created_by)
      SELECT organisation_id, '${idOf(45)}', line_id, year, kind, 7, replaces_id, beslut_id, created_by
      FROM budgetpost WHERE budgetpost_id = '${correction}'`,
    );
    expect(twice).toMatchObject([
      { check: 'schema' },
      {
        check: 'corrections',
        message: `En post är rättad mer än en gång: budgetpost, organisation ${adalen}, post ${post}.`,
      },
    ]);
    const ring = await findingsAfter(
      ...unlocked(
        'budgetpost',
        `UPDATE budgetpost SET replaces_id = '${correction}' WHERE budgetpost_id = '${post}'`,
      ),
    );
    expect(ring).toMatchObject([{ where: `budgetpost, organisation ${adalen}, post ${post}` }]);
  });
});

describe('ceilings and keys', () => {
  const another = (change: string) => `
    INSERT INTO borgenstak (organisation_id, borgenstak_id, valid_from, amount, beslut_id, replaces_id,
      is_withdrawn)
    SELECT organisation_id, '${idOf(90)}', valid_from, 1, beslut_id, ${change} FROM borgenstak`;

  it('with two ceilings from one day are found, and one that replaces the other is not', async () => {
    expect(await findingsAfter(another('NULL, false'))).toEqual([
      {
        check: 'borgen',
        message: `Två borgenstak gäller från samma dag: borgenstak, organisation ${adalen}, 2024-01-01.`,
        where: `borgenstak, organisation ${adalen}, 2024-01-01`,
      },
    ]);
    expect(await findingsAfter(another('borgenstak_id, false'))).toEqual([]);
    expect(await findingsAfter(another('borgenstak_id, true'))).toEqual([]);
  });

  it('are found where nothing is taken back, or where a ceiling replaces itself', async () => {
    const where = `borgenstak, organisation ${adalen}, ${idOf(90)}`;
    expect(await findingsAfter(another('NULL, true'))).toMatchObject([{ check: 'borgen', where }]);
    const ring = another(`'${idOf(90)}', false`);
    expect(await findingsAfter(ring)).toMatchObject([{ check: 'borgen', where }]);
  });

  it.each([
    ['percentages that are not 100', 'UPDATE share_key_part SET weight = 42 WHERE weight = 42.2'],
    ['no parts', 'DELETE FROM share_key_part'],
    ['parts that are nothing', 'UPDATE share_key_part SET weight = 0'],
    ['parts of inhabitants', "UPDATE share_key SET type = 'population'"],
  ])('are found with %s', async (_, damage) => {
    const where = `share_key, organisation ${adalen}, ${idOf(82)}`;
    expect(await findingsAfter(damage)).toMatchObject([{ check: 'borgen', where }]);
  });
});

describe('loans', () => {
  const loan = idOf(81);

  it.each([
    ['no rate', 'DELETE FROM loan_rate_period'],
    ['no rate from the drawing', "DELETE FROM loan_rate_period WHERE valid_from = '2024-02-29'"],
    ['payments that pass maturity', "UPDATE loan SET matures_on = '2034-03-28'"],
    ['payments that are more seldom than that', 'UPDATE loan SET payments_a_year = 2'],
  ])('are found with %s', async (_, damage) => {
    const where = `loan, organisation ${adalen}, ${loan}`;
    expect(await findingsAfter(damage)).toMatchObject([{ check: 'loans', where }]);
  });

  it('may be repaid at maturity in the middle of an interval', async () => {
    const damage = "UPDATE loan SET form = 'atMaturity', matures_on = '2034-03-28'";
    expect(await findingsAfter(damage)).toEqual([]);
  });

  it('of one lender with the same reference are found', async () => {
    const another = `
      INSERT INTO loan SELECT organisation_id, '${idOf(90)}', upper(lender), lower(reference),
        principal, drawn_on, form, payments_a_year, first_payment_on, matures_on, comment, version,
        created_at, created_by, changed_at, changed_by FROM loan`;
    const rates = `
      INSERT INTO loan_rate_period SELECT organisation_id, '${idOf(90)}', valid_from, percent, curve_id
      FROM loan_rate_period`;
    expect(await findingsAfter(another, rates)).toMatchObject([{ check: 'loans' }]);
  });
});

describe('what forecasts rest on', () => {
  it.each([
    [
      'a value that it cannot have',
      "UPDATE assumption SET low_percent = 90 WHERE kind = 'executionRange'",
    ],
    [
      'a day that it cannot have',
      "UPDATE assumption SET valid_from = '2026-02-01' WHERE kind = 'executionRange'",
    ],
    ['a value of another shape', "UPDATE assumption SET amount = 1 WHERE kind = 'executionRange'"],
    ['a kind that is none', "UPDATE assumption SET kind = 'guess' WHERE kind = 'executionRange'"],
  ])('is found where an assumption has %s', async (_, damage) => {
    const where = `assumption, organisation ${adalen}, ${idOf(83)}`;
    expect(await findingsAfter(damage)).toMatchObject([{ check: 'forecast', where }]);
  });

  it('may be an assumption that was emptied', async () => {
    const emptied = 'SET percent = NULL, low_percent = NULL, high_percent = NULL';
    const damage = `UPDATE assumption ${emptied} WHERE kind = 'executionRange'`;
    expect(await findingsAfter(damage)).toEqual([]);
  });

  it('is found where a scenario inherits from itself', async () => {
    const ring = `UPDATE scenario SET parent_id = scenario_id WHERE scenario_id = '${draft}'`;
    expect(await findingsAfter(ring)).toEqual([
      {
        check: 'forecast',
        message: `Ett scenario ärver antaganden från sig självt: scenario, organisation ${adalen}, ${draft}.`,
        where: `scenario, organisation ${adalen}, ${draft}`,
      },
    ]);
  });

  it.each([
    ['something else', "'{}'"],
    ['no JSON', "'hej'"],
    ['the same in another form', "replace(document, ',', ', ')"],
  ])('is found where a frozen scenario keeps %s', async (_, document) => {
    const damage = unlocked('scenario_basis', `UPDATE scenario_basis SET document = ${document}`);
    const where = `scenario_basis, organisation ${adalen}, ${frozen}`;
    const findings = await findingsAfter(...damage);
    expect(findings).toMatchObject([{ check: 'forecast', where }]);
  });

  it('is found where it is not what the log says that it was', async () => {
    const logged = unlocked(
      'audit_log',
      `UPDATE audit_log SET action = 'freezeScenario', entity_id = '${frozen}',
        after = '{"basis":"${'0'.repeat(64)}"}'
        WHERE seq = (SELECT max(seq) FROM audit_log WHERE organisation_id = '${adalen}')
          AND organisation_id = '${adalen}'`,
    );
    const where = `scenario_basis, organisation ${adalen}, ${frozen}`;
    expect(await findingsAfter(...logged)).toMatchObject([{ check: 'forecast', where }]);
  });
});

describe('rows that point at nothing', () => {
  it('are found behind every foreign key, also those of several columns', async () => {
    const findings = await findingsAfter(
      ...unlocked('beslut', `DELETE FROM beslut WHERE beslut_id = '${beslut}'`),
    );
    const where = (table: string) =>
      `${table} (organisation_id, beslut_id) = (${adalen}, ${beslut})`;
    expect(findings).toEqual(
      [
        'arende_beslut',
        'arende_beslut',
        'borgenstak',
        ...Array.from({ length: 5 }, () => 'budgetpost'),
        'totalutgift',
      ].map((table) => ({
        check: 'orphans',
        message: `En rad i ${table} pekar på en rad i beslut som inte finns: ${where(table)}.`,
        where: where(table),
      })),
    );
  });

  it('are found where the person is gone, by name of the membership', async () => {
    const findings = await findingsAfter(
      ...unlocked('person', `DELETE FROM person WHERE person_id = '${other}'`),
    );
    expect(findings.map(({ check, where }) => `${check} ${where}`)).toEqual([
      `orphans membership (person_id) = (${other})`,
      `memberships membership, organisation ${filledIds.oster}, person ${other}`,
    ]);
  });

  it('are named up to twenty, and counted', async () => {
    const findings = await findingsAfter(
      ...unlocked(
        'investment_line',
        `INSERT INTO investment_line (organisation_id, line_id, name, position, created_by)
        SELECT '${adalen}', gen_random_uuid(), 'Rad ' || n, n, gen_random_uuid()
        FROM generate_series(1, 27) n`,
      ),
    );
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)).toEqual({ check: 'orphans', message: '… och 7 till av samma slag.' });
  });
});

describe('ärenden', () => {
  const arende = idOf(64);

  it('that say another thing than their decision are found', async () => {
    const [decided] = await messages(
      ...unlocked('arende', `UPDATE arende SET status = 'beredning', outcome = NULL`),
    );
    expect(decided).toContain('Ett ärende är beslutat utan beslut');
    const [turned] = await messages(...unlocked('arende', `UPDATE arende SET outcome = 'avslag'`));
    expect(turned).toContain(`${arende}.`);
  });

  it('whose entries came from somewhere else are found', async () => {
    const found = await messages(
      ...unlocked('arende_beslut', `UPDATE arende_beslut SET outcome = 'aterremiss'`),
    );
    expect(found.filter((one) => one.includes('En budgetpost sägs komma ur'))).toHaveLength(1);
  });

  it('that wrote another amount than was decided are found', async () => {
    expect(
      await messages(...unlocked('arende_entry', `UPDATE arende_entry SET decided_amount = 1234`)),
    ).toEqual([expect.stringContaining('har inte skrivit det belopp som beslutades')]);
    expect(
      await messages(...unlocked('arende_budgetpost', `DELETE FROM arende_budgetpost`)),
    ).toEqual([expect.stringContaining('har inte skrivit det belopp som beslutades')]);
  });
});

describe('the files of imports', () => {
  it.each([
    ['another byte', `UPDATE utfall_file_part SET bytes = set_byte(bytes, 3, 7) WHERE part = 1`],
    ['a part that is gone', 'DELETE FROM utfall_file_part WHERE part = 1'],
    [
      'a part too many',
      `INSERT INTO utfall_file_part
      SELECT organisation_id, sha256, 2, bytes FROM utfall_file_part WHERE part = 0`,
    ],
    ['another size', `UPDATE utfall_file SET byte_size = 4`],
  ])('are read through: %s is found', async (_, damage) => {
    expect(await messages(...unlocked('utfall_file', damage))).toEqual([
      expect.stringContaining('En sparad fil är inte vad den var'),
    ]);
  });

  it('that are gone are found by their import', async () => {
    expect(
      await messages(
        ...unlocked('utfall_file_part', 'DELETE FROM utfall_file_part'),
        ...unlocked('utfall_file', 'DELETE FROM utfall_file'),
      ),
    ).toEqual([expect.stringContaining('En import saknar sin fil')]);
  });
});

describe('amounts', () => {
  const open = [
    'ALTER TABLE borgenstak DROP CONSTRAINT borgenstak_amount_check',
    'ALTER TABLE borgenstak ALTER amount TYPE numeric',
  ];

  it.each(['NaN', 'Infinity', '1.000001'])('of %s are found', async (amount) => {
    const findings = await findingsAfter(...open, `UPDATE borgenstak SET amount = '${amount}'`);
    expect(findings.slice(0, -1).every(({ check }) => check === 'schema')).toBe(true);
    expect(findings.at(-1)).toEqual({
      check: 'amounts',
      message: `Ett belopp är inget tal med högst fem decimaler: borgenstak, organisation ${adalen}, ${amount}.`,
      where: `borgenstak, organisation ${adalen}, ${amount}`,
    });
  });

  it('with zeros behind the fifth decimal are what they were', async () => {
    const findings = await findingsAfter(...open, `UPDATE borgenstak SET amount = '1.0000000'`);
    expect(findings.filter(({ check }) => check === 'amounts')).toEqual([]);
  });
});

describe('frozen scenarios', () => {
  it.each([
    ['no day', `frozen_at = NULL WHERE scenario_id = '${frozen}'`],
    ['nobody who did it', `frozen_by = NULL WHERE scenario_id = '${frozen}'`],
    ['a lock that is hidden', `is_private = true WHERE scenario_id = '${frozen}'`],
    ['a day in a draft', `frozen_at = now() WHERE scenario_id = '${draft}'`],
    ['a person in a draft', `frozen_by = '${person}' WHERE scenario_id = '${draft}'`],
  ])('with %s are found', async (_, damage) => {
    const checks = ['scenario_check', 'scenario_check1', 'scenario_check2', 'scenario_check3'];
    const findings = await findingsAfter(
      ...checks.map((name) => `ALTER TABLE scenario DROP CONSTRAINT ${name}`),
      ...unlocked('scenario', `UPDATE scenario SET ${damage}`),
    );
    const rows = findings.filter(({ check }) => check !== 'schema');
    expect(rows).toMatchObject([{ check: 'scenarios' }]);
    expect(rows[0]?.where).toContain(damage.slice(-37, -1));
  });
});
