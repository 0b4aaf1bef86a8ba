import { exportBehovCsv } from '#contract/behov.ts';
import { addressOf } from '#contract/endpoint.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { UndoButtons } from '../../ui/undo-buttons.tsx';
import type { BehovView } from './behov.ts';
import type { BehovEdits } from './use-behov-edits.ts';

/** What the tools take. */
export type BehovToolsProps = {
  readonly view: BehovView;
  readonly edits: BehovEdits;
  readonly onYear: (year: string) => void;
  readonly onArticles: () => void;
  readonly onNewItem: () => void;
};

/** What can be done with the page: choose year, undo, export, see the prices, and add. */
export function BehovTools({ view, edits, onYear, onArticles, onNewItem }: BehovToolsProps) {
  const { common, behov: words } = useTexts();
  const { organisationId } = useOrganisation();
  const mayEdit = useRight('editArende');
  const mayExport = useRight('exportFigures');
  const csv = addressOf(exportBehovCsv, { params: { organisationId, year: `${view.year}` } });
  return (
    <div className="tools">
      <div className="tools-year">
        <SelectField
          label={words.year}
          value={`${view.year}`}
          options={yearsAround(view).map((year) => ({ value: `${year}`, label: `${year}` }))}
          onChange={onYear}
        />
      </div>
      {mayEdit ? (
        <UndoButtons
          canUndo={edits.canUndo}
          canRedo={edits.canRedo}
          undo={edits.undo}
          redo={edits.redo}
        />
      ) : null}
      <div className="tools-end">
        <Button onPress={() => print()}>{common.print}</Button>
        {mayExport ? (
          <a className="button button-standard" href={csv} download>
            {common.csv}
          </a>
        ) : null}
        <Button onPress={onArticles}>{words.articles}</Button>
        {mayEdit ? (
          <Button look="primary" isDisabled={view.lines.length === 0} onPress={onNewItem}>
            {words.newItem}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

// The years that have budget or needs, the one on screen, and the one to plan next.
function yearsAround({ year, years }: BehovView): number[] {
  const next = Math.max(year, ...years) + 1;
  return [...new Set([...years, year, next])].toSorted((left, right) => left - right);
}
