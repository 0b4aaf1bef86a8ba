import { type Kysely, sql } from 'kysely';

/** Why a ceiling was corrected or taken back, in words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE borgenstak ADD comment text`.execute(db);
}
