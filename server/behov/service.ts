import type {
  createBehov,
  deleteBehov,
  exportBehovCsv,
  getBehov,
  updateBehov,
} from '#contract/behov.ts';
import { type LineNeed, lineNeeds, priceOfYear, valueOf } from '#domain/behov.ts';
import { grouped } from '#domain/grouped.ts';
import { summarise } from '#domain/investeringsbudget.ts';
import { accepted, refused } from '#domain/result.ts';
import { startYear } from '#domain/start-year.ts';
import { subtract, sum, type Tkr, toPlain } from '#domain/tkr.ts';
import { toPlainVolume, volume } from '#domain/volume.ts';
import { appendAudit } from '../audit/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { type CsvCell, toCsv } from '../files/csv.ts';
import { newId } from '../ids.ts';
import {
  allLines,
  postsOfYear,
  yearsWithChanges,
  yearsWithPosts,
} from '../investeringsbudget/queries.ts';
import { type ReadContext, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import {
  allArticles,
  behovById,
  behovOfYear,
  insertBehov,
  removeBehov,
  type StoredBehov,
  toBehovAnswer,
  writeBehov,
  yearsWithBehov,
} from './queries.ts';

/** What is needed in a year: items, articles and prices, and need against budget line by line. */
export async function readBehov(
  { trx, now }: ReadContext,
  { params }: Asked<typeof getBehov>,
): Promise<Outcome<typeof getBehov>> {
  const { lines, items, needs } = await needsAndBudget(trx, params.year);
  const withBehov = await yearsWithBehov(trx);
  const withEither = new Set([...(await yearsWithPosts(trx)), ...withBehov]);
  const years = [...withEither].toSorted((left, right) => left - right);
  const workedOn = withBehov.length > 0 ? withBehov : await yearsWithChanges(trx);
  return accepted({
    year: params.year,
    years,
    startYear: startYear({ years, workedOn }, now.getUTCFullYear()),
    lines,
    articles: await allArticles(trx),
    items: items.map(toBehovAnswer),
    needs: needs.map(({ lineId, ...need }) => ({ lineId, ...plainNeed(need) })),
    total: plainNeed(totalOf(needs)),
  });
}

async function needsAndBudget(trx: OrganisationTransaction, year: number) {
  const lines = await allLines(trx);
  const items = await behovOfYear(trx, year);
  const named = lines.map((line) => ({ ...line, id: line.lineId }));
  const { rows } = summarise(named, await postsOfYear(trx, year), year);
  const budgets = rows.flatMap(({ line, total }) =>
    total === null ? [] : [[line.id, total] as const],
  );
  const lineIds = lines.map(({ lineId }) => lineId);
  return { lines, items, needs: lineNeeds(lineIds, items, new Map(budgets)) };
}

// A line that nothing is said to be needed on says nothing of the gap either.
function totalOf(needs: readonly LineNeed[]): Omit<LineNeed, 'lineId'> {
  const said = needs.filter(({ need }) => need !== null);
  if (said.length === 0) return { need: null, budget: null, gap: null };
  const need = sum(said.flatMap((one) => one.need ?? []));
  const budget = sum(said.flatMap((one) => one.budget ?? []));
  return { need, budget, gap: subtract(need, budget) };
}

function plainNeed({ need, budget, gap }: Omit<LineNeed, 'lineId'>) {
  return { need: plainOrNull(need), budget: plainOrNull(budget), gap: plainOrNull(gap) };
}

function plainOrNull(amount: Tkr | null): string | null {
  return amount === null ? null : toPlain(amount);
}

/** Enters a need of a volume of an article, at the price in force on the last day of its year. */
export async function enterBehov(
  context: WriteContext,
  { body }: Asked<typeof createBehov>,
): Promise<Outcome<typeof createBehov>> {
  const { trx } = context;
  const lines = await allLines(trx);
  if (!lines.some(({ lineId }) => lineId === body.lineId)) {
    return refused({ code: 'line_not_found' });
  }
  const articles = await allArticles(trx);
  const article = articles.find(({ articleId }) => articleId === body.articleId);
  if (article === undefined) return refused({ code: 'article_not_found' });
  const price = priceOfYear(article.prices, body.year);
  if (price === null) return refused({ code: 'article_has_no_price' });
  const { lineId, year, comment } = body;
  const id = newId();
  const { priceId } = price;
  await insertBehov(context, { id, lineId, year, priceId, comment, volume: volume(body.volume) });
  const after = toBehovAnswer(await stored(trx, id));
  await appendAudit(context, { action: 'createBehov', entityId: id, before: null, after });
  return accepted(after);
}

/** Changes how many, at which price, or what is said about it. */
export async function changeBehov(
  context: WriteContext,
  { params, body, version }: Asked<typeof updateBehov>,
): Promise<Outcome<typeof updateBehov>> {
  const { trx } = context;
  const item = await behovById(trx, params.behovId);
  if (item === null) return refused({ code: 'behov_not_found' });
  const before = toBehovAnswer(item);
  if (item.version !== version) return stale(body, before);
  if (body.priceId !== undefined) {
    const articles = await allArticles(trx);
    const article = articles.find(({ articleId }) => articleId === item.articleId);
    const isOwn = article?.prices.some(({ priceId }) => priceId === body.priceId) ?? false;
    if (!isOwn) return refused({ code: 'price_not_of_article' });
  }
  await writeBehov(context, {
    id: item.id,
    volume: body.volume === undefined ? item.volume : volume(body.volume),
    priceId: body.priceId ?? item.priceId,
    comment: body.comment === undefined ? item.comment : body.comment,
    version: version + 1,
  });
  const after = toBehovAnswer(await stored(trx, item.id));
  await appendAudit(context, { action: 'updateBehov', entityId: item.id, before, after });
  return accepted(after);
}

/** Takes a need away; it stays in the log. */
export async function dropBehov(
  context: WriteContext,
  { params, version }: Asked<typeof deleteBehov>,
): Promise<Outcome<typeof deleteBehov>> {
  const item = await behovById(context.trx, params.behovId);
  if (item === null) return refused({ code: 'behov_not_found' });
  const before = toBehovAnswer(item);
  if (item.version !== version) return stale(null, before);
  await removeBehov(context, item.id);
  await appendAudit(context, { action: 'deleteBehov', entityId: item.id, before, after: null });
  return accepted(null);
}

async function stored(trx: OrganisationTransaction, behovId: string): Promise<StoredBehov> {
  const item = await behovById(trx, behovId);
  if (item === null) throw new Error('The item that was written is not there');
  return item;
}

/** The needs of a year as CSV: a row an item, and each line's need, budget and gap after its items. */
export async function writeBehovCsv(
  { trx }: ReadContext,
  { params }: Asked<typeof exportBehovCsv>,
): Promise<Outcome<typeof exportBehovCsv>> {
  const { year } = params;
  const { lines, items, needs } = await needsAndBudget(trx, year);
  const articleOf = new Map((await allArticles(trx)).map((one) => [one.articleId, one]));
  const itemsOf = grouped(items, ({ lineId }) => lineId);
  const rows = lines.flatMap(({ lineId, name }, at): CsvCell[][] => {
    const own = itemsOf.get(lineId) ?? [];
    const need = needs[at];
    if (need === undefined || (own.length === 0 && need.budget === null)) return [];
    const ofItems = own.map((item): CsvCell[] => {
      const article = articleOf.get(item.articleId);
      const price = article?.prices.find(({ priceId }) => priceId === item.priceId);
      // A volume is no amount, but it is written as one: digits and a decimal comma.
      const many = toPlainVolume(item.volume).replace('.', ',');
      const said = [article?.name ?? '', many, article?.unit ?? ''];
      const priced = [item.unitPrice, price?.validFrom ?? '', valueOf(item)];
      return [name, ...said, ...priced, null, null];
    });
    return [...ofItems, [name, 'Summa', null, null, null, null, need.need, need.budget, need.gap]];
  });
  const total = totalOf(needs);
  const heading = ['Tkr', 'Artikel', 'Antal', 'Enhet', 'Styckpris', 'Pris från'];
  const text = toCsv([
    [...heading, `Behov ${year}`, `Budget ${year}`, 'Gap'],
    ...rows,
    ['Summa', null, null, null, null, null, total.need, total.budget, total.gap],
  ]);
  return accepted({ fileName: `behov-${year}.csv`, text });
}
