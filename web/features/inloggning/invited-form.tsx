import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Answer } from '#contract/endpoint.ts';
import { acceptInvitation, type lookAtInvitation } from '#contract/session.ts';
import { callApi } from '../../lib/api.ts';
import { newPasswordRefusals, useForm } from '../../lib/form.ts';
import { useSessionChange } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What an invitation is for. */
export type Invited = Answer<typeof lookAtInvitation>;

/** What the form takes. */
export type InvitedFormProps = { readonly link: string; readonly invited: Invited };

/** Makes the account of somebody who is invited and has none. */
export function InvitedForm({ link, invited }: InvitedFormProps) {
  const { links: words, login, front } = useTexts();
  const navigate = useNavigate();
  const change = useSessionChange();
  const [name, setName] = useState(invited.name);
  const [password, setPassword] = useState('');
  const attempt = useMutation({
    mutationFn: (body: {
      readonly link: string;
      readonly name: string;
      readonly password: string;
    }) => callApi(acceptInvitation, { params: {}, body }),
    onSuccess: (answer) => {
      change(answer);
      void navigate('/', { replace: true });
    },
  });
  const form = useForm(
    {
      schema: acceptInvitation.body,
      labels: { name: words.yourName, password: login.password },
      required: { name: words.missingName, password: words.chooseNewPassword },
      refusals: newPasswordRefusals('password'),
    },
    attempt.error,
  );
  const submit = (): void => {
    const body = { link, name, password };
    if (form.check(body) && !attempt.isPending) attempt.mutate(body);
  };
  return (
    <Form state={form} failed={words.failed} onSubmit={submit} name={words.createAccount}>
      <TextField
        label={login.email}
        description={words.emailHelp}
        type="email"
        name="email"
        autoComplete="username"
        value={invited.email}
        onChange={() => undefined}
        isReadOnly
      />
      <TextField
        label={words.yourName}
        name="name"
        autoComplete="name"
        value={name}
        onChange={setName}
        error={form.errorAt('name')}
        maxLength={100}
        isRequired
      />
      <PasswordField
        label={login.password}
        description={front.passwordRule}
        name="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={form.errorAt('password')}
        autoFocus
      />
      <Submit state={form} isPending={attempt.isPending}>
        {words.createAccount}
      </Submit>
    </Form>
  );
}
