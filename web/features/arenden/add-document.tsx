import { useState } from 'react';
import type { z } from 'zod';
import { addArendeDocument } from '#contract/arende.ts';
import { callApi } from '../../lib/api.ts';
import { useArendeAction } from '../../lib/arenden.ts';
import { useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { orNull } from '../../ui/edit-dialog.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ArendeView } from './arende-view.ts';
import { DocumentFile, type FileSum } from './document-file.tsx';

/** Adds a document by name and date, with the sum of its file where there is one. */
export function AddDocument({ view }: { readonly view: ArendeView }) {
  const { arende: words, common } = useTexts();
  const { organisationId } = useOrganisation();
  const { arendeId } = view.answer;
  const [name, setName] = useState('');
  const [dated, setDated] = useState('');
  const [sum, setSum] = useState<FileSum>({ kind: 'none' });
  const add = useArendeAction((body: z.input<typeof addArendeDocument.body>, idempotencyKey) =>
    callApi(addArendeDocument, { params: { organisationId, arendeId }, body }, { idempotencyKey }),
  );
  const form = useForm(
    {
      schema: addArendeDocument.body,
      labels: { name: words.documentName, dated: words.documentDate },
      required: { name: words.missingDocument },
    },
    add.error,
  );
  const submit = (): void => {
    const sha256 = sum.kind === 'known' ? sum.sha256 : null;
    const body = { name, dated: orNull(dated), sha256 };
    if (sum.kind === 'counting' || !form.check(body)) return;
    add.mutate(body, {
      onSuccess: () => {
        setName('');
        setDated('');
        setSum({ kind: 'none' });
      },
    });
  };
  return (
    <Form state={form} failed={common.refusedTitle} name={words.addDocument} onSubmit={submit}>
      <DocumentFile
        sum={sum}
        onSum={setSum}
        onFile={(fileName) => {
          if (name === '') setName(fileName);
        }}
      />
      <TextField
        label={words.documentName}
        name="name"
        value={name}
        onChange={setName}
        error={form.errorAt('name')}
        maxLength={300}
        isRequired
      />
      <TextField
        label={words.documentDate}
        name="dated"
        type="date"
        value={dated}
        onChange={setDated}
        error={form.errorAt('dated')}
      />
      <Submit state={form} isPending={add.isPending || sum.kind === 'counting'} look="standard">
        {words.addDocument}
      </Submit>
    </Form>
  );
}
