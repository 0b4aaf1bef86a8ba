import { useBorgensprognos } from '../../lib/borgensprognos.ts';
import { useTexts } from '../../texts/language.tsx';
import { SelectField } from '../../ui/select-field.tsx';

/** The choice of no scenario at all. */
export const noScenario = 'none';

/** What the choice takes; `value` is a scenario's id or `noScenario`. */
export type ScenarioFieldProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isDisabled?: boolean;
};

/** Chooses the scenario that the effect on debt and headroom is computed from. */
export function ScenarioField({ value, onChange, isDisabled = false }: ScenarioFieldProps) {
  const { arende: words } = useTexts();
  const { view } = useBorgensprognos();
  const scenarios = view?.scenarios ?? [];
  const known = scenarios.some(({ scenario }) => scenario.scenarioId === value);
  return (
    <SelectField
      label={words.baseScenario}
      value={known ? value : noScenario}
      options={[
        ...scenarios.map(({ scenario }) => ({ value: scenario.scenarioId, label: scenario.name })),
        { value: noScenario, label: words.noScenario },
      ]}
      onChange={onChange}
      isDisabled={isDisabled}
    />
  );
}
