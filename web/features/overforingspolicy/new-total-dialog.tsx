import { useState } from 'react';
import type { Beslut } from '#contract/beslut.ts';
import { createTotalutgift } from '#contract/carry-over.ts';
import { fieldTexts } from '#contract/field-texts.ts';
import { toPlain } from '#domain/tkr.ts';
import { parseSwedish } from '#domain/tkr-swedish.ts';
import { type TotalutgiftKind, totalutgiftKinds } from '#domain/totalutgift.ts';
import { type FormRules, useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useWrite } from '../../lib/write.ts';
import { useLanguage } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { useBeslutLine } from '../../ui/beslut-facts.tsx';
import { EditDialog, orNull } from '../../ui/edit-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ProjectView } from './carry-over.ts';

/** What the window takes. */
export type NewTotalDialogProps = {
  readonly project: ProjectView;
  readonly beslut: readonly Beslut[];
  readonly today: string;
  readonly onClose: () => void;
};

/** Asks for a project's total: decided, with its decision, or computed. */
export function NewTotalDialog({ project, beslut, today, onClose }: NewTotalDialogProps) {
  const { texts, language } = useLanguage();
  const words = texts.overforingspolicy;
  const beslutLine = useBeslutLine();
  const { organisationId } = useOrganisation();
  const write = useWrite(createTotalutgift);
  const [kind, setKind] = useState<TotalutgiftKind>(
    project.totals.beslutad === null ? 'beslutad' : 'beraknad',
  );
  const [amount, setAmount] = useState('');
  const [asOf, setAsOf] = useState(today);
  const [beslutId, setBeslutId] = useState('');
  const [comment, setComment] = useState('');
  const isDecided = kind === 'beslutad';
  const form = useForm(rulesOf(words, isDecided), write.error);
  const submit = (): void => {
    const parsed = parseSwedish(amount);
    const body = {
      lineId: project.lineId,
      kind,
      asOf,
      amount: parsed.ok ? toPlain(parsed.value) : amount,
      beslutId: isDecided ? orNull(beslutId) : null,
      comment,
    };
    if (form.check(body))
      write.mutate({ params: { organisationId }, body }, { onSuccess: onClose });
  };
  return (
    <EditDialog
      form={form}
      title={words.addTotalTitle(project.name)}
      submitLabel={words.createTotal}
      error={write.error}
      isPending={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label={words.kind}
        value={kind}
        options={totalutgiftKinds.map((value) => ({ value, label: words.totalKinds[value] }))}
        onChange={setKind}
        autoFocus
      />
      <AmountInput
        label={words.amount}
        value={amount}
        onChange={setAmount}
        problemText={(problem) => fieldTexts[problem][language]}
        error={form.errorAt('amount')}
        isRequired
      />
      <TextField
        label={words.asOf}
        type="date"
        value={asOf}
        onChange={setAsOf}
        error={form.errorAt('asOf')}
        isRequired
      />
      {isDecided ? (
        <SelectField
          label={words.beslut}
          value={beslutId}
          placeholder={words.chooseBeslut}
          description={beslut.length === 0 ? words.noBeslut : undefined}
          options={beslut.map((one) => ({
            value: one.beslutId,
            label: `${one.title}. ${beslutLine(one)}`,
          }))}
          onChange={setBeslutId}
          error={form.errorAt('beslutId')}
          isRequired
        />
      ) : null}
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

function rulesOf(words: Texts['overforingspolicy'], isDecided: boolean): FormRules {
  return {
    schema: createTotalutgift.body,
    labels: {
      amount: words.amount,
      asOf: words.asOf,
      beslutId: words.beslut,
      comment: words.comment,
    },
    required: {
      amount: words.missingAmount,
      asOf: words.missingDay,
      ...(isDecided ? { beslutId: words.missingBeslut } : {}),
    },
    refusals: { beslut_missing: 'beslutId', beslut_not_found: 'beslutId' },
  };
}
