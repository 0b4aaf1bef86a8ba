import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { seededRandom } from '../../server/faults/random.ts';
import { beginRun, type FaultRun, writeUntil } from '../../server/faults/run.ts';
import { type ServerProcess, startServer } from '../../server/faults/server-process.ts';
import { embeddedStore, postgresStore } from '../../server/faults/store.ts';
import { type PostgresCluster, startCluster } from '../provision/postgres.ts';
import { makeTkrDatabase } from '../provision/tkr-database.ts';
import { noOutcome, type Outcome, type Reopened, reopen, settle, together } from './rounds.ts';

/** Which chance, and for how long. */
export type Settings = { readonly seed: number; readonly rounds: number };

/** Kills the server on the embedded database. */
export async function killOnPglite(settings: Settings): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tkr-faults-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.on('exit', remove);
  try {
    const random = seededRandom(settings.seed);
    const [run, server] = await beginRun(embeddedStore(join(folder, 'data')), random);
    return await repeat(run, server, { rounds: settings.rounds, faults: [killServer] });
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** Kills the server, the PostgreSQL below it, and both at once, in turn. */
export async function killOnPostgres(settings: Settings): Promise<Outcome> {
  const cluster = await startCluster({ durable: true });
  try {
    const faults = [killServer, killDatabase(cluster), killBoth(cluster)];
    const random = seededRandom(settings.seed);
    const [run, server] = await beginRun(
      await postgresStore(await makeTkrDatabase(cluster.url)),
      random,
    );
    return await repeat(run, server, { rounds: settings.rounds, faults });
  } finally {
    await cluster.stop();
  }
}

type Fault = {
  readonly name: string;
  readonly strike: (server: ServerProcess) => Promise<unknown>;
  /** Brings back what was struck down, and gives the server to go on with. */
  readonly recover: (run: FaultRun, server: ServerProcess) => Promise<Reopened>;
};

const killServer: Fault = {
  name: 'server',
  strike: (server) => server.kill(),
  recover: reopen,
};

function killDatabase(cluster: PostgresCluster): Fault {
  return {
    name: 'databas',
    strike: () => killWholeCluster(cluster),
    // The server stays up, and has to find its way back by itself.
    recover: async (run, server) => {
      await cluster.start();
      const start = performance.now();
      if (await isReadyAgain(server.url)) {
        return { server, milliseconds: performance.now() - start, problems: [] };
      }
      const { code, signal, errors } = await server.kill();
      const problem = `Servern dog när databasen försvann (${code ?? signal}): ${errors}`;
      return { ...(await reopen(run)), problems: [problem] };
    },
  };
}

function killBoth(cluster: PostgresCluster): Fault {
  return {
    name: 'båda',
    strike: (server) => Promise.all([killWholeCluster(cluster), server.kill()]),
    recover: async (run) => {
      await cluster.start();
      return reopen(run);
    },
  };
}

// Without its postmaster a PostgreSQL process lives on until it notices: here none of them may.
async function killWholeCluster(cluster: PostgresCluster): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
  const crashed = cluster.crash();
  for (const { pid } of rows) killIfThere(pid);
  await crashed;
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself in the meantime.
  }
}

// False where the server itself is gone.
async function isReadyAgain(url: string): Promise<boolean> {
  for (;;) {
    const response = await fetch(`${url}/api/ready`).catch(() => null);
    if (response === null) return false;
    await response.text();
    if (response.ok) return true;
    await sleep(20);
  }
}

type Plan = { readonly rounds: number; readonly faults: readonly Fault[] };

async function repeat(
  run: FaultRun,
  first: ServerProcess,
  { rounds, faults }: Plan,
): Promise<Outcome> {
  let outcome = noOutcome;
  let server = first;
  for (let number = 1; number <= rounds; number += 1) {
    const fault = faults[number % faults.length] ?? killServer;
    const answeredBefore = run.journal.answered.size;
    await writeUntil(run, server.url, {
      name: `omgang${number}`,
      between: [0, 3_000],
      strike: () => fault.strike(server),
    });
    const reopened = await fault.recover(run, server);
    const name = `${run.store.name} ${number}/${rounds}, ${fault.name} dödad`;
    outcome = together(outcome, await settle(run, { name, answeredBefore }, reopened));
    if (number < rounds) server = await startServer(run.store.surroundings);
  }
  return outcome;
}
