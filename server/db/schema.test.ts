import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { createDatabase } from './database.ts';
import { migrate, pendingMigrations } from './migrate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the migrated schema', () => {
  // A change of the schema is seen as a difference of this file: run the test with -u to write it.
  it('is the one in migrations/schema.snapshot.txt, on both databases', async () => {
    const { rows } = await sql<{ line: string }>`
      SELECT format('%s.%s %s%s%s', table_name, column_name,
        CASE WHEN data_type = 'numeric' THEN format('numeric(%s, %s)', numeric_precision, numeric_scale)
          ELSE data_type END,
        CASE WHEN is_nullable = 'NO' THEN ' not null' ELSE '' END,
        CASE WHEN column_default IS NULL THEN '' ELSE ' default ' || column_default END) AS line
      FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name NOT LIKE 'kysely%'
      UNION ALL
      SELECT format('%s: %s', c.relname, pg_get_constraintdef(k.oid)) FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid
      WHERE k.contype IN ('p', 'u', 'f', 'c') AND c.relnamespace = 'public'::regnamespace
        AND c.relname NOT LIKE 'kysely%'
      UNION ALL
      SELECT format('%s: policy %s for %s', tablename, policyname, cmd) FROM pg_policies
      UNION ALL
      SELECT format('%s: trigger %s', c.relname, t.tgname) FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal`.execute(database.kysely);
    const lines = rows.map(({ line }) => line).toSorted((left, right) => (left < right ? -1 : 1));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      '../../migrations/schema.snapshot.txt',
    );
  });

  it('is reached once: a second start finds nothing to do', async () => {
    await migrate(database.kysely);
    expect(await pendingMigrations(database.kysely)).toEqual([]);
  });

  it('tells whether it is ready, and that it is not while a migration is missing', async () => {
    const { isReady } = createDatabase(database.kysely);
    expect(await isReady()).toBe(true);
    await sql`UPDATE kysely_migration SET name = 'another'`.execute(database.kysely);
    expect(await isReady()).toBe(false);
  });
});
