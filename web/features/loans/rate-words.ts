import type { RateCurve, RatePeriod } from '#domain/forecast/loan-terms.ts';
import { fromMillionths } from '#domain/percent.ts';
import { shownRate } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { wholeDay } from './sentence.tsx';

/** The words for rates: "3,25 % från 2024-12-31" and "STIBOR 3M + 0,45 %". */
export function useRateWords(curves: readonly RateCurve[]) {
  const { loans: words, common } = useTexts();
  const marginWords = (period: Extract<RatePeriod, { readonly type: 'reference' }>): string => {
    const name = curves.find(({ curveId }) => curveId === period.curveId)?.name;
    const { margin } = period;
    const isMinus = margin < 0n;
    const size = shownRate(isMinus ? fromMillionths(0n - margin) : margin);
    return words.referenceRate(name ?? common.missing, `${isMinus ? '\u2212' : '+'} ${size}`);
  };
  const periodWords = (period: RatePeriod): string => {
    const rate = period.type === 'fixed' ? shownRate(period.rate) : marginWords(period);
    return words.rateSince(rate, wholeDay(period.from));
  };
  return { marginWords, periodWords };
}
