import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionKey, useSessionQuery } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LoginForm, type LoginFormProps } from './login-form.tsx';
import { SecondStepForm } from './second-step-form.tsx';

/** The steps of a login, each when it is its turn: what the server says decides which. */
export function LoginSteps(props: LoginFormProps) {
  const words = useTexts().login;
  const client = useQueryClient();
  const { data } = useSessionQuery();
  const [isExpired, setExpired] = useState(false);
  if (data?.stage === 'password') {
    return (
      <SecondStepForm
        onExpired={() => {
          setExpired(true);
          void client.invalidateQueries({ queryKey: sessionKey });
        }}
      />
    );
  }
  return (
    <>
      {isExpired ? (
        <Notice tone="warn" heading={words.failed}>
          {words.stepExpired}
        </Notice>
      ) : null}
      <LoginForm {...props} />
    </>
  );
}
