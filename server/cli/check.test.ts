import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInvestmentLine } from '#contract/investeringsbudget.ts';
import { call, startTestApp, type TestApp } from '../testing/app.ts';
import { checkDatabase } from './check.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
  await call(test, createInvestmentLine, { body: { name: 'Skrivare' } });
  await call(test, createInvestmentLine, { body: { name: 'Kameror' } });
});
afterAll(() => test.close());

const checked = async () => (await checkDatabase(test.database)).findings.map(({ check }) => check);

describe('the check of a database', () => {
  it('finds nothing in a sound one', async () => {
    expect(await checkDatabase(test.database)).toEqual({ organisations: 1, findings: [] });
  });

  it('finds a log row that somebody with the owner’s hands has changed', async () => {
    const { kysely } = test.owner;
    await sql`ALTER TABLE audit_log DISABLE TRIGGER USER`.execute(kysely);
    await sql`UPDATE audit_log SET after = replace(after, 'Kameror', 'Annat')`.execute(kysely);
    expect((await checkDatabase(test.database)).findings).toEqual([
      { check: 'log', message: 'Loggens kedja är bruten vid nummer 2.' },
    ]);
    await sql`UPDATE audit_log SET after = replace(after, 'Annat', 'Kameror')`.execute(kysely);
    await sql`DELETE FROM audit_log WHERE seq = 2`.execute(kysely);
    expect(await checked()).toEqual(['log']);
  });

  it('finds half a move, and a wall that was taken down', async () => {
    const { kysely } = test.owner;
    await sql`ALTER TABLE budgetpost DISABLE TRIGGER USER`.execute(kysely);
    await sql`DELETE FROM budgetpost WHERE year = 2024`.execute(kysely);
    await sql`ALTER TABLE scenario NO FORCE ROW LEVEL SECURITY`.execute(kysely);
    expect(await checked()).toEqual(['wall', 'moves', 'moves', 'log']);
  });
});
