import type {
  getUtfallSource,
  listUtfallSources,
  remapUtfallSource,
  UtfallSourceAnswer,
  undoUtfallSource,
} from '#contract/utfall.ts';
import type { UtfallFileAmount } from '#contract/utfall-file.ts';
import { applyMapping } from '#domain/mapping.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { absolute, compare, toPlain } from '#domain/tkr.ts';
import { appendAudit } from '../audit/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { type ReadContext, type Refusal, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import type { Uploads } from '../plugins/uploads.ts';
import { dropUnusedFile } from './file-queries.ts';
import { mappingExists, rulesOf } from './mapping-queries.ts';
import {
  amountsOf,
  deleteAmounts,
  insertAmounts,
  type KeptAmount,
  keptOf,
  markUndone,
  sourceById,
  sourcesWhere,
  updateMappingVersion,
} from './source-queries.ts';
import { tellWarnings } from './warnings.ts';
import { toPlaceAnswers } from './year.ts';

/** Sources on one page. */
const pageSize = 100;

/** Imports, or what was typed, the newest first. */
export function openSources({ limits }: Pick<Uploads, 'limits'>) {
  return async (
    { trx }: ReadContext,
    { query }: Asked<typeof listUtfallSources>,
  ): Promise<Outcome<typeof listUtfallSources>> => {
    const { kind, before } = query;
    const found = await sourcesWhere(trx, { kind, before, limit: pageSize + 1 });
    const sources = found.slice(0, pageSize);
    const isMore = found.length > pageSize;
    const next = isMore ? (sources.at(-1)?.sourceNumber ?? null) : null;
    return accepted({ sources, next, limits });
  };
}

/** How many unmapped amounts are told of one by one. */
const shownUnmapped = 500;

/** One source: what its file said, and where its amounts went. */
export async function openSource(
  { trx }: ReadContext,
  { params, query }: Asked<typeof getUtfallSource>,
): Promise<Outcome<typeof getUtfallSource>> {
  const source = await sourceById(trx, params.sourceId);
  if (source === null) return refused({ code: 'utfall_source_not_found' });
  const amounts = await amountsOf(trx, source.sourceId);
  const { kept, warnings } = await keptOf(trx, source.sourceId);
  const unmapped = amounts
    .filter(({ target }) => target === 'unmapped')
    .toSorted((left, right) => compare(absolute(right.amount), absolute(left.amount)));
  return accepted({
    source,
    facts: kept?.facts ?? null,
    warnings: tellWarnings(source.kind, warnings.list),
    places: toPlaceAnswers(amounts),
    unmapped: unmapped.slice(0, shownUnmapped).map(toFileAmount),
    amounts:
      query.amounts === 'none'
        ? null
        : amounts.map((amount) => {
            const { target, lineId, driftrad } = amount;
            return { ...toFileAmount(amount), target, lineId, driftrad };
          }),
  });
}

function toFileAmount(kept: KeptAmount): UtfallFileAmount {
  const { year, month, account, objects, name, fileRow, amount } = kept;
  return { year, month, account, objects, name, fileRow, amount: toPlain(amount) };
}

/**
 * Undoes a source: an import goes with its amounts and its file, a typed amount stays to be read.
 * That it was here, what it said and who undid it stays in any case.
 */
export async function undoSource(
  context: WriteContext,
  { params }: Asked<typeof undoUtfallSource>,
): Promise<Outcome<typeof undoUtfallSource>> {
  const { trx } = context;
  const found = await sourceToChange(trx, params.sourceId);
  if (!found.ok) return found;
  const before = found.value;
  const places = toPlaceAnswers(await amountsOf(trx, before.sourceId));
  await markUndone(context, [before.sourceId]);
  if (before.kind !== 'typed') {
    await deleteAmounts(context, before.sourceId);
    await dropUnusedFile(context, before.sha256 ?? '');
  }
  return saved(context, 'undoUtfallSource', { ...before, places });
}

/** Sends the amounts of an import where another version of the mapping says. */
export async function remapSource(
  context: WriteContext,
  { params, body }: Asked<typeof remapUtfallSource>,
): Promise<Outcome<typeof remapUtfallSource>> {
  const { trx } = context;
  const { mappingVersion } = body;
  const found = await sourceToChange(trx, params.sourceId);
  if (!found.ok) return found;
  const before = found.value;
  if (before.kind === 'typed') return refused({ code: 'utfall_source_is_typed' });
  if (before.mappingVersion !== body.replacesVersion) return stale(body, before);
  if (!(await mappingExists(trx, mappingVersion))) return refused({ code: 'mapping_not_found' });
  const amounts = await amountsOf(trx, before.sourceId);
  const places = toPlaceAnswers(amounts);
  await deleteAmounts(context, before.sourceId);
  const remapped = applyMapping(await rulesOf(trx, mappingVersion), amounts);
  await insertAmounts(context, before.sourceId, remapped);
  await updateMappingVersion(context, before.sourceId, mappingVersion);
  return saved(context, 'remapUtfallSource', { ...before, places });
}

async function sourceToChange(
  trx: OrganisationTransaction,
  sourceId: string,
): Promise<Result<UtfallSourceAnswer, Refusal>> {
  const source = await sourceById(trx, sourceId);
  if (source === null) return refused({ code: 'utfall_source_not_found' });
  return source.undoneAt === null ? accepted(source) : refused({ code: 'utfall_source_undone' });
}

async function saved(
  context: WriteContext,
  action: string,
  before: UtfallSourceAnswer & { readonly places: unknown },
) {
  const { sourceId: entityId } = before;
  const after = await sourceById(context.trx, entityId);
  if (after === null) throw new Error('A source that was just changed is not there');
  const places = toPlaceAnswers(await amountsOf(context.trx, entityId));
  await appendAudit(context, { action, entityId, before, after: { ...after, places } });
  return accepted(after);
}
