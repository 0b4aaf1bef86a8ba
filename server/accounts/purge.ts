import type { Database } from '../db/database.ts';

const day = 24 * 60 * 60_000;

/** Throws away what has expired: sessions, links, counts of attempts, and unfinished logins. */
export async function purgeExpired(database: Database, now: Date): Promise<void> {
  const ago = (days: number): Date => new Date(now.getTime() - days * day);
  await database.inAccounts(async (trx) => {
    await trx
      .deleteFrom('session')
      .where((row) => row.or([row('ends_at', '<', now), row('idle_until', '<', now)]))
      .execute();
    await trx.deleteFrom('oidc_attempt').where('expires_at', '<', now).execute();
    await trx.deleteFrom('attempt').where('last_at', '<', ago(2)).execute();
    await trx.deleteFrom('person_link').where('expires_at', '<', ago(30)).execute();
    await trx.deleteFrom('known_device').where('last_used_at', '<', ago(365)).execute();
  });
}
