import { useState } from 'react';
import { updateAccount } from '#contract/account.ts';
import { useForm } from '../../lib/form.ts';
import { useTexts } from '../../texts/language.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Account, useAccountCall } from './account.ts';
import { Done } from './done.tsx';

/** The name that stands beside what the person enters. */
export function NameSection({ account }: { readonly account: Account }) {
  const { konto: words, links, common, front } = useTexts();
  const [name, setName] = useState(account.person.name);
  const save = useAccountCall(updateAccount);
  const form = useForm(
    {
      schema: updateAccount.body,
      labels: { name: words.name },
      required: { name: links.missingName },
    },
    save.error,
  );
  const submit = (): void => {
    if (form.check({ name }) && !save.isPending) save.mutate({ params: {}, body: { name } });
  };
  return (
    <PageSection id="namn" title={words.nameTitle}>
      <Form state={form} failed={front.refused} onSubmit={submit}>
        <TextField
          label={words.name}
          description={words.nameHelp}
          name="name"
          autoComplete="name"
          value={name}
          onChange={setName}
          error={form.errorAt('name')}
          maxLength={100}
          isRequired
        />
        <Submit state={form} isPending={save.isPending} look="standard">
          {common.save}
        </Submit>
        <Done>{save.isSuccess ? words.nameSaved : null}</Done>
      </Form>
    </PageSection>
  );
}
