import type { AssumptionVersion, listAssumptionHistory } from '#contract/assumption-history.ts';
import { assumption } from '#contract/assumptions.ts';
import { accepted, refused } from '#domain/result.ts';
import { changesOf, pageSize } from '../audit/reading.ts';
import type { ReadContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { allAssumptions } from './queries.ts';

/**
 * One of the organisation's assumptions as it is, and as the log says that it was before each change.
 */
export async function openAssumptionHistory(
  { trx }: ReadContext,
  { params: { assumptionId } }: Asked<typeof listAssumptionHistory>,
): Promise<Outcome<typeof listAssumptionHistory>> {
  const current = (await allAssumptions(trx)).find(
    (one) => one.assumptionId === assumptionId && one.scenarioId === null,
  );
  if (current === undefined) return refused({ code: 'assumption_not_found' });
  const changes = await changesOf(trx, { entityId: assumptionId, action: 'setAssumption' });
  const versions = changes.flatMap(({ after, actor }) => versionIn(after, actor));
  // What was there before the log says anything, such as what the demo begins with.
  const earliest = versionIn(changes.at(-1)?.before ?? null, null);
  return accepted({
    versions: versions.length === 0 ? [current] : [...versions, ...earliest].slice(0, pageSize),
  });
}

// The log keeps who somebody is, and not what they were called.
const unnamed = assumption.omit({ changedBy: true });

function versionIn(text: string | null, changedBy: string | null): AssumptionVersion[] {
  const told = unnamed.nullable().parse(JSON.parse(text ?? 'null'));
  return told === null ? [] : [{ ...told, changedBy }];
}
