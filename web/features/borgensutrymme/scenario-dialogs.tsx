import { useState } from 'react';
import type { ScenarioAnswer } from '#contract/scenarios.ts';
import { longestForecast } from '#domain/borgensutrymme.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useTexts } from '../../texts/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { focusTitle } from '../../ui/page/title-focus.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useScenarioAction } from './scenario-actions.ts';

/** Which dialog is open. */
export type OpenDialog =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'copy' | 'rename' | 'years' | 'freeze' | 'delete';
      readonly scenario: ScenarioAnswer;
    };

/** What a dialog about a scenario takes. */
export type ScenarioDialogProps = {
  readonly open: OpenDialog;
  readonly scenarios: readonly ScenarioAnswer[];
  readonly onClose: () => void;
  /** A scenario that was made: the page puts it into its columns. */
  readonly onMade: (scenario: ScenarioAnswer) => void;
};

/** The dialog that is open. */
export function ScenarioDialog(props: ScenarioDialogProps) {
  const { open } = props;
  switch (open.kind) {
    case 'new':
      return <NewScenario {...props} copyOf={null} />;
    case 'copy':
      return <NewScenario {...props} copyOf={open.scenario} />;
    case 'rename':
      return <Rename {...props} scenario={open.scenario} />;
    case 'years':
      return <ChangeYears {...props} scenario={open.scenario} />;
    case 'freeze':
    case 'delete':
      return <EndScenario {...props} kind={open.kind} scenario={open.scenario} />;
  }
}

function NewScenario({
  scenarios,
  copyOf,
  onClose,
  onMade,
}: ScenarioDialogProps & { readonly copyOf: ScenarioAnswer | null }) {
  const texts = useTexts().borgensutrymme;
  const action = useScenarioAction();
  const [openingDefault] = useState(() => latestOpening(scenarios));
  const [copyFrom, setCopyFrom] = useState(copyOf?.scenarioId ?? '');
  const [name, setName] = useState(copyOf === null ? '' : texts.copyName(copyOf.name));
  const [openingYear, setOpeningYear] = useState(openingDefault);
  const [lastYear, setLastYear] = useState(openingDefault + 3);
  const submit = (): void => {
    const wish =
      copyFrom === ''
        ? ({ do: 'create', name, openingYear, lastYear } as const)
        : ({ do: 'copy', name, copyFrom } as const);
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
        onChange={(value) => setCopyFrom(value === 'empty' ? '' : value)}
      />
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

type YearSelectProps = {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly onChange: (year: number) => void;
};

function YearSelect({ label, value, from, to, onChange }: YearSelectProps) {
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

type OneScenarioProps = ScenarioDialogProps & { readonly scenario: ScenarioAnswer };

function Rename({ scenario, onClose }: OneScenarioProps) {
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

function ChangeYears({ scenario, onClose }: OneScenarioProps) {
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

function EndScenario({
  kind,
  scenario,
  onClose,
}: OneScenarioProps & { readonly kind: 'freeze' | 'delete' }) {
  const { common, borgensutrymme: texts } = useTexts();
  const action = useScenarioAction();
  const failure = useFailureText(action.error);
  const isFreeze = kind === 'freeze';
  const end = (): void => {
    onClose();
    // The column that had the focus is gone; the dialog gives it back only after this.
    if (!isFreeze) setTimeout(focusTitle);
  };
  return (
    <ConfirmDialog
      isOpen
      title={isFreeze ? texts.freezeTitle(scenario.name) : texts.deleteTitle(scenario.name)}
      confirmLabel={isFreeze ? texts.freezeConfirm : texts.deleteConfirm}
      cancelLabel={common.cancel}
      look={isFreeze ? 'primary' : 'danger'}
      isPending={action.isPending}
      onConfirm={() => action.mutate({ do: kind, scenario }, { onSuccess: end })}
      onCancel={onClose}
    >
      <p>{isFreeze ? texts.freezeBody : texts.deleteBody}</p>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {failure}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
