import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { AccumulatedAnswer } from '#contract/accumulated.ts';
import { isBudgetYear } from '#domain/year.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { type Span, useAccumulated } from './accumulated.ts';
import { FleraArSay } from './flera-ar-say.tsx';
import { FleraArTools } from './flera-ar-tools.tsx';
import { ProjectsTable } from './projects-table.tsx';
import { YearsTable } from './years-table.tsx';
import './flera-ar.css';

/** What the page takes: the links to the other pages of its menu item. */
export type FleraArPageProps = { readonly tabs: ReactNode };

/** Budget and outcome over the years of the address, line by line. */
export function FleraArPage({ tabs }: FleraArPageProps) {
  const { fleraAr: words } = useTexts();
  const [parameters, setParameters] = useSearchParams();
  const span: Span = {
    from: yearIn(parameters.get('fran')),
    to: yearIn(parameters.get('till')),
  };
  const query = useAccumulated(span);
  const answer = query.data;
  if (answer === undefined) return <Loading query={query} />;
  const choose = (from: number, to: number): void => {
    const next = new URLSearchParams(parameters);
    next.set('fran', `${from}`);
    next.set('till', `${to}`);
    setParameters(next, { replace: true });
  };
  return (
    <Page
      title={words.title}
      place={words.place(answer.fromYear, answer.toYear)}
      say={<FleraArSay answer={answer} />}
      tabs={tabs}
    >
      <FleraArTools answer={answer} onChoose={choose} />
      <Shown answer={answer} />
    </Page>
  );
}

function yearIn(text: string | null): number | null {
  if (text === null || !/^\d{4}$/u.test(text)) return null;
  const year = parseInt(text, 10);
  return isBudgetYear(year) ? year : null;
}

function Shown({ answer }: { readonly answer: AccumulatedAnswer }) {
  const { fleraAr: words } = useTexts();
  const { slug } = useOrganisation();
  const { rows } = answer;
  if (rows.length === 0) {
    return (
      <Notice heading={words.emptyTitle} live="off">
        {words.emptyBody}
      </Notice>
    );
  }
  const isUnknown = rows.every(({ outcome }) => outcome === null);
  return (
    <>
      {isUnknown ? (
        <Notice
          heading={words.noUtfallTitle}
          live="off"
          actions={<Link to={`/${slug}/investeringsbudget/importer`}>{words.toImports}</Link>}
        >
          {words.noUtfallBody}
        </Notice>
      ) : null}
      <YearsTable answer={answer} />
      <ProjectsTable answer={answer} />
    </>
  );
}
