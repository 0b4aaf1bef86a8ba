import { useState } from 'react';
import type { Beslut } from '#contract/beslut.ts';
import { registerBorgenstak } from '#contract/borgen.ts';
import { useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { BeslutFields, emptyBeslut, newBeslut } from '../../ui/beslut-fields.tsx';
import { EditDialog, orNull } from '../../ui/edit-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CeilingFields } from './ceiling-fields.tsx';
import { beslutLabels, plainAmount } from './ceiling-form.ts';

/** What the window takes. */
export type RegisterDialogProps = {
  readonly beslut: readonly Beslut[];
  readonly onClose: () => void;
};

/** Asks for a ceiling, the day that it holds from, and the decision that it comes from. */
export function RegisterDialog({ beslut, onClose }: RegisterDialogProps) {
  const texts = useTexts();
  const words = texts.borgen;
  const { organisationId } = useOrganisation();
  const write = useWrite(registerBorgenstak);
  const [validFrom, setValidFrom] = useState('');
  const [amount, setAmount] = useState('');
  const [beslutId, setBeslutId] = useState(beslut.length === 0 ? newBeslut : '');
  const [fresh, setFresh] = useState(emptyBeslut);
  const [comment, setComment] = useState('');
  const form = useForm(
    {
      schema: registerBorgenstak.body,
      labels: {
        validFrom: words.validFrom,
        amount: words.amount,
        beslutId: words.beslut,
        ...beslutLabels(texts),
        comment: words.comment,
      },
      required: {
        validFrom: words.missingDay,
        amount: words.missingAmount,
        ...(beslutId === newBeslut ? {} : { beslutId: texts.overforingspolicy.missingBeslut }),
      },
      refusals: {
        borgenstak_day_taken: 'validFrom',
        beslut_missing: 'beslutId',
        beslut_not_found: 'beslutId',
      },
    },
    write.error,
  );
  const submit = (): void => {
    const isNew = beslutId === newBeslut;
    const body = {
      validFrom,
      amount: plainAmount(amount),
      beslutId: isNew ? null : orNull(beslutId),
      beslut: isNew ? fresh : null,
      comment,
    };
    if (form.check(body))
      write.mutate({ params: { organisationId }, body }, { onSuccess: onClose });
  };
  return (
    <EditDialog
      form={form}
      title={words.registerCeiling}
      submitLabel={words.register}
      error={write.error}
      isPending={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <CeilingFields
        values={{ amount, validFrom }}
        onAmount={setAmount}
        onValidFrom={setValidFrom}
        errors={{ amount: form.errorAt('amount'), validFrom: form.errorAt('validFrom') }}
      />
      <BeslutFields
        known={beslut}
        beslutId={beslutId}
        onChoose={setBeslutId}
        beslut={fresh}
        onChange={setFresh}
        errorAt={form.errorAt}
        startsHere={false}
      />
      <TextField
        label={words.comment}
        value={comment}
        onChange={setComment}
        error={form.errorAt('comment')}
        maxLength={1000}
      />
    </EditDialog>
  );
}
