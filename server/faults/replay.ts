import type { Kysely } from 'kysely';
import { canonicalJson } from '#contract/canonical-json.ts';
import { tkr, toPlain } from '#domain/tkr.ts';
import type { Tables } from '../db/schema.ts';
import type { Ground } from './ground.ts';
import type { LogRow } from './inspect.ts';
import { cellName } from './write-loop.ts';

/**
 * Plays the log from its first row and holds the outcome against the tables, and gives what differs
 * in sentences. A change without a log row, and a log row without a change, both show.
 */
export async function replay(
  kysely: Kysely<Tables>,
  ground: Ground,
  log: readonly LogRow[],
): Promise<string[]> {
  const created = log.filter(
    ({ action }) => action !== 'setForecastRow' && action !== 'createToken',
  );
  const set = log.filter(({ action }) => action === 'setForecastRow');
  return [
    ...differences('rader, poster och beslut', await storedIds(kysely, ground), idsOf(created)),
    ...brokenHistory(set),
    ...differences('prognosens siffror', await storedFigures(kysely, ground), playedFigures(set)),
    ...(await wrongRevision(kysely, ground, set.length)),
  ];
}

async function storedIds(kysely: Kysely<Tables>, ground: Ground): Promise<string[]> {
  const lines = await kysely.selectFrom('investment_line').select('line_id').execute();
  const posts = await kysely.selectFrom('budgetpost').select('budgetpost_id').execute();
  const beslut = await kysely.selectFrom('beslut').select('beslut_id').execute();
  const ids = [
    ...lines.map(({ line_id }) => line_id),
    ...posts.map(({ budgetpost_id }) => budgetpost_id),
    ...beslut.map(({ beslut_id }) => beslut_id),
  ];
  return [...ids.filter((id) => !ground.seeded.has(id)), ground.scenarioId];
}

function idsOf(created: readonly LogRow[]): string[] {
  return created.map(({ entity_id }) => entity_id);
}

type Figure = {
  readonly year: number;
  readonly kind: string;
  readonly amount: string;
  readonly version: number;
};

function described({ year, kind, amount, version }: Figure): string {
  return `${cellName({ year, kind })} = ${toPlain(tkr(amount))}, version ${version}`;
}

async function storedFigures(kysely: Kysely<Tables>, { scenarioId }: Ground): Promise<string[]> {
  const rows = await kysely
    .selectFrom('forecast_row')
    .select(['year', 'kind', 'amount', 'version'])
    .where('scenario_id', '=', scenarioId)
    .execute();
  return rows.map((row) => described({ ...row, amount: row.amount ?? '' }));
}

function playedFigures(set: readonly LogRow[]): string[] {
  const figures = new Map<string, Figure>();
  for (const { after } of set) {
    const figure = JSON.parse(after ?? '') as Figure;
    figures.set(cellName(figure), figure);
  }
  return [...figures.values()].map(described);
}

// Each row of the log begins where the one before it on the same figure ended.
function brokenHistory(set: readonly LogRow[]): string[] {
  const current = new Map<string, string>();
  return set.flatMap(({ seq, before, after }) => {
    const figure = JSON.parse(after ?? '') as Figure;
    const cell = cellName(figure);
    const expected = current.get(cell) ?? null;
    current.set(cell, canonicalJson(figure));
    return before === expected ? [] : [`Loggens rad ${seq} börjar inte där ${cell} slutade`];
  });
}

async function wrongRevision(
  kysely: Kysely<Tables>,
  { scenarioId }: Ground,
  changes: number,
): Promise<string[]> {
  const { revision } = await kysely
    .selectFrom('scenario')
    .select('revision')
    .where('scenario_id', '=', scenarioId)
    .executeTakeFirstOrThrow();
  const isRight = revision === 1 + changes;
  return isRight ? [] : [`Scenariots revision är ${revision} efter ${changes} ändringar`];
}

function differences(what: string, stored: readonly string[], played: readonly string[]): string[] {
  const unlogged = onlyIn(stored, played);
  const undone = onlyIn(played, stored);
  return [
    ...unlogged.map((one) => `I ${what} finns ${one}, som loggen saknar`),
    ...undone.map((one) => `Loggen har ${one}, som saknas i ${what}`),
  ];
}

// Counted, so that two log rows for one change show too.
function onlyIn(one: readonly string[], other: readonly string[]): string[] {
  const counts = Map.groupBy(other, (value) => value);
  return [...Map.groupBy(one, (value) => value)].flatMap(([value, all]) =>
    all.length > (counts.get(value)?.length ?? 0) ? [value] : [],
  );
}
