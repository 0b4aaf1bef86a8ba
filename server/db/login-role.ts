import { type Kysely, sql } from 'kysely';
import { StartRefused } from '../config.ts';
import type { Tables } from './schema.ts';

const requestRoles = ['tkr_app', 'tkr_accounts', 'tkr_demo'];

/**
 * Refuses a start whose roles would pass through the wall between organisations.
 *
 * A PostgreSQL login that is a superuser or bypasses row level security, or can become somebody who
 * does, is no wall at all where a query forgets its role; and what requests become may own nothing
 * and bypass nothing. The embedded database has one user and no login. Source: ASVS 5.0 13.2.2.
 */
export async function refuseBypassingRoles(
  kysely: Kysely<Tables>,
  { isEmbedded }: { readonly isEmbedded: boolean },
): Promise<void> {
  const { rows: bypassing } = await sql<{ name: string }>`
    SELECT rolname AS name FROM pg_roles WHERE (rolsuper OR rolbypassrls)
      AND (rolname = ANY (${requestRoles})
        OR (pg_has_role(session_user, oid, 'MEMBER') AND NOT ${isEmbedded}))
    UNION
    SELECT pg_get_userbyid(relowner) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace
      AND pg_get_userbyid(relowner) = ANY (${requestRoles})`.execute(kysely);
  const [role] = bypassing;
  if (role === undefined) return;
  throw new StartRefused(
    `Databasrollen ${role.name} går förbi väggen mellan organisationer, och Tkr är eller kan bli den: den är superanvändare, har BYPASSRLS eller äger tabeller som anrop når. ` +
      'Inget är startat. Skapa rollerna med deploy/postgresql.sql, och starta Tkr med tkr_login i DATABASE_URL.',
  );
}

/** True where the login may change the schema: the owner's, or that of an empty database. */
export async function mayMigrate(kysely: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    SELECT has_schema_privilege(current_user, 'public', 'CREATE') AS may`.execute(kysely);
  return rows[0]?.may === true;
}
