import { useState } from 'react';
import { startTotp } from '#contract/account.ts';
import { useForm } from '../../lib/form.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import type { Account } from './account.ts';
import { Username } from './username.tsx';

/** What the form takes. */
export type ConfirmPasswordFormProps = {
  readonly account: Account;
  /** What will be done, and what follows from it. */
  readonly title: string;
  readonly detail?: string;
  readonly attempt: { readonly error: Error | null; readonly isPending: boolean };
  readonly onConfirm: (password: string) => void;
  readonly onCancel: () => void;
};

/** Asks for the password before the second factor is touched: a screen can be left open. */
export function ConfirmPasswordForm(props: ConfirmPasswordFormProps) {
  const { account, title, detail, attempt, onConfirm, onCancel } = props;
  const { konto: words, login, front, common } = useTexts();
  const [password, setPassword] = useState('');
  const form = useForm(
    {
      schema: startTotp.body,
      labels: { password: words.yourPassword },
      required: { password: front.missingPassword },
      refusals: { password_wrong: 'password' },
    },
    attempt.error,
  );
  const submit = (): void => {
    if (form.check({ password }) && !attempt.isPending) onConfirm(password);
  };
  return (
    <div className="konto-step">
      <h3>{title}</h3>
      {detail === undefined ? null : <p>{detail}</p>}
      <Form state={form} failed={front.refused} onSubmit={submit}>
        <Username account={account} />
        <PasswordField
          label={words.yourPassword}
          description={words.confirmWithPassword}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={form.errorAt('password')}
          autoFocus
        />
        <div className="front-actions">
          <Submit state={form} isPending={attempt.isPending}>
            {login.codeSubmit}
          </Submit>
          <Button onPress={onCancel}>{common.cancel}</Button>
        </div>
      </Form>
    </div>
  );
}
