import { useState } from 'react';
import type { Beslut } from '#contract/beslut.ts';
import { type BorgenstakAnswer, correctBorgenstak } from '#contract/borgen.ts';
import { tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { useBeslutLine } from '../../ui/beslut-facts.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CeilingFields } from './ceiling-fields.tsx';
import { plainAmount } from './ceiling-form.ts';

/** What the window takes. */
export type CorrectDialogProps = {
  readonly entry: BorgenstakAnswer;
  readonly beslut: readonly Beslut[];
  readonly onClose: () => void;
};

/** Asks for what is right instead of a ceiling that was entered wrong. */
export function CorrectDialog({ entry, beslut, onClose }: CorrectDialogProps) {
  const { borgen: words } = useTexts();
  const line = useBeslutLine();
  const { organisationId } = useOrganisation();
  const write = useWrite(correctBorgenstak);
  const [amount, setAmount] = useState(formatSwedish(tkr(entry.amount)));
  const [validFrom, setValidFrom] = useState(entry.validFrom);
  const [beslutId, setBeslutId] = useState(entry.beslut.beslutId);
  const [comment, setComment] = useState('');
  const form = useForm(
    {
      schema: correctBorgenstak.body,
      labels: {
        'right.amount': words.amount,
        'right.validFrom': words.validFrom,
        beslutId: words.beslut,
        comment: words.why,
      },
      required: {
        'right.amount': words.missingAmount,
        'right.validFrom': words.missingDay,
        comment: words.missingWhy,
      },
      refusals: { borgenstak_day_taken: 'right.validFrom', beslut_not_found: 'beslutId' },
    },
    write.error,
  );
  const submit = (): void => {
    const body = { right: { validFrom, amount: plainAmount(amount) }, beslutId, comment };
    if (!form.check(body)) return;
    const params = { organisationId, borgenstakId: entry.borgenstakId };
    write.mutate({ params, body }, { onSuccess: onClose });
  };
  return (
    <EditDialog
      form={form}
      title={words.correctTitle(entry.validFrom)}
      submitLabel={words.correct}
      error={write.error}
      isPending={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <CeilingFields
        values={{ amount, validFrom }}
        onAmount={setAmount}
        onValidFrom={setValidFrom}
        errors={{
          amount: form.errorAt('right.amount'),
          validFrom: form.errorAt('right.validFrom'),
        }}
        help={words.correctHelp}
      />
      <SelectField
        label={words.beslut}
        value={beslutId}
        options={beslut.map((one) => ({
          value: one.beslutId,
          label: `${one.title}. ${line(one)}`,
        }))}
        onChange={setBeslutId}
        error={form.errorAt('beslutId')}
      />
      <TextField
        label={words.why}
        value={comment}
        onChange={setComment}
        error={form.errorAt('comment')}
        maxLength={1000}
        isRequired
      />
    </EditDialog>
  );
}
