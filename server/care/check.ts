import type { Database } from '../db/database.ts';
import { checkRows } from './check-rows.ts';
import { checkSchema } from './check-schema.ts';
import type { Finding } from './finding.ts';
import { readSnapshot } from './snapshot.ts';
import { verifyLogs } from './verify-log.ts';

/** What was looked at, and what does not hold there. */
export type Checked = { readonly organisations: number; readonly findings: readonly Finding[] };

/**
 * Checks what must always hold: the catalogue is the one of the migrations, no row points at nothing,
 * moves cancel out, corrections replace one entry each, amounts are amounts, a day has one ceiling and
 * a key its whole, a granted ärende wrote what was decided, a loan has terms that can be, an assumption a value,
 * no scenario inherits from itself, what frozen ones keep and the files of imports are whole, every log
 * is unbroken.
 *
 * A sound database has no findings. Source: DESIGN §8.
 */
export async function checkDatabase(database: Database): Promise<Checked> {
  const schema = await readSnapshot(database, checkSchema);
  try {
    const rows = await readSnapshot(database, checkRows);
    const { organisations, findings } = await checkLogs(database);
    return { organisations, findings: [...schema, ...rows, ...findings] };
  } catch (error) {
    // A catalogue that was taken apart may not even be readable; then that is what there is to say.
    if (schema.length === 0 || !(error instanceof Error)) throw error;
    const message = `Raderna kunde inte kontrolleras, eftersom databasen svarade: ${error.message}. Rätta schemat först.`;
    return { organisations: 0, findings: [...schema, { check: 'stopped', message }] };
  }
}

async function checkLogs(database: Database): Promise<Checked> {
  const { organisations } = await verifyLogs(database, []);
  const findings = organisations.flatMap(({ organisationId, name, firstBad }): Finding[] =>
    firstBad === null
      ? []
      : [
          {
            check: 'log',
            message: `${name ?? 'En organisation som inte finns'}: ${firstBad.message}`,
            where: `audit_log, organisation ${organisationId}, rad ${firstBad.seq}`,
          },
        ],
  );
  return { organisations: organisations.length, findings };
}
