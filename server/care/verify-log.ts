import { setImmediate } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import type { Anchor } from '../audit/anchors.ts';
import { firstHash, hashOf } from '../audit/queries.ts';
import type { Database } from '../db/database.ts';
import type { Tables } from '../db/schema.ts';
import { followIndexes, readSnapshot } from './snapshot.ts';

/** What is wrong with the first row of a log that does not hold. */
export type LogFault =
  | 'row_missing'
  | 'row_extra'
  | 'row_changed'
  | 'previous_hash_wrong'
  | 'head_missing'
  | 'head_differs'
  | 'anchor_row_missing'
  | 'anchor_differs';

/** The first row that does not hold, with a Swedish sentence about it. */
export type FirstBad = {
  readonly seq: string;
  readonly reason: LogFault;
  readonly message: string;
};

/** What became of one organisation's log. `name` is null for one that the database does not know. */
export type VerifiedLog = {
  readonly organisationId: string;
  readonly name: string | null;
  readonly rows: number;
  readonly head: { readonly seq: string; readonly hash: string } | null;
  readonly firstBad: FirstBad | null;
};

/** What became of all logs; `ok` where every one of them holds. */
export type VerifiedLogs = { readonly ok: boolean; readonly organisations: readonly VerifiedLog[] };

const texts: Record<LogFault, (seq: string) => string> = {
  row_missing: (seq) => `Loggens rad ${seq} saknas: den har tagits bort.`,
  row_extra: (seq) => `Loggen har en rad ${seq} som inte hör till kedjan: den har lagts till.`,
  row_changed: (seq) => `Loggens rad ${seq} har ändrats sedan den skrevs.`,
  previous_hash_wrong: (seq) =>
    `Loggens rad ${seq} bygger inte på raden före: någon av dem har ändrats sedan den skrevs.`,
  head_missing: (seq) => `Loggens slut är inte antecknat; den sista raden som finns är ${seq}.`,
  head_differs: (seq) =>
    `Loggens slut stämmer inte med det som är antecknat, från rad ${seq}: rader har tagits bort eller lagts till.`,
  anchor_row_missing: (seq) =>
    `Ankaret visar en rad ${seq} som inte finns: loggen har kapats eller bytts ut.`,
  anchor_differs: (seq) =>
    `Loggens rad ${seq} är inte den som ankaret visar: loggen har skrivits om.`,
};

const bad = (reason: LogFault, seq: bigint): FirstBad => ({
  seq: `${seq}`,
  reason,
  message: texts[reason](`${seq}`),
});

/**
 * Works out every log anew, row by row, and names the first row of each that does not hold.
 *
 * Without anchors a log that somebody has written anew from end to end cannot be told from a real
 * one. Source: `docs/log.md`.
 */
export function verifyLogs(database: Database, anchors: readonly Anchor[]): Promise<VerifiedLogs> {
  return readSnapshot(database, async (trx) => {
    await followIndexes(trx);
    const organisations: VerifiedLog[] = [];
    for (const { organisation_id: organisationId, name } of await logsOf(trx, anchors)) {
      const own = anchors.filter((anchor) => anchor.organisationId === organisationId);
      organisations.push({ organisationId, name, ...(await verifyOne(trx, organisationId, own)) });
    }
    return { ok: organisations.every(({ firstBad }) => firstBad === null), organisations };
  });
}

type Known = { readonly organisation_id: string; readonly name: string | null };

// Also what has a log and no organisation, or an anchor and no log: somebody took it away.
async function logsOf(trx: Transaction<Tables>, anchors: readonly Anchor[]): Promise<Known[]> {
  const { rows } = await sql<Known>`
    SELECT a.organisation_id, o.name FROM (
      SELECT organisation_id FROM organisation UNION SELECT organisation_id FROM audit_head
      UNION SELECT organisation_id FROM audit_log) a
    LEFT JOIN organisation o USING (organisation_id) ORDER BY 1`.execute(trx);
  const known = new Set(rows.map((row) => row.organisation_id));
  const anchored = new Set(anchors.map(({ organisationId }) => organisationId));
  const gone = [...anchored].filter((organisationId) => !known.has(organisationId));
  return [...rows, ...gone.map((organisation_id) => ({ organisation_id, name: null }))];
}

async function verifyOne(
  trx: Transaction<Tables>,
  organisationId: string,
  anchors: readonly Anchor[],
): Promise<Pick<VerifiedLog, 'rows' | 'head' | 'firstBad'>> {
  const { count } = await trx
    .selectFrom('audit_log')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow();
  const head = await trx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  const walked = await walk(trx, organisationId, anchors);
  const firstBad = 'reason' in walked ? walked : atTheEnd(walked, head, anchors);
  return { rows: Number.parseInt(count, 10), head: head ?? null, firstBad };
}

/** Where a chain that holds has come to. */
type Link = { readonly seq: bigint; readonly hash: string };

async function walk(
  trx: Transaction<Tables>,
  organisationId: string,
  anchors: readonly Anchor[],
): Promise<Link | FirstBad> {
  const expected = Map.groupBy(anchors, ({ seq }) => seq);
  let link: Link = { seq: 0n, hash: firstHash };
  const differs = (expected.get('0') ?? []).some(({ hash }) => hash !== firstHash);
  if (differs) return bad('anchor_differs', 0n);
  for (;;) {
    const page = await pageAfter(trx, organisationId, link);
    for (const row of page) {
      const fault = faultOf(row, link);
      if (fault !== null) return fault;
      link = { seq: BigInt(row.seq), hash: row.hash };
      const isAnchored = (expected.get(row.seq) ?? []).every(({ hash }) => hash === row.hash);
      if (!isAnchored) return bad('anchor_differs', link.seq);
    }
    if (page.length < pageSize) return link;
    // The embedded database never waits, and a server in the same process has others to answer.
    await setImmediate();
  }
}

const pageSize = 1000;

type LogRow = Awaited<ReturnType<typeof pageAfter>>[number];

function pageAfter(trx: Transaction<Tables>, organisationId: string, { seq }: Link) {
  const page = trx
    .selectFrom('audit_log')
    .selectAll()
    // What a hash covers ends with the millisecond, and the column does not.
    .select(sql<boolean>`at = date_trunc('milliseconds', at)`.as('is_whole'))
    .where('organisation_id', '=', organisationId)
    .orderBy('seq')
    .limit(pageSize);
  // The first page has no lower bound, so that a row before the first is seen too.
  return (seq === 0n ? page : page.where('seq', '>', `${seq}`)).execute();
}

function faultOf({ is_whole: isWhole, ...row }: LogRow, previous: Link): FirstBad | null {
  const seq = BigInt(row.seq);
  const next = previous.seq + 1n;
  if (seq > next) return bad('row_missing', next);
  if (seq < next) return bad('row_extra', seq);
  if (!isWhole || !hasOwnHash(row)) return bad('row_changed', seq);
  return row.previous_hash === previous.hash ? null : bad('previous_hash_wrong', seq);
}

function hasOwnHash({ hash, ...row }: Omit<LogRow, 'is_whole'>): boolean {
  try {
    return hashOf(row) === hash;
  } catch {
    // A time beyond all calendars has no canonical form, and no row was ever written with one.
    return false;
  }
}

function atTheEnd(
  last: Link,
  head: VerifiedLog['head'] | undefined,
  anchors: readonly Anchor[],
): FirstBad | null {
  const missing = anchors.map(({ seq }) => BigInt(seq)).filter((seq) => seq > last.seq);
  const [first] = missing.toSorted((left, right) => (left < right ? -1 : 1));
  if (first !== undefined) return bad('anchor_row_missing', first);
  if (head === undefined || head === null) return bad('head_missing', last.seq);
  const seq = BigInt(head.seq);
  if (seq !== last.seq) return bad('head_differs', (seq < last.seq ? seq : last.seq) + 1n);
  return head.hash === last.hash ? null : bad('head_differs', seq);
}
