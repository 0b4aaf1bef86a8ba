import { useState } from 'react';
import { type BorgenstakAnswer, correctBorgenstak } from '#contract/borgen.ts';
import { useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What the window takes. */
export type WithdrawDialogProps = {
  readonly entry: BorgenstakAnswer;
  readonly onClose: () => void;
};

/** Asks why a ceiling is taken back, before it is. */
export function WithdrawDialog({ entry, onClose }: WithdrawDialogProps) {
  const { borgen: words } = useTexts();
  const { organisationId } = useOrganisation();
  const write = useWrite(correctBorgenstak);
  const [comment, setComment] = useState('');
  const form = useForm(
    {
      schema: correctBorgenstak.body,
      labels: { comment: words.why },
      required: { comment: words.missingWhy },
    },
    write.error,
  );
  const submit = (): void => {
    const body = { right: null, comment };
    if (!form.check(body)) return;
    const params = { organisationId, borgenstakId: entry.borgenstakId };
    write.mutate({ params, body }, { onSuccess: onClose });
  };
  return (
    <EditDialog
      form={form}
      title={words.withdrawTitle(entry.validFrom)}
      submitLabel={words.withdraw}
      error={write.error}
      isPending={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{words.withdrawBody}</p>
      <TextField
        label={words.why}
        value={comment}
        onChange={setComment}
        error={form.errorAt('comment')}
        maxLength={1000}
        autoFocus
        isRequired
      />
    </EditDialog>
  );
}
