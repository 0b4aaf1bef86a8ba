import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#contract/canonical-json.ts';
import { verifyLogs } from '../care/verify-log.ts';
import { createDatabase } from '../db/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { fill } from '../testing/filled.ts';
import { filledIds } from '../testing/filled-ids.ts';
import { anchorLine, parseAnchors } from './anchors.ts';
import { hashOf } from './queries.ts';

const document = readFileSync(path.join(import.meta.dirname, '../../docs/log.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...document.matchAll(/```(\w*)\n([\s\S]*?)\n```/gu)]
    .filter(([, own]) => own === language)
    .map(([, , text]) => text ?? '');
const hashes = [...document.matchAll(/`([\da-f]{64})`/gu)].map(([, hash]) => hash);

// The rows of the example, as the database gives them.
const line = '019a5b7c-0000-7000-8000-000000000014';
const first = {
  organisation_id: '019a5b7c-0000-7000-8000-00000000000a',
  seq: '1',
  at: new Date('2026-11-22T08:00:00Z'),
  actor_id: '019a5b7c-0000-7000-8000-000000000001',
  request_id: 'anrop-1',
  action: 'createInvestmentLine',
  entity_id: line,
  before: null,
  after: canonicalJson({ version: 1, position: 0, name: 'Gång- och "cykelvägar"', lineId: line }),
  previous_hash: '0'.repeat(64),
  role: null,
  token_id: null,
};
const second = {
  ...first,
  seq: '2',
  at: new Date('2026-11-22T08:05:30.250Z'),
  request_id: 'anrop-2',
  action: 'updateInvestmentLine',
  before: first.after,
  after: canonicalJson({ lineId: line, name: 'Gångvägar', position: 0, version: 2 }),
  previous_hash: '51b74f1a2cfaca54a96bdf97ae9646b7756077fbf07a890ddea0dc0d38f11796',
  role: 'ekonom',
  token_id: '019a5b7c-0000-7000-8000-000000000046',
};

describe('docs/log.md', () => {
  it('has an example whose hashes are those of its texts, and of the rows', () => {
    const texts = blocks('json');
    expect(texts).toHaveLength(2);
    expect(hashes).toEqual(texts.map((text) => createHash('sha256').update(text).digest('hex')));
    expect(hashes).toEqual([hashOf(first), hashOf(second)]);
  });

  it('has an anchor that is read as one', () => {
    const [text = ''] = blocks('');
    const [anchor] = parseAnchors(text);
    expect(anchor).toMatchObject({ seq: '2', hash: hashOf(second) });
    expect(anchor && anchorLine(anchor)).toBe(text);
  });

  it('names every fault that verify-log tells', () => {
    const source = readFileSync(path.join(import.meta.dirname, '../care/verify-log.ts'), 'utf8');
    const [, union = ''] = /type LogFault =([^;]*);/u.exec(source) ?? [];
    const faults = [...union.matchAll(/'(\w+)'/gu)].map(([, name]) => name);
    expect(faults).toHaveLength(8);
    for (const fault of faults) expect(document).toContain(`\`${fault}\``);
  });
});

describe('a person who is no longer to be known', () => {
  let owner: TestDatabase;
  beforeAll(async () => {
    owner = await createTestDatabase();
    await fill(owner.kysely);
  });
  afterAll(() => owner.drop());

  it('is gone from the tables by what the document says, and the log still holds', async () => {
    const [script = ''] = blocks('sql');
    await owner.kysely.transaction().execute(async (trx) => {
      for (const statement of script.replaceAll('PERSONENS-UUID', filledIds.person).split(';')) {
        if (statement.trim() !== '') await sql.raw(statement).execute(trx);
      }
    });
    const { rows } = await sql<{ name: string; secrets: string }>`
      SELECT p.name, (SELECT count(*) FROM password) + (SELECT count(*) FROM totp)
        + (SELECT count(*) FROM recovery_code) AS secrets
      FROM person p WHERE p.person_id = ${filledIds.person}`.execute(owner.kysely);
    expect(rows).toEqual([{ name: 'Person 1', secrets: '0' }]);
    expect((await verifyLogs(createDatabase(owner.kysely), [])).ok).toBe(true);
  });
});
