import { formatFigureReference, type LoanFigure } from '#domain/figure-reference.ts';
import type { LoanPayment } from '#domain/forecast/loan-schedule.ts';
import type { Loan } from '#domain/forecast/loan-terms.ts';
import type { PaidYear } from '#domain/forecast/loan-years.ts';
import { add, sum, type Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useTexts } from '../../texts/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FigureButton } from '../../ui/passport/figure-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { loanName } from './loans.ts';
import { totalOf } from './schedule-say.tsx';

/** What the table of years takes. */
export type YearsTableProps = {
  /** Null for all loans. */
  readonly loan: Loan | null;
  readonly years: readonly PaidYear[];
};

/** What is drawn, paid and owed year by year, to the öre; each figure opens its passport. */
export function YearsTable({ loan, years }: YearsTableProps) {
  const { loans, loanSchedule: words } = useTexts();
  const name = loan === null ? words.all : loanName(loan);
  const hasDrawn = loan === null;
  const rows = years.map((year) => {
    const figure = (of: LoanFigure, what: string) => (
      <Passported
        amount={year[of]}
        name={loans.figureOf(`${what} ${year.year}`, name)}
        figure={formatFigureReference({
          kind: 'loan',
          loanId: loan?.loanId ?? null,
          year: year.year,
          figure: of,
        })}
      />
    );
    return {
      id: `${year.year}`,
      cells: {
        year: year.year,
        drawn: <Exact amount={year.drawn} />,
        interest: figure('interest', words.interest),
        amortisation: figure('amortisation', words.amortisation),
        payment: <Exact amount={paymentOf(year)} />,
        balance: figure('balance', words.balance),
      },
    };
  });
  const total = {
    id: 'sum',
    isSum: true,
    cells: {
      year: words.total,
      drawn: <Exact amount={sum(years.map(({ drawn }) => drawn))} />,
      interest: <Exact amount={totalOf(years.map(({ interest }) => interest))} />,
      amortisation: <Exact amount={totalOf(years.map(({ amortisation }) => amortisation))} />,
      payment: <Exact amount={totalOf(years.map(paymentOf))} />,
    },
  };
  return (
    <div className="loans-long">
      <Sheet note={words.interestNote}>
        <DataTable
          label={words.byYearLabel(name)}
          columns={[
            { id: 'year', title: words.year },
            ...(hasDrawn ? [{ id: 'drawn' as const, title: words.drawn, isFigure: true }] : []),
            { id: 'interest', title: words.interest, isFigure: true },
            { id: 'amortisation', title: words.amortisation, isFigure: true },
            { id: 'payment', title: words.payment, isFigure: true },
            { id: 'balance', title: words.balance, isFigure: true },
          ]}
          rows={[...rows, total]}
        />
      </Sheet>
    </div>
  );
}

/** What the table of payments takes. */
export type PaymentsTableProps = {
  readonly loan: Loan;
  readonly payments: readonly LoanPayment[];
};

/** Every payment of a loan, to the öre. */
export function PaymentsTable({ loan, payments }: PaymentsTableProps) {
  const { loanSchedule: words } = useTexts();
  const rows = payments.map((payment, at) => ({
    id: payment.on,
    cells: {
      on: payment.on,
      number: at + 1,
      interest: <Exact amount={payment.interest} />,
      amortisation: <Exact amount={payment.amortisation} />,
      payment: <Exact amount={paymentOf(payment)} />,
      left: <Exact amount={payment.balance} />,
    },
  }));
  const total = {
    id: 'sum',
    isSum: true,
    cells: {
      on: words.total,
      interest: <Exact amount={totalOf(payments.map(({ interest }) => interest))} />,
      amortisation: <Exact amount={totalOf(payments.map(({ amortisation }) => amortisation))} />,
      payment: <Exact amount={totalOf(payments.map(paymentOf))} />,
    },
  };
  return (
    <div className="loans-long">
      <Sheet>
        <DataTable
          label={words.byPaymentLabel(loanName(loan))}
          columns={[
            { id: 'on', title: words.on },
            { id: 'number', title: words.number, isFigure: true },
            { id: 'interest', title: words.interest, isFigure: true },
            { id: 'amortisation', title: words.amortisation, isFigure: true },
            { id: 'payment', title: words.payment, isFigure: true },
            { id: 'left', title: words.left, isFigure: true },
          ]}
          rows={[...rows, total]}
        />
      </Sheet>
    </div>
  );
}

function paymentOf({
  interest,
  amortisation,
}: Pick<LoanPayment, 'interest' | 'amortisation'>): Tkr | null {
  return interest === null || amortisation === null ? null : add(interest, amortisation);
}

type ExactProps = { readonly amount: Tkr | null };

/** All five decimals of a Tkr, so that öre stand under öre. */
function Exact({ amount }: ExactProps) {
  const { loanSchedule: words } = useTexts();
  if (amount === null) return <span className="small">{words.unknown}</span>;
  return <span className="amount">{formatSwedish(amount, 5)}</span>;
}

type PassportedProps = ExactProps & { readonly name: string; readonly figure: string };

function Passported({ amount, name, figure }: PassportedProps) {
  if (amount === null) return <Exact amount={null} />;
  return (
    <FigureButton name={name} figure={figure}>
      {formatSwedish(amount, 5)}
    </FigureButton>
  );
}
