import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { isBudgetYear } from '#domain/year.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { useRight } from '../../../lib/session.tsx';
import { useTexts } from '../../../texts/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading } from '../../../ui/page/loading.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { BudgetTabs } from '../budget-tabs.tsx';
import { useUtfall } from './use-utfall.ts';
import { useUtfallEdits } from './use-utfall-edits.ts';
import { UtfallSay } from './utfall-say.tsx';
import { UtfallTable } from './utfall-table.tsx';
import { UtfallTools } from './utfall-tools.tsx';
import type { UtfallView } from './utfall-view.ts';
import '../investeringsbudget.css';
import './utfall.css';

/** The outcome of the year in the address. */
export function UtfallPage() {
  const { year } = useParams();
  const asked = /^\d{4}$/u.test(year ?? '') ? parseInt(year ?? '', 10) : null;
  return asked !== null && isBudgetYear(asked) ? <Year year={asked} /> : <LatestYear />;
}

// No year in the address: the newest that has an outcome, else the one that was closed last.
function LatestYear() {
  const [closedYear] = useState(() => new Date().getFullYear() - 1);
  const { view, query } = useUtfall(closedYear);
  if (view === null) return <Loading query={query} />;
  return <Year year={view.years.at(-1) ?? view.year} />;
}

function Year({ year }: { readonly year: number }) {
  const { view, query } = useUtfall(year);
  return view === null ? <Loading query={query} /> : <Utfall view={view} />;
}

function Utfall({ view }: { readonly view: UtfallView }) {
  const texts = useTexts();
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const edits = useUtfallEdits(view);
  const showsMonths = parameters.get('visning') !== 'aret';
  const show = (wantsMonths: boolean): void => {
    const next = new URLSearchParams(parameters);
    if (wantsMonths) next.delete('visning');
    else next.set('visning', 'aret');
    setParameters(next, { replace: true });
  };
  return (
    <Page
      title={texts.utfall.title}
      place={texts.utfall.place(view.year)}
      tabs={<BudgetTabs />}
      say={<UtfallSay view={view} />}
    >
      <UtfallTools
        view={view}
        edits={edits}
        showsMonths={showsMonths}
        onYear={(year) =>
          void navigate({
            pathname: `/${slug}/investeringsbudget/${year}/utfall`,
            search: `${parameters}`,
          })
        }
        onMonths={show}
      />
      {view.total === null ? <NoUtfall view={view} /> : null}
      {view.rows.length === 0 ? null : (
        <UtfallTable key={view.year} view={view} edits={edits} showsMonths={showsMonths} />
      )}
    </Page>
  );
}

function NoUtfall({ view }: { readonly view: UtfallView }) {
  const { utfall: words } = useTexts();
  const { slug } = useOrganisation();
  const mayEdit = useRight('editUtfall');
  const hasLines = view.rows.length > 0;
  const first = hasLines ? (
    <Link className="button button-primary" to={`/${slug}/investeringsbudget/importer`}>
      {words.importYear}
    </Link>
  ) : (
    <Link className="button button-primary" to={`/${slug}/investeringsbudget`}>
      {words.toBudget}
    </Link>
  );
  const body = hasLines ? words.emptyBody(view.year) : words.emptyNoLines;
  return (
    <Notice
      heading={words.emptyTitle(view.year)}
      live="off"
      {...(mayEdit ? { actions: first } : {})}
    >
      {mayEdit ? body : words.emptyReader}
    </Notice>
  );
}
