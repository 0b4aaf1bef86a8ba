import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addArendeEntry } from '#contract/arende.ts';
import type { EntryKind } from '#domain/arende-terms.ts';
import { toPlain } from '#domain/tkr.ts';
import { parseSwedish } from '#domain/tkr-swedish.ts';
import { callApi } from '../../lib/api.ts';
import { keepArende } from '../../lib/arenden.ts';
import { useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { untilSettled, useSaveQueue } from '../../lib/saving.ts';
import { useTexts } from '../../texts/language.tsx';
import { orNull } from '../../ui/edit-dialog.tsx';
import type { ArendeView } from './arende-view.ts';
import type { NewEntry } from './new-entry.ts';

/** The kinds that are made by hand; a correction is made from what it corrects. */
export const handMadeKinds = [
  'aterbudgetering',
  'tillaggsaskande',
  'omdisponering',
  'newLine',
] as const satisfies readonly EntryKind[];

/** What stands in the fields of a new entry, as typed. */
export type EntryValues = {
  readonly kind: (typeof handMadeKinds)[number];
  readonly lineId: string;
  readonly newLineName: string;
  readonly year: string;
  readonly fromYear: string;
  readonly fromLineId: string;
  readonly amount: string;
  readonly reason: string;
};

/** An entry on its way in: its values, what is wrong with them, and how it is sent. */
export function useEntryForm(
  view: ArendeView,
  onAdded: (entry: NewEntry, entryId: string, name: string) => void,
) {
  const { arende: words } = useTexts();
  const { year, kind } = view.answer;
  const [values, setValues] = useState<EntryValues>({
    kind: kind === 'omdisponering' ? 'omdisponering' : 'aterbudgetering',
    lineId: '',
    newLineName: '',
    year: `${year}`,
    fromYear: `${year - 1}`,
    fromLineId: '',
    amount: '',
    reason: '',
  });
  const add = useAddEntry(view);
  const isNew = values.kind === 'newLine';
  const form = useForm(
    {
      schema: addArendeEntry.body,
      labels: {
        newLineName: words.newLineName,
        lineId: words.line,
        fromLineId: words.fromLineField,
        amount: words.amount,
        reason: words.reason,
      },
      required: {
        ...(isNew ? { newLineName: words.missingName } : { lineId: words.missingLine }),
        ...(values.kind === 'omdisponering' ? { fromLineId: words.missingLine } : {}),
      },
    },
    add.error,
  );
  return {
    values,
    change: (next: Partial<EntryValues>) => setValues((old) => ({ ...old, ...next })),
    form,
    error: add.error,
    isPending: add.isPending,
    submit: () => {
      const entry = entryOf(values);
      if (!form.check(entry)) return;
      add.mutate(entry, { onSuccess: ({ entryId, name }) => onAdded(entry, entryId, name) });
    },
  };
}

/** An entry on its way in, as its fields take it. */
export type EntryForm = ReturnType<typeof useEntryForm>;

function entryOf(values: EntryValues): NewEntry {
  const { kind } = values;
  const parsed = parseSwedish(values.amount);
  return {
    kind,
    lineId: kind === 'newLine' ? null : values.lineId,
    newLineName: kind === 'newLine' ? values.newLineName : null,
    year: parseInt(values.year, 10),
    fromYear: kind === 'aterbudgetering' ? parseInt(values.fromYear, 10) : null,
    fromLineId: kind === 'omdisponering' ? values.fromLineId : null,
    correctsId: null,
    amount: parsed.ok ? toPlain(parsed.value) : '',
    reason: orNull(values.reason),
  };
}

function useAddEntry({ answer }: ArendeView) {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const { organisationId } = useOrganisation();
  const { arendeId } = answer;
  return useMutation({
    mutationFn: async (body: NewEntry) => {
      await untilSettled(queue);
      const known = new Set(answer.entries.map(({ entryId }) => entryId));
      const call = { params: { organisationId, arendeId }, body };
      const added = await callApi(addArendeEntry, call, { idempotencyKey: crypto.randomUUID() });
      keepArende(client, organisationId, added);
      const made = added.entries.findLast(({ entryId }) => !known.has(entryId));
      return { entryId: made?.entryId ?? '', name: made?.lineName ?? '' };
    },
  });
}
