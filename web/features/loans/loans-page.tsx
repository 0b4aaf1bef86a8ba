import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { deleteLoan } from '#contract/loans.ts';
import { loanPortfolio } from '#domain/forecast/loan-portfolio.ts';
import { shown } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmWrite } from '../../ui/confirm-write.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { LoanDialog } from './loan-dialog.tsx';
import { type LoansView, loanName, useChosenDay, useLoans } from './loans.ts';
import { LoansSay } from './loans-say.tsx';
import { LoansTable, type LoanWish, OtherLoans } from './loans-table.tsx';
import { LoansTabs } from './loans-tabs.tsx';
import { LoansTools } from './loans-tools.tsx';
import { MaturityFigure } from './maturity-figure.tsx';
import './loans.css';

/** The loans as they stand on a day: what is owed, at what rate, how long, and what falls due. */
export function LoansPage() {
  const { view, query } = useLoans();
  return view === null ? <Loading query={query} /> : <Loans view={view} />;
}

type Open = { readonly kind: 'new' } | (LoanWish & { readonly kind: 'change' | 'remove' });

function Loans({ view }: { readonly view: LoansView }) {
  const { loans: words } = useTexts();
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const [day, chooseDay] = useChosenDay();
  const [open, setOpen] = useState<Open | null>(null);
  const portfolio = useMemo(() => loanPortfolio(view.loans, view.curves, day), [view, day]);
  const isEmpty = view.loans.length === 0;
  const wish = ({ kind, loanId }: LoanWish): void => {
    if (kind === 'schedule') void navigate(`/${slug}/lan/betalplan?lan=${loanId}`);
    else setOpen({ kind, loanId });
  };
  const shared = { view, portfolio, day, onWish: wish };
  return (
    <Page
      title={words.title}
      place={words.place(day)}
      say={isEmpty ? words.sayEmpty : <LoansSay portfolio={portfolio} day={day} />}
      tabs={<LoansTabs />}
    >
      {isEmpty ? (
        <Empty onAdd={() => setOpen({ kind: 'new' })} />
      ) : (
        <>
          <LoansTools day={day} onDay={chooseDay} onAdd={() => setOpen({ kind: 'new' })} />
          {portfolio.loans.length === 0 ? null : <LoansTable {...shared} />}
          <OtherLoans {...shared} />
          {portfolio.loans.length === 0 ? null : (
            <MaturityFigure view={view} portfolio={portfolio} day={day} />
          )}
        </>
      )}
      {open === null ? null : <Opened {...shared} open={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

type OpenedProps = {
  readonly view: LoansView;
  readonly portfolio: ReturnType<typeof loanPortfolio>;
  readonly open: Open;
  readonly onClose: () => void;
};

function Opened({ view, portfolio, open, onClose }: OpenedProps) {
  const { loans: words } = useTexts();
  const { organisationId } = useOrganisation();
  if (open.kind === 'new') return <LoanDialog view={view} loan={null} onClose={onClose} />;
  const { loanId } = open;
  const loan = view.answers.find((one) => one.loanId === loanId);
  if (loan === undefined) return null;
  if (open.kind === 'change') return <LoanDialog view={view} loan={loan} onClose={onClose} />;
  const balance = portfolio.loans.find((one) => one.loanId === loanId)?.balance ?? null;
  return (
    <ConfirmWrite
      endpoint={deleteLoan}
      wish={{ params: { organisationId, loanId }, version: loan.version }}
      title={words.removeTitle(loanName(loan))}
      confirmLabel={words.removeConfirm}
      onClose={onClose}
    >
      <p>{balance === null ? words.removeBodyWithout : words.removeBody(shown(balance))}</p>
      <p>{words.removeKept}</p>
    </ConfirmWrite>
  );
}

function Empty({ onAdd }: { readonly onAdd: () => void }) {
  const { loans: words } = useTexts();
  const { slug } = useOrganisation();
  const mayEdit = useRight('editLoans');
  const actions = (
    <>
      <Button look="primary" onPress={onAdd}>
        {words.add}
      </Button>
      <Link className="button button-standard" to={`/${slug}/lan/importera`}>
        {words.importLink}
      </Link>
    </>
  );
  return (
    <Notice heading={words.emptyTitle} live="off" {...(mayEdit ? { actions } : {})}>
      {mayEdit ? words.emptyBody : words.emptyReader}
    </Notice>
  );
}
