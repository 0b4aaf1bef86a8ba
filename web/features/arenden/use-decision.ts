import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { decideArende } from '#contract/arende.ts';
import type { ArendeOutcome } from '#domain/arende-terms.ts';
import { compare, toPlain } from '#domain/tkr.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';
import { callApi } from '../../lib/api.ts';
import { useArendeAction } from '../../lib/arenden.ts';
import { type FormState, useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRole } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { orNull } from '../../ui/edit-dialog.tsx';
import type { ArendeView, EntryView } from './arende-view.ts';
import { entryName } from './entry-names.ts';

type Body = z.input<typeof decideArende.body>;

/** What stands in the fields of a decision, as typed; `amounts` in the order of the entries. */
export type DecisionValues = {
  readonly outcome: ArendeOutcome;
  readonly organ: string;
  readonly date: string;
  readonly paragraph: string;
  readonly dnr: string;
  readonly note: string;
  readonly protocol: string;
  readonly amounts: readonly string[];
};

/** A decision on its way in: its values, what is wrong with them, and how it is sent. */
export function useDecision(view: ArendeView, onDone: () => void) {
  const texts = useTexts();
  const words = texts.arende;
  const { answer, entries } = view;
  const isRegistering = useRole() === 'ekonom';
  const [values, setValues] = useState<DecisionValues>(() => ({
    outcome: 'bifall',
    organ: 'Direktionen',
    date: '',
    paragraph: '',
    dnr: answer.dnr ?? '',
    note: '',
    protocol: '',
    amounts: entries.map(({ amount }) => formatSwedish(amount)),
  }));
  // What is decided is what was seen when the window opened.
  const [version] = useState(answer.version);
  const decide = useDecide(answer.arendeId, version);
  const changed = changedAmounts(entries, values.amounts);
  const form = useForm(
    {
      schema: decideArende.body,
      labels: {
        organ: words.organ,
        date: words.date,
        paragraph: words.paragraph,
        dnr: words.dnr,
        protocol: words.protocol,
        ...Object.fromEntries(
          changed.map(({ entry }, index) => [
            amountPath(index),
            entryName(entry, answer.year, texts),
          ]),
        ),
        note: words.beslutNote,
      },
      required: {
        organ: words.missingOrgan,
        paragraph: words.missingParagraph,
        ...(isRegistering ? { protocol: words.missingProtocol } : {}),
      },
      refusals: { arende_protocol_missing: 'protocol' },
    },
    decide.error,
  );
  const body = {
    outcome: values.outcome,
    organ: values.organ,
    date: values.date,
    paragraph: values.paragraph,
    dnr: orNull(values.dnr),
    note: orNull(values.note),
    protocol: isRegistering ? orNull(values.protocol) : null,
    decidedAmounts:
      values.outcome === 'bifall'
        ? changed.map(({ entry: { entryId }, amount }) => ({ entryId, amount }))
        : [],
  } satisfies Body;
  return {
    values,
    change: (next: Partial<DecisionValues>) => setValues((old) => ({ ...old, ...next })),
    isRegistering,
    form,
    isChanged: (entry: EntryView) => changed.some((one) => one.entry === entry),
    amountError: (entry: EntryView) => amountError(entry, changed, form),
    error: decide.error,
    isPending: decide.isPending,
    submit: () => {
      if (form.check(body)) decide.mutate(body, { onSuccess: onDone });
    },
  };
}

/** A decision, as its fields take it. */
export type Decision = ReturnType<typeof useDecision>;

type ChangedAmount = { readonly entry: EntryView; readonly amount: string };

// A text that is no amount is sent as it cannot be, so that the schema says what is wrong.
function changedAmounts(
  entries: readonly EntryView[],
  amounts: readonly string[],
): ChangedAmount[] {
  return entries.flatMap((entry, at) => {
    const parsed = parseSwedish(amounts[at] ?? '');
    if (!parsed.ok) return [{ entry, amount: '' }];
    const isSame = compare(parsed.value, entry.amount) === 0;
    return isSame ? [] : [{ entry, amount: toPlain(parsed.value) }];
  });
}

function amountPath(index: number): string {
  return `decidedAmounts.${index}.amount`;
}

function amountError(
  entry: EntryView,
  changed: readonly ChangedAmount[],
  form: FormState,
): string | undefined {
  const index = changed.findIndex((one) => one.entry === entry);
  return index < 0 ? undefined : form.errorAt(amountPath(index));
}

function useDecide(arendeId: string, version: number) {
  const client = useQueryClient();
  const { organisationId } = useOrganisation();
  return useArendeAction(async (body: Body, idempotencyKey) => {
    const call = { params: { organisationId, arendeId }, body };
    const answer = await callApi(decideArende, call, { version, idempotencyKey });
    // The budget, the forecast and what is left of the unused all follow from a decision.
    for (const slice of ['investeringsbudget', 'borgensprognos', 'accumulated', 'behov']) {
      void client.invalidateQueries({ queryKey: [slice, organisationId] });
    }
    return answer;
  });
}
