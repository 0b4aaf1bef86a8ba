import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase } from '../db/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { appender, fill } from '../testing/filled.ts';
import { filledIds } from '../testing/filled-ids.ts';
import { verifyLogs } from './verify-log.ts';

let owner: TestDatabase;
beforeAll(async () => {
  owner = await createTestDatabase();
  await fill(owner.kysely);
});
afterAll(() => owner.drop());

const writers = 8;
const each = 1250;

it('numbers ten thousand rows without gaps from eight writers at once, in one chain', async () => {
  const { person, other, adalen, oster } = filledIds;
  const append = appender(owner.kysely);
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let index = 0; index < each; index += 1) {
        await append({ organisationId: adalen, personId: person }, index, {
          name: `${writer}.${index}`,
        });
        // Every tenth one is followed by another organisation's, whose log is its own.
        if (index % 10 === 0) {
          await append({ organisationId: oster, personId: other }, index, null);
        }
      }
    }),
  );
  const { ok, organisations } = await verifyLogs(createDatabase(owner.kysely), []);
  // Three rows were there before.
  expect(organisations).toMatchObject([
    { rows: 10_003, head: { seq: '10003' }, firstBad: null },
    { rows: 1000, head: { seq: '1000' }, firstBad: null },
  ]);
  expect(ok).toBe(true);
}, 120_000);
