import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '#contract/endpoint.ts';
import { createInvestmentLine, getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { newId } from '../ids.ts';
import { send, startTestApp, type TestAnswer, type TestApp } from '../testing/app.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { startTcpProxy, type TcpProxy } from '../testing/tcp-proxy.ts';
import { createDatabase, type Database } from './database.ts';
import { ConnectionLost, isConnectionLost } from './lost-connection.ts';
import { openPostgres } from './postgres.ts';
import type { Tables } from './schema.ts';

describe('lost connection', () => {
  const failure = (code: string | undefined, message = 'x') =>
    Object.assign(new Error(message), code === undefined ? {} : { code });

  it.each(['08006', '57P01', '57P03', '25P03', '53300', 'ECONNRESET', 'EPIPE', 'ECONNREFUSED'])(
    'is told by %s',
    (code) => expect(isConnectionLost(failure(code))).toBe(true),
  );

  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
  ])('is told by: %s', (message) => {
    expect(isConnectionLost(failure(undefined, message))).toBe(true);
  });

  it.each(['23505', '40001', '42501', '57014', '0A000', undefined])('is not %s', (code) => {
    expect(isConnectionLost(failure(code))).toBe(false);
  });
});

describe('a transaction by way of a network', () => {
  let owner: TestDatabase;
  let proxy: TcpProxy;
  let kysely: Kysely<Tables>;
  let database: Database;

  beforeAll(async () => {
    owner = await createTestDatabase();
    proxy = await startTcpProxy(owner.url ?? '');
    kysely = openPostgres(proxy.url, { silence: 1_000 });
    database = createDatabase(kysely);
    // Ends the connection that commits, in the middle of the COMMIT.
    await sql`CREATE TABLE doomed (number integer);
      GRANT ALL ON doomed TO tkr_accounts;
      CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
        $$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END$$;
      CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON doomed DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION die()`.execute(owner.kysely);
  });
  afterAll(async () => {
    await kysely.destroy();
    await proxy.shut();
    await owner.drop();
  });

  const addPerson = (personId: string) =>
    database.inAccounts((trx) =>
      trx.insertInto('person').values({ person_id: personId, name: 'Å' }).execute(),
    );
  const isThere = async (personId: string): Promise<boolean> => {
    const query = owner.kysely.selectFrom('person').where('person_id', '=', personId);
    return (await query.select('name').executeTakeFirst()) !== undefined;
  };
  /** Fills the pool with connections that all are open and idle. */
  const fillPool = () =>
    Promise.all(Array.from({ length: 10 }, () => database.inAccounts(() => sleep(20))));
  const lossOf = async (transaction: Promise<unknown>): Promise<ConnectionLost> => {
    const error = await transaction.catch((error: unknown) => error);
    if (error instanceof ConnectionLost) return error;
    throw new Error('The connection was not lost', { cause: error });
  };

  it('begins again on another one where all ten in the pool are dead', async () => {
    for (let round = 0; round < 5; round += 1) {
      await fillPool();
      proxy.cut();
      const ids = Array.from({ length: 20 }, newId);
      await Promise.all(ids.map(addPerson));
      expect(await Promise.all(ids.map(isThere))).not.toContain(false);
    }
  });

  it('waits for a server that is started again', async () => {
    await fillPool();
    await proxy.shut();
    const id = newId();
    const adding = addPerson(id);
    await sleep(700);
    await proxy.reopen();
    await adding;
    expect(await isThere(id)).toBe(true);
  });

  it('gives up a server that does not come back, after five seconds', async () => {
    await proxy.shut();
    const begun = performance.now();
    expect(await lossOf(addPerson(newId()))).toMatchObject({
      stage: 'opening',
      isNothingSaved: true,
    });
    expect(performance.now() - begun).toBeLessThan(8_000);
    await proxy.reopen();
  });

  it('says that nothing was saved where it was lost during the work', async () => {
    const id = newId();
    let runs = 0;
    const loss = await lossOf(
      database.inAccounts(async (trx) => {
        runs += 1;
        await trx.insertInto('person').values({ person_id: id, name: 'Å' }).execute();
        proxy.cut();
        await trx.selectFrom('person').select('name').execute();
      }),
    );
    expect([loss.isNothingSaved, runs, await isThere(id)]).toEqual([true, 1, false]);
  });

  it('reads once more, and only once', async () => {
    const entry = { organisationId: newId(), credential: null, at: new Date(), onlyReads: true };
    const read = (losses: number) => {
      let runs = 0;
      return database.enter(entry, async (trx) => {
        runs += 1;
        if (runs <= losses) proxy.cut();
        await sql`SELECT 1`.execute(trx);
        return runs;
      });
    };
    expect(await read(1)).toBe(2);
    expect((await lossOf(read(2))).isNothingSaved).toBe(true);
  });

  it('keeps the reason why the work gave up, also where the ROLLBACK fails', async () => {
    const reason = new Error('No such line');
    const work = database.inAccounts(async () => {
      proxy.cut();
      await sleep(20);
      throw reason;
    });
    await expect(work).rejects.toBe(reason);
  });

  it('does not know the outcome where the answer to COMMIT was lost', async () => {
    const id = newId();
    proxy.onClientData = (data, { client }) => {
      // The COMMIT goes on to the database, and its answer finds nobody.
      if (data.includes('commit')) client.resetAndDestroy();
    };
    const loss = await lossOf(addPerson(id));
    proxy.onClientData = () => undefined;
    expect(loss.isNothingSaved).toBe(false);
    await expect.poll(() => isThere(id)).toBe(true);
  });

  it('does not know the outcome where the database broke off the COMMIT', async () => {
    const adding = database.inAccounts((trx) => sql`INSERT INTO doomed VALUES (1)`.execute(trx));
    expect((await lossOf(adding)).isNothingSaved).toBe(false);
    const { rows } = await sql`SELECT FROM doomed`.execute(owner.kysely);
    expect(rows).toEqual([]);
  });

  it('gives up a connection that the network swallows, and leaves no hole in the pool', async () => {
    const begun = performance.now();
    const loss = await lossOf(
      database.inAccounts(async (trx) => {
        proxy.silence();
        await sql`SELECT 1`.execute(trx);
      }),
    );
    expect(loss.stage).toBe('working');
    expect(performance.now() - begun).toBeLessThan(3_000);
    await fillPool();
  });
});

describe('server whose connections PostgreSQL ends over and over', () => {
  let test: TestApp;
  const admin = new pg.Client({ connectionString: process.env['TKR_TEST_POSTGRES_URL'] });

  beforeAll(async () => {
    test = await startTestApp();
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await test.close();
  });

  const endAll = () =>
    admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
      new URL(test.owner.url ?? '').pathname.slice(1),
    ]);
  let slowest = 0;
  const timed = async (call: Parameters<typeof send>[1]): Promise<TestAnswer> => {
    const begun = performance.now();
    const answer = await send(test, call);
    slowest = Math.max(slowest, performance.now() - begun);
    return answer;
  };

  it('never hangs, never says 500, does no write twice and loses none', async () => {
    const seen = new Map<string, number>();
    const isOver = new AbortController();
    const params = { organisationId: test.organisationId };
    const count = ({ status, body, headers }: TestAnswer): void => {
      const { code = '' } = (body ?? {}) as { readonly code?: string };
      const wait = headers['retry-after'] === '1' ? 'in a second' : '';
      const kind = `${status} ${code} ${wait}`.trimEnd();
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    };
    const reader = async (): Promise<void> => {
      const url = addressOf(getInvesteringsbudget, { params: { ...params, year: '2025' } });
      while (!isOver.signal.aborted) count(await timed({ method: 'GET', url }));
    };
    const names: string[] = [];
    const writer = async (number: number): Promise<void> => {
      const url = addressOf(createInvestmentLine, { params });
      for (let line = 1; !isOver.signal.aborted; line += 1) {
        const body = { name: `Rad ${number}-${line}` };
        const headers = { 'idempotency-key': `avbrott-${number}-${line}` };
        for (let isSaved = false; !isSaved; ) {
          const answer = await timed({ method: 'POST', url, body, headers });
          count(answer);
          isSaved = answer.status === 201;
        }
        names.push(body.name);
      }
    };
    const all = [1, 2, 3, 4, 5, 6].map(writer).concat([reader(), reader(), reader()]);
    for (let cut = 0; cut < 60; cut += 1) {
      await sleep(Math.random() * 200);
      await endAll();
    }
    isOver.abort();
    await Promise.all(all);
    const known = [
      '200',
      '201',
      '503 database_lost in a second',
      '503 outcome_unknown in a second',
    ];
    expect([...seen.keys()].filter((one) => !known.includes(one))).toEqual([]);
    expect(seen.get('503 database_lost in a second')).toBeGreaterThan(0);
    expect(slowest).toBeLessThan(5_000);
    const stored = await test.owner.kysely
      .selectFrom('investment_line')
      .select('name')
      .where('name', 'like', 'Rad %')
      .execute();
    expect(stored.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    await expect.poll(() => test.database.isReady()).toBe(true);
  });
});
