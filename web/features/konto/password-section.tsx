import { useState } from 'react';
import { changePassword } from '#contract/account.ts';
import { newPasswordRefusals, useForm } from '../../lib/form.ts';
import { useSessionChange } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { type Account, useAccountCall } from './account.ts';
import { Done } from './done.tsx';
import { Username } from './username.tsx';

/** Changes the password, where the person has one here. */
export function PasswordSection({ account }: { readonly account: Account }) {
  const words = useTexts().konto;
  return (
    <PageSection
      id="losenord"
      title={words.passwordTitle}
      detail={account.hasPassword ? words.passwordHelp : words.noPassword}
    >
      {account.hasPassword ? <PasswordForm account={account} /> : null}
    </PageSection>
  );
}

function PasswordForm({ account }: { readonly account: Account }) {
  const { konto: words, front, links } = useTexts();
  const takeSession = useSessionChange();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useAccountCall(changePassword);
  const form = useForm(
    {
      schema: changePassword.body,
      labels: { current: words.currentPassword, next: words.newPassword },
      required: { current: front.missingPassword, next: links.chooseNewPassword },
      refusals: { password_wrong: 'current', ...newPasswordRefusals('next') },
    },
    change.error,
  );
  const submit = (): void => {
    const body = { current, next };
    if (!form.check(body) || change.isPending) return;
    change.mutate(
      { params: {}, body },
      {
        onSuccess: (answer) => {
          takeSession(answer);
          setCurrent('');
          setNext('');
        },
      },
    );
  };
  return (
    <Form state={form} failed={front.refused} onSubmit={submit}>
      <Username account={account} />
      <PasswordField
        label={words.currentPassword}
        name="current"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={form.errorAt('current')}
      />
      <PasswordField
        label={words.newPassword}
        description={front.passwordRule}
        name="next"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        error={form.errorAt('next')}
      />
      <Submit state={form} isPending={change.isPending} look="standard">
        {words.changePassword}
      </Submit>
      <Done>{change.isSuccess ? words.passwordChanged : null}</Done>
    </Form>
  );
}
