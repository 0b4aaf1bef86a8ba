import { useState } from 'react';
import { endOtherSessions, endSession } from '#contract/account.ts';
import { deviceOf } from '../../lib/device-words.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { shownMoment } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { type Account, useAccountCall } from './account.ts';
import { Done } from './done.tsx';

type OwnSession = Account['sessions'][number];

/** Where the person is logged in, and the way to end it. */
export function SessionsSection({ account }: { readonly account: Account }) {
  const { konto: words, front } = useTexts();
  const nameOf = useDeviceName();
  const [done, setDone] = useState('');
  const endOne = useAccountCall(endSession);
  const endOthers = useAccountCall(endOtherSessions);
  const failure = useFailureText(endOne.error ?? endOthers.error);
  const { sessions } = account;
  const tools = ({ sessionId, isCurrent, createdAt, userAgent }: OwnSession) =>
    isCurrent ? null : (
      <Button
        name={words.endSessionOf(nameOf(userAgent), shownMoment(createdAt))}
        isPending={endOne.isPending}
        onPress={() =>
          endOne.mutate({ params: { sessionId } }, { onSuccess: () => setDone(words.sessionEnded) })
        }
      >
        {words.endSession}
      </Button>
    );
  return (
    <PageSection
      id="inloggningar"
      title={words.sessionsTitle}
      detail={words.sessionsHelp}
      tools={
        sessions.length < 2 ? undefined : (
          <Button
            isPending={endOthers.isPending}
            onPress={() =>
              endOthers.mutate({ params: {} }, { onSuccess: () => setDone(words.othersEnded) })
            }
          >
            {words.endOthers}
          </Button>
        )
      }
    >
      {failure === undefined ? null : (
        <Notice tone="warn" heading={front.refused}>
          {failure}
        </Notice>
      )}
      <Sheet>
        <DataTable
          label={words.sessionsTitle}
          columns={[
            { id: 'device', title: words.device },
            { id: 'since', title: words.sessionSince },
            { id: 'used', title: words.sessionUsed },
            { id: 'tools', title: words.endSession, isTools: true },
          ]}
          rows={sessions.toSorted(currentFirst).map((session) => ({
            id: session.sessionId,
            cells: {
              device: (
                <>
                  {nameOf(session.userAgent)}{' '}
                  {session.isCurrent ? <Mark tone="plain">{words.thisSession}</Mark> : null}
                </>
              ),
              since: (
                <>
                  {shownMoment(session.createdAt)}
                  <small>{session.method === 'oidc' ? words.byProvider : words.byPassword}</small>
                </>
              ),
              used: shownMoment(session.lastUsedAt),
              tools: tools(session),
            },
          }))}
        />
      </Sheet>
      <Done>{done}</Done>
    </PageSection>
  );
}

function currentFirst(left: OwnSession, right: OwnSession): number {
  if (left.isCurrent) return -1;
  return right.isCurrent ? 1 : 0;
}

function useDeviceName(): (userAgent: string | null) => string {
  const words = useTexts().konto;
  return (userAgent) => {
    const { browser, system } = deviceOf(userAgent);
    if (browser === null) return system ?? words.unknownDevice;
    return system === null ? browser : words.deviceOn(browser, system);
  };
}
