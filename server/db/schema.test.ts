import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { createDatabase } from './database.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { describeSchema } from './schema-lines.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the migrated schema', () => {
  // A change of the schema is seen as a difference of this file: run the test with -u to write it.
  it('is the one in migrations/schema.snapshot.txt, on both databases', async () => {
    const lines = await describeSchema(database.kysely);
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
    await sql`UPDATE kysely_migration SET name = 'another'
      WHERE name LIKE '%accounts%'`.execute(database.kysely);
    expect(await isReady()).toBe(false);
  });
});
