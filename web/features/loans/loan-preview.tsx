import { refusalTexts } from '#contract/refusal-texts.ts';
import { refusalOfLoan } from '#domain/forecast/loan-refusal.ts';
import { type LoanPayment, loanPayments } from '#domain/forecast/loan-schedule.ts';
import type { Loan, RateCurve } from '#domain/forecast/loan-terms.ts';
import { zeroPercent } from '#domain/percent.ts';
import { add, sum, type Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { type LoanDraft, loanOf } from './loan-draft.ts';

/** What the preview takes. */
export type LoanPreviewProps = {
  readonly draft: LoanDraft;
  readonly curves: readonly RateCurve[];
};

/** What a loan that is being typed comes to: each payment, how many, and the interest in all. */
export function LoanPreview({ draft, curves }: LoanPreviewProps) {
  const { texts, language } = useLanguage();
  const words = texts.loans;
  const loan = loanOf(draft);
  const refusal = loan === null ? null : refusalOfLoan(loan);
  return (
    <section className="loan-preview" aria-label={words.previewTitle}>
      <h3>{words.previewTitle}</h3>
      {loan === null ? (
        <p className="small">{words.previewWaits}</p>
      ) : refusal === null ? (
        <Outcome loan={loan} curves={curves} />
      ) : (
        <p className="loan-preview-refused">{refusalTexts[refusal][language]}</p>
      )}
    </section>
  );
}

type OutcomeProps = { readonly loan: Loan; readonly curves: readonly RateCurve[] };

function Outcome({ loan, curves }: OutcomeProps) {
  const { loans: words } = useTexts();
  const payments = loanPayments(loan, curves, zeroPercent);
  const sums = payments.map(paidBy);
  const interest = payments.map((payment) => payment.interest).filter((one) => one !== null);
  const isKnown = interest.length === payments.length;
  const isSame = sums.slice(0, -1).every((amount) => amount === sums[0]);
  const first = sums[0] ?? null;
  const last = sums.at(-1) ?? null;
  return (
    <>
      <dl className="parts">
        <div>
          <dt>{isSame && sums.length > 1 ? words.previewEach : words.previewFirst}</dt>
          <dd>{amountWords(first) ?? words.previewUnknown}</dd>
        </div>
        {sums.length > 1 && last !== first ? (
          <div>
            <dt>{words.previewLast}</dt>
            <dd>{amountWords(last) ?? words.previewUnknown}</dd>
          </div>
        ) : null}
        <div>
          <dt>{words.previewCount}</dt>
          <dd>{payments.length}</dd>
        </div>
        <div className="parts-sum">
          <dt>{words.previewInterest}</dt>
          <dd>{isKnown ? amountWords(sum(interest)) : words.previewUnknown}</dd>
        </div>
      </dl>
      {isKnown ? null : <p className="small">{words.previewUnknownHelp}</p>}
    </>
  );
}

function paidBy({ interest, amortisation }: LoanPayment): Tkr | null {
  return interest === null || amortisation === null ? null : add(interest, amortisation);
}

function amountWords(amount: Tkr | null): string | null {
  return amount === null ? null : `${formatSwedish(amount)}\u00a0Tkr`;
}
