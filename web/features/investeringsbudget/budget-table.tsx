import { useMemo, useState } from 'react';
import { type BudgetpostKind, budgetpostKinds } from '#domain/budgetpost.ts';
import { parseSwedish } from '#domain/tkr-swedish.ts';
import { useSaveQueue } from '../../lib/saving.ts';
import { useRight } from '../../lib/session.tsx';
import { useLanguage } from '../../texts/language.tsx';
import { useBeslutLine } from '../../ui/beslut-facts.tsx';
import { Button } from '../../ui/button.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../../ui/grid/grid-labels.ts';
import type { CellId, GridChange, GridRefusal } from '../../ui/grid/grid-types.ts';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PassportTrail } from '../../ui/passport/trail.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { BudgetView, LineView } from './budget.ts';
import { budgetNotes } from './budget-notes.ts';
import { BudgetPassport } from './budget-passport.tsx';
import {
  type BudgetRowsInput,
  postsBehind,
  protocolColumns,
  protocolGridRows,
  summaryColumns,
  summaryRows,
} from './budget-rows.tsx';
import type { Layout } from './investeringsbudget-page.tsx';
import { useLineAction } from './line-dialogs.tsx';
import { asTyped } from './new-post-form.tsx';
import type { PostDraft } from './post-fields.tsx';
import type { useBudgetEdits } from './use-budget-edits.ts';

/** What the table takes. */
export type BudgetTableProps = {
  readonly view: BudgetView;
  readonly edits: ReturnType<typeof useBudgetEdits>;
  readonly layout: Layout;
  readonly showsPrinted: boolean;
  readonly openForm: (draft: PostDraft) => void;
  readonly openLine: (line: LineView | 'new') => void;
};

/** The budget in its layout, edited in place, with the passport of the cell one stands in. */
export function BudgetTable(props: BudgetTableProps) {
  const { view, edits, layout, showsPrinted, openForm, openLine } = props;
  const { texts, language } = useLanguage();
  const beslutLine = useBeslutLine();
  const lineAction = useLineAction();
  const queue = useSaveQueue();
  const mayEdit = useRight('editBudget');
  const [active, setActive] = useState<CellId>();
  const controlOf = (line: LineView) => (
    <LineMenu
      line={line}
      last={view.lines.length - 1}
      onRename={() => openLine(line)}
      onMove={(position) => lineAction.mutate({ line, position })}
      onNewPost={() => openForm({ lineId: line.id })}
    />
  );
  const told = { texts, language, beslutLine };
  const input: BudgetRowsInput = { view, showsPrinted, mayEdit, controlOf, ...told };
  const isSummary = layout === 'summary';
  const columns = useMemo(
    () => (isSummary ? summaryColumns(view, texts) : protocolColumns(view, texts)),
    [isSummary, view, texts],
  );
  const rows = isSummary ? summaryRows(input) : protocolGridRows(input);

  const commit = (changes: readonly GridChange[]): GridRefusal[] => {
    let isFormOpen = false;
    return changes.flatMap((change): GridRefusal[] => {
      const refuse = (reason: string | null): GridRefusal[] =>
        reason === null ? [] : [{ rowId: change.rowId, columnId: change.columnId, reason }];
      const behind = postsBehind(view, change);
      const [only] = behind;
      if (behind.length > 1) return refuse(texts.budget.oneEntry);
      if (only !== undefined) return refuse(edits.correct(only, change.text, nameOf(change)));
      if (change.text === '') return [];
      // A figure without an entry needs a decision: the form takes over what was typed.
      const kind = budgetpostKinds.find((one): one is BudgetpostKind => one === change.columnId);
      if (isFormOpen || kind === undefined || !parseSwedish(change.text).ok) {
        return refuse(texts.budget.needsPost);
      }
      isFormOpen = true;
      openForm({ lineId: change.rowId, kind, amount: asTyped(change.text) });
      return [];
    });
  };
  const nameOf = ({ rowId, columnId }: CellId): string => {
    const row = rows.find(({ id }) => id === rowId)?.name ?? '';
    const column = columns.find(({ id }) => id === columnId)?.name ?? '';
    return isSummary ? `${row}, ${column}` : row;
  };

  if (view.lines.length === 0) return <NoLines onNewLine={() => openLine('new')} />;
  const notes = budgetNotes(view, showsPrinted, texts);
  return (
    <>
      {edits.refusal === null ? null : (
        <Notice
          tone="warn"
          heading={texts.common.refusedTitle}
          actions={<Button onPress={edits.dismissRefusal}>{texts.common.close}</Button>}
        >
          {edits.refusal}
        </Notice>
      )}
      <div className="budget-columns">
        <Sheet note={notes.length === 0 ? null : notes.map((note) => <p key={note}>{note}</p>)}>
          <Grid
            label={texts.budget.tableLabel(view.year)}
            corner={texts.common.unit}
            columns={columns}
            rows={rows}
            labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
            {...(mayEdit ? { onCommit: commit, onUndo: edits.undo, onRedo: edits.redo } : {})}
            status={edits.status}
            onProblemsChange={(count) => queue.hold('table', count > 0)}
            onActiveCellChange={(cell) => {
              if (cell !== undefined) setActive(cell);
            }}
          />
        </Sheet>
        <PassportTrail start={`${active?.rowId} ${active?.columnId}`}>
          <BudgetPassport view={view} cell={active} />
        </PassportTrail>
      </div>
    </>
  );
}

function NoLines({ onNewLine }: { readonly onNewLine: () => void }) {
  const { budget: words, readers } = useLanguage().texts;
  const mayEdit = useRight('editBudget');
  const create = (
    <Button look="primary" onPress={onNewLine}>
      {words.newLine}
    </Button>
  );
  return (
    <Notice heading={words.emptyTitle} live="off" {...(mayEdit ? { actions: create } : {})}>
      {mayEdit ? words.emptyBody : readers.noLines}
    </Notice>
  );
}

type LineMenuProps = {
  readonly line: LineView;
  readonly last: number;
  readonly onRename: () => void;
  readonly onMove: (position: number) => void;
  readonly onNewPost: () => void;
};

function LineMenu({ line, last, onRename, onMove, onNewPost }: LineMenuProps) {
  const words = useLanguage().texts.budget;
  return (
    <Menu
      look="heading"
      name={words.lineMenu(line.name)}
      trigger={line.name}
      actions={[
        { id: 'post', label: words.newPostHere, onAction: onNewPost },
        { id: 'rename', label: words.renameLine, onAction: onRename },
        {
          id: 'up',
          label: words.moveLineUp,
          onAction: () => onMove(line.position - 1),
          isDisabled: line.position === 0,
        },
        {
          id: 'down',
          label: words.moveLineDown,
          onAction: () => onMove(line.position + 1),
          isDisabled: line.position === last,
        },
      ]}
    />
  );
}
