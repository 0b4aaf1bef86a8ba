import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeTkrDatabase } from '../../scripts/provision/tkr-database.ts';
import { seededRandom } from './random.ts';
import { type BegunWrite, beginWrite } from './requests.ts';
import { beginRun, checkAnswers, type FaultRun, inspectStore, writeUntil } from './run.ts';
import { killAllServers, runServer, type ServerProcess, startServer } from './server-process.ts';
import { embeddedStore, postgresStore, type Store } from './store.ts';
import { note } from './write-loop.ts';
import { newLine, newMove } from './writes.ts';

const isEmbedded = process.env['TKR_TEST_DATABASE'] !== 'postgres';
const seed = Math.trunc(performance.timeOrigin) % 1_000_000;

// One server after the other on the same data: each test begins where the one before it ended.
let run: FaultRun;
let server: ServerProcess;
let remove: () => Promise<void>;
const opened: number[] = [];

beforeAll(async () => {
  const store = await createStore();
  [run, server] = await beginRun(store, seededRandom(seed));
});

// What one test has found shall not fail the next one.
beforeEach(async () => {
  if (!(await isOpen(server.url))) server = await startServer(run.store.surroundings);
});

async function isOpen(url: string): Promise<boolean> {
  const response = await fetch(`${url}/api/health`).catch(() => null);
  return response?.ok === true;
}

afterAll(async () => {
  // Told and not judged: here other tests have the processors too. test:faults judges it.
  console.log(`Milliseconds to open after kill -9: ${opened.map(Math.round).join(', ')}`);
  // A failed test can leave a server of its own, and a test worker ends without a last word.
  killAllServers();
  await server.kill();
  await remove();
});

async function createStore(): Promise<Store> {
  if (!isEmbedded) {
    const database = await makeTkrDatabase(process.env['TKR_TEST_POSTGRES_URL'] ?? '');
    remove = database.drop;
    return postgresStore(database);
  }
  const directory = mkdtempSync(join(tmpdir(), 'tkr-faults-'));
  remove = async () => rmSync(directory, { recursive: true, force: true });
  return embeddedStore(join(directory, 'data'));
}

/** Every file with its content and when it was written. */
function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const content = createHash('sha256').update(readFileSync(path)).digest('hex');
      return `${path} ${statSync(path).mtimeMs} ${content}`;
    })
    .toSorted();
}

type Fault = {
  readonly fault: string;
  readonly strike: () => Promise<unknown>;
  readonly next: () => Promise<ServerProcess>;
};

const killed: Fault = {
  fault: 'is killed',
  strike: () => server.kill(),
  next: async () => {
    const next = await startServer(run.store.surroundings);
    opened.push(next.openedIn);
    return next;
  },
};

const cutOff: Fault = {
  fault: 'loses its connections',
  strike: async () => {
    const kysely = await run.store.open();
    for (let cuts = 0; cuts < 6; cuts += 1) {
      await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(kysely);
      await sleep(run.random.below(150));
    }
    await kysely.destroy();
  },
  // It stays up, finds its way back by itself, and never takes a lost connection for a fault of its own.
  next: async () => {
    for (const { sent } of run.journal.underWay) {
      expect(sent).toMatchObject({ kind: 'unknown', status: 503 });
    }
    return server;
  },
};

const faults = [killed, killed, killed, ...(isEmbedded ? [] : [cutOff])];

describe(`while clients write (seed ${seed})`, () => {
  it.each(faults.map((fault, index) => ({ ...fault, round: index + 1 })))(
    'a server that $fault has all it answered, nothing torn, no effect twice: round $round',
    async ({ strike, next, round }) => {
      const answered = run.journal.answered.size;
      await writeUntil(run, server.url, { name: `omgang${round}`, between: [0, 600], strike });
      expect(run.journal.answered.size).toBeGreaterThan(answered);
      server = await next();
      expect((await checkAnswers(run, server.url)).problems).toEqual([]);
    },
  );
});

describe('second server', () => {
  it('is refused the data directory and touches nothing; a PostgreSQL it shares', async () => {
    await (isEmbedded ? refusesSecondServer() : sharesDatabase());
    expect((await checkAnswers(run, server.url)).problems).toEqual([]);
  });

  async function refusesSecondServer(): Promise<void> {
    const { surroundings } = run.store;
    const directory = surroundings['TKR_DATA'] ?? '';
    const before = filesIn(directory);
    const { code, output, errors } = await runServer(surroundings);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toContain(`${directory} används redan av process ${server.pid}`);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(filesIn(directory)).toEqual(before);
  }

  async function sharesDatabase(): Promise<void> {
    const second = await startServer(run.store.surroundings);
    expect((await checkAnswers(run, second.url)).problems).toEqual([]);
    expect(await second.stop()).toMatchObject({ code: 0 });
  }
});

describe('server that is asked to stop', () => {
  it('answers what is under way, ends with 0 within 10 s, and leaves a whole database', async () => {
    const writes = Array.from({ length: 20 }, (_, number) => {
      const key = `avslut-${number}`;
      return number % 2 === 0 ? newLine(run.ground, key) : newMove(run.ground, key, run.random);
    });
    const begun = await Promise.all(writes.map((write) => beginWrite(server.url, write)));
    const finish = async ({ write, finish }: BegunWrite) =>
      note(run.journal, write, await finish());
    const early = begun.slice(0, 10).map(finish);
    await Promise.race(early);
    const asked = performance.now();
    const stopped = server.stop();
    await expect.poll(() => isOpen(server.url)).toBe(false);
    const late = begun.slice(10).map(finish);
    expect(await failuresAmong([...early, ...late])).toEqual([]);
    expect(await stopped).toMatchObject({ code: 0, errors: '' });
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(await inspectStore(run)).toEqual([]);
  });

  async function failuresAmong(answers: readonly Promise<void>[]): Promise<string[]> {
    const outcomes = await Promise.allSettled(answers);
    return outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  }
});
