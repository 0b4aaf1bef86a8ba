import { Kysely, PGliteDialect, sql } from 'kysely';
import { type Config, StartRefused } from './config.ts';
import { createDatabase, type Database } from './db/database.ts';
import { openEmbedded } from './db/embedded.ts';
import { mayMigrate, refuseBypassingRoles } from './db/login-role.ts';
import { migrate, pendingMigrations } from './db/migrate.ts';
import { longestSilence, openPostgres, type PostgresOptions } from './db/postgres.ts';
import type { Tables } from './db/schema.ts';

/**
 * Opens the database that the configuration names and brings it to the newest schema, where the
 * login may. A server, which strangers talk to, first refuses a login that no wall would hold.
 *
 * Throws where the data directory is in use, the server does not answer, a migration fails or is
 * somebody else's to run, and then leaves nothing open.
 */
export async function connect(config: Config, { isServer = false } = {}): Promise<Database> {
  const kysely = await openKysely(config, { silence: longestSilence });
  try {
    const isEmbedded = config.databaseUrl === null;
    if (isServer) await refuseBypassingRoles(kysely, { isEmbedded });
    await bringUp(kysely);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return createDatabase(kysely);
}

// A login that owns nothing finds the schema as the owner has left it.
async function bringUp(kysely: Kysely<Tables>): Promise<void> {
  if (await mayMigrate(kysely)) {
    await migrate(kysely);
    return;
  }
  const pending = await pendingMigrations(kysely).catch(() => ['alla']);
  if (pending.length === 0) return;
  throw new StartRefused(
    `Databasen saknar ${pending.length} ändringar av schemat, och rollen i DATABASE_URL får inte göra dem. ` +
      'Inget är startat. Kör npx tkr migrate med ägarens roll (tkr_owner), och starta sedan igen.',
  );
}

/**
 * Opens the database that the configuration names as it is, without bringing its schema up: for
 * commands that look, and for a restore, which makes the schema itself.
 */
export async function openKysely(
  { databaseUrl, dataDirectory }: Config,
  options: PostgresOptions = {},
): Promise<Kysely<Tables>> {
  if (databaseUrl !== null) return openPostgres(databaseUrl, options);
  const pglite = await openEmbedded(dataDirectory);
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  // Kysely only closes what it has used, and an open database keeps its directory locked.
  await sql`SELECT 1`.execute(kysely);
  return kysely;
}
