import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';

const mainProgram = path.join(import.meta.dirname, '../main.ts');

/** How a server ended, and what it said until then. */
export type Ending = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
};

/** The real server in a process of its own. */
export type ServerProcess = {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the process until it said that it answers. */
  readonly openedIn: number;
  /** What it has said so far. */
  readonly output: () => string;
  /** Ends it as `kill -9` does; one that has ended already just tells how. */
  readonly kill: () => Promise<Ending>;
  /** Asks it to stop, as an operating system does, and waits until it has. */
  readonly stop: () => Promise<Ending>;
};

/** What a server is started with, beyond the surroundings of this process. */
export type Surroundings = { readonly [name: string]: string };

/**
 * Starts `server/main.ts`, or another program that says the same when it answers, and waits until
 * it does. Throws where it ends instead.
 */
export async function startServer(
  surroundings: Surroundings,
  program = mainProgram,
): Promise<ServerProcess> {
  const start = performance.now();
  const { child, ended } = launch(surroundings, program);
  let said = '';
  const opened = new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const address = /^Tkr: (http:\S+)$/mu.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  const first = await Promise.race([opened, ended]);
  if (typeof first !== 'string') {
    throw new Error(`Servern startade inte (${first.code ?? first.signal}):\n${first.errors}`);
  }
  const end = (signal: NodeJS.Signals): Promise<Ending> => {
    child.kill(signal);
    return ended;
  };
  return {
    url: first,
    pid: child.pid ?? 0,
    openedIn: performance.now() - start,
    output: () => said,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** Starts a server that is expected to end by itself, and tells how it did. */
export function runServer(surroundings: Surroundings): Promise<Ending> {
  return launch(surroundings, mainProgram).ended;
}

/** Starts a server and kills it after a while, wherever it has come by then. */
export async function startAndKill(surroundings: Surroundings, after: number): Promise<Ending> {
  const { child, ended } = launch(surroundings, mainProgram);
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  const ending = await ended;
  clearTimeout(timer);
  return ending;
}

const alive = new Set<ChildProcess>();

/** Kills every server that this process has started, and that has not ended by itself. */
export function killAllServers(): void {
  for (const child of alive) child.kill('SIGKILL');
}

// A child is not ended with its parent.
process.on('exit', killAllServers);

type Launched = { readonly child: ChildProcess; readonly ended: Promise<Ending> };

// Far beyond any start or stop: what takes this long is stuck.
const longestLife = 10 * 60_000;

function launch(surroundings: Surroundings, program: string): Launched {
  const child = spawn(process.execPath, [program], {
    cwd: tmpdir(),
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATABASE_URL: '', ...surroundings },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longestLife,
    killSignal: 'SIGKILL',
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  alive.add(child);
  const ended = new Promise<Ending>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      alive.delete(child);
      resolve({ code, signal, output, errors });
    });
  });
  return { child, ended };
}
