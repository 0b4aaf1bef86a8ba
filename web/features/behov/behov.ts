import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  type BehovAnswer,
  type BehovItemAnswer,
  getBehov,
  type PricedArticleAnswer,
} from '#contract/behov.ts';
import type { InvestmentLineAnswer } from '#contract/investeringsbudget.ts';
import { type LineNeed, lineNeeds, priceOfYear, valueOf } from '#domain/behov.ts';
import { grouped } from '#domain/grouped.ts';
import { subtract, sum, type Tkr, tkr } from '#domain/tkr.ts';
import { type Volume, volume } from '#domain/volume.ts';
import { callApi } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { isBusy, useSaveQueue } from '../../lib/saving.ts';

/** A price of an article. */
export type PriceView = {
  readonly id: string;
  readonly validFrom: string;
  readonly amount: Tkr;
  readonly source: string | null;
};

/** An article with its prices in the order in which they were entered. */
export type ArticleView = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly version: number;
  readonly prices: readonly PriceView[];
};

/** An item of what is needed, with its article and the price that it is calculated with. */
export type ItemView = {
  readonly id: string;
  readonly lineId: string;
  readonly article: ArticleView;
  readonly price: PriceView;
  readonly volume: Volume;
  readonly value: Tkr;
  readonly comment: string | null;
  readonly version: number;
  /** The price of the year, where it is another than the one of the calculation. */
  readonly newer: PriceView | null;
};

/** A line with its items, and its need against its budget. */
export type LineView = InvestmentLineAnswer & {
  readonly items: readonly ItemView[];
  readonly need: LineNeed;
};

/** The needs of a year as the page shows them: multiplied and summed here and now. */
export type BehovView = {
  readonly year: number;
  readonly years: readonly number[];
  /** The year to show where none is asked for. */
  readonly startYear: number;
  readonly lines: readonly LineView[];
  readonly articles: readonly ArticleView[];
  readonly items: readonly ItemView[];
  /** Over the lines that have a need. */
  readonly total: Omit<LineNeed, 'lineId'>;
};

/** Where the answer for a year is kept; without a year, all of them. */
export function behovKey(organisationId: string, year?: number): readonly (string | number)[] {
  return ['behov', organisationId, ...(year === undefined ? [] : [year])];
}

/** Fetches a year's needs, and calculates them again whenever a volume changes here. */
export function useBehov(year: number) {
  const { organisationId } = useOrganisation();
  const queue = useSaveQueue();
  const query = useQuery({
    queryKey: behovKey(organisationId, year),
    queryFn: () => callApi(getBehov, { params: { organisationId, year: `${year}` } }),
    // Another year comes in place, so that the focus stays where it is.
    placeholderData: keepPreviousData,
    // An answer could be older than what is on its way to the server.
    refetchOnWindowFocus: () => !isBusy(queue),
    refetchOnReconnect: () => !isBusy(queue),
  });
  const view = useMemo(() => (query.data === undefined ? null : toView(query.data)), [query.data]);
  return { view, query };
}

/** Multiplies and sums an answer. */
export function toView(answer: BehovAnswer): BehovView {
  const { year, years, startYear } = answer;
  const articles = answer.articles.map(toArticle);
  const articleOf = new Map(articles.map((article) => [article.id, article]));
  const items = answer.items.flatMap((item) => {
    const article = articleOf.get(item.articleId);
    return article === undefined ? [] : (toItem(item, article, year) ?? []);
  });
  const itemsOf = grouped(items, ({ lineId }) => lineId);
  const budgets = answer.needs.flatMap(({ lineId, budget }) =>
    budget === null ? [] : [[lineId, tkr(budget)] as const],
  );
  const counted = items.map(({ lineId, volume: many, price }) => {
    return { lineId, volume: many, unitPrice: price.amount };
  });
  const lineIds = answer.lines.map(({ lineId }) => lineId);
  const needs = lineNeeds(lineIds, counted, new Map(budgets));
  const lines = answer.lines.flatMap((line, at): LineView[] => {
    const need = needs[at];
    return need === undefined ? [] : [{ ...line, items: itemsOf.get(line.lineId) ?? [], need }];
  });
  return { year, years, startYear, lines, articles, items, total: totalOf(needs) };
}

function totalOf(needs: readonly LineNeed[]): Omit<LineNeed, 'lineId'> {
  const said = needs.filter(({ need }) => need !== null);
  if (said.length === 0) return { need: null, budget: null, gap: null };
  const need = sum(said.flatMap((one) => one.need ?? []));
  const budget = sum(said.flatMap((one) => one.budget ?? []));
  return { need, budget, gap: subtract(need, budget) };
}

function toArticle({ articleId, name, unit, version, prices }: PricedArticleAnswer): ArticleView {
  const views = prices.map(({ priceId, validFrom, amount, source }) => {
    return { id: priceId, validFrom, amount: tkr(amount), source };
  });
  return { id: articleId, name, unit, version, prices: views };
}

function toItem(item: BehovItemAnswer, article: ArticleView, year: number): ItemView | null {
  const price = article.prices.find(({ id }) => id === item.priceId);
  if (price === undefined) return null;
  const ofYear = priceOfYear(article.prices, year);
  const many = volume(item.volume);
  return {
    id: item.behovId,
    lineId: item.lineId,
    article,
    price,
    volume: many,
    value: valueOf({ volume: many, unitPrice: price.amount }),
    comment: item.comment,
    version: item.version,
    newer: ofYear === null || ofYear.id === price.id ? null : ofYear,
  };
}
