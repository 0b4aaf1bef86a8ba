import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { createArende } from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import type { ArendeKind } from '#domain/arende-terms.ts';
import { callApi } from '../../lib/api.ts';
import { keepArende } from '../../lib/arenden.ts';
import { useBorgensprognos } from '../../lib/borgensprognos.ts';
import { useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { noScenario, ScenarioField } from './scenario-field.tsx';

/** What the window takes. */
export type NewArendeDialogProps = {
  /** The year of the latest ärende, 0 where there is none. */
  readonly latestYear: number;
  readonly onClose: () => void;
  readonly onMade: (arende: ArendeAnswer) => void;
};

/** Asks for what an ärende begins with. */
export function NewArendeDialog({ latestYear, onClose, onMade }: NewArendeDialogProps) {
  const { arende: words, arenden } = useTexts();
  const { view } = useBorgensprognos();
  const [thisYear] = useState(() => new Date().getFullYear());
  const [title, setTitle] = useState('');
  const [dnr, setDnr] = useState('');
  const [kind, setKind] = useState<Exclude<ArendeKind, 'correction'>>('tillaggsbudget');
  const [year, setYear] = useState(`${latestYear === 0 ? thisYear : latestYear}`);
  const [scenario, setScenario] = useState<string | null>(null);
  const baseScenarioId = scenario ?? view?.scenarios[0]?.scenario.scenarioId ?? noScenario;
  const create = useCreateArende();
  const form = useForm(
    {
      schema: createArende.body,
      labels: { title: words.titleField, dnr: words.dnr, year: words.year },
      required: { title: words.missingTitle },
    },
    create.error,
  );
  const submit = (): void => {
    const body = {
      title,
      dnr,
      kind,
      year: parseInt(year, 10),
      baseScenarioId: baseScenarioId === noScenario ? null : baseScenarioId,
    };
    if (form.check(body)) create.mutate(body, { onSuccess: onMade });
  };
  const years = Array.from({ length: 7 }, (_, index) => `${thisYear - 3 + index}`);
  const options = [...new Set([...years, year])].toSorted();
  return (
    <EditDialog
      title={arenden.create}
      submitLabel={words.createSubmit}
      error={create.error}
      form={form}
      isPending={create.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={words.titleField}
        description={words.titleHelp}
        value={title}
        onChange={setTitle}
        error={form.errorAt('title')}
        maxLength={200}
        autoFocus
        isRequired
      />
      <TextField
        label={words.dnr}
        description={words.dnrHelp}
        value={dnr}
        onChange={setDnr}
        error={form.errorAt('dnr')}
        maxLength={50}
      />
      <SelectField
        label={words.kind}
        value={kind}
        options={[
          { value: 'tillaggsbudget', label: words.arendeKinds.tillaggsbudget },
          { value: 'omdisponering', label: words.arendeKinds.omdisponering },
        ]}
        onChange={setKind}
      />
      <SelectField
        label={words.year}
        value={year}
        options={options.map((value) => ({ value, label: value }))}
        onChange={setYear}
        error={form.errorAt('year')}
      />
      <ScenarioField value={baseScenarioId} onChange={setScenario} />
    </EditDialog>
  );
}

function useCreateArende() {
  const client = useQueryClient();
  const { organisationId } = useOrganisation();
  return useMutation({
    mutationFn: (body: z.input<typeof createArende.body>) =>
      callApi(
        createArende,
        { params: { organisationId }, body },
        { idempotencyKey: crypto.randomUUID() },
      ),
    onSuccess: (answer) => keepArende(client, organisationId, answer),
  });
}
