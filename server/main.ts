import path from 'node:path';
import { buildApp } from './app.ts';
import { readConfig, StartRefused } from './config.ts';
import { connect } from './connect.ts';
import { DataDirectoryInUse } from './db/data-directory-lock.ts';
import { seedDemo } from './demo/seed.ts';

/** How long a stop waits for what is under way, in milliseconds. Source: DESIGN §8. */
const stopLimit = 10_000;

/**
 * Starts the server and prints `Tkr: http://…` when it answers.
 *
 * A signal to stop finishes what is under way. A start that cannot be says why in one sentence.
 */
export async function main(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  try {
    await start(environment);
  } catch (error) {
    if (!(error instanceof StartRefused) && !(error instanceof DataDirectoryInUse)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

async function start(environment: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(environment);
  const database = await connect(config);
  const clock = () => new Date();
  const app = await buildApp({
    database,
    clock,
    personId: await seedDemo(database, clock()),
    webDirectory: path.join(import.meta.dirname, '../dist/web'),
    logger: { level: 'error' },
  });
  const address = await listen(app, config);
  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(1), stopLimit).unref();
    await app.close();
    await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  process.stdout.write(`Tkr: ${address}\n`);
}

type Listening = Awaited<ReturnType<typeof buildApp>>;

async function listen(
  app: Listening,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
    throw new StartRefused(
      `Port ${port} är upptagen av ett annat program. Stäng det, eller starta Tkr med en annan port: PORT=3001 npm start.`,
    );
  }
}

if (import.meta.main) await main();
