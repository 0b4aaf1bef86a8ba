import { tkr } from '#domain/tkr.ts';
import { volume } from '#domain/volume.ts';
import { insertEntry, type StoredEntry } from '../arende/entry-queries.ts';
import { readLedger } from '../arende/ledger.ts';
import {
  arendeById,
  insertArende,
  insertArendePosts,
  insertDecision,
  updateArendeRow,
} from '../arende/queries.ts';
import { insertDocument } from '../arende/text-queries.ts';
import { keepTexts } from '../arende/told.ts';
import { insertArticle, insertBehov, insertPrice } from '../behov/queries.ts';
import { newId } from '../ids.ts';
import { allBeslut, allLines, insertBeslut, insertPosts } from '../investeringsbudget/queries.ts';
import type { WriteContext } from '../plugins/context.ts';
import { allScenarios } from '../scenarios/queries.ts';
import { insertAmounts, insertSource } from '../utfall/source-queries.ts';
import type { DemoArenden } from './arende-case.ts';

/** What the demo's things are called, and where they are. */
type Places = {
  readonly lineId: (name: string) => string;
  readonly scenarioId: (name: string) => string;
};

/** Adds to the demo what its ärenden rest on, and the ärenden: § 14 as decided, and a draft. */
export async function writeArenden(context: WriteContext, demo: DemoArenden): Promise<void> {
  const { trx } = context;
  const lines = new Map((await allLines(trx)).map(({ name, lineId }) => [name, lineId]));
  const scenarios = await allScenarios(trx);
  const places: Places = {
    lineId: (name) => found(lines.get(name), name),
    scenarioId: (name) => found(scenarios.find((one) => one.name === name)?.scenarioId, name),
  };
  await writeBudget(context, demo, places);
  for (const { line, year, amount, comment } of demo.utfall) {
    const sourceId = newId();
    await insertSource(context, { sourceId, kind: 'typed', comment, file: null });
    const place = { lineId: places.lineId(line), year, month: null, target: 'line' } as const;
    const unsaid = { account: null, objects: '', name: null, fileRow: null, driftrad: null };
    const typed = { ...place, ...unsaid, amountNumber: 0, amount: tkr(amount) };
    await insertAmounts(context, sourceId, [typed]);
  }
  await writeNeeds(context, demo, places);
  for (const arende of demo.arenden) await writeArende(context, arende, places);
}

async function writeBudget(
  context: WriteContext,
  { beslut: { key, ...beslut }, budgetposts }: DemoArenden,
  places: Places,
): Promise<void> {
  const beslutId = newId();
  await insertBeslut(context, { beslutId, ...beslut });
  const moves = { otherYear: null, otherLineId: null, pairId: null, replacesId: null };
  const posts = budgetposts.map(({ line, year, kind, amount, beslut: named }) => {
    if (named !== key) throw new Error(`The demo has no such decision: ${named}`);
    const what = { lineId: places.lineId(line), year, kind, amount: tkr(amount) };
    return { ...moves, ...what, id: newId(), beslutId, comment: null };
  });
  await insertPosts(context, posts);
}

async function writeNeeds(
  context: WriteContext,
  { behov }: DemoArenden,
  places: Places,
): Promise<void> {
  for (const one of behov) {
    const [articleId, priceId] = [newId(), newId()];
    await insertArticle(context, { articleId, name: one.article, unit: one.unit, version: 1 });
    const { validFrom, price: amount, source } = one;
    await insertPrice(context, { priceId, articleId, validFrom, amount, source });
    const place = { lineId: places.lineId(one.line), year: one.year };
    const item = { ...place, id: newId(), priceId, volume: volume(one.volume), comment: null };
    await insertBehov(context, item);
  }
}

async function writeArende(
  context: WriteContext,
  { entries, documents, decision, baseScenario, ...arende }: DemoArenden['arenden'][number],
  places: Places,
): Promise<void> {
  const arendeId = newId();
  await insertArende(context, {
    ...arende,
    arendeId,
    baseScenarioId: places.scenarioId(baseScenario),
    status: decision === null ? 'utkast' : 'beredning',
    outcome: null,
    version: 1,
  });
  const written = entries.map(({ line, amount, ...entry }, position): StoredEntry => {
    const none = { newLineName: null, fromLineId: null, correctsId: null, decidedAmount: null };
    const own = { id: newId(), arendeId, position, lineId: places.lineId(line), createdBy: '' };
    return { ...none, ...own, ...entry, amount: tkr(amount) };
  });
  for (const entry of written) await insertEntry(context, entry);
  for (const document of documents) {
    const kept = { ...document, documentId: newId(), sha256: null };
    await insertDocument(context, arendeId, kept);
  }
  if (decision !== null) await writeDecision(context, arendeId, { entries: written, decision });
}

type Decided = {
  readonly entries: readonly StoredEntry[];
  readonly decision: NonNullable<DemoArenden['arenden'][number]['decision']>;
};

// The budgetposts of § 14 are in the demo's budget already: they are only told where they come from.
async function writeDecision(
  context: WriteContext,
  arendeId: string,
  { entries, decision }: Decided,
): Promise<void> {
  const { trx } = context;
  const arende = await arendeById(trx, arendeId);
  if (arende === null) throw new Error('The demo has lost its ärende');
  const { posts } = await readLedger(trx);
  for (const entry of entries) {
    const post = posts.find(
      ({ kind, lineId, year, amount }) =>
        kind === entry.kind &&
        lineId === entry.lineId &&
        year === entry.year &&
        amount === entry.amount,
    );
    const own = posts.filter(
      ({ id, pairId }) => id === post?.id || (pairId !== null && pairId === post?.pairId),
    );
    if (own.length === 0) throw new Error('The demo’s budget lacks what its ärende became');
    const ids = own.map(({ id }) => id);
    await insertArendePosts(context, entry.id, ids);
  }
  await keepTexts(context, arende);
  const { dnr } = arende;
  const beslut = (await allBeslut(trx)).find((one) => one.dnr !== null && one.dnr === dnr);
  const beslutId = found(beslut?.beslutId, decision.beslut);
  const { outcome, protocol } = decision;
  const how = 'registered' as const;
  await insertDecision(context, { arendeId, step: 1, outcome, beslutId, how, protocol });
  await updateArendeRow(context, { ...arende, status: 'beslutad', outcome, version: 2 });
}

function found(id: string | undefined, name: string): string {
  if (id === undefined) throw new Error(`The demo names something that it does not hold: ${name}`);
  return id;
}
