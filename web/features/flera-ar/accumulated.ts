import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  type AccumulatedAnswer,
  type AccumulatedLineAnswer,
  getAccumulated,
} from '#contract/accumulated.ts';
import { sum, type Tkr, tkr } from '#domain/tkr.ts';
import { callApi } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';

/** The years of the address; null where it says nothing. */
export type Span = { readonly from: number | null; readonly to: number | null };

/** The columns of figures, in their order. */
export const figures = [
  'budget',
  'outcome',
  'deviation',
  'carriedIn',
  'carriedOut',
  'left',
] as const;

/** See `figures`. */
export type Figure = (typeof figures)[number];

/** Fetches the lines over the years of the address. */
export function useAccumulated({ from, to }: Span) {
  const { organisationId } = useOrganisation();
  const query = {
    ...(from === null ? {} : { from: `${from}` }),
    ...(to === null ? {} : { to: `${to}` }),
  };
  return useQuery({
    queryKey: ['accumulated', organisationId, from, to],
    queryFn: () => callApi(getAccumulated, { params: { organisationId }, query }),
    // Other years come in place, so that the focus stays where it is.
    placeholderData: keepPreviousData,
  });
}

/** The sum of a figure over the lines that have it; null where none has. */
export function sumOf(rows: readonly AccumulatedLineAnswer[], figure: Figure): Tkr | null {
  const known = rows.flatMap((row) => row[figure] ?? []);
  const isUnknown = rows.every(({ outcome }) => outcome === null);
  return isUnknown ? null : sum(known.map(tkr));
}

/** The years to choose from: those that have something, those between, and those chosen. */
export function yearsToChoose({ years, fromYear, toYear }: AccumulatedAnswer): number[] {
  const first = Math.min(fromYear, ...years);
  const last = Math.max(toYear, ...years);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
