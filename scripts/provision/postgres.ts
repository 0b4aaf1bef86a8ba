import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type PostgresBinaries, providePostgresBinaries } from './postgres-binaries.ts';
import { type Account, temporaryFolder, unprivilegedAccount } from './unprivileged.ts';

/** A PostgreSQL for tests; `url` is a superuser's, and databases may be made and dropped there. */
export type TestPostgres = { readonly url: string; readonly stop: () => Promise<void> };

/** A PostgreSQL of our own, that can also be made to crash. It answers after `start()`. */
export type PostgresCluster = TestPostgres & {
  /** Starts the server, the first time or after a crash, and waits until it answers. */
  readonly start: () => Promise<void>;
  /** Kills the server as `kill -9` does, without a word. */
  readonly crash: () => Promise<void>;
};

/**
 * The PostgreSQL that the tests use: `TEST_DATABASE_URL` where it is set, else a throwaway one that
 * trades durability for speed. Throws where there is none to be had, and says what to install.
 */
export async function providePostgres(): Promise<TestPostgres> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined };
  return startCluster({ durable: false });
}

/**
 * Makes and starts a PostgreSQL in a temporary folder, reached on 127.0.0.1 with a random password.
 *
 * As root it runs as another user. `stop()` removes every trace, and so does the end of this
 * process, unless that too is killed. `durable` keeps PostgreSQL's own settings, for crash tests.
 */
export async function startCluster(options: { durable: boolean }): Promise<PostgresCluster> {
  const binaries = providePostgresBinaries();
  const account = unprivilegedAccount();
  const folder = temporaryFolder('tkr-postgres-', account);
  try {
    const password = initialise(binaries, folder, account);
    const cluster = await control({ binaries, account, folder, password, ...options });
    await cluster.start();
    return cluster;
  } catch (error) {
    remove(folder);
    throw error;
  }
}

type Place = {
  readonly binaries: PostgresBinaries;
  readonly account: Account;
  readonly folder: string;
  readonly password: string;
  readonly durable: boolean;
};

// Another user may not enter the folder that this program was started from.
function launchOptions(folder: string, account: Account): object {
  const settings = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  const env = { ...Object.fromEntries(settings), HOME: folder, LC_ALL: 'C' };
  return { cwd: folder, env, ...account };
}

function initialise(binaries: PostgresBinaries, folder: string, account: Account): string {
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) chownSync(passwordFile, account.uid, account.gid);
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  execFileSync(
    binaries.initdb,
    [
      ...['-D', join(folder, 'data'), '-U', 'postgres', '-E', 'UTF8', `--locale=${locale}`],
      ...['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync', '--no-instructions'],
    ],
    { ...launchOptions(folder, account), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return password;
}

async function control(place: Place): Promise<PostgresCluster> {
  const port = await freePort();
  const url = `postgres://postgres:${place.password}@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  };
  const abandon = (): void => {
    // SIGQUIT is PostgreSQL's immediate stop: it takes its children and its shared memory with it.
    server?.kill('SIGQUIT');
    remove(place.folder);
  };
  process.on('exit', abandon);
  return {
    url,
    start: async () => {
      // After a crash the old server's processes hold its memory for a moment more.
      for (let attempt = 1; ; attempt += 1) {
        server = launch(place, port);
        if (await answers(url, server)) return;
        if (attempt === 5) throw new Error(`PostgreSQL startade inte:\n${logOf(place.folder)}`);
        await sleep(500);
      }
    },
    crash: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGINT');
      process.off('exit', abandon);
      remove(place.folder);
    },
  };
}

const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'jit=off'];

function launch({ binaries, account, folder, durable }: Place, port: number): ChildProcess {
  const log = openSync(join(folder, 'log'), 'a');
  const settings = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'],
    ...(durable ? [] : fast),
  ];
  const server = spawn(
    binaries.postgres,
    [
      ...['-D', join(folder, 'data'), '-p', String(port)],
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    { ...launchOptions(folder, account), stdio: ['ignore', log, log] },
  );
  closeSync(log);
  return server;
}

async function answers(url: string, server: ChildProcess): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await sleep(50);
    }
  }
  return false;
}

function logOf(folder: string): string {
  return readFileSync(join(folder, 'log'), 'utf8');
}

// Without a turn of the event loop, since this is also what an ending process does last.
function remove(folder: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  // A server on its way out still writes a file or two, and rmSync then leaves them without a word.
  for (let left = 50; left > 0 && existsSync(folder); left -= 1) {
    rmSync(folder, { recursive: true, force: true });
    Atomics.wait(pause, 0, 0, 50);
  }
}

async function freePort(): Promise<number> {
  const listener = createServer();
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  await once(listener, 'close');
  if (address === null || typeof address === 'string') throw new Error('No TCP port');
  return address.port;
}
