import { type LoanAnswer, type LoanTermsAnswer, toLoan, toRateCurve } from '#contract/loans.ts';
import type { Loan, RateCurve } from '#domain/forecast/loan-terms.ts';
import { grouped } from '#domain/grouped.ts';
import { percentOf, percentToPlain } from '#domain/percent.ts';
import { tkr, toPlain } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';
import { curveAnswers } from './curve-queries.ts';
import { inParts } from './parts.ts';

type PeriodAnswer = LoanTermsAnswer['ratePeriods'][number];

/** Every loan of the organisation as the rules count with it, by lender and reference. */
export async function allLoans(trx: OrganisationTransaction): Promise<Loan[]> {
  return (await loanAnswers(trx)).map(toLoan);
}

/** Every rate curve of the organisation as the rules count with it, by name. */
export async function allRateCurves(trx: OrganisationTransaction): Promise<RateCurve[]> {
  return (await curveAnswers(trx)).map(toRateCurve);
}

/** Every loan as the API gives it, by lender and reference, with its rates by their days. */
export async function loanAnswers(trx: OrganisationTransaction): Promise<LoanAnswer[]> {
  const rows = await selectLoans(trx).execute();
  const periods = await trx
    .selectFrom('loan_rate_period')
    .select(['loan_id', 'valid_from', 'percent', 'curve_id'])
    .orderBy('valid_from')
    .execute();
  const periodsOf = grouped(periods, ({ loan_id }) => loan_id);
  const swedish = new Intl.Collator('sv', { numeric: true });
  return rows
    .toSorted(
      (left, right) =>
        swedish.compare(left.lender, right.lender) ||
        swedish.compare(left.reference, right.reference),
    )
    .map((row) => toAnswer(row, periodsOf.get(row.loan_id) ?? []));
}

/** One loan, or null. */
export async function loanById(
  trx: OrganisationTransaction,
  loanId: string,
): Promise<LoanAnswer | null> {
  const row = await selectLoans(trx).where('loan_id', '=', loanId).executeTakeFirst();
  if (row === undefined) return null;
  const periods = await trx
    .selectFrom('loan_rate_period')
    .select(['valid_from', 'percent', 'curve_id'])
    .where('loan_id', '=', loanId)
    .orderBy('valid_from')
    .execute();
  return toAnswer(row, periods);
}

function selectLoans(trx: OrganisationTransaction) {
  return trx
    .selectFrom('loan')
    .innerJoin('person as creator', 'creator.person_id', 'loan.created_by')
    .innerJoin('person as changer', 'changer.person_id', 'loan.changed_by')
    .select([
      'loan_id',
      'lender',
      'reference',
      'principal',
      'drawn_on',
      'form',
      'payments_a_year',
      'first_payment_on',
      'matures_on',
      'comment',
      'loan.version',
      'loan.created_at',
      'creator.name as created_by_name',
      'loan.changed_at',
      'changer.name as changed_by_name',
    ]);
}

type LoanRow = Awaited<ReturnType<ReturnType<typeof selectLoans>['execute']>>[number];

type PeriodRow = {
  readonly valid_from: string;
  readonly percent: string;
  readonly curve_id: string | null;
};

function toAnswer(row: LoanRow, periods: readonly PeriodRow[]): LoanAnswer {
  return {
    loanId: row.loan_id,
    lender: row.lender,
    reference: row.reference,
    principal: toPlain(tkr(row.principal)),
    drawnOn: row.drawn_on,
    form: row.form,
    paymentsAYear: row.payments_a_year,
    firstPaymentOn: row.first_payment_on,
    maturesOn: row.matures_on,
    comment: row.comment,
    ratePeriods: periods.map(toPeriod),
    version: row.version,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by_name,
    changedAt: row.changed_at.toISOString(),
    changedBy: row.changed_by_name,
  };
}

function toPeriod({ valid_from, percent, curve_id }: PeriodRow): PeriodAnswer {
  const plain = percentToPlain(percentOf(percent));
  return curve_id === null
    ? { type: 'fixed', from: valid_from, rate: plain }
    : { type: 'reference', from: valid_from, curveId: curve_id, margin: plain };
}

/** What is stored of a loan besides its terms. */
export type LoanPlace = { readonly loanId: string; readonly version: number };

/** Writes new loans with their rates; each is the first version. */
export async function insertLoans(
  context: WriteContext,
  loans: readonly (LoanTermsAnswer & Pick<LoanPlace, 'loanId'>)[],
): Promise<void> {
  const { trx, scope, now } = context;
  for (const some of inParts(loans)) {
    const rows = some.map((loan) => ({
      organisation_id: scope.organisationId,
      loan_id: loan.loanId,
      ...columnsOf(loan),
      created_at: now,
      created_by: scope.personId,
      changed_at: now,
      changed_by: scope.personId,
    }));
    await trx.insertInto('loan').values(rows).execute();
  }
  await insertPeriods(context, loans);
}

/** Writes the terms and the rates of a loan that is there, as the version that is given. */
export async function writeLoan(
  context: WriteContext,
  loan: LoanTermsAnswer & LoanPlace,
): Promise<void> {
  const { trx, scope, now } = context;
  await trx
    .updateTable('loan')
    .set({
      ...columnsOf(loan),
      version: loan.version,
      changed_at: now,
      changed_by: scope.personId,
    })
    .where('loan_id', '=', loan.loanId)
    .execute();
  await trx.deleteFrom('loan_rate_period').where('loan_id', '=', loan.loanId).execute();
  await insertPeriods(context, [loan]);
}

/** Takes a loan away with its rates. */
export async function removeLoan({ trx }: WriteContext, loanId: string): Promise<void> {
  await trx.deleteFrom('loan').where('loan_id', '=', loanId).execute();
}

function columnsOf(loan: LoanTermsAnswer) {
  return {
    lender: loan.lender,
    reference: loan.reference,
    principal: loan.principal,
    drawn_on: loan.drawnOn,
    form: loan.form,
    payments_a_year: loan.paymentsAYear,
    first_payment_on: loan.firstPaymentOn,
    matures_on: loan.maturesOn,
    comment: loan.comment,
  };
}

async function insertPeriods(
  { trx, scope }: WriteContext,
  loans: readonly (LoanTermsAnswer & Pick<LoanPlace, 'loanId'>)[],
): Promise<void> {
  const rows = loans.flatMap(({ loanId, ratePeriods }) =>
    ratePeriods.map((period) => ({
      organisation_id: scope.organisationId,
      loan_id: loanId,
      valid_from: period.from,
      percent: period.type === 'fixed' ? period.rate : period.margin,
      curve_id: period.type === 'fixed' ? null : period.curveId,
    })),
  );
  for (const some of inParts(rows)) {
    await trx.insertInto('loan_rate_period').values(some).execute();
  }
}
