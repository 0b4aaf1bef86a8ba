import { useState } from 'react';
import { type AssumptionAnswer, setAssumption } from '#contract/assumptions.ts';
import { useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { EditDialog, orNull } from '../../ui/edit-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What the window takes. */
export type FeeDialogProps = {
  readonly fees: readonly AssumptionAnswer[];
  readonly onClose: () => void;
};

/** Asks for the fee on the guaranteed debt, an assumption of the organisation. */
export function FeeDialog({ fees, onClose }: FeeDialogProps) {
  const { borgen: words, common } = useTexts();
  const { organisationId } = useOrganisation();
  const write = useWrite(setAssumption);
  const latest = fees.findLast(({ percent }) => percent !== null);
  const [percent, setPercent] = useState(latest?.percent?.replace('.', ',') ?? '');
  const [from, setFrom] = useState(latest?.from ?? '');
  const [comment, setComment] = useState('');
  const form = useForm(
    {
      schema: setAssumption.body,
      labels: { percent: words.feePercent, from: words.feeFrom, comment: words.feeComment },
      required: {},
    },
    write.error,
  );
  const submit = (): void => {
    const body = {
      scenarioId: null,
      kind: 'borgensavgift' as const,
      from: orNull(from),
      percent: orNull(percent.replace(',', '.').replace(/[\s\u00a0]*%$/u, '')),
      comment,
    };
    if (!form.check(body)) return;
    const version = fees.find((fee) => fee.from === body.from)?.version ?? 0;
    write.mutate({ params: { organisationId }, body, version }, { onSuccess: onClose });
  };
  return (
    <EditDialog
      form={form}
      title={words.feeTitle}
      submitLabel={common.save}
      error={write.error}
      isPending={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={words.feePercent}
        description={words.feePercentHelp}
        value={percent}
        onChange={setPercent}
        error={form.errorAt('percent')}
        inputMode="decimal"
        maxLength={20}
        autoFocus
      />
      <TextField
        label={words.feeFrom}
        description={words.feeFromHelp}
        type="date"
        value={from}
        onChange={setFrom}
        error={form.errorAt('from')}
      />
      <TextField
        label={words.feeComment}
        value={comment}
        onChange={setComment}
        error={form.errorAt('comment')}
        maxLength={1000}
      />
    </EditDialog>
  );
}
