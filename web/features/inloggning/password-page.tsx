import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { acceptPasswordLink, requestPasswordLink, type SessionAnswer } from '#contract/session.ts';
import { callApi } from '../../lib/api.ts';
import { newPasswordRefusals, useForm } from '../../lib/form.ts';
import { useLinkSecret } from '../../lib/link-secret.ts';
import { loginPage } from '../../lib/return-path.ts';
import { useSessionChange, useSessionQuery } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { FrontPage } from '../../ui/page/front-page.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** A new password: by the link that was opened, or the asking for one. */
export function PasswordPage() {
  const { links: words, front } = useTexts();
  const link = useLinkSecret();
  const session = useSessionQuery();
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const toLogin = <Link to={loginPage}>{front.toLogin}</Link>;
  if (link !== null) {
    return (
      <FrontPage title={words.passwordTitle} say={words.passwordSay}>
        <NewPasswordForm key={link} link={link} />
        <p>{toLogin}</p>
      </FrontPage>
    );
  }
  if (askedFor !== null) {
    return (
      <FrontPage title={words.requestedTitle} say={words.requestedBody(askedFor)}>
        <p>{toLogin}</p>
      </FrontPage>
    );
  }
  if (session.data === undefined) {
    return (
      <FrontPage title={words.passwordTitle}>
        <Loading query={session} />
      </FrontPage>
    );
  }
  if (!session.data.ways.mail) {
    return (
      <FrontPage title={words.passwordTitle} say={words.noMailBody}>
        <p>{toLogin}</p>
      </FrontPage>
    );
  }
  return (
    <FrontPage title={words.passwordTitle} say={words.requestSay}>
      <RequestForm onAsked={setAskedFor} />
      <p>{toLogin}</p>
    </FrontPage>
  );
}

function NewPasswordForm({ link }: { readonly link: string }) {
  const { links: words, front } = useTexts();
  const navigate = useNavigate();
  const change = useSessionChange();
  const [password, setPassword] = useState('');
  const attempt = useMutation({
    mutationFn: (body: { readonly link: string; readonly password: string }) =>
      callApi(acceptPasswordLink, { params: {}, body }),
    onSuccess: (answer: SessionAnswer) => {
      change(answer);
      // Somebody with an app still shows its code: a link is no second factor.
      void navigate(answer.stage === 'full' ? '/' : loginPage, { replace: true });
    },
  });
  const form = useForm(
    {
      schema: acceptPasswordLink.body,
      labels: { password: words.newPassword },
      required: { password: words.chooseNewPassword },
      refusals: newPasswordRefusals('password'),
    },
    attempt.error,
  );
  const submit = (): void => {
    const body = { link, password };
    if (form.check(body) && !attempt.isPending) attempt.mutate(body);
  };
  return (
    <Form state={form} failed={words.failed} onSubmit={submit}>
      <PasswordField
        label={words.newPassword}
        description={front.passwordRule}
        name="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={form.errorAt('password')}
        autoFocus
      />
      <Submit state={form} isPending={attempt.isPending}>
        {words.passwordSubmit}
      </Submit>
    </Form>
  );
}

function RequestForm({ onAsked }: { readonly onAsked: (email: string) => void }) {
  const { links: words, login, front } = useTexts();
  const [email, setEmail] = useState('');
  const attempt = useMutation({
    mutationFn: (body: { readonly email: string }) =>
      callApi(requestPasswordLink, { params: {}, body }),
    onSuccess: (_, body) => onAsked(body.email.trim()),
  });
  const form = useForm(
    {
      schema: requestPasswordLink.body,
      labels: { email: login.email },
      required: { email: front.missingEmail },
    },
    attempt.error,
  );
  const submit = (): void => {
    if (form.check({ email }) && !attempt.isPending) attempt.mutate({ email });
  };
  return (
    <Form state={form} failed={front.refused} onSubmit={submit}>
      <TextField
        label={login.email}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={form.errorAt('email')}
        autoFocus
        isRequired
      />
      <Submit state={form} isPending={attempt.isPending}>
        {words.requestSubmit}
      </Submit>
    </Form>
  );
}
