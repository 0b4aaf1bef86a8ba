import {
  type createLoan,
  type deleteLoan,
  type LoanAnswer,
  type LoanTermsAnswer,
  type listLoans,
  toLoan,
  type updateLoan,
} from '#contract/loans.ts';
import { refusalOfLoan } from '#domain/forecast/loan-refusal.ts';
import { loanKey } from '#domain/forecast/loan-table-terms.ts';
import { percentOf, percentToPlain } from '#domain/percent.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { tkr, toPlain } from '#domain/tkr.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import { type ReadContext, type Refusal, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import type { Uploads } from '../plugins/uploads.ts';
import { curveNames } from './curve-queries.ts';
import { insertLoans, loanAnswers, loanById, removeLoan, writeLoan } from './queries.ts';

/** Every loan with its rates, and how large a file of loans may be. */
export function openLoans({ limits: { table } }: Uploads) {
  return async ({ trx }: ReadContext): Promise<Outcome<typeof listLoans>> =>
    accepted({ loans: await loanAnswers(trx), limits: { table } });
}

/** Enters a loan, where its terms can be and its lender has no other with the same reference. */
export async function enterLoan(
  context: WriteContext,
  { body }: Asked<typeof createLoan>,
): Promise<Outcome<typeof createLoan>> {
  const loanId = newId();
  const checked = await checkedTerms(context, loanId, body);
  if (!checked.ok) return checked;
  await insertLoans(context, [{ ...checked.value, loanId }]);
  const after = await known(context, loanId);
  await appendAudit(context, { action: 'createLoan', entityId: loanId, before: null, after });
  return accepted(after);
}

/** Changes what is agreed about a loan. */
export async function changeLoan(
  context: WriteContext,
  { params: { loanId }, body, version }: Asked<typeof updateLoan>,
): Promise<Outcome<typeof updateLoan>> {
  const before = await loanById(context.trx, loanId);
  if (before === null) return refused({ code: 'loan_not_found' });
  if (before.version !== version) return stale(body, before);
  const checked = await checkedTerms(context, loanId, { ...before, ...given(body) });
  if (!checked.ok) return checked;
  await writeLoan(context, { ...checked.value, loanId, version: version + 1 });
  const after = await known(context, loanId);
  await appendAudit(context, { action: 'updateLoan', entityId: loanId, before, after });
  return accepted(after);
}

// What is left out stays as it is; undefined would take its place.
function given(body: Asked<typeof updateLoan>['body']): Partial<LoanTermsAnswer> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** Takes a loan away; it stays in the log. */
export async function dropLoan(
  context: WriteContext,
  { params: { loanId }, version }: Asked<typeof deleteLoan>,
): Promise<Outcome<typeof deleteLoan>> {
  const before = await loanById(context.trx, loanId);
  if (before === null) return refused({ code: 'loan_not_found' });
  if (before.version !== version) return stale(null, before);
  await removeLoan(context, loanId);
  await appendAudit(context, { action: 'deleteLoan', entityId: loanId, before, after: null });
  return accepted(null);
}

async function checkedTerms(
  { trx }: WriteContext,
  loanId: string,
  terms: LoanTermsAnswer,
): Promise<Result<LoanTermsAnswer, Refusal>> {
  const tidy = tidyTerms(terms);
  const code = refusalOfLoan(toLoan(tidy));
  if (code !== null) return refused({ code });
  const curves = new Set((await curveNames(trx)).map(({ curveId }) => curveId));
  const isUnknown = tidy.ratePeriods.some(
    (period) => period.type === 'reference' && !curves.has(period.curveId),
  );
  if (isUnknown) return refused({ code: 'rate_curve_not_found' });
  const key = loanKey(tidy.lender, tidy.reference);
  const isTaken = (await loanAnswers(trx)).some(
    (other) => other.loanId !== loanId && loanKey(other.lender, other.reference) === key,
  );
  return isTaken ? refused({ code: 'loan_reference_taken' }) : accepted(tidy);
}

// One way to write the same terms, and the rates by their days.
function tidyTerms({ principal, ratePeriods, ...terms }: LoanTermsAnswer): LoanTermsAnswer {
  return {
    lender: terms.lender,
    reference: terms.reference,
    principal: toPlain(tkr(principal)),
    drawnOn: terms.drawnOn,
    form: terms.form,
    paymentsAYear: terms.paymentsAYear,
    firstPaymentOn: terms.firstPaymentOn,
    maturesOn: terms.maturesOn,
    comment: terms.comment,
    ratePeriods: ratePeriods
      .toSorted((left, right) => (left.from < right.from ? -1 : 1))
      .map((period) =>
        period.type === 'fixed'
          ? { ...period, rate: percentToPlain(percentOf(period.rate)) }
          : { ...period, margin: percentToPlain(percentOf(period.margin)) },
      ),
  };
}

async function known({ trx }: WriteContext, loanId: string): Promise<LoanAnswer> {
  const found = await loanById(trx, loanId);
  if (found === null) throw new Error('The loan that was written is not there');
  return found;
}
