import type { importUtfallFile, readUtfallFile } from '#contract/utfall.ts';
import { applyMapping } from '#domain/mapping.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { tkr } from '#domain/tkr.ts';
import { isBudgetYear } from '#domain/year.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import type { ReadContext, Refusal, WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { keepFile } from './file-queries.ts';
import type { FileReading } from './file-reading.ts';
import { mappingExists, rulesOf } from './mapping-queries.ts';
import type { ReceivedFile } from './receive.ts';
import {
  amountsOf,
  insertAmounts,
  insertSource,
  type KeptFacts,
  keptOf,
  sourceById,
  sourcesWhere,
} from './source-queries.ts';
import { tellWarnings } from './warnings.ts';
import { toPlaceAnswers } from './year.ts';

/** What stands in a file, and whether it is here already. Nothing is kept. */
export async function tellOfFile(
  { trx }: ReadContext,
  _asked: Asked<typeof readUtfallFile>,
  { reading, sha256, byteSize }: ReceivedFile,
): Promise<Outcome<typeof readUtfallFile>> {
  const { kind, encoding, facts, warnings, warningCount, amounts, table } = reading;
  return accepted({
    sha256,
    byteSize,
    kind,
    encoding,
    facts,
    warnings: tellWarnings(kind, warnings),
    warningCount,
    amounts: [...amounts],
    table,
    importedAs: await sourcesWhere(trx, { sha256 }),
  });
}

/**
 * Takes a file in: its amounts of the chosen years go where the mapping says, and the file is kept.
 * One that is in already, with the same mapping, years and reading, changes nothing.
 */
export async function importFile(
  context: WriteContext,
  { query }: Asked<typeof importUtfallFile>,
  received: ReceivedFile,
): Promise<Outcome<typeof importUtfallFile>> {
  const { trx } = context;
  const { reading, sha256, byteSize, compressedPath } = received;
  if (sha256 !== query.sha256) return refused({ code: 'utfall_file_differs' });
  const mappingVersion = parseInt(query.mappingVersion, 10);
  if (!(await mappingExists(trx, mappingVersion))) return refused({ code: 'mapping_not_found' });
  const chosen = chosenAmounts(reading, query);
  if (!chosen.ok) return chosen;
  const { amounts, years } = chosen.value;
  const kept: KeptFacts = { facts: reading.facts, choice: reading.table?.choice ?? null };
  const known = await sameImport(context, { sha256, mappingVersion, years, choice: kept.choice });
  if (known !== null) {
    const places = toPlaceAnswers(await amountsOf(trx, known.sourceId));
    return accepted({ outcome: 'unchanged', source: known, places });
  }
  const mapped = applyMapping(await rulesOf(trx, mappingVersion), amounts).map((amount, at) => ({
    ...amount,
    amountNumber: at,
    amount: tkr(amount.amount),
  }));
  if (compressedPath === null) throw new Error('A file that is to be kept is not on disk');
  await keepFile(context, { sha256, byteSize, compressedPath });
  const sourceId = newId();
  const { kind, encoding, warningCount: count, warnings: list } = reading;
  const { fileName } = query;
  const file = { fileName, sha256, encoding, mappingVersion, kept, warnings: { count, list } };
  await insertSource(context, { sourceId, kind, comment: query.comment, file });
  await insertAmounts(context, sourceId, mapped);
  const source = await sourceById(trx, sourceId);
  if (source === null) throw new Error('An import that was just written is not there');
  const places = toPlaceAnswers(mapped);
  const after = { ...source, places };
  await appendAudit(context, {
    action: 'importUtfallFile',
    entityId: sourceId,
    before: null,
    after,
  });
  return accepted({ outcome: 'imported', source, places });
}

type Chosen = {
  readonly amounts: FileReading['amounts'];
  readonly years: readonly number[];
};

function chosenAmounts(
  { facts, amounts, table }: FileReading,
  query: Asked<typeof importUtfallFile>['query'],
): Result<Chosen, Refusal> {
  if (table !== null && table.choice.unit === null) return refused({ code: 'utfall_unit_missing' });
  if (table !== null && table.problemCount !== parseInt(query.problems, 10)) {
    return refused({ code: 'utfall_problems_differ' });
  }
  const proposed = facts.years.filter(({ isProposed }) => isProposed).map(({ year }) => year);
  const asked = query.years?.split(',').map((year) => parseInt(year, 10)) ?? proposed;
  const wanted = new Set(asked.filter(isBudgetYear));
  const taken = amounts.filter(({ year }) => wanted.has(year));
  const found = new Set(taken.map(({ year }) => year));
  if (found.size === 0 || found.size < new Set(asked).size) {
    return refused({ code: 'utfall_nothing_to_import' });
  }
  return accepted({ amounts: taken, years: [...found].toSorted((left, right) => left - right) });
}

type Same = {
  readonly sha256: string;
  readonly mappingVersion: number;
  readonly years: readonly number[];
  readonly choice: unknown;
};

async function sameImport({ trx }: WriteContext, wanted: Same) {
  const { sha256, mappingVersion, years, choice } = wanted;
  for (const source of await sourcesWhere(trx, { sha256 })) {
    const { kept } = await keptOf(trx, source.sourceId);
    const isSame =
      source.mappingVersion === mappingVersion &&
      source.years.join() === years.join() &&
      JSON.stringify(kept?.choice ?? null) === JSON.stringify(choice);
    if (isSame) return source;
  }
  return null;
}
