import { useEffect, useRef, useState } from 'react';
import { removeTotp, renewRecoveryCodes, startTotp } from '#contract/account.ts';
import type { Answer } from '#contract/endpoint.ts';
import { useSessionChange } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { type Account, useAccountCall } from './account.ts';
import { ConfirmPasswordForm } from './confirm-password-form.tsx';
import { Done } from './done.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpSetup } from './totp-setup.tsx';

type Step =
  | { readonly at: 'rest'; readonly isBack?: true; readonly done?: string }
  | { readonly at: 'start' | 'renew' | 'remove' }
  | { readonly at: 'setup'; readonly app: Answer<typeof startTotp> }
  | { readonly at: 'codes'; readonly codes: readonly string[]; readonly done?: string };

/** The second factor: an app for one-time codes, and the codes for when the app is gone. */
export function TotpSection({ account }: { readonly account: Account }) {
  const words = useTexts().konto;
  const section = useRef<HTMLDivElement>(null);
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const rest = (done?: string): void =>
    setStep({ at: 'rest', isBack: true, ...(done === undefined ? {} : { done }) });
  useEffect(() => {
    // What had the focus is gone.
    if (step.at === 'rest' && step.isBack) section.current?.querySelector('button')?.focus();
  }, [step]);
  const detail = account.hasTotp ? words.totpOn(account.recoveryCodesLeft) : words.totpOff;
  return (
    <PageSection id="tvasteg" title={words.totpTitle} {...(account.hasPassword ? { detail } : {})}>
      <div ref={section}>
        {account.hasPassword ? (
          <CurrentStep account={account} step={step} onStep={setStep} onRest={rest} />
        ) : (
          <p>{words.noPassword}</p>
        )}
      </div>
    </PageSection>
  );
}

type CurrentStepProps = {
  readonly account: Account;
  readonly step: Step;
  readonly onStep: (step: Step) => void;
  readonly onRest: (done?: string) => void;
};

function CurrentStep({ account, step, onStep, onRest }: CurrentStepProps) {
  const words = useTexts().konto;
  const takeSession = useSessionChange();
  const start = useAccountCall(startTotp);
  const renew = useAccountCall(renewRecoveryCodes);
  const remove = useAccountCall(removeTotp);
  const cancel = (): void => {
    for (const attempt of [start, renew, remove]) attempt.reset();
    onRest();
  };
  const shared = { account, onCancel: cancel };
  switch (step.at) {
    case 'rest':
      return <Rest account={account} done={step.done} onStep={onStep} />;
    case 'start':
      return (
        <ConfirmPasswordForm
          {...shared}
          title={words.startTotp}
          attempt={start}
          onConfirm={(password) =>
            start.mutate(
              { params: {}, body: { password } },
              { onSuccess: (app) => onStep({ at: 'setup', app }) },
            )
          }
        />
      );
    case 'setup':
      return (
        <TotpSetup
          app={step.app}
          onConfirmed={(codes) => onStep({ at: 'codes', codes, done: words.totpNowOn })}
          onCancel={cancel}
        />
      );
    case 'renew':
      return (
        <ConfirmPasswordForm
          {...shared}
          title={words.renewCodes}
          detail={words.renewCodesBody}
          attempt={renew}
          onConfirm={(password) =>
            renew.mutate(
              { params: {}, body: { password } },
              { onSuccess: ({ recoveryCodes: codes }) => onStep({ at: 'codes', codes }) },
            )
          }
        />
      );
    case 'remove':
      return (
        <ConfirmPasswordForm
          {...shared}
          title={words.removeTotp}
          detail={words.removeTotpBody}
          attempt={remove}
          onConfirm={(password) =>
            remove.mutate(
              { params: {}, body: { password } },
              {
                onSuccess: (answer) => {
                  takeSession(answer);
                  onRest(words.totpNowOff);
                },
              },
            )
          }
        />
      );
    case 'codes':
      return (
        <RecoveryCodes
          codes={step.codes}
          email={account.person.email ?? account.person.name}
          onSaved={() => onRest(step.done)}
        />
      );
  }
}

type RestProps = {
  readonly account: Account;
  readonly done: string | undefined;
  readonly onStep: (step: Step) => void;
};

function Rest({ account, done, onStep }: RestProps) {
  const words = useTexts().konto;
  return (
    <>
      <div className="front-actions">
        {account.hasTotp ? (
          <>
            <Button onPress={() => onStep({ at: 'renew' })}>{words.renewCodes}</Button>
            <Button look="danger" onPress={() => onStep({ at: 'remove' })}>
              {words.removeTotp}
            </Button>
          </>
        ) : (
          <Button look="primary" onPress={() => onStep({ at: 'start' })}>
            {words.startTotp}
          </Button>
        )}
      </div>
      <Done>{done ?? null}</Done>
    </>
  );
}
