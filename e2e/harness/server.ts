import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildWebIfStale } from '../../scripts/build-web.ts';
import { repository } from '../../scripts/run.ts';

/** A Tkr of its own, with the demo organisation as it is on the first day. */
export type Server = {
  readonly address: string;
  /** Where the first administrator is made, as the start prints it. */
  readonly administratorLink: string;
  readonly stop: () => Promise<void>;
};

/** Starts the server as a person does, on an empty data directory and a free port. */
export async function startServer(): Promise<Server> {
  await buildWebIfStale();
  const folder = mkdtempSync(join(tmpdir(), 'tkr-e2e-'));
  const child = spawn(process.execPath, [join(repository, 'server', 'main.ts')], {
    cwd: repository,
    env: environment(join(folder, 'data')),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const abandon = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', abandon);
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    process.off('exit', abandon);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { ...(await printedBy(child)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function environment(dataDirectory: string): NodeJS.ProcessEnv {
  const { HOST: _, DATABASE_URL: __, ...rest } = process.env;
  return { ...rest, NODE_ENV: 'production', PORT: '0', TKR_DATA: dataDirectory };
}

async function printedBy(child: ChildProcess): Promise<Omit<Server, 'stop'>> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('The server has no output to read');
  const said: string[] = [];
  let administratorLink = '';
  stderr.on('data', (text: Buffer) => said.push(text.toString()));
  for await (const line of createInterface({ input: stdout })) {
    administratorLink =
      /^\p{Lu}\p{L}+ administrat\p{L}r: (http:\S+)$/u.exec(line)?.[1] ?? administratorLink;
    const address = /^Tkr: (http:\S+)$/u.exec(line)?.[1];
    if (address !== undefined) {
      // What it says from now on has no reader, and a full pipe would stop it.
      stdout.resume();
      return { address, administratorLink };
    }
    said.push(`${line}\n`);
  }
  throw new Error(`The server ended before it answered:\n${said.join('')}`);
}
