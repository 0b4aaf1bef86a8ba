import type { Sentence } from '#contract/field-texts.ts';
import { type LoanAnswer, toLoan } from '#contract/loans.ts';
import type { PassportAnswer, PassportPart } from '#contract/passport.ts';
import type { FigureReference, LoanFigure } from '#domain/figure-reference.ts';
import { type LoanPayment, loanPayments } from '#domain/forecast/loan-schedule.ts';
import type { RateCurve } from '#domain/forecast/loan-terms.ts';
import { type PaidYear, paidYears } from '#domain/forecast/loan-years.ts';
import { zeroPercent } from '#domain/percent.ts';
import { isZero, negate, type Tkr } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allRateCurves, loanAnswers, loanById } from '../loans/queries.ts';
import { formulaOf, loanWords, termsOf } from './loan-words.ts';
import { partOf, passportOf } from './passport.ts';
import { formulas, joined, less, named } from './words.ts';

type Of = Extract<FigureReference, { readonly kind: 'loan' }>;

/** What a loan owes, repays or pays in interest in a year, or all loans together. */
export async function loanPassport(
  trx: OrganisationTransaction,
  figure: Of,
): Promise<PassportAnswer | null> {
  const curves = await allRateCurves(trx);
  if (figure.loanId === null) return allLoansPassport(figure, await loanAnswers(trx), curves);
  const answer = await loanById(trx, figure.loanId);
  if (answer === null) return null;
  const loan = toLoan(answer);
  const years = paidYears([loan], curves);
  const year = years.find((one) => one.year === figure.year);
  if (year === undefined) return null;
  const before = years.find((one) => one.year === figure.year - 1);
  const { figure: asked } = figure;
  return passportOf(figure, {
    title: joined(loanWords(asked, figure.year), nameOf(answer)),
    amount: year[asked],
    formula: formulaOf(asked, loan.form),
    parts:
      asked === 'balance'
        ? balanceParts(figure, year, before)
        : paymentParts(loanPayments(loan, curves, zeroPercent), asked, figure.year),
    facts: termsOf(answer, curves),
    people: peopleOf(answer),
  });
}

function allLoansPassport(
  figure: Of,
  answers: readonly LoanAnswer[],
  curves: readonly RateCurve[],
): PassportAnswer | null {
  const whole = paidYears(answers.map(toLoan), curves).find(({ year }) => year === figure.year);
  if (whole === undefined) return null;
  return passportOf(figure, {
    title: joined(loanWords(figure.figure, figure.year), {
      sv: 'alla lån',
      en: 'all loans',
    }),
    amount: whole[figure.figure],
    formula: formulas.sum,
    parts: answers.flatMap((answer) => {
      const own = paidYears([toLoan(answer)], curves).find(({ year }) => year === figure.year);
      const amount = own?.[figure.figure];
      if (amount === undefined || (amount !== null && isZero(amount))) return [];
      return [partOf(nameOf(answer), amount, { ...figure, loanId: answer.loanId })];
    }),
  });
}

function balanceParts(figure: Of, year: PaidYear, before: PaidYear | undefined): PassportPart[] {
  const opening =
    before === undefined
      ? []
      : [
          partOf(loanWords('balance', before.year), before.balance, {
            ...figure,
            year: before.year,
          }),
        ];
  const drawn = isZero(year.drawn)
    ? []
    : [partOf({ sv: `Lyft ${year.year}`, en: `Drawn ${year.year}` }, year.drawn, null)];
  return [
    ...opening,
    ...drawn,
    ...unlessZero(year.amortisation, (amount) =>
      partOf(less(loanWords('amortisation', year.year)), amount === null ? null : negate(amount), {
        ...figure,
        figure: 'amortisation',
      }),
    ),
  ];
}

function unlessZero(amount: Tkr | null, part: (amount: Tkr | null) => PassportPart) {
  return amount !== null && isZero(amount) ? [] : [part(amount)];
}

function paymentParts(
  payments: readonly LoanPayment[],
  figure: Exclude<LoanFigure, 'balance'>,
  year: number,
): PassportPart[] {
  return payments
    .filter(({ on }) => on.startsWith(`${year}-`))
    .map((payment) => partOf(paymentOn(payment.on), payment[figure], null));
}

function paymentOn(day: string): Sentence {
  return { sv: `Betalning ${day}`, en: `Payment ${day}` };
}

function nameOf({ lender, reference }: LoanAnswer): Sentence {
  return named(`${lender} ${reference}`);
}

function peopleOf({ createdBy, createdAt, changedBy, changedAt }: LoanAnswer) {
  const created = {
    did: { sv: 'Skrev in lånet', en: 'Entered the loan' },
    by: createdBy,
    at: createdAt,
    comment: null,
  };
  if (changedAt === createdAt) return [created];
  const changed = {
    did: { sv: 'Ändrade lånet', en: 'Changed the loan' },
    by: changedBy,
    at: changedAt,
    comment: null,
  };
  return [created, changed];
}
