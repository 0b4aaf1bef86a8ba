import { useState } from 'react';
import { updateArende } from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { callApi, refusalCode } from '../../lib/api.ts';
import { useArendeAction, useLatestVersion } from '../../lib/arenden.ts';
import { useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { EditDialog, orNull } from '../../ui/edit-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Changes what an ärende is called, its number and its year. */
export function FactsDialog({
  arende,
  onClose,
}: {
  readonly arende: ArendeAnswer;
  readonly onClose: () => void;
}) {
  const { arende: words, common } = useTexts();
  const { organisationId } = useOrganisation();
  const version = useLatestVersion(arende.arendeId);
  // What the fields began from: somebody else's change shows as a difference from it.
  const [seen] = useState(arende);
  const [title, setTitle] = useState(arende.title);
  const [dnr, setDnr] = useState(arende.dnr ?? '');
  const [year, setYear] = useState(`${arende.year}`);
  const change = useArendeAction((body: { title: string; dnr: string | null; year: number }, key) =>
    callApi(
      updateArende,
      { params: { organisationId, arendeId: arende.arendeId }, body },
      { version: version(), idempotencyKey: key },
    ),
  );
  const form = useForm(
    {
      schema: updateArende.body,
      labels: { title: words.titleField, dnr: words.dnr, year: words.year },
      required: { title: words.missingTitle },
    },
    change.error,
  );
  const submit = (): void => {
    const body = { title, dnr: orNull(dnr), year: parseInt(year, 10) };
    if (form.check(body)) change.mutate(body, { onSuccess: onClose });
  };
  const isElsewhere =
    refusalCode(change.error) === 'version_stale' ||
    arende.title !== seen.title ||
    arende.dnr !== seen.dnr ||
    arende.year !== seen.year;
  const years = Array.from({ length: 9 }, (_, index) => `${arende.year - 4 + index}`);
  return (
    <EditDialog
      title={words.editFacts}
      submitLabel={common.save}
      error={change.error}
      form={form}
      isPending={change.isPending}
      onSubmit={submit}
      onClose={onClose}
      {...(isElsewhere
        ? {
            instead: (
              <Notice tone="warn" heading={words.factsElsewhere}>
                {words.factsThere(arende.title, arende.dnr ?? '–', arende.year)}
              </Notice>
            ),
          }
        : {})}
    >
      <TextField
        label={words.titleField}
        value={title}
        onChange={setTitle}
        error={form.errorAt('title')}
        maxLength={200}
        autoFocus
        isRequired
      />
      <TextField
        label={words.dnr}
        value={dnr}
        onChange={setDnr}
        error={form.errorAt('dnr')}
        maxLength={50}
      />
      <SelectField
        label={words.year}
        value={year}
        options={years.map((value) => ({ value, label: value }))}
        onChange={setYear}
      />
    </EditDialog>
  );
}
