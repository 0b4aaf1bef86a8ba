import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import {
  acceptInvitation,
  logout,
  lookAtInvitation,
  type SessionAnswer,
} from '#contract/session.ts';
import { callApi, isRefusal } from '../../lib/api.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useLinkSecret } from '../../lib/link-secret.ts';
import {
  forgetFigures,
  type Session,
  sessionKey,
  useSessionChange,
  useSessionQuery,
  wholeSession,
} from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FrontPage } from '../../ui/page/front-page.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { BrokenLink } from './broken-link.tsx';
import { type Invited, InvitedForm } from './invited-form.tsx';
import { LoginSteps } from './login-steps.tsx';

/** Says what an invitation is for, and lets the person that it is for accept it. */
export function InvitationPage() {
  const link = useLinkSecret();
  return link === null ? <BrokenLink /> : <Invitation key={link} link={link} />;
}

function Invitation({ link }: { readonly link: string }) {
  const { links: words, administration } = useTexts();
  const session = useSessionQuery();
  const looked = useQuery({
    queryKey: ['invitation', link],
    queryFn: () => callApi(lookAtInvitation, { params: {}, body: { link } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const failure = useFailureText(looked.error);
  if (isRefusal(looked.error)) return <FrontPage title={words.deadTitle} say={failure} />;
  if (looked.data === undefined || session.data === undefined) {
    return (
      <FrontPage title={words.checking}>
        <Loading query={looked.isError ? looked : session} />
      </FrontPage>
    );
  }
  const { organisation, role } = looked.data;
  const [before, named, after] = words.invitationSay(administration.roleNames[role]);
  return (
    <FrontPage
      title={words.invitationTitle(organisation)}
      say={
        <>
          {before}
          <b>{named}</b>
          {after} <WhatToDo invited={looked.data} answer={session.data} />
        </>
      }
    >
      <NextStep link={link} invited={looked.data} answer={session.data} />
    </FrontPage>
  );
}

type Standing = { readonly invited: Invited; readonly answer: SessionAnswer };

// Somebody in the demo is nobody here.
function realSession(answer: SessionAnswer): Session | null {
  const session = wholeSession(answer);
  return session === null || session.method === 'demo' ? null : session;
}

function WhatToDo({ invited, answer }: Standing) {
  const words = useTexts().links;
  if (realSession(answer) !== null) return null;
  return invited.hasAccount ? words.invitationLogIn : words.invitationNew;
}

function NextStep({ link, invited, answer }: Standing & { readonly link: string }) {
  const session = realSession(answer);
  if (session?.person.email === invited.email) {
    return <Acceptance link={link} invited={invited} name={session.person.name} />;
  }
  if (session !== null) return <SomebodyElse invited={invited} session={session} />;
  if (invited.hasAccount) return <LoginSteps email={invited.email} />;
  return <InvitedForm link={link} invited={invited} />;
}

type AcceptanceProps = {
  readonly link: string;
  readonly invited: Invited;
  readonly name: string;
};

function Acceptance({ link, invited, name }: AcceptanceProps) {
  const { links: words } = useTexts();
  const navigate = useNavigate();
  const change = useSessionChange();
  const accept = useMutation({
    mutationFn: () => callApi(acceptInvitation, { params: {}, body: { link } }),
    onSuccess: (answer) => {
      change(answer);
      const joined = answer.organisations.find((one) => one.name === invited.organisation);
      void navigate(`/${joined?.slug ?? ''}`, { replace: true });
    },
  });
  const failure = useFailureText(accept.error);
  return (
    <>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={words.failed}>
          {failure}
        </Notice>
      )}
      <p className="front-actions">
        <Button look="primary" isPending={accept.isPending} onPress={() => accept.mutate()}>
          {words.acceptAs(name)}
        </Button>
      </p>
    </>
  );
}

function SomebodyElse({
  invited,
  session,
}: {
  readonly invited: Invited;
  readonly session: Session;
}) {
  const words = useTexts().links;
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: () => callApi(logout, { params: {} }),
    onSuccess: () => forgetFigures(client),
    onSettled: () => client.invalidateQueries({ queryKey: sessionKey }),
  });
  const failure = useFailureText(leave.error);
  return (
    <Notice
      tone="warn"
      heading={words.otherTitle}
      actions={
        <Button isPending={leave.isPending} onPress={() => leave.mutate()}>
          {words.logOutAndGoOn}
        </Button>
      }
    >
      {failure ?? words.otherBody(session.person.name, invited.email)}
    </Notice>
  );
}
