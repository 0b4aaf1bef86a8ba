import { useState } from 'react';
import type { ScenarioAnswer } from '#contract/scenarios.ts';
import { longestForecast } from '#domain/borgensutrymme.ts';
import { useTexts } from '../../texts/language.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useScenarioAction } from './scenario-actions.ts';
import { ParentSelect, YearSelect } from './scenario-selects.tsx';

/** What the making of a scenario takes. */
export type NewScenarioProps = {
  readonly scenarios: readonly ScenarioAnswer[];
  /** The one to begin from; null where nothing is chosen yet. */
  readonly copyOf: ScenarioAnswer | null;
  readonly onClose: () => void;
  /** A scenario that was made: the page puts it into its columns. */
  readonly onMade: (scenario: ScenarioAnswer) => void;
};

/** Makes a scenario, empty or with the figures of another, and says what it inherits from. */
export function NewScenario({ scenarios, copyOf, onClose, onMade }: NewScenarioProps) {
  const texts = useTexts().borgensutrymme;
  const action = useScenarioAction();
  const [openingDefault] = useState(() => latestOpening(scenarios));
  const [copyFrom, setCopyFrom] = useState(copyOf?.scenarioId ?? '');
  const [parentId, setParentId] = useState(copyOf?.scenarioId ?? null);
  const [name, setName] = useState(copyOf === null ? '' : texts.copyName(copyOf.name));
  const [openingYear, setOpeningYear] = useState(openingDefault);
  const [lastYear, setLastYear] = useState(openingDefault + 3);
  const submit = (): void => {
    const wish =
      copyFrom === ''
        ? ({ do: 'create', name, parentId, openingYear, lastYear } as const)
        : ({ do: 'copy', name, copyFrom, parentId } as const);
    action.mutate(wish, {
      onSuccess: (made) => {
        if (made !== null) onMade(made);
        onClose();
      },
    });
  };
  return (
    <FormDialog
      title={texts.newScenario}
      submitLabel={texts.create}
      error={action.error}
      isPending={action.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={texts.name}
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
        isRequired
      />
      <SelectField
        label={texts.startFrom}
        value={copyFrom === '' ? 'empty' : copyFrom}
        options={[
          { value: 'empty', label: texts.emptyScenario },
          ...scenarios.map((scenario) => ({
            value: scenario.scenarioId,
            label: texts.copyOf(scenario.name),
          })),
        ]}
        onChange={(value) => {
          setCopyFrom(value === 'empty' ? '' : value);
          setParentId(value === 'empty' ? null : value);
        }}
      />
      <ParentSelect scenarios={scenarios} value={parentId} onChange={setParentId} />
      {copyFrom === '' ? (
        <>
          <YearSelect
            label={texts.openingYear}
            value={openingYear}
            from={openingDefault - 5}
            to={openingDefault + 5}
            onChange={(year) => {
              setOpeningYear(year);
              setLastYear(Math.max(year + 1, Math.min(lastYear, year + longestForecast)));
            }}
          />
          <YearSelect
            label={texts.lastYear}
            value={lastYear}
            from={openingYear + 1}
            to={openingYear + longestForecast}
            onChange={setLastYear}
          />
        </>
      ) : null}
    </FormDialog>
  );
}

// The year that the newest scenario starts from, or last year where there is none.
function latestOpening(scenarios: readonly ScenarioAnswer[]): number {
  const years = scenarios.map(({ openingYear }) => openingYear);
  return years.length === 0 ? new Date().getFullYear() - 1 : Math.max(...years);
}
