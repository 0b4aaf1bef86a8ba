import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { giveSecondFactor, logout, type SessionAnswer } from '#contract/session.ts';
import { callApi, isSignedOut, refusalCode } from '../../lib/api.ts';
import { useForm } from '../../lib/form.ts';
import { sessionKey, useSessionChange } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What the form takes. */
export type SecondStepFormProps = {
  /** Too long passed since the password: it has to be written again. */
  readonly onExpired: () => void;
};

/** The second step of a login: the code from the app, or a recovery code. */
export function SecondStepForm({ onExpired }: SecondStepFormProps) {
  const texts = useTexts();
  const words = texts.login;
  const change = useSessionChange();
  const client = useQueryClient();
  const [isRecovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const attempt = useMutation({
    mutationFn: (body: { readonly code: string }) =>
      callApi(giveSecondFactor, { params: {}, body }),
    onSuccess: (answer: SessionAnswer) => change(answer),
    onError: (error) => {
      if (isSignedOut(refusalCode(error))) onExpired();
    },
  });
  const leave = useMutation({
    mutationFn: () => callApi(logout, { params: {} }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionKey }),
  });
  const label = isRecovery ? words.recoveryCode : words.code;
  const form = useForm(
    {
      schema: giveSecondFactor.body,
      labels: { code: label },
      required: { code: texts.front.missingCode },
      refusals: { code_wrong: 'code' },
    },
    attempt.error,
  );
  const submit = (): void => {
    if (form.check({ code }) && !attempt.isPending) attempt.mutate({ code });
  };
  const turn = (): void => {
    setRecovery(!isRecovery);
    setCode('');
    attempt.reset();
  };
  return (
    <>
      <Form state={form} failed={words.failed} onSubmit={submit} name={words.codeTitle}>
        <TextField
          key={label}
          label={label}
          description={isRecovery ? words.recoveryHelp : words.codeHelp}
          name="code"
          autoComplete={isRecovery ? 'off' : 'one-time-code'}
          inputMode={isRecovery ? 'text' : 'numeric'}
          value={code}
          onChange={setCode}
          error={form.errorAt('code')}
          autoFocus
          isRequired
        />
        <Submit state={form} isPending={attempt.isPending}>
          {words.codeSubmit}
        </Submit>
      </Form>
      <p className="front-actions">
        <button type="button" className="text-button" onClick={turn}>
          {isRecovery ? words.useApp : words.useRecovery}
        </button>
        <button type="button" className="text-button" onClick={() => leave.mutate()}>
          {words.startOver}
        </button>
      </p>
    </>
  );
}
