import type {
  ArticleAnswer,
  createArticle,
  createArticlePrice,
  PricedArticleAnswer,
  updateArticle,
} from '#contract/behov.ts';
import { accepted, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import { stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { allArticles, insertArticle, insertPrice, writeArticle } from './queries.ts';

/** Adds an article with its first price. */
export async function addArticle(
  context: WriteContext,
  { body }: Asked<typeof createArticle>,
): Promise<Outcome<typeof createArticle>> {
  const { name, unit, price } = body;
  if (isTaken(await allArticles(context.trx), name)) return refused({ code: 'article_name_taken' });
  const article: ArticleAnswer = { articleId: newId(), name, unit, version: 1 };
  await insertArticle(context, article);
  await appendAudit(context, {
    action: 'createArticle',
    entityId: article.articleId,
    before: null,
    after: article,
  });
  await writePrice(context, article.articleId, price);
  const { prices } = await known(context, article.articleId);
  return accepted({ ...article, prices });
}

/** Renames an article, or changes what it is counted in. */
export async function changeArticle(
  context: WriteContext,
  { params, body, version }: Asked<typeof updateArticle>,
): Promise<Outcome<typeof updateArticle>> {
  const articles = await allArticles(context.trx);
  const found = articles.find(({ articleId }) => articleId === params.articleId);
  if (found === undefined) return refused({ code: 'article_not_found' });
  const { prices: _, ...before } = found;
  if (before.version !== version) return stale(body, before);
  const others = articles.filter((one) => one !== found);
  if (body.name !== undefined && isTaken(others, body.name)) {
    return refused({ code: 'article_name_taken' });
  }
  const after: ArticleAnswer = {
    ...before,
    name: body.name ?? before.name,
    unit: body.unit ?? before.unit,
    version: version + 1,
  };
  await writeArticle(context, after);
  const entityId = after.articleId;
  await appendAudit(context, { action: 'updateArticle', entityId, before, after });
  return accepted(after);
}

/** Adds a price; what was calculated with another one keeps it. */
export async function addPrice(
  context: WriteContext,
  { params, body }: Asked<typeof createArticlePrice>,
): Promise<Outcome<typeof createArticlePrice>> {
  const articles = await allArticles(context.trx);
  const isKnown = articles.some(({ articleId }) => articleId === params.articleId);
  if (!isKnown) return refused({ code: 'article_not_found' });
  const priceId = await writePrice(context, params.articleId, body);
  const { prices } = await known(context, params.articleId);
  const written = prices.find((price) => price.priceId === priceId);
  if (written === undefined) throw new Error('The price that was written is not there');
  return accepted(written);
}

async function writePrice(
  context: WriteContext,
  articleId: string,
  price: Asked<typeof createArticlePrice>['body'],
): Promise<string> {
  const after = { priceId: newId(), articleId, ...price };
  await insertPrice(context, after);
  const entityId = after.priceId;
  await appendAudit(context, { action: 'createArticlePrice', entityId, before: null, after });
  return after.priceId;
}

async function known({ trx }: WriteContext, articleId: string): Promise<PricedArticleAnswer> {
  const found = (await allArticles(trx)).find((article) => article.articleId === articleId);
  if (found === undefined) throw new Error('The article that was written is not there');
  return found;
}

function isTaken(articles: readonly ArticleAnswer[], name: string): boolean {
  const same = new Intl.Collator('sv', { sensitivity: 'accent' });
  return articles.some((article) => same.compare(article.name, name) === 0);
}
