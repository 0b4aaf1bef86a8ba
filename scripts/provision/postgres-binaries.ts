import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  canInstallPackages,
  executableIn,
  installPackage,
  newestFolders,
  pathFolders,
} from './executables.ts';

/** The oldest PostgreSQL that Tkr runs on. */
const oldestMajorVersion = 15;

/** Where one PostgreSQL has its programs. */
export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

const usualFolders = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
  '/Applications/Postgres.app/Contents/Versions/*/bin',
  'C:\\Program Files\\PostgreSQL\\*\\bin',
];

/**
 * The programs of a PostgreSQL 15 or later: from the path, from its usual places, or installed from
 * Debian as root. Throws where none of that gives one, with a sentence that says what to install.
 */
export function providePostgresBinaries(): PostgresBinaries {
  const found = installed();
  if (found !== undefined) return found;
  if (canInstallPackages()) installWithoutCluster();
  const binaries = installed();
  if (binaries !== undefined) return binaries;
  throw new Error(
    `Testerna behöver PostgreSQL ${oldestMajorVersion} eller senare, som inte finns här. Installera ` +
      'det (Debian: apt-get install postgresql), så att initdb finns i PATH, eller ange en ' +
      'testserver i TEST_DATABASE_URL. / ' +
      `The tests need PostgreSQL ${oldestMajorVersion} or later, and there is none. Install it ` +
      '(Debian: apt-get install postgresql), so that initdb is on PATH, or name a test server in ' +
      'TEST_DATABASE_URL.',
  );
}

function installed(): PostgresBinaries | undefined {
  return [...pathFolders(), ...newestFolders(usualFolders)]
    .map(binariesIn)
    .find((binaries) => binaries !== undefined);
}

function binariesIn(folder: string): PostgresBinaries | undefined {
  const initdb = executableIn(folder, 'initdb');
  if (initdb === undefined) return undefined;
  // The path often has links to a few of the programs; initdb needs all of them beside it.
  const postgres = executableIn(dirname(initdb), 'postgres');
  if (postgres === undefined) return undefined;
  return majorVersion(postgres) >= oldestMajorVersion ? { initdb, postgres } : undefined;
}

function majorVersion(postgres: string): number {
  const answer = execFileSync(postgres, ['--version'], { encoding: 'utf8' });
  return Number.parseInt(/\d+/.exec(answer)?.[0] ?? '0', 10);
}

// Debian makes and starts a cluster of its own at installation, which the tests have no use for.
function installWithoutCluster(): void {
  const folder = '/etc/postgresql-common/createcluster.d';
  const setting = `${folder}/tkr-test.conf`;
  const isNew = !existsSync(setting);
  mkdirSync(folder, { recursive: true });
  if (isNew) writeFileSync(setting, 'create_main_cluster = false\n');
  try {
    installPackage('postgresql');
  } finally {
    if (isNew) rmSync(setting);
  }
}
