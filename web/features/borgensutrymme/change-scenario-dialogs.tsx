import { useState } from 'react';
import type { ScenarioAnswer } from '#contract/scenarios.ts';
import { longestForecast } from '#domain/borgensutrymme.ts';
import { useTexts } from '../../texts/language.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useScenarioAction } from './scenario-actions.ts';
import { ParentSelect, YearSelect } from './scenario-selects.tsx';

/** What a dialog about one scenario takes. */
export type OneScenarioProps = {
  readonly scenario: ScenarioAnswer;
  readonly onClose: () => void;
};

/** Gives a scenario another name. */
export function Rename({ scenario, onClose }: OneScenarioProps) {
  const texts = useTexts();
  const action = useScenarioAction();
  const [name, setName] = useState(scenario.name);
  return (
    <FormDialog
      title={texts.borgensutrymme.renameTitle}
      submitLabel={texts.common.save}
      error={action.error}
      isPending={action.isPending}
      onSubmit={() => action.mutate({ do: 'change', scenario, name }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextField
        label={texts.borgensutrymme.name}
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
        isRequired
      />
    </FormDialog>
  );
}

/** Lets a scenario end in another year. */
export function ChangeYears({ scenario, onClose }: OneScenarioProps) {
  const texts = useTexts();
  const action = useScenarioAction();
  const [lastYear, setLastYear] = useState(scenario.lastYear);
  return (
    <FormDialog
      title={texts.borgensutrymme.yearsTitle}
      submitLabel={texts.common.save}
      error={action.error}
      isPending={action.isPending}
      onSubmit={() => action.mutate({ do: 'change', scenario, lastYear }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <YearSelect
        label={texts.borgensutrymme.lastYear}
        value={lastYear}
        from={scenario.openingYear + 1}
        to={scenario.openingYear + longestForecast}
        onChange={setLastYear}
      />
    </FormDialog>
  );
}

/** Lets a scenario inherit from another one. */
export function ChangeParent({
  scenario,
  scenarios,
  onClose,
}: OneScenarioProps & { readonly scenarios: readonly ScenarioAnswer[] }) {
  const texts = useTexts();
  const action = useScenarioAction();
  const [parentId, setParentId] = useState(scenario.parentId);
  const { scenarioId } = scenario;
  return (
    <FormDialog
      title={texts.prognos.wholeScenario.parentTitle}
      submitLabel={texts.common.save}
      error={action.error}
      isPending={action.isPending}
      onSubmit={() => action.mutate({ do: 'change', scenario, parentId }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ParentSelect
        scenarios={scenarios.filter((one) => !isHeirOf(one, scenarioId, scenarios))}
        value={parentId}
        onChange={setParentId}
      />
    </FormDialog>
  );
}

// Also the scenario itself: nothing inherits from itself, however far round.
function isHeirOf(
  scenario: ScenarioAnswer,
  ancestorId: string,
  scenarios: readonly ScenarioAnswer[],
): boolean {
  const passed = new Set<string>();
  let at: ScenarioAnswer | undefined = scenario;
  while (at !== undefined && !passed.has(at.scenarioId)) {
    if (at.scenarioId === ancestorId) return true;
    passed.add(at.scenarioId);
    const { parentId }: ScenarioAnswer = at;
    at = scenarios.find((one) => one.scenarioId === parentId);
  }
  return false;
}
