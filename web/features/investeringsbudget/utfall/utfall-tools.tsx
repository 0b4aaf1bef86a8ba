import { Link } from 'react-router';
import { addressOf } from '#contract/endpoint.ts';
import { exportUtfallCsv } from '#contract/utfall.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { useRight } from '../../../lib/session.tsx';
import { useTexts } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { UndoButtons } from '../../../ui/undo-buttons.tsx';
import type { useUtfallEdits } from './use-utfall-edits.ts';
import type { UtfallView } from './utfall-view.ts';

/** What the tools take. */
export type UtfallToolsProps = {
  readonly view: UtfallView;
  readonly edits: ReturnType<typeof useUtfallEdits>;
  readonly showsMonths: boolean;
  readonly onYear: (year: string) => void;
  readonly onMonths: (shows: boolean) => void;
};

/** What can be done with the page: undo, choose year and layout, export, and import. */
export function UtfallTools({ view, edits, showsMonths, onYear, onMonths }: UtfallToolsProps) {
  const { common, budget, utfall: words } = useTexts();
  const { organisationId, slug } = useOrganisation();
  const mayEdit = useRight('editUtfall');
  const mayExport = useRight('exportFigures');
  const csv = addressOf(exportUtfallCsv, { params: { organisationId, year: `${view.year}` } });
  const years = [...new Set([...view.years, view.year, view.year - 1, view.year + 1])];
  return (
    <div className="tools">
      <div className="tools-year">
        <SelectField
          label={budget.year}
          value={`${view.year}`}
          options={years
            .toSorted((left, right) => left - right)
            .map((year) => ({ value: `${year}`, label: `${year}` }))}
          onChange={onYear}
        />
      </div>
      <SegmentedControl
        label={budget.view}
        value={showsMonths ? 'months' : 'year'}
        segments={[
          { value: 'months', label: words.byMonth },
          { value: 'year', label: words.byYear },
        ]}
        onChange={(value) => onMonths(value === 'months')}
      />
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
        {mayEdit ? (
          <Link className="button button-primary" to={`/${slug}/investeringsbudget/importer`}>
            {words.import}
          </Link>
        ) : null}
      </div>
    </div>
  );
}
