import type {
  ArticleAnswer,
  ArticlePriceAnswer,
  BehovItemAnswer,
  PricedArticleAnswer,
} from '#contract/behov.ts';
import { type BehovItem, valueOf } from '#domain/behov.ts';
import { grouped } from '#domain/grouped.ts';
import { sum, type Tkr, tkr, toPlain } from '#domain/tkr.ts';
import { toPlainVolume, volume } from '#domain/volume.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

/** An item with what is told about it beyond the rules. */
export type StoredBehov = BehovItem & {
  readonly articleId: string;
  readonly priceId: string;
  readonly comment: string | null;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: string;
};

/** What a line needs in a year, in Tkr, and the items that it is the sum of. */
export type StoredNeed = {
  readonly lineId: string;
  readonly need: Tkr;
  readonly items: readonly StoredBehov[];
};

/** What is needed in a year, line by line; a line without items is not among them. */
export async function needsOf(trx: OrganisationTransaction, year: number): Promise<StoredNeed[]> {
  const byLine = grouped(await behovOfYear(trx, year), ({ lineId }) => lineId);
  return [...byLine].map(([lineId, items]) => ({ lineId, need: sum(items.map(valueOf)), items }));
}

function selectBehov(trx: OrganisationTransaction) {
  return trx
    .selectFrom('behov')
    .innerJoin('article_price', 'article_price.price_id', 'behov.price_id')
    .innerJoin('person', 'person.person_id', 'behov.changed_by')
    .select([
      'behov_id',
      'line_id',
      'year',
      'article_id',
      'behov.price_id',
      'volume',
      'article_price.amount as unit_price',
      'comment',
      'behov.version',
      'changed_at',
      'person.name as changed_by_name',
    ])
    .orderBy('behov_id');
}

type BehovRow = Awaited<ReturnType<ReturnType<typeof selectBehov>['execute']>>[number];

function toBehov(row: BehovRow): StoredBehov {
  return {
    id: row.behov_id,
    lineId: row.line_id,
    year: row.year,
    articleId: row.article_id,
    priceId: row.price_id,
    volume: volume(row.volume),
    unitPrice: tkr(row.unit_price),
    comment: row.comment,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by_name,
  };
}

/** The items of a year, in the order in which they were entered. */
export async function behovOfYear(
  trx: OrganisationTransaction,
  year: number,
): Promise<StoredBehov[]> {
  return (await selectBehov(trx).where('year', '=', year).execute()).map(toBehov);
}

/** One item, or null. */
export async function behovById(
  trx: OrganisationTransaction,
  behovId: string,
): Promise<StoredBehov | null> {
  const row = await selectBehov(trx).where('behov_id', '=', behovId).executeTakeFirst();
  return row === undefined ? null : toBehov(row);
}

/** The years that something is needed in, in order. */
export async function yearsWithBehov(trx: OrganisationTransaction): Promise<number[]> {
  const rows = await trx.selectFrom('behov').select('year').distinct().orderBy('year').execute();
  return rows.map(({ year }) => year);
}

/** An item as it is written. */
export type NewBehov = Pick<
  StoredBehov,
  'id' | 'lineId' | 'year' | 'priceId' | 'volume' | 'comment'
>;

/** Writes a new item. */
export async function insertBehov(
  { trx, scope, now }: WriteContext,
  item: NewBehov,
): Promise<void> {
  await trx
    .insertInto('behov')
    .values({
      organisation_id: scope.organisationId,
      behov_id: item.id,
      line_id: item.lineId,
      year: item.year,
      price_id: item.priceId,
      volume: toPlainVolume(item.volume),
      comment: item.comment,
      created_at: now,
      created_by: scope.personId,
      changed_at: now,
      changed_by: scope.personId,
    })
    .execute();
}

/** Writes the volume, price and comment of an item that is there, as its next version. */
export async function writeBehov(
  { trx, scope, now }: WriteContext,
  item: Pick<StoredBehov, 'id' | 'priceId' | 'volume' | 'comment' | 'version'>,
): Promise<void> {
  await trx
    .updateTable('behov')
    .set({
      price_id: item.priceId,
      volume: toPlainVolume(item.volume),
      comment: item.comment,
      version: item.version,
      changed_at: now,
      changed_by: scope.personId,
    })
    .where('behov_id', '=', item.id)
    .execute();
}

/** Takes an item away. */
export async function removeBehov({ trx }: WriteContext, behovId: string): Promise<void> {
  await trx.deleteFrom('behov').where('behov_id', '=', behovId).execute();
}

/** Every article by name, with its prices in the order in which they were entered. */
export async function allArticles(trx: OrganisationTransaction): Promise<PricedArticleAnswer[]> {
  const rows = await trx
    .selectFrom('article')
    .select(['article_id', 'name', 'unit', 'version'])
    .execute();
  const pricesOf = grouped(await allPrices(trx), ({ articleId }) => articleId);
  const swedish = new Intl.Collator('sv');
  return rows
    .toSorted((left, right) => swedish.compare(left.name, right.name))
    .map(({ article_id, ...row }) => ({
      articleId: article_id,
      ...row,
      prices: pricesOf.get(article_id) ?? [],
    }));
}

async function allPrices(trx: OrganisationTransaction): Promise<ArticlePriceAnswer[]> {
  const rows = await trx
    .selectFrom('article_price')
    .innerJoin('person', 'person.person_id', 'article_price.created_by')
    .select([
      'price_id',
      'article_id',
      'valid_from',
      'amount',
      'source',
      'article_price.created_at',
      'person.name as created_by_name',
    ])
    .orderBy('entry_number')
    .execute();
  return rows.map((row) => ({
    priceId: row.price_id,
    articleId: row.article_id,
    validFrom: row.valid_from,
    amount: toPlain(tkr(row.amount)),
    source: row.source,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by_name,
  }));
}

/** Writes a new article. */
export async function insertArticle(
  { trx, scope, now }: WriteContext,
  { articleId, ...article }: ArticleAnswer,
): Promise<void> {
  await trx
    .insertInto('article')
    .values({
      ...article,
      organisation_id: scope.organisationId,
      article_id: articleId,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}

/** Writes the name, unit and version of an article that is there. */
export async function writeArticle(
  { trx }: WriteContext,
  { articleId, ...changed }: ArticleAnswer,
): Promise<void> {
  await trx.updateTable('article').set(changed).where('article_id', '=', articleId).execute();
}

/** Writes a new price. */
export async function insertPrice(
  { trx, scope, now }: WriteContext,
  price: Omit<ArticlePriceAnswer, 'createdAt' | 'createdBy'>,
): Promise<void> {
  await trx
    .insertInto('article_price')
    .values({
      organisation_id: scope.organisationId,
      price_id: price.priceId,
      article_id: price.articleId,
      valid_from: price.validFrom,
      amount: price.amount,
      source: price.source,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}

/** An item as the API gives it. */
export function toBehovAnswer(item: StoredBehov): BehovItemAnswer {
  const { id, volume: amount, unitPrice, changedAt, ...rest } = item;
  return {
    ...rest,
    behovId: id,
    volume: toPlainVolume(amount),
    unitPrice: toPlain(unitPrice),
    value: toPlain(valueOf(item)),
    changedAt: changedAt.toISOString(),
  };
}
