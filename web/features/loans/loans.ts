import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  type LoanAnswer,
  listLoans,
  listRateCurves,
  type RateCurveAnswer,
  toLoan,
  toRateCurve,
} from '#contract/loans.ts';
import type { Loan, RateCurve } from '#domain/forecast/loan-terms.ts';
import { isCalendarDay } from '#domain/year.ts';
import { callApi } from '../../lib/api.ts';
import { shownDay } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';

/** The loans and the reference rates, as they were answered and as the rules count with them. */
export type LoansView = {
  readonly answers: readonly LoanAnswer[];
  readonly curveAnswers: readonly RateCurveAnswer[];
  readonly loans: readonly Loan[];
  readonly curves: readonly RateCurve[];
};

/** What was fetched, once both of them have come, and the fetch that is waited for. */
export type FetchedLoans = {
  readonly view: LoansView | null;
  readonly query: UseQueryResult;
};

/** Fetches the loans and the reference rates. */
export function useLoans(): FetchedLoans {
  const { organisationId } = useOrganisation();
  const params = { organisationId };
  const loans = useQuery({
    queryKey: ['loans', organisationId],
    queryFn: () => callApi(listLoans, { params }),
  });
  const curves = useQuery({
    queryKey: ['rate-curves', organisationId],
    queryFn: () => callApi(listRateCurves, { params }),
  });
  const view = useMemo(
    () =>
      loans.data === undefined || curves.data === undefined
        ? null
        : {
            answers: loans.data.loans,
            curveAnswers: curves.data.curves,
            loans: loans.data.loans.map(toLoan),
            curves: curves.data.curves.map(toRateCurve),
          },
    [loans.data, curves.data],
  );
  return { view, query: loans.isError || curves.data !== undefined ? loans : curves };
}

/** What a loan is called: its lender and the lender's name for it. */
export function loanName({ lender, reference }: Pick<Loan, 'lender' | 'reference'>): string {
  return `${lender} ${reference}`;
}

/** The day that the page is opened, `YYYY-MM-DD`. */
export function useToday(): string {
  return useState(() => shownDay(new Date().toISOString()))[0];
}

/** The day of the address, today where it has none, and the way to choose another. */
export function useChosenDay(): readonly [string, (day: string) => void] {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('dag') ?? '';
  const choose = (day: string): void =>
    setSearch(day === today ? {} : { dag: day }, { replace: true });
  return [isCalendarDay(asked) ? asked : today, choose];
}
