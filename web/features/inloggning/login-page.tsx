import { Link, Navigate, useSearchParams } from 'react-router';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { safeReturnPath } from '../../lib/return-path.ts';
import { useSessionQuery, wholeSession } from '../../lib/session.tsx';
import { useLanguage } from '../../texts/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FrontPage } from '../../ui/page/front-page.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { LoginSteps } from './login-steps.tsx';
import { WaysIn } from './ways-in.tsx';

/** Where one logs in; afterwards it leads to the page that was asked for. */
export function LoginPage() {
  const { texts, language } = useLanguage();
  const words = texts.login;
  const [parameters] = useSearchParams();
  const query = useSessionQuery();
  const returnTo = safeReturnPath(parameters.get('till'));
  if (query.data === undefined) {
    return (
      <FrontPage title={words.title}>
        <Loading query={query} />
      </FrontPage>
    );
  }
  const { ways, stage, method } = query.data;
  const isInDemo = method === 'demo';
  if (wholeSession(query.data) !== null && !isInDemo) return <Navigate to={returnTo} replace />;
  if (stage === 'password') {
    return (
      <FrontPage title={words.codeTitle} say={words.codeSay}>
        <LoginSteps />
      </FrontPage>
    );
  }
  return (
    <FrontPage
      title={words.title}
      say={words.say}
      aside={<WaysIn ways={ways} returnTo={returnTo} />}
    >
      {parameters.has('sso') ? (
        <Notice tone="warn" heading={words.failed}>
          {refusalTexts.provider_refused[language]}
        </Notice>
      ) : null}
      {isInDemo ? <p className="small">{words.inDemo}</p> : null}
      <LoginSteps />
      {ways.mail ? (
        <Link to="/nytt-losenord">{words.forgotten}</Link>
      ) : (
        <p className="small">{words.askAdministrator}</p>
      )}
    </FrontPage>
  );
}
