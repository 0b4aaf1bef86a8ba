import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScenarioAnswer } from '#contract/scenarios.ts';
import type { Assumption } from '#domain/forecast/assumption-terms.ts';
import type { PlanLine } from '#domain/forecast/plan-input.ts';
import { shownFrom, shownValue } from '../../lib/assumption-words.ts';
import { borgensprognosKey } from '../../lib/borgensprognos.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { lineName } from './lever-words.ts';
import { type NewScenario, type Written, writeWhatIf } from './write-what-if.ts';

/** What the window takes. */
export type SaveDialogProps = {
  /** The scenario that was tried on. */
  readonly scenario: ScenarioAnswer;
  readonly lines: readonly PlanLine[];
  /** What the new scenario says itself. */
  readonly assumptions: readonly Assumption[];
  readonly name: string;
  readonly onSaved: (scenario: ScenarioAnswer) => void;
  readonly onClose: () => void;
};

/** Asks for a name, shows what is saved, and saves it as a scenario of its own. */
export function SaveDialog(props: SaveDialogProps) {
  const { scenario, lines, assumptions, onSaved, onClose } = props;
  const texts = useTexts();
  const words = texts.tankOm.save;
  const { organisationId } = useOrganisation();
  const client = useQueryClient();
  const [name, setName] = useState(props.name);
  const [wasAsked, setWasAsked] = useState(false);
  const writing = useMutation({
    mutationFn: (wish: NewScenario) => writeWhatIf(organisationId, wish),
    onSettled: () => client.invalidateQueries({ queryKey: borgensprognosKey(organisationId) }),
    onSuccess: (written) => {
      if (written.type === 'saved') onSaved(written.scenario);
    },
  });
  const isNamed = name.trim() !== '';
  const submit = (): void => {
    setWasAsked(true);
    if (!isNamed) return;
    const comment = words.comment(scenario.name);
    writing.mutate({ name, parentId: scenario.scenarioId, assumptions, comment });
  };
  return (
    <FormDialog
      title={words.title}
      submitLabel={words.confirm}
      error={writing.error}
      isPending={writing.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
        isRequired
        error={wasAsked && !isNamed ? words.nameMissing : undefined}
      />
      <p>{words.body(scenario.name)}</p>
      {scenario.status === 'faststalld' ? <p>{words.frozenBody}</p> : null}
      {assumptions.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <div>
          <h3>{words.changes}</h3>
          <ul className="saved-assumptions">
            {assumptions.map((assumption) => {
              const text = assumptionWords(assumption, lines, texts);
              return <li key={text}>{text}</li>;
            })}
          </ul>
        </div>
      )}
      <Failure written={writing.data} all={assumptions.length} />
    </FormDialog>
  );
}

function Failure({
  written,
  all,
}: {
  readonly written: Written | undefined;
  readonly all: number;
}) {
  const texts = useTexts();
  const words = texts.tankOm.save;
  const error = written === undefined || written.type === 'saved' ? null : written.error;
  const failure = useFailureText(error) ?? '';
  if (written === undefined || written.type === 'saved') return null;
  return (
    <Notice tone="warn" heading={texts.common.refusedTitle}>
      {written.type === 'undone'
        ? words.undone(failure)
        : `${failure} ${words.kept(written.scenario.name, written.saved, all)}`}
    </Notice>
  );
}

function assumptionWords(
  assumption: Assumption,
  lines: readonly PlanLine[],
  { prognos, tankOm }: Texts,
): string {
  const { kind, lineId, from } = assumption;
  const where = [
    ...(lineId === null ? [] : [lineName(lines, lineId)]),
    ...(from === null ? [] : [shownFrom(from, prognos)]),
  ].join(' ');
  return tankOm.save.assumption(prognos.kinds[kind], where, shownValue(kind, assumption, prognos));
}
