import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { enterDemo, logout, type SessionAnswer } from '#contract/session.ts';
import { LoginSteps } from '../features/inloggning/login-steps.tsx';
import { providerPath } from '../features/inloggning/ways-in.tsx';
import { callApi } from '../lib/api.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { isUnsaved, useSaveQueue, useSaveState } from '../lib/saving.ts';
import {
  forgetFigures,
  type Session,
  sessionKey,
  useSessionChange,
  wholeSession,
} from '../lib/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** What the window takes. */
export type SignedOutDialogProps = {
  /** Whose page is behind. */
  readonly held: Session;
  /** Who the browser is logged in as: nobody, somebody halfway in, or somebody else. */
  readonly answer: SessionAnswer;
};

/** Stands over a page whose session is over, until the same person is back or gives it up. */
export function SignedOutDialog({ held, answer }: SignedOutDialogProps) {
  const other = wholeSession(answer);
  if (other !== null) return <SomebodyElse held={held} other={other} />;
  return <ComeBack held={held} answer={answer} />;
}

function Window({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <ModalOverlay className="dialog-veil" isOpen isKeyboardDismissDisabled>
      <Modal className="dialog-modal dialog-narrow">
        <Dialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" level={2} className="dialog-title">
              {title}
            </Heading>
          </header>
          <div className="dialog-body stack">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function ComeBack({ held, answer }: SignedOutDialogProps) {
  const { signedOut: words, login } = useTexts();
  const queue = useSaveQueue();
  // Drawn again when another change joins those that wait.
  useSaveState();
  const changes = queue.pending();
  const { method, person } = held;
  const isHalfway = answer.stage === 'password';
  const body = changes > 0 ? words.bodyPending(changes) : words.body;
  return (
    <Window title={isHalfway ? login.codeTitle : words.title}>
      <p>{method === 'demo' ? words.demoBody : isHalfway ? login.codeSay : body}</p>
      {method === 'demo' ? <BackToDemo held={held} /> : null}
      {method === 'oidc' ? (
        <>
          {answer.ways.providers.map(({ slug, name }) => (
            <p key={slug}>
              <a href={providerPath(slug, '/inloggad')} target="_blank" rel="noopener">
                {login.provider(name)}
              </a>
            </p>
          ))}
          <p className="small">{words.providerBody}</p>
        </>
      ) : null}
      {method === 'local' ? <LoginSteps email={person.email ?? ''} /> : null}
    </Window>
  );
}

function BackToDemo({ held }: { readonly held: Session }) {
  const words = useTexts().signedOut;
  const change = useSessionChange();
  const role = held.organisations[0]?.role ?? 'ekonom';
  const enter = useMutation({
    mutationFn: () => callApi(enterDemo, { params: {}, body: { role } }),
    onSuccess: change,
  });
  return (
    <Attempt error={enter.error}>
      <Button look="primary" autoFocus isPending={enter.isPending} onPress={() => enter.mutate()}>
        {words.demoAgain}
      </Button>
    </Attempt>
  );
}

function SomebodyElse({ held, other }: { readonly held: Session; readonly other: Session }) {
  const words = useTexts().signedOut;
  const queue = useSaveQueue();
  const client = useQueryClient();
  const isAtStake = isUnsaved(queue);
  const goOn = (): void => {
    queue.discard();
    forgetFigures(client);
    location.reload();
  };
  useEffect(() => {
    if (isAtStake) return;
    // Nothing is lost by it, and the page is not this person's.
    forgetFigures(client);
    location.reload();
  }, [isAtStake, client]);
  const leave = useMutation({
    mutationFn: () => callApi(logout, { params: {} }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionKey }),
  });
  if (!isAtStake) return null;
  return (
    <Window title={words.otherTitle(other.person.name)}>
      <p>{words.otherBody(held.person.name, queue.pending())}</p>
      <Attempt error={leave.error}>
        <Button autoFocus isPending={leave.isPending} onPress={() => leave.mutate()}>
          {words.backToFirst(held.person.name)}
        </Button>
        <Button look="danger" onPress={goOn}>
          {words.discard(other.person.name)}
        </Button>
      </Attempt>
    </Window>
  );
}

function Attempt({
  error,
  children,
}: {
  readonly error: Error | null;
  readonly children: ReactNode;
}) {
  const { front } = useTexts();
  const failure = useFailureText(error);
  return (
    <>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={front.refused}>
          {failure}
        </Notice>
      )}
      <div className="dialog-actions">{children}</div>
    </>
  );
}
