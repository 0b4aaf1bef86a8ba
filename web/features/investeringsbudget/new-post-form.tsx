import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldTexts, isFieldCode } from '#contract/field-texts.ts';
import { type BudgetpostAnswer, createBudgetpost } from '#contract/investeringsbudget.ts';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { kindTerms } from '#contract/terms.ts';
import { type BudgetpostKind, budgetpostKinds } from '#domain/budgetpost.ts';
import { toPlain } from '#domain/tkr.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';
import { ApiProblem, callApi } from '../../lib/api.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useLanguage } from '../../texts/language.tsx';
import { AmountInput } from '../../ui/amount-input.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type BeslutDraft, BeslutFields, emptyBeslut, newBeslut } from './beslut-fields.tsx';
import { type BudgetView, budgetKey } from './budget.ts';

/** What the form starts from, where something was chosen or typed already. */
export type PostDraft = {
  readonly lineId?: string;
  readonly kind?: BudgetpostKind;
  readonly amount?: string;
};

/** What the form takes. */
export type NewPostFormProps = {
  readonly view: BudgetView;
  readonly draft: PostDraft;
  readonly onMade: (posts: readonly BudgetpostAnswer[]) => void;
  readonly onClose: () => void;
};

/** Enters an amount by a decision, in place above the table. */
export function NewPostForm({ view, draft, onMade, onClose }: NewPostFormProps) {
  const { texts, language } = useLanguage();
  const words = texts.budget;
  const [lineId, setLineId] = useState(draft.lineId ?? '');
  const [kind, setKind] = useState<BudgetpostKind>(draft.kind ?? 'ursprunglig');
  const [amount, setAmount] = useState(draft.amount ?? '');
  const [fromYear, setFromYear] = useState(`${view.year - 1}`);
  const [fromLineId, setFromLineId] = useState('');
  const [beslutId, setBeslutId] = useState('');
  const [beslut, setBeslut] = useState<BeslutDraft>(emptyBeslut);
  const [comment, setComment] = useState('');
  const entry = useNewPost(view.year);
  const failure = useFailureText(entry.error);

  const parsed = parseSwedish(amount);
  const body = {
    lineId,
    year: view.year,
    kind,
    amount: parsed.ok ? toPlain(parsed.value) : '',
    fromYear: kind === 'aterbudgetering' ? parseInt(fromYear, 10) : null,
    fromLineId: kind === 'omdisponering' ? fromLineId : null,
    beslutId: beslutId === newBeslut ? null : beslutId,
    beslut: beslutId === newBeslut ? beslut : null,
    comment,
  };
  const [checked, setChecked] = useState<FieldErrors>({});
  const errors: FieldErrors = {
    ...checked,
    ...serverFields(entry.error),
    ...(checked['amount'] !== undefined && !parsed.ok ? { amount: parsed.refusal } : {}),
  };
  const errorAt = (path: string): string | undefined => {
    const code = errors[path];
    if (code === undefined) return undefined;
    return isFieldCode(code) ? fieldTexts[code][language] : refusalTexts.beslut_missing[language];
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = fieldErrors(body, beslutId);
    setChecked(found);
    if (Object.keys(found).length > 0 || entry.isPending) return;
    entry.mutate(body, { onSuccess: ({ budgetposter }) => onMade(budgetposter) });
  };

  const lineOptions = view.lines.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form className="post-form" onSubmit={submit} noValidate aria-label={words.postTitle}>
      <h2>{words.postTitle}</h2>
      <div className="post-fields">
        <SelectField
          label={words.line}
          value={lineId}
          options={lineOptions}
          placeholder={words.chooseLine}
          onChange={setLineId}
          autoFocus={draft.lineId === undefined}
          error={errorAt('lineId')}
        />
        <SelectField
          label={words.kind}
          value={kind}
          options={budgetpostKinds.map((value) => ({ value, label: kindTerms[value][language] }))}
          onChange={setKind}
        />
        {kind === 'aterbudgetering' ? (
          <SelectField
            label={words.fromYear}
            value={fromYear}
            options={earlierYears(view.year).map((value) => ({ value, label: value }))}
            onChange={setFromYear}
          />
        ) : null}
        {kind === 'omdisponering' ? (
          <SelectField
            label={words.fromLine}
            value={fromLineId}
            options={lineOptions.filter(({ value }) => value !== lineId)}
            placeholder={words.chooseLine}
            onChange={setFromLineId}
            error={errorAt('fromLineId')}
          />
        ) : null}
        <AmountInput
          label={words.amount}
          value={amount}
          onChange={setAmount}
          problemText={(problem) => fieldTexts[problem][language]}
          error={errorAt('amount')}
          isRequired
        />
        <BeslutFields
          view={view}
          beslutId={beslutId}
          onChoose={setBeslutId}
          beslut={beslut}
          onChange={setBeslut}
          errorAt={errorAt}
          startsHere={draft.amount !== undefined}
        />
        <TextField
          label={words.comment}
          value={comment}
          onChange={setComment}
          maxLength={1000}
          error={errorAt('comment')}
        />
      </div>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={texts.common.refusedTitle}>
          {failure}
        </Notice>
      )}
      <div className="post-actions">
        <Button onPress={onClose}>{texts.common.cancel}</Button>
        <Button look="primary" type="submit" isPending={entry.isPending}>
          {words.createPost}
        </Button>
      </div>
    </form>
  );
}

type FieldErrors = { readonly [path: string]: string };

function useNewPost(year: number) {
  const client = useQueryClient();
  const { organisationId } = useOrganisation();
  return useMutation({
    mutationFn: (body: Parameters<typeof createBudgetpost.body.parse>[0]) =>
      callApi(
        createBudgetpost,
        { params: { organisationId }, body: createBudgetpost.body.parse(body) },
        { idempotencyKey: crypto.randomUUID() },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: budgetKey(organisationId) }),
    mutationKey: ['createBudgetpost', year],
  });
}

// The contract's own schema judges before anything is sent, so that both sides agree.
function fieldErrors(body: { readonly lineId: string }, beslutId: string): FieldErrors {
  const judged = createBudgetpost.body.safeParse(body);
  const issues = judged.success ? [] : judged.error.issues;
  const byPath = issues.map(({ path, message }) => [path.join('.'), message] as const);
  const missing = beslutId === '' ? [['beslutId', 'beslut_missing'] as const] : [];
  const line = body.lineId === '' ? [['lineId', 'field_missing'] as const] : [];
  return Object.fromEntries([...byPath, ...missing, ...line]);
}

function serverFields(error: Error | null): FieldErrors {
  if (!(error instanceof ApiProblem)) return {};
  const fields = error.problem.fields ?? [];
  return Object.fromEntries(
    fields.map(({ path, code }) => [path.slice(1).replaceAll('/', '.'), code]),
  );
}

function earlierYears(year: number): string[] {
  return Array.from({ length: 5 }, (_, index) => `${year - 1 - index}`);
}

/** An amount as a form starts with it. */
export function asTyped(text: string): string {
  const parsed = parseSwedish(text);
  return parsed.ok ? formatSwedish(parsed.value) : text;
}
