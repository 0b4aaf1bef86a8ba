import { formatFigureReference } from '#domain/figure-reference.ts';
import { rateBoundUntil } from '#domain/forecast/loan-binding.ts';
import type { LoanPortfolio, LoanStanding } from '#domain/forecast/loan-portfolio.ts';
import type { Loan } from '#domain/forecast/loan-terms.ts';
import { sum, type Tkr } from '#domain/tkr.ts';
import { shown, shownAverageRate, shownRate, shownYears } from '../../lib/format.ts';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Amount } from '../../ui/amount.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Menu } from '../../ui/menu.tsx';
import { FigureButton } from '../../ui/passport/figure-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { type LoansView, loanName } from './loans.ts';
import { useRateWords } from './rate-words.ts';

/** What can be asked of a loan in the table. */
export type LoanWish = {
  readonly kind: 'change' | 'remove' | 'schedule';
  readonly loanId: string;
};

/** What the table takes. */
export type LoansTableProps = {
  readonly view: LoansView;
  readonly portfolio: LoanPortfolio;
  readonly day: string;
  readonly onWish: (wish: LoanWish) => void;
};

/** The loans that are owed on a day, with their sum and averages. */
export function LoansTable({ view, portfolio, day, onWish }: LoansTableProps) {
  const { common, loans: words } = useTexts();
  const columns = [
    { id: 'loan', title: words.lender },
    { id: 'principal', title: words.principal, isFigure: true },
    { id: 'balance', title: words.balance(day), isFigure: true },
    { id: 'form', title: words.form },
    { id: 'rate', title: words.rateNow, isFigure: true },
    { id: 'bound', title: words.rateBoundUntil },
    { id: 'matures', title: words.maturesColumn },
    { id: 'tools', title: words.actions, isTools: true },
  ];
  const standing = portfolio.loans.flatMap((one) => {
    const loan = view.loans.find(({ loanId }) => loanId === one.loanId);
    return loan === undefined ? [] : [{ loan, standing: one }];
  });
  const rows = standing.map(({ loan, standing: one }) => ({
    id: loan.loanId,
    cells: {
      loan: <LoanName loan={loan} />,
      principal: <Amount value={loan.principal} />,
      balance: <Balance amount={one.balance} loan={loan} day={day} />,
      form: (
        <>
          {words.forms[loan.form]}
          <small>{words.perYear(loan.paymentsAYear)}</small>
        </>
      ),
      rate: <Rate view={view} loan={loan} standing={one} day={day} />,
      bound: rateBoundUntil(loan, day) ?? common.missing,
      matures: loan.maturesOn,
      tools: <LoanMenu loan={loan} onWish={onWish} />,
    },
  }));
  const averageOf = (years: LoanPortfolio['rateBinding']): string =>
    years === null ? '' : words.average(words.years(shownYears(years)));
  const total = {
    id: 'sum',
    isSum: true,
    cells: {
      loan: common.sum,
      principal: <Amount value={sum(standing.map(({ loan }) => loan.principal))} />,
      balance: <Balance amount={portfolio.balance} loan={null} day={day} />,
      rate:
        portfolio.averageRate === null
          ? ''
          : words.average(shownAverageRate(portfolio.averageRate)),
      bound: averageOf(portfolio.rateBinding),
      matures: averageOf(portfolio.capitalBinding),
    },
  };
  return (
    <Sheet>
      <DataTable label={words.tableLabel(day)} columns={columns} rows={[...rows, total]} />
    </Sheet>
  );
}

/** The loans that are not owed on the day: drawn later, or repaid. */
export function OtherLoans({ view, portfolio, day, onWish }: LoansTableProps) {
  const { loans: words } = useTexts();
  const owed = new Set(portfolio.loans.map(({ loanId }) => loanId));
  const others = view.loans.filter(({ loanId }) => !owed.has(loanId));
  if (others.length === 0) return null;
  return (
    <section className="loans-others" aria-labelledby="ovriga">
      <h2 id="ovriga">{words.otherTitle}</h2>
      <p className="page-section-detail">{words.otherDetail}</p>
      <Sheet>
        <DataTable
          label={words.otherTitle}
          columns={[
            { id: 'loan', title: words.lender },
            { id: 'principal', title: words.principal, isFigure: true },
            { id: 'state', title: words.balance(day) },
            { id: 'drawn', title: words.drawnOn },
            { id: 'matures', title: words.maturesColumn },
            { id: 'tools', title: words.actions, isTools: true },
          ]}
          rows={others.map((loan) => ({
            id: loan.loanId,
            cells: {
              loan: <LoanName loan={loan} />,
              principal: <Amount value={loan.principal} />,
              state: loan.drawnOn > day ? words.notDrawn : words.repaid,
              drawn: loan.drawnOn,
              matures: loan.maturesOn,
              tools: <LoanMenu loan={loan} onWish={onWish} />,
            },
          }))}
        />
      </Sheet>
    </section>
  );
}

function LoanName({ loan }: { readonly loan: Loan }) {
  return (
    <>
      {loan.lender} <small>{loan.reference}</small>
    </>
  );
}

type BalanceProps = {
  readonly amount: Tkr | null;
  /** Null for all of them together. */
  readonly loan: Loan | null;
  readonly day: string;
};

// At the end of a year the figure is one of those that have a passport.
function Balance({ amount, loan, day }: BalanceProps) {
  const { common, loans: words } = useTexts();
  if (amount === null) return <span className="small">{words.unknown}</span>;
  if (!day.endsWith('-12-31')) return <Amount value={amount} />;
  const name = loan === null ? common.sum : loanName(loan);
  const figure = formatFigureReference({
    kind: 'loan',
    loanId: loan?.loanId ?? null,
    year: parseInt(day.slice(0, 4), 10),
    figure: 'balance',
  });
  return (
    <FigureButton name={words.figureOf(words.balance(day), name)} figure={figure}>
      {shown(amount)}
    </FigureButton>
  );
}

type RateProps = {
  readonly view: LoansView;
  readonly loan: Loan;
  readonly standing: LoanStanding;
  readonly day: string;
};

function Rate({ view, loan, standing, day }: RateProps) {
  const { loans: words } = useTexts();
  const { marginWords } = useRateWords(view.curves);
  const period = loan.ratePeriods
    .filter(({ from }) => from <= day)
    .toSorted((left, right) => (left.from > right.from ? -1 : 1))[0];
  return (
    <>
      {standing.rate === null ? words.unknown : shownRate(standing.rate)}
      {period?.type === 'reference' ? <small>{marginWords(period)}</small> : null}
    </>
  );
}

type LoanMenuProps = { readonly loan: Loan; readonly onWish: (wish: LoanWish) => void };

function LoanMenu({ loan, onWish }: LoanMenuProps) {
  const { loans: words } = useTexts();
  const mayEdit = useRight('editLoans');
  const { loanId } = loan;
  const change = {
    id: 'change',
    label: words.change,
    onAction: () => onWish({ kind: 'change', loanId }),
  };
  const remove = {
    id: 'remove',
    label: words.remove,
    tone: 'danger' as const,
    onAction: () => onWish({ kind: 'remove', loanId }),
  };
  const schedule = {
    id: 'schedule',
    label: words.showSchedule,
    onAction: () => onWish({ kind: 'schedule', loanId }),
  };
  return (
    <Menu
      trigger={words.actions}
      name={words.menu(loanName(loan))}
      actions={mayEdit ? [schedule, change, remove] : [schedule]}
    />
  );
}
