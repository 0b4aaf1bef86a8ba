import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Anchor, anchorLine, parseAnchors } from '../audit/anchors.ts';
import { firstHash, hashOf } from '../audit/queries.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { appender, fill } from '../testing/filled.ts';
import { filledIds, idOf } from '../testing/filled-ids.ts';
import { verifyLogs } from './verify-log.ts';

const { person, adalen, oster } = filledIds;

let owner: TestDatabase;
let database: Database;
let anchor: Anchor;

const rowsOf = () => owner.kysely.selectFrom('audit_log').selectAll().orderBy('seq').execute();

beforeAll(async () => {
  owner = await createTestDatabase();
  database = createDatabase(owner.kysely);
  await fill(owner.kysely);
  // Seven rows in all: long enough to have a middle.
  const append = appender(owner.kysely);
  for (let index = 3; index < 7; index += 1) {
    await append({ organisationId: adalen, personId: person }, index, { name: `Rad ${index}` });
  }
  const fifth = (await rowsOf())[4];
  anchor = { day: '2026-11-22', organisationId: adalen, seq: '5', hash: fifth?.hash ?? '' };
});
afterAll(() => owner.drop());

// Each damage is done to the rows as they were at first.
let kept: Awaited<ReturnType<typeof rowsOf>>;
beforeEach(async () => {
  kept ??= await rowsOf();
  await sql`ALTER TABLE audit_log DISABLE TRIGGER USER`.execute(owner.kysely);
  await owner.kysely.deleteFrom('audit_log').execute();
  await owner.kysely.insertInto('audit_log').values(kept).execute();
  await sql`UPDATE audit_head SET seq = 7, hash = ${kept[6]?.hash}
    WHERE organisation_id = ${adalen}`.execute(owner.kysely);
});

async function firstBad(anchors: readonly Anchor[] = []) {
  const { ok, organisations } = await verifyLogs(database, anchors);
  const [one] = organisations;
  expect(ok).toBe(organisations.every((each) => each.firstBad === null));
  const { seq, reason, message } = one?.firstBad ?? {};
  if (reason !== undefined) expect(message).toMatch(/^(?:Loggen|Ankaret).* -?\d/u);
  return reason === undefined ? 'holds' : `${reason} ${seq}`;
}

const damage = (statement: RawBuilder<unknown>) => statement.execute(owner.kysely);

describe('a log that nobody has touched', () => {
  it('holds, with its anchor and without', async () => {
    const { ok, organisations } = await verifyLogs(database, [anchor]);
    expect(ok).toBe(true);
    expect(organisations).toEqual([
      {
        organisationId: adalen,
        name: 'Ådalen',
        rows: 7,
        head: { seq: '7', hash: kept[6]?.hash },
        firstBad: null,
      },
      {
        organisationId: oster,
        name: 'Öster',
        rows: 0,
        head: { seq: '0', hash: firstHash },
        firstBad: null,
      },
    ]);
    expect(await firstBad()).toBe('holds');
  });

  it('holds with an anchor from before its first row', async () => {
    expect(await firstBad([{ ...anchor, seq: '0', hash: firstHash }])).toBe('holds');
    expect(await firstBad([{ ...anchor, seq: '0' }])).toBe('anchor_differs 0');
  });
});

describe('a changed column', () => {
  it.each([
    ['at', sql`at + interval '1 millisecond'`, 'row_changed 4'],
    ['at', sql`at + interval '1 microsecond'`, 'row_changed 4'],
    ['at', sql`'infinity'`, 'row_changed 4'],
    ['actor_id', sql`${filledIds.other}::uuid`, 'row_changed 4'],
    ['request_id', sql`'annat'`, 'row_changed 4'],
    ['action', sql`'annat'`, 'row_changed 4'],
    ['entity_id', sql`${filledIds.otherLine}::uuid`, 'row_changed 4'],
    ['before', sql`''`, 'row_changed 4'],
    ['after', sql`NULL`, 'row_changed 4'],
    ['after', sql`after || ' '`, 'row_changed 4'],
    ['role', sql`NULL`, 'row_changed 4'],
    ['role', sql`'revisor'`, 'row_changed 4'],
    ['token_id', sql`NULL`, 'row_changed 4'],
    ['previous_hash', sql`hash`, 'row_changed 4'],
    ['hash', sql`previous_hash`, 'row_changed 4'],
    ['organisation_id', sql`${oster}::uuid`, 'row_missing 4'],
    ['seq', sql`-1`, 'row_extra -1'],
    ['seq', sql`8`, 'row_missing 4'],
  ])('%s is seen', async (column, value, expected) => {
    await damage(sql`UPDATE audit_log SET ${sql.ref(column)} = ${value} WHERE seq = 4`);
    expect(await firstBad()).toBe(expected);
  });

  it('is seen in a row from before roles, which gets one', async () => {
    await damage(sql`UPDATE audit_log SET role = 'ekonom' WHERE seq = 1`);
    expect(await firstBad()).toBe('row_changed 1');
  });

  it('is seen one row later where its hash was made to fit', async () => {
    const { hash: _, ...row } = kept[3] ?? Object.assign({}, kept[0]);
    await damage(sql`UPDATE audit_log SET action = 'annat',
      hash = ${hashOf({ ...row, action: 'annat' })} WHERE seq = 4`);
    expect(await firstBad()).toBe('previous_hash_wrong 5');
  });
});

describe('rows that come and go', () => {
  it('finds one that was taken from the middle, or the first', async () => {
    await damage(sql`DELETE FROM audit_log WHERE seq = 4`);
    expect(await firstBad()).toBe('row_missing 4');
    await damage(sql`DELETE FROM audit_log WHERE seq = 1`);
    expect(await firstBad()).toBe('row_missing 1');
  });

  it('finds one that was put in between, where those after it were moved up', async () => {
    await damage(sql`UPDATE audit_log SET seq = -seq - 1 WHERE seq >= 4`);
    await damage(sql`UPDATE audit_log SET seq = -seq WHERE seq < 0`);
    const third = kept[2] ?? Object.assign({}, kept[0]);
    const { hash, ...row } = { ...third, seq: '4', previous_hash: third.hash };
    await owner.kysely
      .insertInto('audit_log')
      .values({ ...row, hash: hashOf(row) })
      .execute();
    expect(await firstBad()).toBe('row_changed 5');
    expect(hash).toBe(third.hash);
  });

  it('finds one that was put at the end', async () => {
    const last = kept[6] ?? Object.assign({}, kept[0]);
    const { hash: _, ...row } = { ...last, seq: '8', previous_hash: last.hash };
    await owner.kysely
      .insertInto('audit_log')
      .values({ ...row, hash: hashOf(row) })
      .execute();
    expect(await firstBad()).toBe('head_differs 8');
  });

  it('finds two that changed places', async () => {
    await damage(sql`UPDATE audit_log SET seq = -1 WHERE seq = 3`);
    await damage(sql`UPDATE audit_log SET seq = 3 WHERE seq = 4`);
    await damage(sql`UPDATE audit_log SET seq = 4 WHERE seq = -1`);
    expect(await firstBad()).toBe('row_changed 3');
  });
});

describe('the end of a log', () => {
  it('is missed where the tail was cut, by the head alone', async () => {
    await damage(sql`DELETE FROM audit_log WHERE seq > 4`);
    expect(await firstBad()).toBe('head_differs 5');
  });

  it('is missed only by the anchor where the head was rewritten too', async () => {
    await damage(sql`DELETE FROM audit_log WHERE seq > 4`);
    await damage(sql`UPDATE audit_head SET seq = 4, hash = ${kept[3]?.hash} WHERE seq = 7`);
    expect(await firstBad()).toBe('holds');
    expect(await firstBad([anchor])).toBe('anchor_row_missing 5');
  });

  it('is wrong where the head has another hash, or is gone', async () => {
    await damage(sql`UPDATE audit_head SET hash = ${kept[5]?.hash} WHERE seq = 7`);
    expect(await firstBad()).toBe('head_differs 7');
    await damage(sql`DELETE FROM audit_head WHERE seq = 7`);
    expect(await firstBad()).toBe('head_missing 7');
    await owner.kysely
      .insertInto('audit_head')
      .values({ organisation_id: adalen, seq: '7', hash: '' })
      .execute();
  });
});

describe('a log that was written anew from end to end', () => {
  beforeEach(async () => {
    let previous = firstHash;
    for (const { hash: _, ...old } of kept) {
      const row = { ...old, previous_hash: previous, after: '"annat"' };
      previous = hashOf(row);
      await damage(sql`UPDATE audit_log SET after = ${row.after},
        previous_hash = ${row.previous_hash}, hash = ${previous} WHERE seq = ${row.seq}`);
    }
    await damage(sql`UPDATE audit_head SET hash = ${previous} WHERE seq = 7`);
  });

  it('is found by an anchor and by nothing else', async () => {
    expect(await firstBad()).toBe('holds');
    expect(await firstBad(parseAnchors(anchorLine(anchor)))).toBe('anchor_differs 5');
  });

  it('is found by the earliest of several anchors, in any order', async () => {
    const early = { ...anchor, seq: '2' };
    expect(await firstBad([anchor, early])).toBe('anchor_differs 2');
  });
});

describe('an organisation that is gone', () => {
  it('is missed by its anchor', async () => {
    const { ok, organisations } = await verifyLogs(database, [
      { ...anchor, organisationId: idOf(99) },
    ]);
    expect(ok).toBe(false);
    expect(organisations.at(-1)).toMatchObject({
      organisationId: idOf(99),
      name: null,
      rows: 0,
      head: null,
      firstBad: { seq: '5', reason: 'anchor_row_missing' },
    });
  });
});
