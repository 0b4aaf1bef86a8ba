import { useEffect, useMemo, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { changeArendeEntry, updateArende } from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { toPlain } from '#domain/tkr.ts';
import { parseSwedish } from '#domain/tkr-swedish.ts';
import { callApi } from '../../lib/api.ts';
import { useArende, useArendeAction, useLatestVersion } from '../../lib/arenden.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { CellId, GridChange } from '../../ui/grid/grid-types.ts';
import { MovedBasis } from '../../ui/moved-basis.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ArendeTabs } from '../../ui/page/arende-tabs.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { focusTitle } from '../../ui/page/title-focus.ts';
import { AddEntryDialog } from './add-entry-dialog.tsx';
import { useArendeEditor, useTextEditor } from './arende-editing.tsx';
import { ArendeTools, type OpenDialog } from './arende-tools.tsx';
import { type EntryDrafts, type EntryView, toArendeView } from './arende-view.ts';
import { concludeArende } from './conclusions.ts';
import { EntryConflicts } from './conflicts.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { Decisions } from './decisions.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { Documents } from './documents.tsx';
import { Effect } from './effect.tsx';
import { EntryPassport } from './entry-passport.tsx';
import { amountColumn } from './entry-rows.tsx';
import { EntryTable } from './entry-table.tsx';
import { FactsDialog } from './facts-dialog.tsx';
import { Judgement } from './judgement.tsx';
import { Say } from './say.tsx';
import { StatusPath } from './status.tsx';
import { Suggestions } from './suggestion-table.tsx';
import { TextsSection } from './texts-section.tsx';
import { useEffectOf } from './use-effect-of.ts';
import { useEntryEdits } from './use-entry-edits.ts';
import './arenden.css';

/** One ärende: what it proposes, what that does, its texts and basis, and how it was decided. */
export function ArendePage() {
  const { arendeId = '' } = useParams();
  const query = useArende(arendeId);
  // A draft goes in the moment its answer comes: whoever shows one must be drawn with the other.
  const { wishes } = useArendeEditor();
  useTextEditor();
  if (query.data === undefined) return <Loading query={query} />;
  const drafts = wishes.drafts.get(arendeId) ?? noDrafts;
  return <Arende key={arendeId} answer={query.data} drafts={drafts} />;
}

type ArendeProps = { readonly answer: ArendeAnswer; readonly drafts: EntryDrafts };

function Arende({ answer, drafts }: ArendeProps) {
  const { arende: words } = useTexts();
  const [typing, setTyping] = useState<GridChange>();
  const [active, setActive] = useState<CellId>();
  const written = useMemo(() => toArendeView(answer, drafts), [answer, drafts]);
  const view = useMemo(
    () => (typing === undefined ? written : toArendeView(answer, withTyping(drafts, typing))),
    [answer, drafts, typing, written],
  );
  const edits = useEntryEdits(written);
  const forecast = useEffectOf(view);
  const mayEdit = useRight('editArende') && answer.status !== 'beslutad';
  const base = useChangeBase(answer.arendeId);
  const move = useMoveEntry(answer.arendeId);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const close = (): void => setDialog(null);
  useKeptFocus(answer.version);
  return (
    <Page
      title={answer.title}
      place={answer.dnr === null ? words.noDnrYet : `Dnr ${answer.dnr}`}
      tabs={<ArendeTabs />}
      say={<Say parts={concludeArende(view, forecast, words)} />}
    >
      <StatusPath status={answer.status} outcome={answer.outcome} />
      <MovedBasis arende={answer} />
      <Standing answer={answer} />
      <EntryConflicts view={view} edits={edits} />
      <Failures errors={[edits.failure, base.error, move.error]} />
      <ArendeTools view={view} edits={edits} openDialog={setDialog} />
      <EntryTable
        view={view}
        written={written}
        edits={edits}
        mayEdit={mayEdit}
        onTyping={setTyping}
        onActiveCell={setActive}
        onRemove={edits.remove}
        onMove={(entry, position) => move.mutate({ entry, position })}
      />
      <div className="two-column">
        <div className="stack">
          {view.entries.length === 0 ? null : (
            <Judgement view={view} mayEdit={mayEdit} onReason={edits.setReason} />
          )}
          {mayEdit && answer.kind !== 'correction' ? (
            <Suggestions view={view} onAdd={edits.add} />
          ) : null}
        </div>
        <div className="stack">
          <Effect
            view={view}
            forecast={forecast}
            mayEdit={mayEdit}
            onBase={(baseScenarioId) => base.mutate(baseScenarioId)}
          />
          {view.entries.length === 0 ? null : <EntryPassport view={view} cell={active} />}
          <Decisions view={view} />
        </div>
      </div>
      <div className="two-column">
        <TextsSection view={view} mayEdit={mayEdit} />
        <Documents view={view} mayEdit={mayEdit} />
      </div>
      {dialog === 'add' ? (
        <AddEntryDialog view={view} onClose={close} onAdded={edits.remember} />
      ) : null}
      {dialog === 'facts' ? <FactsDialog arende={answer} onClose={close} /> : null}
      {dialog === 'decide' ? <DecideDialog view={view} onClose={close} /> : null}
      {dialog === 'delete' ? <DeleteDialog arende={answer} onClose={close} /> : null}
    </Page>
  );
}

// What had the focus may be gone with what was done: an entry, a document, a button.
function useKeptFocus(version: number): void {
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return undefined;
    seen.current = version;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) focusTitle();
    }, afterDrawing);
    return () => clearTimeout(timer);
  }, [version]);
}

/** Long enough for the table, the menus and the dialogs to have found their own focus, in ms. */
const afterDrawing = 150;

const noDrafts: EntryDrafts = new Map();

// A text that is no amount yet changes nothing.
function withTyping(drafts: EntryDrafts, typing: GridChange): EntryDrafts {
  const parsed = parseSwedish(typing.text);
  if (typing.columnId !== amountColumn || !parsed.ok) return drafts;
  const draft = { ...drafts.get(typing.rowId), amount: toPlain(parsed.value) };
  return new Map(drafts).set(typing.rowId, draft);
}

function Standing({ answer }: { readonly answer: ArendeAnswer }) {
  const { arende: words } = useTexts();
  const mayEdit = useRight('editArende');
  if (answer.status === 'beslutad') {
    return (
      <Notice heading={words.decidedTitle} live="off">
        {answer.outcome === 'avslag' ? words.refusedBody : words.decidedBody2}
      </Notice>
    );
  }
  if (mayEdit && answer.latestBeslut?.outcome === 'aterremiss') {
    return (
      <Notice heading={words.returnedTitle} live="off">
        {words.returnedBody}
      </Notice>
    );
  }
  return null;
}

function Failures({ errors }: { readonly errors: readonly (Error | null)[] }) {
  const { common } = useTexts();
  const error = errors.find((one) => one !== null) ?? null;
  const failure = useFailureText(error);
  if (failure === undefined) return null;
  return (
    <Notice tone="warn" heading={common.refusedTitle}>
      {failure}
    </Notice>
  );
}

function useChangeBase(arendeId: string) {
  const { organisationId } = useOrganisation();
  const version = useLatestVersion(arendeId);
  return useArendeAction((baseScenarioId: string | null, idempotencyKey) =>
    callApi(
      updateArende,
      { params: { organisationId, arendeId }, body: { baseScenarioId } },
      { version: version(), idempotencyKey },
    ),
  );
}

function useMoveEntry(arendeId: string) {
  const { organisationId } = useOrganisation();
  const version = useLatestVersion(arendeId);
  return useArendeAction(
    ({ entry, position }: { entry: EntryView; position: number }, idempotencyKey) =>
      callApi(
        changeArendeEntry,
        { params: { organisationId, arendeId, entryId: entry.entryId }, body: { position } },
        { version: version(), idempotencyKey },
      ),
  );
}
