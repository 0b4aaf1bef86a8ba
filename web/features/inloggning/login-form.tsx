import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { login, type SessionAnswer } from '#contract/session.ts';
import { callApi } from '../../lib/api.ts';
import { useForm } from '../../lib/form.ts';
import { useSessionChange } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What the form takes. */
export type LoginFormProps = {
  /** The address that is filled in already, where it is known who should log in. */
  readonly email?: string;
};

/** E-mail and password: the first step of a login, and the only one without an app. */
export function LoginForm({ email: known = '' }: LoginFormProps) {
  const texts = useTexts();
  const words = texts.login;
  const change = useSessionChange();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const attempt = useMutation({
    mutationFn: (body: { readonly email: string; readonly password: string }) =>
      callApi(login, { params: {}, body }),
    onSuccess: (answer: SessionAnswer) => change(answer),
  });
  const form = useForm(
    {
      schema: login.body,
      labels: { email: words.email, password: words.password },
      required: { email: texts.front.missingEmail, password: texts.front.missingPassword },
    },
    attempt.error,
  );
  const submit = (): void => {
    const body = { email, password };
    if (form.check(body) && !attempt.isPending) attempt.mutate(body);
  };
  return (
    <Form state={form} failed={words.failed} onSubmit={submit} name={words.title}>
      <TextField
        label={words.email}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={form.errorAt('email')}
        autoFocus={known === ''}
        isRequired
      />
      <PasswordField
        label={words.password}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={form.errorAt('password')}
        autoFocus={known !== ''}
      />
      <Submit state={form} isPending={attempt.isPending}>
        {words.submit}
      </Submit>
    </Form>
  );
}
