import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { sum, tkr, toPlain } from '#domain/tkr.ts';
import { firstHash, hashOf } from '../audit/queries.ts';
import type { Tables } from '../db/schema.ts';
import type { Ground } from './ground.ts';
import { replay } from './replay.ts';
import type { Journal } from './write-loop.ts';

/**
 * Looks at the tables past the server, and gives what does not hold, in sentences: the log's chain,
 * one log row a change, moves that sum to zero, and one effect for each answered key.
 */
export async function inspect(
  kysely: Kysely<Tables>,
  ground: Ground,
  journal: Journal,
): Promise<string[]> {
  const log = await kysely.selectFrom('audit_log').selectAll().orderBy('seq').execute();
  const heads = await kysely.selectFrom('audit_head').selectAll().execute();
  const last = log.at(-1);
  const [head] = heads;
  const isAtHead = head?.seq === (last?.seq ?? '0') && head.hash === (last?.hash ?? firstHash);
  return [
    ...brokenChain(log),
    ...(isAtHead && heads.length === 1 ? [] : ['Loggens huvud pekar inte på dess sista rad']),
    ...(await tornMoves(kysely)),
    ...effectsOf(journal, log),
    ...(await wrongKeys(kysely, journal)),
    ...(await replay(kysely, ground, log)),
  ];
}

/** The rows of the log, as they are stored. */
export type LogRow = Awaited<ReturnType<typeof logOf>>[number];

function logOf(kysely: Kysely<Tables>) {
  return kysely.selectFrom('audit_log').selectAll().execute();
}

function brokenChain(log: readonly LogRow[]): string[] {
  let previous = firstHash;
  return log.flatMap(({ hash, ...row }, index) => {
    const isNext = row.seq === `${index + 1}` && row.previous_hash === previous;
    previous = hash;
    return isNext && hashOf(row) === hash ? [] : [`Loggens kedja är bruten vid ${row.seq}`];
  });
}

async function tornMoves(kysely: Kysely<Tables>): Promise<string[]> {
  const sides = await kysely
    .selectFrom('budgetpost')
    .select(['pair_id', 'amount'])
    .where('pair_id', 'is not', null)
    .execute();
  const moves = Map.groupBy(sides, ({ pair_id }) => pair_id);
  return [...moves].flatMap(([pairId, amounts]) => {
    const total = toPlain(sum(amounts.map(({ amount }) => tkr(amount))));
    const isWhole = amounts.length === 2 && total === '0';
    return isWhole ? [] : [`Flytten ${pairId} har ${amounts.length} sidor med summan ${total}`];
  });
}

function effectsOf({ answered }: Journal, log: readonly LogRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { after } of log) {
    for (const key of namesIn(after)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...answered.values()].flatMap(({ write }) => {
    const count = counts.get(write.key) ?? 0;
    if (count === write.logRows) return [];
    return [`${write.key} har ${count} rader i loggen, inte ${write.logRows}`];
  });
}

function namesIn(after: string | null): string[] {
  const row = JSON.parse(after ?? '{}') as { readonly [name: string]: unknown };
  return [row['name'], row['comment'], row['title']].filter((name) => typeof name === 'string');
}

async function wrongKeys(kysely: Kysely<Tables>, { answered }: Journal): Promise<string[]> {
  const rows = await kysely.selectFrom('idempotency_key').select(['key', 'answer']).execute();
  const stored = new Map(rows.map(({ key, answer }) => [key, answer]));
  const unanswered = rows.filter(({ answer }) => answer === null).map(({ key }) => key);
  const missing = [...answered.values()].filter(({ write, rows: first }) => {
    const answer = stored.get(write.key) ?? null;
    return answer === null || !isDeepStrictEqual(write.rowsIn(JSON.parse(answer)), first);
  });
  return [
    ...unanswered.map((key) => `Nyckeln ${key} saknar svar`),
    ...missing.map(({ write }) => `Nyckeln ${write.key} har inte svaret som gavs`),
  ];
}
