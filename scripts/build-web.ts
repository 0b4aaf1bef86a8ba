import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { repository } from './run.ts';

/** The folder that the server gives to browsers. */
export const webFolder: string = join(repository, 'dist', 'web');

const inputs = [
  ...['web/**/*', 'domain/**/*', 'contract/**/*'],
  ...['vite.config.ts', 'package.json', 'package-lock.json'],
];

/**
 * Builds the web into `dist/web`, unless what is there was built from the same files.
 *
 * Two processes may do this at once: each builds in a folder of its own and then puts it in place.
 * Throws where the build does.
 */
export async function buildWebIfStale(): Promise<void> {
  const wanted = hashOfInputs();
  if (builtFrom() === wanted) return;
  const fresh = `${webFolder}.ny-${process.pid}`;
  try {
    await buildInto(fresh);
    writeFileSync(join(fresh, '.inputs'), wanted);
    putInPlace(fresh, wanted);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function buildInto(folder: string): Promise<void> {
  // Vite takes NODE_ENV as it finds it, and leaves its own behind for whatever runs next.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: join(repository, 'vite.config.ts'),
      root: join(repository, 'web'),
      logLevel: 'warn',
      build: { outDir: folder, emptyOutDir: true },
    });
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

function builtFrom(): string | undefined {
  const record = join(webFolder, '.inputs');
  return existsSync(record) ? readFileSync(record, 'utf8') : undefined;
}

function hashOfInputs(): string {
  const hash = createHash('sha256');
  const files = globSync(inputs, { cwd: repository, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file.slice(repository.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

// Two renames rather than one, since a folder cannot take the place of one that is not empty.
function putInPlace(fresh: string, wanted: string): void {
  const old = `${webFolder}.gammal-${process.pid}`;
  for (let left = 10; ; left -= 1) {
    try {
      if (existsSync(webFolder)) renameSync(webFolder, old);
      renameSync(fresh, webFolder);
      return;
    } catch (error) {
      // Somebody else was in between the two: their build of the same files is as good.
      if (builtFrom() === wanted) return;
      if (left === 0) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}
