import { type ReactNode, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { AssumptionConflict } from '../../lib/assumption-editor.ts';
import { useBorgensprognos } from '../../lib/borgensprognos.ts';
import { useAssumptionEditor } from '../../lib/forecast-editing.tsx';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useSaveQueue } from '../../lib/saving.ts';
import { useRight } from '../../lib/session.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../../ui/grid/grid-labels.ts';
import type { CellId } from '../../ui/grid/grid-types.ts';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { UndoButtons } from '../../ui/undo-buttons.tsx';
import { placeIn, termColumns, termRows } from './term-rows.ts';
import { TermSheet } from './term-sheet.tsx';
import { shownTerm } from './term-text.ts';
import { missingTerms, type TermKind, type TermsView, termKinds, toTermsView } from './terms.ts';
import { type TermEdits, useTermEdits } from './use-term-edits.ts';
import './villkor.css';

/** What the page takes: the links to the other pages of its menu item. */
export type VillkorPageProps = { readonly tabs: ReactNode };

const kindName = 'villkor';

/** The terms of every line's investments, year by year: the organisation's own assumptions. */
export function VillkorPage({ tabs }: VillkorPageProps) {
  const { view: prognos, query } = useBorgensprognos();
  const view = useMemo(() => (prognos === null ? null : toTermsView(prognos.answer)), [prognos]);
  if (view === null) return <Loading query={query} />;
  return <Villkor view={view} tabs={tabs} />;
}

function Villkor({ view, tabs }: { readonly view: TermsView; readonly tabs: ReactNode }) {
  const { villkor: words } = useTexts();
  const [parameters, setParameters] = useSearchParams();
  const kind = termKinds.find((one) => one === parameters.get(kindName)) ?? 'life';
  const choose = (next: TermKind): void => {
    const changed = new URLSearchParams(parameters);
    if (next === 'life') changed.delete(kindName);
    else changed.set(kindName, next);
    setParameters(changed, { replace: true });
  };
  return (
    <Page title={words.title} place={words.place} tabs={tabs} say={<Say view={view} />}>
      {view.lines.length === 0 ? (
        <NoLines />
      ) : (
        <Terms key={kind} view={view} kind={kind} onKind={choose} />
      )}
    </Page>
  );
}

/** Whether every line with a budget has what its forecast is computed by. */
function Say({ view }: { readonly view: TermsView }) {
  const { villkor: words } = useTexts();
  const lacks = (['life', 'loanShare'] as const).flatMap((kind) => {
    const [first, ...others] = missingTerms(view, kind);
    return first === undefined
      ? []
      : [words.sayMissing[kind](first.line.name, first.year, others.length)];
  });
  if (view.lines.length === 0) return words.sayNoLines;
  return lacks.length === 0 ? words.sayAll : lacks.join(' ');
}

function NoLines() {
  const { villkor: words } = useTexts();
  const { slug } = useOrganisation();
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

type TermsProps = {
  readonly view: TermsView;
  readonly kind: TermKind;
  readonly onKind: (kind: TermKind) => void;
};

function Terms({ view, kind, onKind }: TermsProps) {
  const { texts, language } = useLanguage();
  const words = texts.villkor;
  const mayEdit = useRight('editScenarios');
  const queue = useSaveQueue();
  const edits = useTermEdits(view, kind);
  const [active, setActive] = useState<CellId>();
  const place = active === undefined ? null : placeIn(kind, active.rowId, active.columnId);
  return (
    <>
      <div className="tools">
        <SegmentedControl
          label={words.kind}
          value={kind}
          segments={termKinds.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={onKind}
        />
        <div className="tools-end">
          {mayEdit ? <UndoButtons {...edits} /> : null}
          <Button onPress={() => print()}>{texts.common.print}</Button>
        </div>
      </div>
      <Unsettled edits={edits} />
      <div className="villkor-columns">
        <Sheet note={<p>{words.notes[kind]}</p>}>
          <Grid
            label={words.tableLabel(words.kinds[kind])}
            corner={words.units[kind]}
            columns={termColumns(view, texts)}
            rows={termRows({ view, kind, mayEdit, texts })}
            labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
            {...(mayEdit ? { onCommit: edits.commit, onUndo: edits.undo, onRedo: edits.redo } : {})}
            status={edits.status}
            onProblemsChange={(count) => queue.hold('villkor', count > 0)}
            onActiveCellChange={(cell) => {
              if (cell !== undefined) setActive(cell);
            }}
          />
        </Sheet>
        <TermSheet view={view} place={place} edits={edits} mayEdit={mayEdit} />
      </div>
    </>
  );
}

type UnsettledProps = { readonly edits: TermEdits };

/** What was refused after it had left the page, and both values where two people changed the same. */
function Unsettled({ edits }: UnsettledProps) {
  const texts = useTexts();
  const words = texts.villkor;
  const { open, settle, set } = useAssumptionEditor();
  const kindOf = ({ mine }: Pick<AssumptionConflict, 'mine'>): TermKind | undefined =>
    mine.scenarioId === null ? termKinds.find((one) => one === mine.kind) : undefined;
  const placeName = ({ mine }: Pick<AssumptionConflict, 'mine'>, kind: TermKind): string => {
    const year = mine.from === null ? null : parseInt(mine.from.slice(0, 4), 10);
    return edits.nameOf({ kind, lineId: mine.lineId, year });
  };
  const shown = (
    kind: TermKind,
    value: AssumptionConflict['theirs'] | AssumptionConflict['mine'],
  ) => (value === null ? '' : shownTerm(kind, value, texts)) || words.emptied;
  return (
    <>
      {open.refused.map((refused) => {
        const kind = kindOf(refused);
        if (kind === undefined) return null;
        return (
          <Notice
            key={`${kind} ${refused.mine.lineId} ${refused.mine.from}`}
            tone="warn"
            heading={texts.common.refusedTitle}
            actions={<Button onPress={() => settle(refused.mine)}>{texts.common.close}</Button>}
          >
            {placeName(refused, kind)}: {refused.detail}
          </Notice>
        );
      })}
      {open.conflicts.map((conflict) => {
        const kind = kindOf(conflict);
        if (kind === undefined) return null;
        const { mine, theirs } = conflict;
        const [ours, other] = [shown(kind, mine), shown(kind, theirs)];
        return (
          <Notice
            key={`${kind} ${mine.lineId} ${mine.from}`}
            tone="warn"
            heading={words.conflictTitle}
            actions={
              <>
                <Button onPress={() => settle(mine)}>{words.takeTheirs(other)}</Button>
                <Button look="primary" onPress={() => set(mine)}>
                  {words.keepMine(ours)}
                </Button>
              </>
            }
          >
            {words.conflictBody(placeName(conflict, kind), ours, other, theirs?.changedBy ?? '')}
          </Notice>
        );
      })}
    </>
  );
}
