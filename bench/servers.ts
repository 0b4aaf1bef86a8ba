import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../scripts/provision/postgres.ts';
import { makeTkrDatabase } from '../scripts/provision/tkr-database.ts';
import {
  killAllServers,
  type ServerProcess,
  type Surroundings,
  startServer,
} from '../server/faults/server-process.ts';
import { postgresStore } from '../server/faults/store.ts';

/** What the benchmarks run on: a folder, and a PostgreSQL where there is one to be had. */
export type Bench = {
  /** A path of its own, removed afterwards. */
  readonly newPath: (name: string) => string;
  /** Null where no PostgreSQL could be made, which has been said. */
  readonly postgres: Surroundings | null;
};

/** Runs work on a bench, and tidies up after it. */
export async function onBench(work: (bench: Bench) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tkr-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.on('exit', remove);
  const cluster = await startCluster({ durable: true }).catch((error: unknown) => {
    console.log(`Utan PostgreSQL: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  });
  let count = 0;
  const newPath = (name: string): string => {
    count += 1;
    return join(folder, `${name}-${count}`);
  };
  try {
    await work({ newPath, postgres: cluster === null ? null : await onPostgres(cluster.url) });
  } finally {
    killAllServers();
    await cluster?.stop();
    remove();
  }
}

async function onPostgres(serverUrl: string): Promise<Surroundings> {
  const database = await makeTkrDatabase(serverUrl);
  const { surroundings } = await postgresStore(database);
  // Only the server with its doors off asks as the one who sees everything.
  return { ...surroundings, BENCH_ADMIN_URL: database.adminUrl };
}

const bareProgram = join(import.meta.dirname, 'bare-server.ts');

/** Starts a bare Fastify that answers with these bytes at its root. */
export function startBare(bench: Bench, body: string): Promise<ServerProcess> {
  const file = bench.newPath('body');
  writeFileSync(file, body);
  return startServer({ BARE_BODY: file }, bareProgram);
}

/** The memory of a process, in MiB. */
export type Memory = {
  readonly resting: number;
  /** The most that it has held; only Linux tells, elsewhere it is what is held now. */
  readonly peak: number;
};

/** The memory that a process holds now, and the most that it has held. */
export function memoryOf(pid: number): Memory {
  if (process.platform === 'linux') {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string): number =>
      Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, 'mu').exec(status)?.[1]) / 1024;
    return { resting: field('VmRSS'), peak: field('VmHWM') };
  }
  const answer = execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' });
  return { resting: Number(answer) / 1024, peak: Number(answer) / 1024 };
}
