import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { formatVolume, volume } from '#domain/volume.ts';
import { isBudgetYear } from '#domain/year.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ArendeTabs } from '../../ui/page/arende-tabs.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { ArticlesDialog } from './articles-dialog.tsx';
import { type BehovView, useBehov } from './behov.ts';
import { useItemAction } from './behov-actions.ts';
import { type BehovEditor, useBehovEditor } from './behov-editor.ts';
import { BehovSay } from './behov-say.tsx';
import { BehovTable, type RowWish } from './behov-table.tsx';
import { BehovTools } from './behov-tools.tsx';
import { CommentDialog, RemoveItemDialog } from './item-dialogs.tsx';
import { NewItemDialog } from './new-item-dialog.tsx';
import { NewerPrices } from './newer-prices.tsx';
import { itemName, useBehovEdits } from './use-behov-edits.ts';
import './behov.css';

/** What is needed in the year of the address, against the budget. */
export function BehovPage() {
  const { year } = useParams();
  const asked = /^\d{4}$/u.test(year ?? '') ? parseInt(year ?? '', 10) : null;
  return asked !== null && isBudgetYear(asked) ? <Year year={asked} /> : <LatestYear />;
}

// No year in the address: the one that is worked with.
function LatestYear() {
  const [thisYear] = useState(() => new Date().getFullYear());
  const { view, query } = useBehov(thisYear);
  if (view === null) return <Loading query={query} />;
  return <Year year={view.startYear} />;
}

function Year({ year }: { readonly year: number }) {
  const { view, query } = useBehov(year);
  return view === null ? <Loading query={query} /> : <Needs view={view} />;
}

function Needs({ view }: { readonly view: BehovView }) {
  const { behov: words } = useTexts();
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const editor = useBehovEditor(view.year);
  const edits = useBehovEdits(view, editor);
  const action = useItemAction(view.year);
  const [open, setOpen] = useState<RowWish | 'articles' | null>(null);
  const close = (): void => setOpen(null);
  const wish = (asked: RowWish): void => {
    const next = asked.kind === 'reprice' ? asked.item.newer : null;
    if (asked.kind !== 'reprice') setOpen(asked);
    else if (next !== null) {
      const prices = [{ behovId: asked.item.id, priceId: next.id }];
      action.mutate({ kind: 'reprice', prices });
    }
  };
  const hasLines = view.lines.length > 0;
  return (
    <Page
      title={words.title}
      place={words.place(view.year)}
      say={<BehovSay view={view} />}
      tabs={<ArendeTabs />}
    >
      <BehovTools
        view={view}
        edits={edits}
        onYear={(year) => void navigate(`/${slug}/arenden/behov/${year}`)}
        onArticles={() => setOpen('articles')}
        onNewItem={() => setOpen({ kind: 'new', lineId: null })}
      />
      <Conflicts view={view} editor={editor} />
      <NewerPrices view={view} />
      {view.items.length === 0 ? (
        <Empty hasLines={hasLines} onNewItem={() => setOpen({ kind: 'new', lineId: null })} />
      ) : null}
      {hasLines ? <BehovTable view={view} edits={edits} onWish={wish} /> : null}
      {open === 'articles' ? <ArticlesDialog view={view} onClose={close} /> : null}
      {open !== null && open !== 'articles' ? (
        <Opened view={view} wish={open} onClose={close} />
      ) : null}
    </Page>
  );
}

type OpenedProps = {
  readonly view: BehovView;
  readonly wish: RowWish;
  readonly onClose: () => void;
};

function Opened({ view, wish, onClose }: OpenedProps) {
  const { year } = view;
  if (wish.kind === 'new') {
    return <NewItemDialog view={view} lineId={wish.lineId} onClose={onClose} />;
  }
  if (wish.kind === 'remove') {
    return <RemoveItemDialog year={year} item={wish.item} onClose={onClose} />;
  }
  return <CommentDialog year={year} item={wish.item} onClose={onClose} />;
}

type ConflictsProps = { readonly view: BehovView; readonly editor: BehovEditor };

/** What was refused after it had left the page, and both values where two people changed the same. */
function Conflicts({ view, editor }: ConflictsProps) {
  const { behov: words, common } = useTexts();
  const { conflicts, refusal, settle, setVolume, dismissRefusal } = editor;
  return (
    <>
      {refusal === null ? null : (
        <Notice
          tone="warn"
          heading={common.refusedTitle}
          actions={<Button onPress={dismissRefusal}>{common.close}</Button>}
        >
          {refusal}
        </Notice>
      )}
      {conflicts.map(({ mine, theirs }) => {
        const item = view.items.find(({ id }) => id === theirs.behovId);
        const [ours, other] = [formatVolume(mine), formatVolume(volume(theirs.volume))];
        const name = item === undefined ? '' : itemName(item, view);
        return (
          <Notice
            key={theirs.behovId}
            tone="warn"
            heading={words.conflictTitle}
            actions={
              <>
                <Button onPress={() => settle(theirs.behovId)}>{words.takeTheirs(other)}</Button>
                <Button look="primary" onPress={() => setVolume(theirs.behovId, mine)}>
                  {words.keepMine(ours)}
                </Button>
              </>
            }
          >
            {words.conflictBody(name, ours, other, theirs.changedBy)}
          </Notice>
        );
      })}
    </>
  );
}

type EmptyProps = { readonly hasLines: boolean; readonly onNewItem: () => void };

function Empty({ hasLines, onNewItem }: EmptyProps) {
  const { behov: words } = useTexts();
  const { slug } = useOrganisation();
  const mayEdit = useRight('editArende');
  if (!hasLines) {
    return (
      <Notice
        heading={words.noLinesTitle}
        live="off"
        actions={<Link to={`/${slug}/investeringsbudget`}>{words.toBudget}</Link>}
      >
        {words.noLinesBody}
      </Notice>
    );
  }
  const create = (
    <Button look="primary" onPress={onNewItem}>
      {words.newItem}
    </Button>
  );
  return (
    <Notice heading={words.emptyTitle} live="off" {...(mayEdit ? { actions: create } : {})}>
      {mayEdit ? words.emptyBody : words.emptyReader}
    </Notice>
  );
}
