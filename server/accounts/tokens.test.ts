import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createToken, listTokens, revokeToken } from '#contract/account.ts';
import { listLog } from '#contract/audit.ts';
import { createInvestmentLine } from '#contract/investeringsbudget.ts';
import { call, send, startTestApp, type TestApp, testTime } from '../testing/app.ts';
import { makeNeighbour } from '../testing/neighbour.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(() => {
  test.time.now = testTime;
});
afterAll(() => test.close());

const root = () => `/api/organisations/${test.organisationId}`;

async function newToken(scope: 'read' | 'write', days = 90) {
  return call(test, createToken, { body: { name: 'Skript', scope, days } });
}

/** A call as a script makes it: no cookie, no page that it comes from. */
async function asScript(secret: string, method: 'GET' | 'POST', url: string, body?: object) {
  const answer = await test.app.inject({
    method,
    url,
    headers: { host: '127.0.0.1', authorization: `Bearer ${secret}` },
    ...(body === undefined ? {} : { payload: body }),
  });
  const isJson = String(answer.headers['content-type']).includes('json');
  const code = isJson ? answer.json<{ code?: string }>().code : undefined;
  return `${answer.statusCode} ${code ?? ''}`.trim();
}

describe('a token for scripts', () => {
  it('reads, and writes where it may, as its person’s role', async () => {
    const read = (await newToken('read')).secret;
    const write = (await newToken('write')).secret;
    const line = { name: 'Skrivare' };
    expect(await asScript(read, 'GET', `${root()}/scenarios`)).toBe('200');
    expect(await asScript(read, 'POST', `${root()}/investment-lines`, line)).toBe(
      '403 token_read_only',
    );
    expect(await asScript(write, 'POST', `${root()}/investment-lines`, line)).toBe('201');
    expect(await asScript(write, 'GET', `${root()}/log`)).toBe('403 right_missing');
  });

  it('opens its own organisation and nothing of the person’s account', async () => {
    const { secret } = await newToken('write');
    const { organisationId } = await makeNeighbour(test);
    const there = `/api/organisations/${organisationId}/scenarios`;
    expect(await asScript(secret, 'GET', there)).toBe('401 not_signed_in');
    expect(await asScript(secret, 'GET', '/api/account')).toBe('403 token_not_enough');
    expect(await asScript(secret, 'GET', `${root()}/tokens`)).toBe('403 token_not_enough');
    const more = { name: 'Fler', scope: 'write' };
    expect(await asScript(secret, 'POST', `${root()}/tokens`, more)).toBe('403 token_not_enough');
  });

  it('is over when it is revoked, when its days are, and when its person is gone', async () => {
    const { secret, token } = await newToken('read', 1);
    const look = () => asScript(secret, 'GET', `${root()}/scenarios`);
    test.time.now = new Date(testTime.getTime() + 24 * 3_600_000 - 1);
    expect(await look()).toBe('200');
    test.time.now = new Date(testTime.getTime() + 24 * 3_600_000);
    expect(await look()).toBe('401 not_signed_in');
    test.time.now = testTime;
    await call(test, revokeToken, { params: { tokenId: token.tokenId } });
    expect(await look()).toBe('401 not_signed_in');
    const again = await send(test, { method: 'DELETE', url: `${root()}/tokens/${token.tokenId}` });
    expect(again.body).toMatchObject({ code: 'token_not_found' });
    const later = await newToken('read');
    const { kysely } = test.owner;
    const membership = kysely.updateTable('membership').where('person_id', '=', test.personId);
    await membership.set({ ended_at: testTime }).execute();
    expect(await asScript(later.secret, 'GET', `${root()}/scenarios`)).toBe(
      '404 organisation_not_found',
    );
    await membership.set({ ended_at: null }).execute();
  });

  it('is stored as its hash, shown once, and stays out of kept answers', async () => {
    const body = { name: 'En gång', scope: 'read' } as const;
    const one = await call(test, createToken, { body, key: 'samma-nyckel-1' });
    const two = await call(test, createToken, { body, key: 'samma-nyckel-1' });
    expect(two.secret).not.toBe(one.secret);
    for (const table of ['api_token', 'idempotency_key', 'audit_log'] as const) {
      const rows = await test.owner.kysely.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(one.secret.slice(4));
    }
    const { tokens } = await call(test, listTokens, {});
    expect(JSON.stringify(tokens)).not.toContain(one.secret.slice(4));
  });

  it('shows at once when it was used, though a use leaves no row in the log', async () => {
    const { secret, token } = await newToken('read');
    const lastUsed = async () => {
      const { tokens } = await call(test, listTokens, {});
      return tokens.find(({ tokenId }) => tokenId === token.tokenId)?.lastUsedAt;
    };
    expect(await lastUsed()).toBeNull();
    expect(await asScript(secret, 'GET', `${root()}/scenarios`)).toBe('200');
    expect(await lastUsed()).toBe(testTime.toISOString());
    test.time.now = new Date(testTime.getTime() + 20 * 60_000);
    expect(await asScript(secret, 'GET', `${root()}/scenarios`)).toBe('200');
    expect(await lastUsed()).toBe('2026-11-22T08:20:00.000Z');
  });

  it('belongs to its person: nobody else sees or revokes it', async () => {
    const { token } = await newToken('read');
    const { tokens } = await call(test, listTokens, { as: 'revisor' });
    expect(tokens).toEqual([]);
    const url = `${root()}/tokens/${token.tokenId}`;
    const answer = await send(test, { method: 'DELETE', url, as: 'revisor' });
    expect(answer.body).toMatchObject({ code: 'token_not_found' });
  });

  it('is named in the log beside the person whose it is', async () => {
    const { secret, token } = await newToken('write');
    await asScript(secret, 'POST', `${root()}/investment-lines`, { name: 'Genom skript' });
    await call(test, createInvestmentLine, { body: { name: 'För hand' } });
    const { rows } = await call(test, listLog, {
      as: 'revisor',
      query: { action: 'createInvestmentLine' },
    });
    expect(rows.slice(0, 2).map(({ tokenId, role }) => [tokenId, role])).toEqual([
      [null, 'ekonom'],
      [token.tokenId, 'ekonom'],
    ]);
  });

  it.each(['', 'Basic YTpi', 'Bearer', 'Bearer tkr_kort', `Bearer tkr_${'A'.repeat(43)}`])(
    'is not %j',
    async (authorization) => {
      const answer = await test.app.inject({
        url: `${root()}/scenarios`,
        headers: { host: '127.0.0.1', authorization },
      });
      expect(answer.json()).toMatchObject({ code: 'not_signed_in' });
    },
  );
});
