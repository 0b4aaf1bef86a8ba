import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { getSession, type SessionAnswer } from '#contract/session.ts';
import { isAllowed, type Right, type Role } from '#domain/rights.ts';
import { callApi } from './api.ts';
import { useOrganisation } from './organisation.tsx';
import { useSaveQueue } from './saving.ts';
import { tellOtherTabs } from './tabs.ts';
import { forgetSteps } from './undo-history.ts';

/** Where the answer is kept. */
export const sessionKey: readonly string[] = ['session'];

/** A session of somebody who has shown everything that a login takes. */
export type Session = SessionAnswer & {
  readonly person: NonNullable<SessionAnswer['person']>;
  readonly method: NonNullable<SessionAnswer['method']>;
};

/** The session, where the answer is about somebody who is in. */
export function wholeSession(answer: SessionAnswer | undefined): Session | null {
  return answer !== undefined && isWhole(answer) ? answer : null;
}

function isWhole(answer: SessionAnswer): answer is Session {
  return answer.stage === 'full' && answer.person !== null && answer.method !== null;
}

/** Asks who the browser is logged in as, and how one can log in here. */
export function useSessionQuery() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: () => callApi(getSession, { params: {} }),
  });
}

/** The session above the pages, and how it becomes that of another role of the demo. */
export type SessionInPage = {
  readonly session: Session;
  readonly become: (answer: SessionAnswer) => void;
};

const SessionContext = createContext<SessionInPage | null>(null);

/** Gives everything below it the session that the pages are shown for. */
export const SessionProvider = SessionContext.Provider;

/** The session that the pages are shown for. */
export function useSession(): SessionInPage {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('Nothing here is for somebody who is not logged in');
  return session;
}

/** The person's role in the organisation of the address. */
export function useRole(): Role {
  return useOrganisation().role;
}

/** Whether the person may do something in the organisation of the address. What may not is hidden. */
export function useRight(right: Right): boolean {
  return isAllowed(useRole(), right);
}

/** Takes what the server answered about who one is now: after a login, a new password, another role. */
export function useSessionChange(): (answer: SessionAnswer) => void {
  const client = useQueryClient();
  return (answer) => {
    client.setQueryData(sessionKey, answer);
    tellOtherTabs('changed');
  };
}

// Whose figures, steps to undo and unsaved changes this tab has.
let owner: string | null = null;

/** Takes the tab for a person: where it was another's, nothing of the other's is kept or sent. */
export function useClaim(): (session: Session) => void {
  const client = useQueryClient();
  const queue = useSaveQueue();
  return ({ person }) => {
    if (owner !== null && owner !== person.personId) {
      queue.discard();
      forgetFigures(client);
    }
    owner = person.personId;
  };
}

/** Forgets every answer but the session, and the steps to undo. */
export function forgetFigures(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  forgetSteps();
}
