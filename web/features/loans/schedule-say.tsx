import type { LoanPayment } from '#domain/forecast/loan-schedule.ts';
import type { Loan } from '#domain/forecast/loan-terms.ts';
import type { PaidYear } from '#domain/forecast/loan-years.ts';
import { sum, type Tkr } from '#domain/tkr.ts';
import { shown } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { type LoansView, loanName } from './loans.ts';
import { Sentence, wholeDay } from './sentence.tsx';

/** What the sentence takes. */
export type ScheduleSayProps = {
  readonly view: LoansView;
  /** Null for all loans. */
  readonly loan: Loan | null;
  readonly years: readonly PaidYear[];
  readonly payments: readonly LoanPayment[];
};

/** How long is paid, and what the interest comes to in all. */
export function ScheduleSay({ view, loan, years, payments }: ScheduleSayProps) {
  const { loanSchedule: words } = useTexts();
  const [first, last] = [years[0], years.at(-1)];
  if (view.loans.length === 0 || first === undefined || last === undefined) return words.sayEmpty;
  const interest = totalOf(years.map((one) => one.interest));
  if (loan === null) {
    if (interest === null) return words.sayUnknownAll;
    return <Sentence parts={words.sayAll(first.year, last.year, shown(interest))} />;
  }
  return (
    <>
      <Sentence parts={words.sayOne(loanName(loan), payments.length, wholeDay(loan.maturesOn))} />
      {interest === null ? (
        words.sayUnknown
      ) : (
        <Sentence parts={words.sayInterest(shown(interest))} />
      )}
    </>
  );
}

/** The sum of amounts, or null where one of them is not known. */
export function totalOf(amounts: readonly (Tkr | null)[]): Tkr | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === amounts.length ? sum(known) : null;
}
