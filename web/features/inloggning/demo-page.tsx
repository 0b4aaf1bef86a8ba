import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { enterDemo, type SessionAnswer } from '#contract/session.ts';
import { isRole, type Role } from '#domain/rights.ts';
import { callApi } from '../../lib/api.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { firstPageOf } from '../../lib/pages.ts';
import { loginPage } from '../../lib/return-path.ts';
import { useSessionChange, useSessionQuery, wholeSession } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { FrontPage } from '../../ui/page/front-page.tsx';
import { Loading } from '../../ui/page/loading.tsx';

/** Goes into the demo at once, as the ekonom or in the role of the address (`?roll=direktion`). */
export function DemoPage() {
  const { links: words, front } = useTexts();
  const navigate = useNavigate();
  const change = useSessionChange();
  const [parameters] = useSearchParams();
  const session = useSessionQuery();
  const asked = parameters.get('roll');
  const role: Role = isRole(asked) ? asked : 'ekonom';
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => callApi(enterDemo, { params: {}, body: { role } }),
    onSuccess: (answer: SessionAnswer) => {
      change(answer);
      const slug = answer.organisations[0]?.slug ?? '';
      void navigate(`/${slug}/${firstPageOf(role)}`, { replace: true });
    },
  });
  const person = realPerson(session.data);
  const mayEnter = session.data !== undefined && person === null;
  const hasBegun = useRef(false);
  const enter = useCallback(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    mutate();
  }, [mutate]);
  useEffect(() => {
    if (mayEnter) enter();
  }, [mayEnter, enter]);
  const failure = useFailureText(error);
  if (failure !== undefined) {
    return (
      <FrontPage title={words.demoTitle} say={failure}>
        <p>
          <Link to={loginPage}>{front.toLogin}</Link>
        </p>
      </FrontPage>
    );
  }
  if (person === null) {
    return (
      <FrontPage title={words.demoTitle} say={words.demoEntering}>
        {session.isError ? <Loading query={session} /> : null}
      </FrontPage>
    );
  }
  // A link to the demo may stand anywhere, and must not log anybody out.
  return (
    <FrontPage title={words.demoLeaveTitle(person)} say={words.demoLeaveBody}>
      <p className="front-actions">
        <Button onPress={() => void navigate('/')}>{words.demoStay}</Button>
        <Button look="primary" isPending={isPending} onPress={enter}>
          {words.demoEnter}
        </Button>
      </p>
    </FrontPage>
  );
}

function realPerson(answer: SessionAnswer | undefined): string | null {
  const session = wholeSession(answer);
  return session === null || session.method === 'demo' ? null : session.person.name;
}
