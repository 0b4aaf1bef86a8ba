import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#contract/canonical-json.ts';
import { createInvestmentLine, updateInvestmentLine } from '#contract/investeringsbudget.ts';
import { call, startTestApp, type TestApp } from '../testing/app.ts';
import { firstHash, hashOf } from './queries.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const logged = () => test.owner.kysely.selectFrom('audit_log').selectAll().orderBy('seq').execute();

describe('the log', () => {
  it('has one row a change, with before, after, person and time, chained by hash', async () => {
    const start = (await logged()).length;
    const line = await call(test, createInvestmentLine, { body: { name: 'Skrivare' } });
    await call(test, updateInvestmentLine, {
      params: { lineId: line.lineId },
      body: { name: 'Kopiatorer' },
      version: 1,
    });
    const rows = await logged();
    expect(rows).toHaveLength(start + 2);
    const [created, renamed] = rows.slice(-2);
    expect(created).toMatchObject({ action: 'createInvestmentLine', before: null });
    expect(renamed).toMatchObject({
      action: 'updateInvestmentLine',
      actor_id: test.personId,
      entity_id: line.lineId,
      before: canonicalJson({ ...line }),
    });
    expect(renamed?.after).toContain('Kopiatorer');
    let previous = firstHash;
    for (const [index, { hash, ...row }] of rows.entries()) {
      expect(row.seq).toBe(`${index + 1}`);
      expect(row.previous_hash).toBe(previous);
      expect(hashOf(row)).toBe(hash);
      previous = hash;
    }
  });

  it('cannot be edited or cut, not even by the owner of the database', async () => {
    const { kysely } = test.owner;
    await expect(kysely.deleteFrom('audit_log').execute()).rejects.toThrow('append-only');
    await expect(kysely.deleteFrom('budgetpost').execute()).rejects.toThrow('append-only');
  });
});

describe('canonical JSON', () => {
  it('is the same text for the same value', () => {
    expect(canonicalJson({ b: 1, a: [null, 'å', true], c: undefined })).toBe(
      '{"a":[null,"å",true],"b":1}',
    );
  });

  it('refuses numbers that are not whole, since no amount is one', () => {
    expect(() => canonicalJson({ amount: 0.1 })).toThrow('whole');
    expect(() => canonicalJson(() => 1)).toThrow('JSON');
  });
});
