import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Kysely, PGliteDialect } from 'kysely';
import type { TestProject } from 'vitest/node';
import { openEmbeddedInMemory } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A file with an empty, migrated embedded database, which each test file starts from. */
    readonly embeddedTemplate: string;
  }
}

/** Makes the template once for all test files: making a database costs more than most of them. */
export async function setup(project: TestProject): Promise<() => void> {
  const pglite = await openEmbeddedInMemory();
  const kysely = new Kysely({ dialect: new PGliteDialect({ pglite }) });
  await migrate(kysely);
  const template = await pglite.dumpDataDir('none');
  await kysely.destroy();
  const folder = mkdtempSync(path.join(tmpdir(), 'tkr-template-'));
  const file = path.join(folder, 'template.tar');
  writeFileSync(file, Buffer.from(await template.arrayBuffer()));
  project.provide('embeddedTemplate', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
