import { refusalTexts } from '#contract/refusal-texts.ts';
import { useLanguage } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { type RangeKind, type RangeProblem, type RangeRow, rangeKinds } from './ranges.ts';

/** What the form for ranges takes. */
export type RangeFormProps = {
  readonly rows: readonly RangeRow[];
  readonly problems: ReadonlyMap<string, RangeProblem>;
  readonly years: readonly number[];
  readonly onChange: (rows: readonly RangeRow[]) => void;
};

/** Between what execution, prices and interest may turn out, kind by kind and from year to year. */
export function RangeForm({ rows, problems, years, onChange }: RangeFormProps) {
  const { texts } = useLanguage();
  const words = texts.tankOm.fan;
  const add = (kind: RangeKind): void => {
    const taken = rows.filter((row) => row.kind === kind).map(({ from }) => from);
    const from = taken.length === 0 ? null : (years.find((year) => !taken.includes(year)) ?? null);
    onChange([...rows, { id: crypto.randomUUID(), kind, from, ...usual[kind] }]);
  };
  return (
    <div className="ranges no-print">
      {rangeKinds.map((kind) => {
        const own = rows.filter((row) => row.kind === kind);
        const name = words.kinds[kind];
        const adds = own.length === 0 ? words.add : words.addYear;
        return (
          <fieldset key={kind} className="range-kind">
            <legend>{name}</legend>
            {own.length === 0 ? <p className="small">{words.none}</p> : null}
            {own.map((row) => (
              <RangeFields
                key={row.id}
                row={row}
                years={years}
                problem={problems.get(row.id) ?? null}
                onChange={(next) => onChange(rows.map((one) => (one === row ? next : one)))}
                onRemove={() => onChange(rows.filter((one) => one !== row))}
              />
            ))}
            {own.length > years.length ? null : (
              <Button look="quiet" name={words.addFor(adds, name)} onPress={() => add(kind)}>
                {adds}
              </Button>
            )}
          </fieldset>
        );
      })}
    </div>
  );
}

/** What a new range begins with: something to write over. */
const usual: { readonly [kind in RangeKind]: Pick<RangeRow, 'low' | 'likely' | 'high'> } = {
  executionRange: { low: '70', likely: '90', high: '100' },
  priceRange: { low: '0', likely: '2', high: '5' },
  rateRange: { low: '\u22120,5', likely: '0', high: '1,5' },
};

type RangeFieldsProps = {
  readonly row: RangeRow;
  readonly years: readonly number[];
  readonly problem: RangeProblem | null;
  readonly onChange: (row: RangeRow) => void;
  readonly onRemove: () => void;
};

function RangeFields({ row, years, problem, onChange, onRemove }: RangeFieldsProps) {
  const { texts, language } = useLanguage();
  const words = texts.tankOm.fan;
  const from = row.from === null ? words.always : `${row.from}`;
  const of = <VisuallyHidden>{` ${words.of(words.kinds[row.kind], from)}`}</VisuallyHidden>;
  return (
    <div className="range">
      <SelectField
        label={
          <>
            {words.from}
            {of}
          </>
        }
        value={row.from === null ? 'alla' : `${row.from}`}
        options={[
          { value: 'alla', label: words.always },
          ...years.map((year) => ({ value: `${year}`, label: `${year}` })),
        ]}
        onChange={(value) =>
          onChange({ ...row, from: value === 'alla' ? null : parseInt(value, 10) })
        }
      />
      {(['low', 'likely', 'high'] as const).map((field) => (
        <TextField
          key={field}
          label={
            <>
              {words[field]}
              {of}
            </>
          }
          inputMode="decimal"
          autoComplete="off"
          value={row[field]}
          onChange={(text) => onChange({ ...row, [field]: text })}
        />
      ))}
      <Button look="quiet" name={words.removeFor(words.kinds[row.kind], from)} onPress={onRemove}>
        {words.remove}
      </Button>
      {problem === null ? null : (
        <p className="field-error" role="alert">
          {problem === 'not_percent'
            ? texts.tankOm.levers.notPercent
            : problem === 'same_year'
              ? words.sameYear
              : problem === 'assumption_range_out_of_order'
                ? words.notOrdered
                : refusalTexts[problem][language]}
        </p>
      )}
    </div>
  );
}
