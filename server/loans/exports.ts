import { loanColumnTerms, loanFormTerms } from '#contract/loan-words.ts';
import {
  type exportLoanScheduleCsv,
  type exportLoansCsv,
  type LoanAnswer,
  toLoan,
} from '#contract/loans.ts';
import { paymentMonths } from '#domain/forecast/loan-days.ts';
import { loanPayments } from '#domain/forecast/loan-schedule.ts';
import { loanColumns } from '#domain/forecast/loan-table-terms.ts';
import type { RateCurve } from '#domain/forecast/loan-terms.ts';
import { zeroPercent } from '#domain/percent.ts';
import { accepted, refused } from '#domain/result.ts';
import { add, type Tkr, tkr } from '#domain/tkr.ts';
import { type CsvCell, toCsv } from '../files/csv.ts';
import type { ReadContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { curveNames } from './curve-queries.ts';
import { allRateCurves, loanAnswers } from './queries.ts';

/** The loans as a table that can be read in again: a row a rate period, the terms on the first. */
export async function writeLoansCsv({ trx }: ReadContext): Promise<Outcome<typeof exportLoansCsv>> {
  const nameOf = new Map((await curveNames(trx)).map(({ curveId, name }) => [curveId, name]));
  const rows = (await loanAnswers(trx)).flatMap((loan) => rowsOf(loan, nameOf));
  const heading = loanColumns.map((column) => loanColumnTerms[column].sv);
  return accepted({ fileName: 'lan.csv', text: toCsv([heading, ...rows]) });
}

function rowsOf(loan: LoanAnswer, nameOf: ReadonlyMap<string, string>): CsvCell[][] {
  const { ratePeriods, lender, reference } = loan;
  const noTerms = [null, null, null, null, null, null];
  const terms: CsvCell[] = [
    tkr(loan.principal),
    loan.drawnOn,
    loanFormTerms[loan.form].sv,
    `${loan.paymentsAYear}`,
    loan.firstPaymentOn,
    loan.maturesOn,
  ];
  return ratePeriods.map((period, at): CsvCell[] => [
    lender,
    reference,
    ...(at === 0 ? terms : noTerms),
    period.from,
    ...(period.type === 'fixed'
      ? [{ plain: period.rate }, null, null, endOf(loan, at)]
      : [null, nameOf.get(period.curveId) ?? '', { plain: period.margin }, null]),
    at === 0 ? loan.comment : null,
  ]);
}

// A fixed rate is bound until the next one, or until maturity.
function endOf({ ratePeriods, maturesOn }: LoanAnswer, at: number): string | null {
  const next = ratePeriods[at + 1]?.from;
  if (next !== undefined) return next;
  const from = ratePeriods[at]?.from ?? '';
  return from < maturesOn ? maturesOn : null;
}

/** The most payments of one file: all that a thousand loans pay monthly in eight years. */
const mostPayments = 100_000;

const scheduleHeading = [
  'Långivare',
  'Referens',
  'Betalning',
  'Dag',
  'Skuld före (Tkr)',
  'Amortering (Tkr)',
  'Ränta (Tkr)',
  'Att betala (Tkr)',
  'Skuld efter (Tkr)',
];

/** What one loan pays or all of them, payment by payment; what no rate is known for is empty. */
export async function writeScheduleCsv(
  { trx }: ReadContext,
  { query: { loanId } }: Asked<typeof exportLoanScheduleCsv>,
): Promise<Outcome<typeof exportLoanScheduleCsv>> {
  const all = await loanAnswers(trx);
  const loans = loanId === undefined ? all : all.filter((loan) => loan.loanId === loanId);
  if (loanId !== undefined && loans.length === 0) return refused({ code: 'loan_not_found' });
  const payments = loans.reduce((sum, loan) => sum + paymentMonths(toLoan(loan)).length, 0);
  if (payments > mostPayments) return refused({ code: 'loan_schedule_too_long' });
  const curves = await allRateCurves(trx);
  const rows = loans.flatMap((loan) => paymentsOf(loan, curves));
  return accepted({ fileName: 'betalplan.csv', text: toCsv([scheduleHeading, ...rows]) });
}

function paymentsOf(answer: LoanAnswer, curves: readonly RateCurve[]): CsvCell[][] {
  const loan = toLoan(answer);
  let before: Tkr | null = loan.principal;
  return loanPayments(loan, curves, zeroPercent).map(
    ({ on, interest, amortisation, balance }, at): CsvCell[] => {
      const total = interest === null || amortisation === null ? null : add(interest, amortisation);
      const opening = before;
      before = balance;
      const place = [loan.lender, loan.reference, `${at + 1}`, on];
      return [...place, opening, amortisation, interest, total, balance];
    },
  );
}
