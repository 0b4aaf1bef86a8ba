import { useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { isBudgetYear } from '#domain/year.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { type BudgetView, type LineView, useBudget } from './budget.ts';
import { BudgetSay } from './budget-say.tsx';
import { BudgetTable } from './budget-table.tsx';
import { BudgetTabs } from './budget-tabs.tsx';
import { BudgetTools } from './budget-tools.tsx';
import { LineDialog } from './line-dialogs.tsx';
import { NewPostForm } from './new-post-form.tsx';
import type { PostDraft } from './post-fields.tsx';
import { useBudgetEdits } from './use-budget-edits.ts';
import './investeringsbudget.css';

/** How the budget is laid out, as the address says it. */
export type Layout = 'summary' | 'protocol';

/** The investeringsbudget of the year in the address. */
export function InvesteringsbudgetPage() {
  const { year } = useParams();
  const asked = /^\d{4}$/u.test(year ?? '') ? parseInt(year ?? '', 10) : null;
  return asked !== null && isBudgetYear(asked) ? <Year year={asked} /> : <LatestYear />;
}

// No year in the address: the one that is worked with.
function LatestYear() {
  const [thisYear] = useState(() => new Date().getFullYear());
  const { view, query } = useBudget(thisYear);
  if (view === null) return <Loading query={query} />;
  return <Year year={view.startYear} />;
}

function Year({ year }: { readonly year: number }) {
  const { view, query } = useBudget(year);
  return view === null ? <Loading query={query} /> : <Budget view={view} />;
}

function Budget({ view }: { readonly view: BudgetView }) {
  const texts = useTexts();
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const edits = useBudgetEdits(view);
  const [draft, setDraft] = useState<{ readonly of: PostDraft; readonly number: number } | null>(
    null,
  );
  const newPost = useRef<HTMLButtonElement>(null);
  const [lineDialog, setLineDialog] = useState<LineView | 'new' | null>(null);
  const layout: Layout = parameters.get('visning') === 'protokoll' ? 'protocol' : 'summary';
  const showsPrinted = parameters.get('tryckt') === 'ja';
  const setParameter = (name: string, value: string | null): void => {
    const next = new URLSearchParams(parameters);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setParameters(next, { replace: true });
  };
  const closeForm = (): void => {
    setDraft(null);
    newPost.current?.focus();
  };
  const openForm = (of: PostDraft): void =>
    setDraft((old) => ({ of, number: (old?.number ?? 0) + 1 }));
  return (
    <Page
      title={texts.budget.title}
      place={texts.budget.place(view.year)}
      tabs={<BudgetTabs />}
      say={<BudgetSay view={view} />}
    >
      <BudgetTools
        view={view}
        edits={edits}
        layout={layout}
        showsPrinted={showsPrinted}
        onYear={(year) =>
          void navigate({
            pathname: `/${slug}/investeringsbudget/${year}`,
            search: `${parameters}`,
          })
        }
        onLayout={(next) => setParameter('visning', next === 'protocol' ? 'protokoll' : null)}
        onPrinted={(shows) => setParameter('tryckt', shows ? 'ja' : null)}
        onNewLine={() => setLineDialog('new')}
        onNewPost={() => openForm({})}
        newPost={newPost}
      />
      {draft === null ? null : (
        <NewPostForm
          key={draft.number}
          view={view}
          draft={draft.of}
          onClose={closeForm}
          onMade={([made]) => {
            closeForm();
            const line = view.lines.find(({ id }) => id === made?.lineId);
            if (made !== undefined)
              edits.remember(line?.name ?? '', made.budgetpostId, made.amount);
          }}
        />
      )}
      <BudgetTable
        view={view}
        edits={edits}
        layout={layout}
        showsPrinted={showsPrinted}
        openForm={openForm}
        openLine={setLineDialog}
      />
      {lineDialog === null ? null : (
        <LineDialog
          line={lineDialog === 'new' ? null : lineDialog}
          onClose={() => setLineDialog(null)}
        />
      )}
    </Page>
  );
}
