import type { PassportAnswer } from '#contract/passport.ts';
import { valueOf } from '#domain/behov.ts';
import type { FigureReference } from '#domain/figure-reference.ts';
import { negate, subtract, sum, zero } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { formatVolume } from '#domain/volume.ts';
import { allArticles, behovById, needsOf, type StoredBehov } from '../behov/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allLines } from '../investeringsbudget/queries.ts';
import { budgetTotals } from './budget.ts';
import { partOf, passportOf } from './passport.ts';
import { behovOf, budgetOf, formulas, gapOf, joined, less, named } from './words.ts';

type Of<Kind extends FigureReference['kind']> = Extract<FigureReference, { readonly kind: Kind }>;

/** What is needed in a year: all of it by line, or of one line by item. */
export async function behovPassport(
  trx: OrganisationTransaction,
  figure: Of<'behov'>,
): Promise<PassportAnswer | null> {
  const { year, lineId } = figure;
  const lines = await allLines(trx);
  const line = lines.find((one) => one.lineId === lineId);
  if (lineId !== null && line === undefined) return null;
  const needs = await needsOf(trx, year);
  if (line === undefined) {
    return passportOf(figure, {
      title: behovOf(year),
      amount: needs.length === 0 ? null : sum(needs.map(({ need }) => need)),
      formula: formulas.sum,
      parts: lines.flatMap(({ lineId: id, name }) => {
        const own = needs.find((need) => need.lineId === id);
        const of = { kind: 'behov', year, lineId: id } as const;
        return own === undefined ? [] : [partOf(named(name), own.need, of)];
      }),
    });
  }
  const own = needs.find((need) => need.lineId === lineId);
  const articles = await allArticles(trx);
  return passportOf(figure, {
    title: joined(behovOf(year), named(line.name)),
    amount: own?.need ?? null,
    formula: formulas.sum,
    parts: (own?.items ?? []).map((item) => {
      const article = articles.find(({ articleId }) => articleId === item.articleId);
      const words = `${article?.name ?? ''}: ${formatVolume(item.volume)} × ${formatSwedish(item.unitPrice)}`;
      return partOf(named(words), valueOf(item), { kind: 'behovItem', behovId: item.id });
    }),
    basis: [partOf(gapOf(year), null, { kind: 'gap', year, lineId: line.lineId })],
  });
}

/** One item: its volume, and the price that it was calculated with. */
export async function behovItemPassport(
  trx: OrganisationTransaction,
  figure: Of<'behovItem'>,
): Promise<PassportAnswer | null> {
  const item = await behovById(trx, figure.behovId);
  if (item === null) return null;
  const line = (await allLines(trx)).find(({ lineId }) => lineId === item.lineId);
  return passportOf(figure, {
    title: joined(behovOf(item.year), named(line?.name ?? '')),
    amount: valueOf(item),
    formula: formulas.behov,
    ...(await priceFacts(trx, item)),
  });
}

async function priceFacts(trx: OrganisationTransaction, item: StoredBehov) {
  const articles = await allArticles(trx);
  const article = articles.find(({ articleId }) => articleId === item.articleId);
  const price = article?.prices.find(({ priceId }) => priceId === item.priceId);
  const unitPrice = formatSwedish(item.unitPrice);
  const changed = {
    did: { sv: 'Skrev behovet', en: 'Entered the need' },
    by: item.changedBy,
    at: item.changedAt.toISOString(),
    comment: item.comment,
  };
  const facts = [
    { label: { sv: 'Artikel', en: 'Article' }, text: named(article?.name ?? '') },
    {
      label: { sv: 'Antal', en: 'Volume' },
      text: named(`${formatVolume(item.volume)} ${article?.unit ?? ''}`),
    },
    {
      label: { sv: 'Styckpris', en: 'Unit price' },
      text: {
        sv: `${unitPrice} Tkr från ${price?.validFrom ?? ''}`,
        en: `${unitPrice} Tkr from ${price?.validFrom ?? ''}`,
      },
    },
  ];
  if (price === undefined) return { facts, people: [changed] };
  const priced = {
    did: { sv: 'Skrev priset', en: 'Entered the price' },
    by: price.createdBy,
    at: price.createdAt,
    comment: price.source,
  };
  return { facts, people: [priced, changed] };
}

/** What a line needs beyond its budget, or all lines that something is needed on. */
export async function gapPassport(
  trx: OrganisationTransaction,
  figure: Of<'gap'>,
): Promise<PassportAnswer | null> {
  const { year, lineId } = figure;
  const lines = await allLines(trx);
  const line = lines.find((one) => one.lineId === lineId);
  if (lineId !== null && line === undefined) return null;
  const title = joined(gapOf(year), line === undefined ? null : named(line.name));
  const budgets = await budgetTotals(trx, year);
  const gaps = (await needsOf(trx, year))
    .filter((need) => lineId === null || need.lineId === lineId)
    .map(({ lineId: id, need }) => {
      const budget = budgets.find((one) => one.lineId === id)?.total ?? zero;
      return { lineId: id, need, budget, gap: subtract(need, budget) };
    });
  const [own] = gaps;
  if (own === undefined) return passportOf(figure, { title, amount: null });
  if (line === undefined) {
    return passportOf(figure, {
      title,
      amount: sum(gaps.map(({ gap }) => gap)),
      formula: formulas.sum,
      parts: gaps.map(({ lineId: id, gap }) => {
        const name = lines.find((one) => one.lineId === id)?.name ?? '';
        return partOf(named(name), gap, { kind: 'gap', year, lineId: id });
      }),
    });
  }
  const budget = { kind: 'budget', year, lineId, postKind: null } as const;
  return passportOf(figure, {
    title,
    amount: own.gap,
    formula: formulas.gap,
    parts: [
      partOf(behovOf(year), own.need, { kind: 'behov', year, lineId }),
      partOf(less(budgetOf(year)), negate(own.budget), budget),
    ],
  });
}
