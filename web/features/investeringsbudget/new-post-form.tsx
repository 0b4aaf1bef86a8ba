import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type BudgetpostAnswer, createBudgetpost } from '#contract/investeringsbudget.ts';
import { toPlain } from '#domain/tkr.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';
import { ApiProblem, callApi } from '../../lib/api.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useLanguage } from '../../texts/language.tsx';
import { emptyBeslut, newBeslut } from '../../ui/beslut-fields.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type BudgetView, budgetKey } from './budget.ts';
import { type FieldErrors, type PostDraft, PostFields, type PostValues } from './post-fields.tsx';

/** What the form takes. */
export type NewPostFormProps = {
  readonly view: BudgetView;
  readonly draft: PostDraft;
  readonly onMade: (posts: readonly BudgetpostAnswer[]) => void;
  readonly onClose: () => void;
};

/** Enters an amount by a decision, in place above the table. */
export function NewPostForm({ view, draft, onMade, onClose }: NewPostFormProps) {
  const { texts } = useLanguage();
  const words = texts.budget;
  const [values, setValues] = useState(() => startingFrom(draft, view.year));
  const [checked, setChecked] = useState<FieldErrors>({});
  const entry = useNewPost(view.year);
  const failure = useFailureText(entry.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = bodyOf(values, view.year);
    const found = fieldErrors(body, values.beslutId);
    setChecked(found);
    if (Object.keys(found).length > 0 || entry.isPending) return;
    entry.mutate(body, { onSuccess: ({ budgetposts }) => onMade(budgetposts) });
  };
  return (
    <form className="post-form" onSubmit={submit} noValidate aria-label={words.postTitle}>
      <h2>{words.postTitle}</h2>
      <PostFields
        view={view}
        draft={draft}
        values={values}
        errors={{ ...checked, ...serverFields(entry.error) }}
        onChange={(change) => setValues((old) => ({ ...old, ...change }))}
      />
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

function startingFrom(draft: PostDraft, year: number): PostValues {
  return {
    lineId: draft.lineId ?? '',
    kind: draft.kind ?? 'ursprunglig',
    amount: draft.amount ?? '',
    fromYear: `${year - 1}`,
    fromLineId: '',
    beslutId: '',
    beslut: emptyBeslut,
    comment: '',
  };
}

function bodyOf(values: PostValues, year: number) {
  const { lineId, kind, fromYear, fromLineId, beslutId, beslut, comment } = values;
  const parsed = parseSwedish(values.amount);
  return {
    lineId,
    year,
    kind,
    amount: parsed.ok ? toPlain(parsed.value) : '',
    fromYear: kind === 'aterbudgetering' ? parseInt(fromYear, 10) : null,
    fromLineId: kind === 'omdisponering' ? fromLineId : null,
    beslutId: beslutId === newBeslut ? null : beslutId,
    beslut: beslutId === newBeslut ? beslut : null,
    comment,
  };
}

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

/** An amount as a form starts with it. */
export function asTyped(text: string): string {
  const parsed = parseSwedish(text);
  return parsed.ok ? formatSwedish(parsed.value) : text;
}
