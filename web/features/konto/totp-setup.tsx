import { useState } from 'react';
import { confirmTotp, type startTotp } from '#contract/account.ts';
import type { Answer } from '#contract/endpoint.ts';
import { useForm } from '../../lib/form.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAccountCall } from './account.ts';
import { QrCode } from './qr-code.tsx';

/** What the setting up takes. */
export type TotpSetupProps = {
  /** The secret, and the address that an app reads. */
  readonly app: Answer<typeof startTotp>;
  readonly onConfirmed: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
};

/** Gives the secret to the app, and takes the first code back: until then nothing is turned on. */
export function TotpSetup({ app, onConfirmed, onCancel }: TotpSetupProps) {
  const { konto: words, login, front, common } = useTexts();
  const [code, setCode] = useState('');
  const confirm = useAccountCall(confirmTotp);
  const form = useForm(
    {
      schema: confirmTotp.body,
      labels: { code: words.firstCode },
      required: { code: front.missingCode },
      refusals: { code_wrong: 'code' },
    },
    confirm.error,
  );
  const submit = (): void => {
    if (!form.check({ code }) || confirm.isPending) return;
    confirm.mutate(
      { params: {}, body: { code } },
      { onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes) },
    );
  };
  return (
    <div className="konto-step">
      <h3>{words.startTotp}</h3>
      <p>{words.scan}</p>
      <div className="totp-app">
        <QrCode text={app.address} label={words.qrLabel} />
        <div className="totp-secret">
          <p className="field-label">{words.secret}</p>
          <p>
            <code className="secret-text">{inGroups(app.secret)}</code>
          </p>
          <p className="front-actions">
            <CopyButton text={app.secret} />
          </p>
          <p className="small">{words.secretHelp}</p>
        </div>
      </div>
      <Form state={form} failed={front.refused} onSubmit={submit}>
        <TextField
          label={words.firstCode}
          description={login.codeHelp}
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
          value={code}
          onChange={setCode}
          error={form.errorAt('code')}
          autoFocus
          isRequired
        />
        <div className="front-actions">
          <Submit state={form} isPending={confirm.isPending}>
            {words.confirmTotp}
          </Submit>
          <Button onPress={onCancel}>{common.cancel}</Button>
        </div>
      </Form>
    </div>
  );
}

// Four at a time, as one reads them over to another screen; apps take the spaces.
function inGroups(secret: string): string {
  return secret.replaceAll(/.{4}(?=.)/gu, '$& ');
}
