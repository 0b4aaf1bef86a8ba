import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Beslut } from '#contract/beslut.ts';
import {
  type BudgetpostAnswer,
  getInvesteringsbudget,
  type InvesteringsbudgetAnswer,
} from '#contract/investeringsbudget.ts';
import { reconcile } from '#domain/avstamning.ts';
import type { Budgetpost } from '#domain/budgetpost.ts';
import { type BudgetSummary, type InvestmentLine, summarise } from '#domain/investeringsbudget.ts';
import { type Tkr, tkr, toPlain } from '#domain/tkr.ts';
import { callApi } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { isBusy, useSaveQueue } from '../../lib/saving.ts';

/** An entry with what is told about it: decision, comment, time and person. */
export type PostView = Budgetpost & {
  readonly beslutId: string;
  readonly comment: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
};

/** A line with the version that a change of it must name. */
export type LineView = InvestmentLine & { readonly version: number };

/** A printed figure with how it stands to the figure on screen. */
export type PrintedBudgetFigure = InvesteringsbudgetAnswer['printed'][number] & {
  readonly computed: Tkr;
};

/** A year's budget as the page shows it: summed here and now from its entries. */
export type BudgetView = {
  readonly year: number;
  readonly years: readonly number[];
  /** The year to show where none is asked for. */
  readonly startYear: number;
  readonly lines: readonly LineView[];
  readonly posts: readonly PostView[];
  readonly beslut: readonly Beslut[];
  readonly summary: BudgetSummary;
  readonly printed: readonly PrintedBudgetFigure[];
};

/** Where the answer for a year is kept; without a year, all of them. */
export function budgetKey(organisationId: string, year?: number): readonly (string | number)[] {
  return ['investeringsbudget', organisationId, ...(year === undefined ? [] : [year])];
}

/** Fetches a year's budget, and sums it again whenever an entry changes here. */
export function useBudget(year: number) {
  const { organisationId } = useOrganisation();
  const queue = useSaveQueue();
  const query = useQuery({
    queryKey: budgetKey(organisationId, year),
    queryFn: () => callApi(getInvesteringsbudget, { params: { organisationId, year: `${year}` } }),
    // Another year comes in place, so that the focus stays where it is.
    placeholderData: keepPreviousData,
    // An answer could be older than what is on its way to the server.
    refetchOnWindowFocus: () => !isBusy(queue),
    refetchOnReconnect: () => !isBusy(queue),
  });
  const view = useMemo(() => (query.data === undefined ? null : toView(query.data)), [query.data]);
  return { view, query };
}

/** Sums an answer. */
export function toView(answer: InvesteringsbudgetAnswer): BudgetView {
  const lines = answer.lines.map(({ lineId, ...line }) => ({ id: lineId, ...line }));
  const posts = answer.budgetposts.map(toPost);
  const summary = summarise(lines, posts, answer.year);
  const printed = answer.printed.map((figure) => {
    const computed = summary[figure.figure];
    const { verdict, difference } = reconcile({
      printed: tkr(figure.printed),
      computed,
      addedRows: lines.length,
      printedIn: figure.printedIn,
      decimals: 0,
    });
    return {
      ...figure,
      computed,
      verdict,
      difference: difference === null ? null : toPlain(difference),
    };
  });
  return {
    year: answer.year,
    years: answer.years,
    startYear: answer.startYear,
    lines,
    posts,
    beslut: answer.beslut,
    summary,
    printed,
  };
}

function toPost({ budgetpostId, amount, ...rest }: BudgetpostAnswer): PostView {
  return { id: budgetpostId, amount: tkr(amount), ...rest };
}

/** The first entry of the chain of corrections that an entry belongs to. */
export function rootOf(posts: readonly PostView[], post: PostView): PostView {
  const replaced = posts.find(({ id }) => id === post.replacesId);
  return replaced === undefined ? post : rootOf(posts, replaced);
}

/** The entry in force at the end of the chain of corrections that begins with an entry. */
export function headOf(posts: readonly PostView[], postId: string): PostView | undefined {
  const next = posts.find(({ replacesId }) => replacesId === postId);
  return next === undefined ? posts.find(({ id }) => id === postId) : headOf(posts, next.id);
}

/** An entry and those that it replaced, the newest first. */
export function historyOf(posts: readonly PostView[], post: PostView): PostView[] {
  const replaced = posts.find(({ id }) => id === post.replacesId);
  return replaced === undefined ? [post] : [post, ...historyOf(posts, replaced)];
}
