import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { type Anchor, parseAnchors } from '../audit/anchors.ts';
import { askServer } from '../care/ask-server.ts';
import { saveBackup, writeBackup } from '../care/backup.ts';
import { verifyBackup } from '../care/backup-read.ts';
import { type Checked, checkDatabase } from '../care/check.ts';
import { restoreBackup } from '../care/restore.ts';
import { type VerifiedLogs, verifyLogs } from '../care/verify-log.ts';
import type { Config } from '../config.ts';
import { openKysely } from '../connect.ts';
import { DataDirectoryInUse } from '../db/data-directory-lock.ts';
import { createDatabase } from '../db/database.ts';
import { type Command, WrongUsage } from './command.ts';

/** Looks through everything that must always hold. */
export const check: Command = {
  about: 'kontrollerar schema, väggar, summor, pekare och loggens kedja',
  run: async (parameters, config) => {
    none(parameters);
    const checked = await withDatabase(config, (database) => database.check());
    return { ok: checked.findings.length === 0, ...checked };
  },
};

/** Works out the log's chain anew and holds it to anchors. */
export const verifyLog: Command = {
  parameters: '[--anchor ANKARE] …',
  about: 'räknar om loggens kedja och prövar den mot ankare (en fil eller en rad)',
  run: async (parameters, config) => {
    const anchors = readAnchors(parameters);
    return withDatabase(config, (database) => database.verifyLogs(anchors));
  },
};

/** Makes a backup, also while Tkr runs. */
export const backup: Command = {
  parameters: 'FIL',
  about: 'gör en säkerhetskopia, också medan Tkr är igång',
  run: async (parameters, config) => {
    const file = oneFile(parameters);
    const made = await withDatabase(config, (database) => saveBackup(file, database.backup));
    return { ok: true, file, bytes: statSync(file).size, ...summaryOf(made) };
  },
};

/** Restores a backup into an empty database, and looks through what came of it. */
export const restore: Command = {
  parameters: 'FIL',
  about: 'återläser en säkerhetskopia i en tom databas',
  run: async (parameters, config) => {
    const file = oneFile(parameters);
    // Before anything is made: a file that is no backup leaves no empty database behind either.
    await verifyBackup(file);
    const kysely = await openKysely(config);
    try {
      const restored = await restoreBackup(file, kysely);
      const { findings } = await checkDatabase(createDatabase(kysely));
      return { ok: findings.length === 0, file, ...summaryOf(restored), findings };
    } finally {
      await kysely.destroy();
    }
  },
};

function summaryOf({ header, sums }: Awaited<ReturnType<typeof verifyBackup>>) {
  return { madeAt: header.madeAt, tkr: header.tkr, tables: sums };
}

type Looked = {
  readonly check: () => Promise<Checked>;
  readonly verifyLogs: (anchors: readonly Anchor[]) => Promise<VerifiedLogs>;
  readonly backup: (to: Writable) => Promise<void>;
};

// The embedded database belongs to one process: where that is a server, the server is asked.
async function withDatabase<Value>(
  config: Config,
  work: (database: Looked) => Promise<Value>,
): Promise<Value> {
  assertThere(config);
  const kysely = await openKysely(config).catch((error: unknown) => {
    if (error instanceof DataDirectoryInUse) return error;
    throw error;
  });
  if (kysely instanceof DataDirectoryInUse) return work(askServer(kysely));
  const database = createDatabase(kysely);
  try {
    return await work({
      check: () => checkDatabase(database),
      verifyLogs: (anchors) => verifyLogs(database, anchors),
      backup: (to) => writeBackup(database, to, new Date()),
    });
  } finally {
    await database.close();
  }
}

// To open it would make it, and an empty database has nothing wrong with it.
function assertThere({ databaseUrl, dataDirectory }: Config): void {
  if (databaseUrl !== null || existsSync(path.join(dataDirectory, 'postgres'))) return;
  throw new WrongUsage(
    `Det finns ingen databas i ${dataDirectory}. Ange katalogen med TKR_DATA, eller en PostgreSQL med DATABASE_URL.`,
  );
}

function none(parameters: readonly string[]): void {
  if (parameters.length > 0) throw new WrongUsage(`${parameters[0]} hör inte till kommandot.`);
}

function oneFile(parameters: readonly string[]): string {
  const [file, ...rest] = parameters;
  if (file === undefined || file.startsWith('-')) {
    throw new WrongUsage('Ange säkerhetskopians fil efter kommandot.');
  }
  none(rest);
  return path.resolve(file);
}

function readAnchors(parameters: readonly string[]): Anchor[] {
  return anchorParameters(parameters).flatMap((parameter) => {
    const anchors = parseAnchors(
      parameter.startsWith('tkr-ankare ') ? parameter : textOf(parameter),
    );
    if (anchors.length > 0) return anchors;
    throw new WrongUsage(`Filen ${parameter} innehåller inget ankare, så ingenting har prövats.`);
  });
}

function anchorParameters(parameters: readonly string[]): readonly string[] {
  try {
    const { values } = parseArgs({
      args: [...parameters],
      options: { anchor: { type: 'string', multiple: true } },
    });
    return values.anchor ?? [];
  } catch (error) {
    throw new WrongUsage(
      'Skriv --anchor och sedan en fil med ankare, eller ett ankare inom citattecken.',
      {
        cause: error,
      },
    );
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new WrongUsage(`Filen ${file} med ankare gick inte att läsa.`, { cause: error });
  }
}
