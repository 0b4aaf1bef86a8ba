import path from 'node:path';
import { purgeExpired } from './accounts/purge.ts';
import { buildApp } from './app.ts';
import { startControl } from './care/control.ts';
import { type Config, isLoopback, readConfig, StartRefused } from './config.ts';
import { connect } from './connect.ts';
import { DataDirectoryInUse } from './db/data-directory-lock.ts';
import { temporaryFiles } from './files/temporary.ts';
import { prepareStart, warningOf } from './first-start.ts';
import { mailOver } from './mail.ts';
import { readProviders } from './oidc/config.ts';
import { jsonLines } from './plugins/watch.ts';

/** How long a stop waits for what is under way, in milliseconds. Source: DESIGN §8. */
const stopLimit = 10_000;

/** How often what has expired is thrown away, in milliseconds. */
const purgeEvery = 60 * 60_000;

/**
 * Starts the server and prints `Tkr: http://…` when it answers, and before it where there is a demo
 * to try or an administrator to make.
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
  const providers = readProviders(config.oidcFile);
  const database = await connect(config, { isServer: true });
  const clock = () => new Date();
  await temporaryFiles(config.uploadFolder).clear();
  const offers = await prepareStart(database, { config, now: clock() }).catch(
    async (error: unknown) => {
      await database.close();
      throw error;
    },
  );
  const print = (line: string): boolean => process.stdout.write(line);
  // Whoever reads what is printed may go away; the figures stay.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const app = await buildApp({
    database,
    clock,
    providers,
    watch: jsonLines(clock, print),
    mail: config.smtp === null ? null : mailOver(config.smtp.url, config.smtp.from),
    publicUrl: config.publicUrl,
    proxies: config.proxies,
    isOnNetwork: !isLoopback(config.host),
    callsAMinute: config.callsAMinute,
    uploads: { folder: config.uploadFolder, mostBytes: config.mostUploadBytes },
    webDirectory: path.join(import.meta.dirname, '../dist/web'),
    logger: { level: 'error' },
  });
  const address = await listen(app, config);
  const control = config.databaseUrl === null ? await startControl({ database, ...config }) : null;
  const purge = (): void => void purgeExpired(database, clock()).catch(() => undefined);
  purge();
  const purging = setInterval(purge, purgeEvery);
  const stop = async (): Promise<void> => {
    clearInterval(purging);
    setTimeout(() => process.exit(1), stopLimit).unref();
    await app.close();
    await control?.close();
    await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  const warning = warningOf(config);
  if (warning !== null) process.stderr.write(`${warning}\n`);
  const reached = config.publicUrl?.origin ?? address;
  if (offers.demoPath !== null) print(`Demo: ${reached}${offers.demoPath}\n`);
  if (offers.administratorPath !== null) {
    print(`Första administratör: ${reached}${offers.administratorPath}\n`);
  }
  print(`Tkr: ${address}\n`);
}

type Listening = Awaited<ReturnType<typeof buildApp>>;

async function listen(app: Listening, { host, port }: Config): Promise<string> {
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
