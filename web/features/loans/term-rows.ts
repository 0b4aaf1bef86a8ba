import { type LoanAnswer, toLoan } from '#contract/loans.ts';
import type { RateCurve } from '#domain/forecast/loan-terms.ts';
import { tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useTexts } from '../../texts/language.tsx';
import type { StaleChoiceProps } from '../../ui/stale-choice.tsx';
import { bodyOf, type LoanDraft, loanOf } from './loan-draft.ts';
import { useRateWords } from './rate-words.ts';

/** The terms of a loan as somebody typed them and as they now are, row by row. */
export function useTermRows(
  curves: readonly RateCurve[],
): (draft: LoanDraft, current: LoanAnswer) => StaleChoiceProps['rows'] {
  const { loans: words, common } = useTexts();
  const { periodWords } = useRateWords(curves);
  return (draft, current) => {
    const mine = bodyOf(draft);
    const shownAmount = (plain: string): string => formatSwedish(tkr(plain));
    const ratesOf = (loan: ReturnType<typeof loanOf>): string =>
      (loan?.ratePeriods ?? []).map(periodWords).join('; ');
    return [
      { label: words.lender, mine: mine.lender, theirs: current.lender },
      { label: words.reference, mine: mine.reference, theirs: current.reference },
      {
        label: words.principal,
        mine: shownAmount(mine.principal),
        theirs: shownAmount(current.principal),
      },
      { label: words.drawnOn, mine: mine.drawnOn, theirs: current.drawnOn },
      { label: words.form, mine: words.forms[mine.form], theirs: words.forms[current.form] },
      {
        label: words.paymentsAYear,
        mine: `${mine.paymentsAYear}`,
        theirs: `${current.paymentsAYear}`,
      },
      {
        label: words.firstPaymentOn,
        mine: mine.firstPaymentOn,
        theirs: current.firstPaymentOn,
      },
      { label: words.maturesOn, mine: mine.maturesOn, theirs: current.maturesOn },
      { label: words.rates, mine: ratesOf(loanOf(draft)), theirs: ratesOf(toLoan(current)) },
      {
        label: words.comment,
        mine: mine.comment ?? common.missing,
        theirs: current.comment ?? common.missing,
      },
    ];
  };
}
