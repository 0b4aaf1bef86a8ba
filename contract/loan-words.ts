import type { LoanColumn } from '#domain/forecast/loan-table-terms.ts';
import type { LoanForm } from '#domain/forecast/loan-terms.ts';
import type { Sentence } from './field-texts.ts';

/** What the columns of a loan table are called, the same on screen and in files. */
export const loanColumnTerms: { readonly [column in LoanColumn]: Sentence } = {
  lender: { sv: 'Långivare', en: 'Lender' },
  reference: { sv: 'Referens', en: 'Reference' },
  principal: { sv: 'Belopp (Tkr)', en: 'Principal (Tkr)' },
  drawnOn: { sv: 'Lyftdag', en: 'Drawn on' },
  form: { sv: 'Amorteringsform', en: 'Repayment' },
  paymentsAYear: { sv: 'Betalningar per år', en: 'Payments a year' },
  firstPaymentOn: { sv: 'Första betalning', en: 'First payment' },
  maturesOn: { sv: 'Förfall', en: 'Maturity' },
  rateFrom: { sv: 'Ränta från', en: 'Rate from' },
  rate: { sv: 'Ränta (%)', en: 'Rate (%)' },
  curve: { sv: 'Räntekurva', en: 'Rate curve' },
  margin: { sv: 'Marginal (%)', en: 'Margin (%)' },
  boundUntil: { sv: 'Räntebindning till', en: 'Bound until' },
  comment: { sv: 'Kommentar', en: 'Comment' },
};

/** How a loan is repaid, the same on screen and in files. */
export const loanFormTerms: { readonly [form in LoanForm]: Sentence } = {
  straight: { sv: 'Rak amortering', en: 'Straight-line' },
  annuity: { sv: 'Annuitet', en: 'Annuity' },
  atMaturity: { sv: 'Vid förfall', en: 'At maturity' },
};
