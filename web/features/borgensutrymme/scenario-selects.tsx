import type { ScenarioAnswer } from '#contract/scenarios.ts';
import { useTexts } from '../../texts/language.tsx';
import { SelectField } from '../../ui/select-field.tsx';

/** What the choice of a parent takes. */
export type ParentSelectProps = {
  readonly scenarios: readonly ScenarioAnswer[];
  readonly value: string | null;
  readonly onChange: (scenarioId: string | null) => void;
};

/** Chooses the scenario that assumptions are inherited from, or none. */
export function ParentSelect({ scenarios, value, onChange }: ParentSelectProps) {
  const words = useTexts().prognos.wholeScenario;
  return (
    <SelectField
      label={words.parentField}
      description={words.parentHelp}
      value={value ?? 'none'}
      options={[
        { value: 'none', label: words.parentNone },
        ...scenarios.map(({ scenarioId, name }) => ({ value: scenarioId, label: name })),
      ]}
      onChange={(chosen) => onChange(chosen === 'none' ? null : chosen)}
    />
  );
}

/** What the choice of a year takes. */
export type YearSelectProps = {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly onChange: (year: number) => void;
};

/** Chooses a year. */
export function YearSelect({ label, value, from, to, onChange }: YearSelectProps) {
  const years = Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`);
  return (
    <SelectField
      label={label}
      value={`${value}`}
      options={years.map((year) => ({ value: year, label: year }))}
      onChange={(year) => onChange(parseInt(year, 10))}
    />
  );
}
