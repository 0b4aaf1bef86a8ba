import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createInvestmentLine, updateInvestmentLine } from '#contract/investeringsbudget.ts';
import { callApi } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { budgetKey, type LineView } from './budget.ts';

/** What can be done with a line. */
export type LineWish =
  | { readonly name: string }
  | { readonly line: LineView; readonly name?: string; readonly position?: number };

/** Adds, renames or moves a line, and fetches the budget anew. */
export function useLineAction() {
  const client = useQueryClient();
  const { organisationId } = useOrganisation();
  return useMutation({
    mutationFn: (wish: LineWish) => {
      const idempotencyKey = crypto.randomUUID();
      if (!('line' in wish)) {
        const call = { params: { organisationId }, body: wish };
        return callApi(createInvestmentLine, call, { idempotencyKey });
      }
      const { line, ...body } = wish;
      const params = { organisationId, lineId: line.id };
      const options = { version: line.version, idempotencyKey };
      return callApi(updateInvestmentLine, { params, body }, options);
    },
    onSettled: () => client.invalidateQueries({ queryKey: budgetKey(organisationId) }),
  });
}

/** Asks for the name of a new line, or for a new name of one that is there. */
export function LineDialog({
  line,
  onClose,
}: {
  readonly line: LineView | null;
  readonly onClose: () => void;
}) {
  const texts = useTexts();
  const words = texts.budget;
  const action = useLineAction();
  const [name, setName] = useState(line?.name ?? '');
  return (
    <FormDialog
      title={line === null ? words.newLine : words.renameLineTitle}
      submitLabel={line === null ? words.createLine : texts.common.save}
      error={action.error}
      isPending={action.isPending}
      onSubmit={() =>
        action.mutate(line === null ? { name } : { line, name }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <TextField
        label={words.lineName}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        isRequired
      />
    </FormDialog>
  );
}
