import type { getMapping, MappingAnswer, saveMapping } from '#contract/mapping.ts';
import { refusalOfRule } from '#domain/mapping.ts';
import { accepted, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allLines } from '../investeringsbudget/queries.ts';
import { type ReadContext, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { insertMapping, mappingVersions, rulesOf } from './mapping-queries.ts';

const empty: MappingAnswer = {
  version: 0,
  comment: null,
  createdAt: null,
  createdBy: null,
  rules: [],
};

/** The mapping: its newest version or the one that is asked for, and what versions there are. */
export async function openMapping(
  { trx }: ReadContext,
  { query }: Asked<typeof getMapping>,
): Promise<Outcome<typeof getMapping>> {
  const versions = await mappingVersions(trx);
  const newestVersion = versions[0]?.version ?? 0;
  const wanted = query.version === undefined ? newestVersion : parseInt(query.version, 10);
  if (wanted === 0) return accepted({ mapping: empty, newestVersion, versions });
  const found = versions.find(({ version }) => version === wanted);
  if (found === undefined) return refused({ code: 'mapping_not_found' });
  const mapping = { ...found, rules: await rulesOf(trx, wanted) };
  return accepted({ mapping, newestVersion, versions });
}

/** Saves the rules as a new version; the versions before it stay as they were. */
export async function keepMapping(
  context: WriteContext,
  { body, version }: Asked<typeof saveMapping>,
): Promise<Outcome<typeof saveMapping>> {
  const { trx } = context;
  const newest = await newestMapping(trx);
  if (newest.version !== version) return stale(body, newest);
  for (const rule of body.rules) {
    const refusal = refusalOfRule(rule);
    if (refusal !== null) return refused({ code: refusal });
  }
  const known = new Set((await allLines(trx)).map(({ lineId }) => lineId));
  const isUnknown = body.rules.some(({ lineId }) => lineId !== null && !known.has(lineId));
  if (isUnknown) return refused({ code: 'line_not_found' });
  await insertMapping(context, { version: version + 1, ...body });
  const after = await newestMapping(trx);
  const { organisationId: entityId } = context.scope;
  await appendAudit(context, { action: 'saveMapping', entityId, before: newest, after });
  return accepted(after);
}

async function newestMapping(trx: OrganisationTransaction): Promise<MappingAnswer> {
  const [newest] = await mappingVersions(trx);
  return newest === undefined ? empty : { ...newest, rules: await rulesOf(trx, newest.version) };
}
