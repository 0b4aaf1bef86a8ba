import type { RefObject } from 'react';
import { addressOf } from '#contract/endpoint.ts';
import { exportInvesteringsbudgetCsv } from '#contract/investeringsbudget.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import { UndoButtons } from '../../ui/undo-buttons.tsx';
import type { BudgetView } from './budget.ts';
import type { Layout } from './investeringsbudget-page.tsx';
import type { useBudgetEdits } from './use-budget-edits.ts';

/** What the tools take. */
export type BudgetToolsProps = {
  readonly view: BudgetView;
  readonly edits: ReturnType<typeof useBudgetEdits>;
  readonly layout: Layout;
  readonly showsPrinted: boolean;
  readonly onYear: (year: string) => void;
  readonly onLayout: (layout: Layout) => void;
  readonly onPrinted: (shows: boolean) => void;
  readonly onNewLine: () => void;
  readonly onNewPost: () => void;
  /** The button that opens the form, which has the focus again when the form is closed. */
  readonly newPost: RefObject<HTMLButtonElement | null>;
};

/** What can be done with the page: undo, choose year and layout, export, and add. */
export function BudgetTools(props: BudgetToolsProps) {
  const { view, edits, layout, showsPrinted, newPost } = props;
  const { common, budget: words } = useTexts();
  const { organisationId } = useOrganisation();
  const mayEdit = useRight('editBudget');
  const mayExport = useRight('exportFigures');
  const params = { organisationId, year: `${view.year}` };
  const csv = addressOf(exportInvesteringsbudgetCsv, { params, query: { layout } });
  return (
    <div className="tools">
      <div className="tools-year">
        <SelectField
          label={words.year}
          value={`${view.year}`}
          options={yearsAround(view).map((year) => ({ value: `${year}`, label: `${year}` }))}
          onChange={props.onYear}
        />
      </div>
      <SegmentedControl
        label={words.view}
        value={layout}
        segments={[
          { value: 'summary', label: words.summary },
          { value: 'protocol', label: words.protocol },
        ]}
        onChange={props.onLayout}
      />
      {mayEdit ? (
        <UndoButtons
          canUndo={edits.canUndo}
          canRedo={edits.canRedo}
          undo={edits.undo}
          redo={edits.redo}
        />
      ) : null}
      <ToggleButton isSelected={showsPrinted} onChange={props.onPrinted}>
        {common.showPrinted}
      </ToggleButton>
      <div className="tools-end">
        <Button onPress={() => print()}>{common.print}</Button>
        {mayExport ? (
          <a className="button button-standard" href={csv} download>
            {common.csv}
          </a>
        ) : null}
        {mayEdit ? (
          <>
            <Button onPress={props.onNewLine}>{words.newLine}</Button>
            <Button
              ref={newPost}
              look="primary"
              isDisabled={view.lines.length === 0}
              onPress={props.onNewPost}
            >
              {words.newPost}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
}

// The years that have entries, the one on screen, and the one to plan next.
function yearsAround({ year, years }: BudgetView): number[] {
  const next = Math.max(year, ...years) + 1;
  return [...new Set([...years, year, next])].toSorted((left, right) => left - right);
}
