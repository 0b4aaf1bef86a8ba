import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInvestmentLine, getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import type { Letter } from '../mail.ts';
import { call, send, startTestApp, type TestApp } from '../testing/app.ts';

const letters: Letter[] = [];
let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ mail: async (letter) => void letters.push(letter) });
});
afterAll(() => test.close());

const addLine = (name: string, key: string) =>
  send(test, {
    method: 'POST',
    url: `/api/organisations/${test.organisationId}/investment-lines`,
    body: { name },
    headers: { 'idempotency-key': key },
  });

async function linesNamed(name: string): Promise<number> {
  const { lines } = await call(test, getInvesteringsbudget, { params: { year: '2025' } });
  return lines.filter((line) => line.name === name).length;
}

describe('a repeated write', () => {
  it('is answered with the first answer, and done once', async () => {
    const first = await addLine('Skrivare', 'nyckel-1');
    const again = await addLine('Skrivare', 'nyckel-1');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(await linesNamed('Skrivare')).toBe(1);
  });

  it('is done once even when all of it comes at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => addLine('Projektorer', 'nyckel-2')),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(await linesNamed('Projektorer')).toBe(1);
  });

  it('is refused when it asks for something else', async () => {
    const other = await addLine('Annat', 'nyckel-1');
    expect([other.status, other.body]).toMatchObject([422, { code: 'idempotency_key_reused' }]);
    expect(await linesNamed('Annat')).toBe(0);
  });

  it('may succeed after a refusal, which leaves no trace of its key', async () => {
    expect((await addLine('Skrivare', 'nyckel-3')).status).toBe(409);
    const keys = await test.owner.kysely
      .selectFrom('idempotency_key')
      .select('key')
      .where('key', '=', 'nyckel-3')
      .execute();
    expect(keys).toEqual([]);
    expect((await addLine('Kameror', 'nyckel-3')).status).toBe(201);
  });

  it.each(['', 'kort', 'med mellanslag', 'x'.repeat(201)])(
    'is refused for the key %j',
    async (key) => {
      const answer = await addLine('Nyckellös', key);
      expect([answer.status, answer.body]).toMatchObject([
        400,
        { code: 'idempotency_key_invalid' },
      ]);
      expect(await linesNamed('Nyckellös')).toBe(0);
    },
  );

  it('needs no key', async () => {
    const line = await call(test, createInvestmentLine, { body: { name: 'Utan nyckel' } });
    expect(line.name).toBe('Utan nyckel');
  });
});

describe('a write that the database asks for once more', () => {
  it('is done once, and so is what comes after it', async () => {
    // A sequence is not rolled back, and so knows the first time from the second.
    for (const statement of [
      'CREATE SEQUENCE tries',
      `CREATE FUNCTION clash() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$BEGIN
        IF nextval('tries') = 1 THEN RAISE EXCEPTION 'clash' USING ERRCODE = '40001'; END IF;
        RETURN NULL; END$$`,
      `CREATE CONSTRAINT TRIGGER clashes AFTER INSERT ON invitation DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION clash()`,
    ]) {
      await sql.raw(statement).execute(test.owner.kysely);
    }
    const answer = await send(test, {
      method: 'POST',
      url: `/api/organisations/${test.organisationId}/invitations`,
      body: { name: 'Bo Ek', email: 'bo.ek@test.se', role: 'ekonom' },
      as: 'administrator',
    });
    expect(answer.status).toBe(201);
    expect(letters.map(({ to }) => to)).toEqual(['bo.ek@test.se']);
    const { link } = answer.body as { readonly link: string };
    expect(letters[0]?.text).toContain(link);
  });
});
