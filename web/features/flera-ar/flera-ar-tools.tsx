import { type AccumulatedAnswer, exportAccumulatedCsv } from '#contract/accumulated.ts';
import { addressOf } from '#contract/endpoint.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { yearsToChoose } from './accumulated.ts';

/** What the tools take. */
export type FleraArToolsProps = {
  readonly answer: AccumulatedAnswer;
  readonly onChoose: (from: number, to: number) => void;
};

/** Chooses the years, prints and exports. */
export function FleraArTools({ answer, onChoose }: FleraArToolsProps) {
  const { fleraAr: words, common } = useTexts();
  const { organisationId } = useOrganisation();
  const mayExport = useRight('exportFigures');
  const { fromYear, toYear } = answer;
  const options = yearsToChoose(answer).map((year) => ({ value: `${year}`, label: `${year}` }));
  const query = { from: `${fromYear}`, to: `${toYear}` };
  const csv = addressOf(exportAccumulatedCsv, { params: { organisationId }, query });
  return (
    <div className="tools">
      <div className="tools-year">
        <SelectField
          label={words.from}
          value={`${fromYear}`}
          options={options}
          onChange={(from) => onChoose(parseInt(from, 10), Math.max(parseInt(from, 10), toYear))}
        />
      </div>
      <div className="tools-year">
        <SelectField
          label={words.to}
          value={`${toYear}`}
          options={options}
          onChange={(to) => onChoose(Math.min(fromYear, parseInt(to, 10)), parseInt(to, 10))}
        />
      </div>
      <div className="tools-end">
        <Button onPress={() => print()}>{common.print}</Button>
        {mayExport ? (
          <a className="button button-standard" href={csv} download>
            {common.csv}
          </a>
        ) : null}
      </div>
    </div>
  );
}
