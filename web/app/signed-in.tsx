import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { SessionAnswer } from '#contract/session.ts';
import { hearProblems, isSignedOut } from '../lib/api.ts';
import { loginPath } from '../lib/return-path.ts';
import { isUnsaved, untilSettled, useSaveQueue, useUnloadGuard } from '../lib/saving.ts';
import {
  type Session,
  SessionProvider,
  sessionKey,
  useClaim,
  useSessionChange,
  useSessionQuery,
  wholeSession,
} from '../lib/session.tsx';
import { hearOtherTabs } from '../lib/tabs.ts';
import { Loading } from '../ui/page/loading.tsx';
import { SignedOutDialog } from './signed-out-dialog.tsx';

/**
 * Lets only those in who are logged in. A session that ends takes nothing away: the page stays as it
 * is, with everything that is not saved, and a window above it asks the person to log in again.
 */
export function SignedIn() {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const change = useSessionChange();
  const query = useSessionQuery();
  const claim = useClaim();
  const { pathname, search, hash } = useLocation();
  const here = loginPath(`${pathname}${search}${hash}`);
  const now = wholeSession(query.data);
  // Whose page this is, whoever the browser may be logged in as by now.
  const [held, setHeld] = useState<Session | null>(null);
  if (now !== null && now !== held && (held === null || isSame(now, held))) {
    claim(now);
    setHeld(now);
  }
  const isLost = held !== null && (now === null || !isSame(now, held));
  const isIn = held !== null && !isLost;
  useUnloadGuard();
  useEffect(() => {
    const look = (): void => void client.invalidateQueries({ queryKey: sessionKey });
    const stops = [
      hearOtherTabs((news) => {
        // Who logs out in one tab is done with the others too, unless something would be lost.
        if (news === 'ended' && !isUnsaved(queue)) location.replace(here);
        else look();
      }),
      hearProblems((code) => {
        if (isSignedOut(code) || isAnotherStanding(code)) look();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, queue, here]);
  useEffect(() => {
    if (!isIn) return;
    queue.resume();
    // Nothing is sent in another person's name, or nobody's.
    return () => queue.halt();
  }, [isIn, queue]);
  useEffect(() => {
    if (!isLost) return;
    return () => {
      // What could not be fetched meanwhile is fetched now; what is on the screen waits until what
      // is on its way has arrived, since an answer could be older.
      const isMissing = ({ state }: Query): boolean => state.data === undefined;
      void client.refetchQueries({ type: 'active', predicate: isMissing });
      void untilSettled(queue).then(() => client.invalidateQueries());
    };
  }, [isLost, queue, client]);
  if (held === null) {
    if (query.data === undefined) {
      return (
        <main className="shell-main">
          <Loading query={query} />
        </main>
      );
    }
    return <Navigate to={here} replace />;
  }
  const become = (answer: SessionAnswer): void => {
    const next = wholeSession(answer);
    if (next === null) return;
    claim(next);
    change(answer);
    setHeld(next);
  };
  return (
    <SessionProvider value={{ session: held, become }}>
      <Outlet />
      {isLost && query.data !== undefined ? (
        <SignedOutDialog held={held} answer={query.data} />
      ) : null}
    </SessionProvider>
  );
}

function isSame(left: Session, right: Session): boolean {
  return left.person.personId === right.person.personId;
}

// Somebody has taken away what the page was opened with: the role, or the organisation.
function isAnotherStanding(code: string): boolean {
  return code === 'right_missing' || code === 'organisation_not_found';
}
