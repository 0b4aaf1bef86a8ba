import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { acceptAdministratorLink, type SessionAnswer } from '#contract/session.ts';
import { callApi } from '../../lib/api.ts';
import { newPasswordRefusals, useForm } from '../../lib/form.ts';
import { useLinkSecret } from '../../lib/link-secret.ts';
import { useSessionChange } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { FrontPage } from '../../ui/page/front-page.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BrokenLink } from './broken-link.tsx';

/** Makes the first administrator and the first organisation, with the link from the first start. */
export function AdministratorPage() {
  const words = useTexts().links;
  const link = useLinkSecret();
  if (link === null) return <BrokenLink />;
  return (
    <FrontPage title={words.administratorTitle} say={words.administratorSay}>
      <AdministratorForm link={link} />
    </FrontPage>
  );
}

const nothing = { name: '', email: '', password: '', organisation: '', orgnr: '' };

function useAdministratorForm(link: string) {
  const { links: words, login, front } = useTexts();
  const navigate = useNavigate();
  const change = useSessionChange();
  const [values, setValues] = useState(nothing);
  const attempt = useMutation({
    mutationFn: (body: z.input<typeof acceptAdministratorLink.body>) =>
      callApi(acceptAdministratorLink, { params: {}, body }),
    onSuccess: (answer: SessionAnswer) => {
      change(answer);
      void navigate('/', { replace: true });
    },
  });
  const form = useForm(
    {
      schema: acceptAdministratorLink.body,
      labels: {
        'organisation.name': words.organisationName,
        'organisation.orgnr': words.orgnr,
        name: words.yourName,
        email: login.email,
        password: login.password,
      },
      required: {
        'organisation.name': words.missingOrganisation,
        name: words.missingName,
        email: front.missingEmail,
        password: words.chooseNewPassword,
      },
      refusals: {
        ...newPasswordRefusals('password'),
        email_taken: 'email',
        organisation_name_taken: 'organisation.name',
      },
    },
    attempt.error,
  );
  const submit = (): void => {
    const { name, email, password, organisation, orgnr } = values;
    const numbered = { name: organisation, orgnr: orgnr.trim() === '' ? null : orgnr };
    const body = { link, name, email, password, organisation: numbered };
    if (form.check(body) && !attempt.isPending) attempt.mutate(body);
  };
  const set = (name: keyof typeof nothing) => (value: string) =>
    setValues((old) => ({ ...old, [name]: value }));
  return { values, set, form, submit, isPending: attempt.isPending };
}

function AdministratorForm({ link }: { readonly link: string }) {
  const { links: words, login, front } = useTexts();
  const { values, set, form, submit, isPending } = useAdministratorForm(link);
  return (
    <Form state={form} failed={words.failed} onSubmit={submit} name={words.administratorTitle}>
      <fieldset className="form-group">
        <legend>{words.organisation}</legend>
        <TextField
          label={words.organisationName}
          description={words.organisationNameHelp}
          name="organisation.name"
          autoComplete="organization"
          value={values.organisation}
          onChange={set('organisation')}
          error={form.errorAt('organisation.name')}
          maxLength={100}
          autoFocus
          isRequired
        />
        <TextField
          label={words.orgnr}
          description={words.orgnrHelp}
          name="organisation.orgnr"
          inputMode="numeric"
          value={values.orgnr}
          onChange={set('orgnr')}
          error={form.errorAt('organisation.orgnr')}
          maxLength={20}
        />
      </fieldset>
      <fieldset className="form-group">
        <legend>{words.you}</legend>
        <TextField
          label={words.yourName}
          name="name"
          autoComplete="name"
          value={values.name}
          onChange={set('name')}
          error={form.errorAt('name')}
          maxLength={100}
          isRequired
        />
        <TextField
          label={login.email}
          description={words.emailHelp}
          type="email"
          name="email"
          autoComplete="username"
          value={values.email}
          onChange={set('email')}
          error={form.errorAt('email')}
          isRequired
        />
        <PasswordField
          label={login.password}
          description={front.passwordRule}
          name="password"
          autoComplete="new-password"
          value={values.password}
          onChange={set('password')}
          error={form.errorAt('password')}
        />
      </fieldset>
      <Submit state={form} isPending={isPending}>
        {words.createAdministrator}
      </Submit>
    </Form>
  );
}
