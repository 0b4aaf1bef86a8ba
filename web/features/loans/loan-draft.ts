import { createLoan, type LoanAnswer, toLoan } from '#contract/loans.ts';
import {
  type Loan,
  type LoanForm,
  type PaymentsAYear,
  paymentsAYear,
} from '#domain/forecast/loan-terms.ts';
import { tkr, toPlain } from '#domain/tkr.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';

/** A rate of a loan as it is being typed. */
export type RateDraft = {
  /** Tells the rates apart while they come and go. */
  readonly key: string;
  readonly from: string;
  readonly type: 'fixed' | 'reference';
  readonly rate: string;
  readonly curveId: string;
  readonly margin: string;
};

/** A loan as it is being typed. */
export type LoanDraft = {
  readonly lender: string;
  readonly reference: string;
  readonly principal: string;
  readonly drawnOn: string;
  readonly form: LoanForm;
  readonly paymentsAYear: PaymentsAYear;
  readonly firstPaymentOn: string;
  readonly maturesOn: string;
  readonly comment: string;
  readonly rates: readonly RateDraft[];
};

/** A rate that nothing is typed in, from a day. */
export function emptyRate(from: string): RateDraft {
  return { key: crypto.randomUUID(), from, type: 'fixed', rate: '', curveId: '', margin: '' };
}

/** What the form begins with: a loan as it is, or nothing. */
export function draftOf(loan: LoanAnswer | null): LoanDraft {
  return {
    lender: loan?.lender ?? '',
    reference: loan?.reference ?? '',
    principal: loan === null ? '' : formatSwedish(tkr(loan.principal)),
    drawnOn: loan?.drawnOn ?? '',
    form: loan?.form ?? 'straight',
    paymentsAYear: loan?.paymentsAYear ?? 4,
    firstPaymentOn: loan?.firstPaymentOn ?? '',
    maturesOn: loan?.maturesOn ?? '',
    comment: loan?.comment ?? '',
    rates: loan === null ? [emptyRate('')] : loan.ratePeriods.map(rateDraftOf),
  };
}

function rateDraftOf(period: LoanAnswer['ratePeriods'][number]): RateDraft {
  const { type, from } = period;
  const empty = emptyRate(from);
  return type === 'fixed'
    ? { ...empty, rate: withComma(period.rate) }
    : { ...empty, type, curveId: period.curveId, margin: withComma(period.margin) };
}

function withComma(plain: string): string {
  return plain.replace('.', ',').replace('-', '\u2212');
}

/** The draft with another day of drawing; a first rate that began on the old one begins on the new. */
export function withDrawnOn(draft: LoanDraft, drawnOn: string): LoanDraft {
  const [first, ...later] = draft.rates;
  if (first === undefined || (first.from !== '' && first.from !== draft.drawnOn)) {
    return { ...draft, drawnOn };
  }
  return { ...draft, drawnOn, rates: [{ ...first, from: drawnOn }, ...later] };
}

/** The number of payments a year that a text is; null for any other. */
export function paymentsOf(text: string): PaymentsAYear | null {
  return paymentsAYear.find((count) => `${count}` === text) ?? null;
}

/** A percentage as a person writes it, in the plain form that is sent; what is none stays as it is. */
export function plainRate(text: string): string {
  return text
    .trim()
    .replace(/\s*(?:%|procent|percent)$/iu, '')
    .replace(/^[\u2212\u2013-]\s*/u, '-')
    .replace(/^\+\s*/u, '')
    .replace(',', '.');
}

/** The draft as it is sent. */
export function bodyOf(draft: LoanDraft) {
  const { rates, principal, comment, ...terms } = draft;
  const amount = parseSwedish(principal);
  return {
    ...terms,
    principal: amount.ok ? toPlain(amount.value) : principal,
    comment: comment.trim() === '' ? null : comment,
    ratePeriods: rates.map(({ type, from, rate, curveId, margin }) =>
      type === 'fixed'
        ? { type, from, rate: plainRate(rate) }
        : { type, from, curveId, margin: plainRate(margin) },
    ),
  };
}

/**
 * The loan that a draft would be, whatever it is called; null while it cannot be read. Rates that are
 * not typed yet are left out.
 */
export function loanOf(draft: LoanDraft): Loan | null {
  const rates = draft.rates.filter(isTyped);
  const body = { ...bodyOf({ ...draft, rates }), lender: '-', reference: '-' };
  const judged = createLoan.body.safeParse(body);
  return judged.success && judged.data.ratePeriods.length > 0 ? toLoan(judged.data) : null;
}

function isTyped({ type, from, rate, curveId, margin }: RateDraft): boolean {
  const terms = type === 'fixed' ? [rate] : [curveId, margin];
  return [from, ...terms].every((text) => text.trim() !== '');
}
