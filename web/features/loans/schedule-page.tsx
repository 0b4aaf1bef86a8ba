import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { addressOf } from '#contract/endpoint.ts';
import { exportLoanScheduleCsv } from '#contract/loans.ts';
import { type LoanPayment, loanPayments } from '#domain/forecast/loan-schedule.ts';
import type { Loan } from '#domain/forecast/loan-terms.ts';
import { paidYears } from '#domain/forecast/loan-years.ts';
import { zeroPercent } from '#domain/percent.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { type LoansView, loanName, useLoans } from './loans.ts';
import { LoansTabs } from './loans-tabs.tsx';
import { ScheduleSay } from './schedule-say.tsx';
import { PaymentsTable, YearsTable } from './schedule-tables.tsx';
import './loans.css';

/** When the loan of the address is paid, or all loans year by year, to the öre. */
export function SchedulePage() {
  const { view, query } = useLoans();
  return view === null ? <Loading query={query} /> : <Schedule view={view} />;
}

/** The name of all loans in the choice, where others have an identifier. */
const all = 'alla';

function Schedule({ view }: { readonly view: LoansView }) {
  const { loanSchedule: words } = useTexts();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('lan');
  const loan = view.loans.find(({ loanId }) => loanId === asked) ?? null;
  const shown = useMemo(() => scheduleOf(view, loan), [view, loan]);
  const isGone = asked !== null && loan === null;
  const choose = (value: string): void =>
    setSearch(value === all ? {} : { lan: value }, { replace: true });
  return (
    <Page
      title={words.title}
      place={words.place}
      say={<ScheduleSay view={view} loan={loan} {...shown} />}
      tabs={<LoansTabs />}
    >
      {view.loans.length === 0 ? (
        <NoLoans />
      ) : (
        <>
          <ScheduleTools view={view} loan={loan} onLoan={choose} />
          {isGone ? (
            <Notice tone="warn" heading={words.gone}>
              {words.goneBody}
            </Notice>
          ) : null}
          <Unknown payments={shown.payments} years={shown.years} />
          <PageSection id="ar" title={words.byYear} detail={words.detail}>
            <YearsTable loan={loan} years={shown.years} />
          </PageSection>
          {loan === null ? null : (
            <PageSection id="betalningar" title={words.byPayment}>
              <PaymentsTable loan={loan} payments={shown.payments} />
            </PageSection>
          )}
        </>
      )}
    </Page>
  );
}

function scheduleOf({ loans, curves }: LoansView, loan: Loan | null) {
  return {
    years: paidYears(loan === null ? loans : [loan], curves),
    payments: loan === null ? [] : loanPayments(loan, curves, zeroPercent),
  };
}

type ScheduleToolsProps = {
  readonly view: LoansView;
  readonly loan: Loan | null;
  readonly onLoan: (value: string) => void;
};

function ScheduleTools({ view, loan, onLoan }: ScheduleToolsProps) {
  const { common, loanSchedule: words } = useTexts();
  const { organisationId } = useOrganisation();
  const mayExport = useRight('exportFigures');
  const query = loan === null ? {} : { loanId: loan.loanId };
  const csv = addressOf(exportLoanScheduleCsv, { params: { organisationId }, query });
  return (
    <div className="tools loans-tools">
      <div className="loans-choice">
        <SelectField
          label={words.which}
          value={loan?.loanId ?? all}
          options={[
            { value: all, label: words.all },
            ...view.loans.map((one) => ({ value: one.loanId, label: loanName(one) })),
          ]}
          onChange={onLoan}
        />
      </div>
      <div className="tools-end">
        <Button onPress={() => print()}>{common.print}</Button>
        {mayExport ? (
          <a className="button button-standard" href={csv} download>
            {common.csv}
          </a>
        ) : null}
      </div>
    </div>
  );
}

type UnknownProps = {
  readonly payments: readonly LoanPayment[];
  readonly years: ReturnType<typeof paidYears>;
};

function Unknown({ payments, years }: UnknownProps) {
  const { loanSchedule: words } = useTexts();
  const { slug } = useOrganisation();
  const isUnknown = [...payments, ...years].some(
    ({ interest, balance }) => interest === null || balance === null,
  );
  if (!isUnknown) return null;
  return (
    <Notice
      heading={words.unknownTitle}
      live="off"
      actions={<Link to={`/${slug}/lan/rantor`}>{words.toRates}</Link>}
    >
      {words.unknownNote}
    </Notice>
  );
}

function NoLoans() {
  const { loans, loanSchedule: words } = useTexts();
  const { slug } = useOrganisation();
  return (
    <Notice
      heading={loans.emptyTitle}
      live="off"
      actions={<Link to={`/${slug}/lan`}>{words.toLoans}</Link>}
    >
      {words.emptyBody}
    </Notice>
  );
}
