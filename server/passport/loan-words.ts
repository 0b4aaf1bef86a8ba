import type { Sentence } from '#contract/field-texts.ts';
import type { LoanAnswer } from '#contract/loans.ts';
import type { LoanFigure } from '#domain/figure-reference.ts';
import type { LoanForm, RateCurve } from '#domain/forecast/loan-terms.ts';
import { tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { named } from './words.ts';

/** "Skuld 31/12 2025": what a year says of a loan. */
export function loanWords(figure: LoanFigure, year: number): Sentence {
  switch (figure) {
    case 'balance':
      return { sv: `Skuld 31/12 ${year}`, en: `Debt 31 Dec ${year}` };
    case 'amortisation':
      return { sv: `Amortering ${year}`, en: `Amortisation ${year}` };
    case 'interest':
      return { sv: `Betald ränta ${year}`, en: `Interest paid ${year}` };
  }
}

const amortisationFormulas: { readonly [form in LoanForm]: Sentence } = {
  straight: {
    sv: 'Lånets belopp delat lika på betalningarna, räknat som en löpande summa som avrundas till öret',
    en: 'The principal in equal parts over the payments, counted as a running sum rounded to the öre',
  },
  annuity: {
    sv: 'Betalningen minus dess ränta. Betalningen är det som är kvar · r / (1 − (1 + r)^−n), avrundad till öret; r är årsräntan delad med betalningarna per år, n de betalningar som är kvar. Den sista tar resten',
    en: 'The payment less its interest. The payment is what is left · r / (1 − (1 + r)^−n), rounded to the öre; r is the rate over the payments a year, n the payments that are left. The last takes the rest',
  },
  atMaturity: {
    sv: 'Hela beloppet betalas tillbaka på förfallodagen',
    en: 'All of the principal is repaid at maturity',
  },
};

const monthlyInterest: Sentence = {
  sv: 'En tolftedel av årsräntan varje månad på skulden vid månadens början, avrundad till öret; en betalning tar månaderna sedan den förra',
  en: 'A twelfth of the rate every month on the debt at its beginning, rounded to the öre; a payment takes the months since the one before',
};

/** How a figure of a loan comes about. */
export function formulaOf(figure: LoanFigure, form: LoanForm): Sentence {
  switch (figure) {
    case 'balance':
      return {
        sv: 'Skulden ett år tidigare plus det som lyfts, minus det som amorteras',
        en: 'The debt a year before plus what is drawn, less what is repaid',
      };
    case 'amortisation':
      return amortisationFormulas[form];
    case 'interest':
      return form === 'annuity'
        ? {
            sv: 'Det som är kvar före varje betalning gånger årsräntan delad med betalningarna per år, avrundat till öret',
            en: 'What is left before each payment times the rate over the payments a year, rounded to the öre',
          }
        : monthlyInterest;
  }
}

const formWords: { readonly [form in LoanForm]: Sentence } = {
  straight: { sv: 'Rak amortering', en: 'Straight-line' },
  annuity: { sv: 'Annuitet', en: 'Annuity' },
  atMaturity: { sv: 'Återbetalas vid förfall', en: 'Repaid at maturity' },
};

/** What is agreed about a loan, as facts. */
export function termsOf(
  loan: LoanAnswer,
  curves: readonly RateCurve[],
): { readonly label: Sentence; readonly text: Sentence }[] {
  const { sv, en } = formWords[loan.form];
  return [
    {
      label: { sv: 'Belopp', en: 'Principal' },
      text: named(`${formatSwedish(tkr(loan.principal))} Tkr`),
    },
    { label: { sv: 'Lyft', en: 'Drawn' }, text: named(loan.drawnOn) },
    {
      label: { sv: 'Form', en: 'Form' },
      text: {
        sv: `${sv}, ${loan.paymentsAYear} betalningar per år`,
        en: `${en}, ${loan.paymentsAYear} payments a year`,
      },
    },
    {
      label: { sv: 'Betalas', en: 'Paid' },
      text: {
        sv: `${loan.firstPaymentOn} till ${loan.maturesOn}`,
        en: `${loan.firstPaymentOn} to ${loan.maturesOn}`,
      },
    },
    { label: { sv: 'Ränta', en: 'Rate' }, text: ratesOf(loan, curves) },
    ...(loan.comment === null
      ? []
      : [{ label: { sv: 'Kommentar', en: 'Comment' }, text: named(loan.comment) }]),
  ];
}

function ratesOf({ ratePeriods }: LoanAnswer, curves: readonly RateCurve[]): Sentence {
  const said = ratePeriods.map((period) => {
    if (period.type === 'fixed') {
      const rate = `${period.rate.replace('.', ',')} %`;
      return { sv: `${rate} från ${period.from}`, en: `${rate} from ${period.from}` };
    }
    const curve = curves.find(({ curveId }) => curveId === period.curveId)?.name ?? '';
    const rate = `${curve} + ${period.margin.replace('.', ',')} %`.replace('+ -', '− ');
    return { sv: `${rate} från ${period.from}`, en: `${rate} from ${period.from}` };
  });
  return {
    sv: said.map((one) => one.sv).join('; '),
    en: said.map((one) => one.en).join('; '),
  };
}
