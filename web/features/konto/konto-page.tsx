import { useTexts } from '../../texts/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { usePageHeading } from '../../ui/page/page.tsx';
import { SectionLinks } from '../../ui/page/section.tsx';
import { useAccount } from './account.ts';
import { NameSection } from './name-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { TokensSection } from './tokens-section.tsx';
import { TotpSection } from './totp-section.tsx';
import './konto.css';

/** What is a person's own: name, password, second factor, logins, and tokens for programs. */
export function KontoPage() {
  const words = useTexts().konto;
  const heading = usePageHeading(words.title);
  const query = useAccount();
  if (query.data === undefined) return <Loading query={query} />;
  const account = query.data;
  const { name, email, isDemo } = account.person;
  const [before, strong, after] = words.say(name, email);
  const sections = [
    ...(isDemo
      ? []
      : [
          { id: 'namn', title: words.nameTitle },
          { id: 'losenord', title: words.passwordTitle },
          { id: 'tvasteg', title: words.totpTitle },
          { id: 'inloggningar', title: words.sessionsTitle },
        ]),
    { id: 'nycklar', title: words.tokensTitle },
  ];
  return (
    <div className="konto">
      <h1 className="page-title" ref={heading} tabIndex={-1}>
        {words.title}
      </h1>
      <p className="say">
        {before}
        <b>{strong}</b>
        {after}
      </p>
      {sections.length > 1 ? <SectionLinks label={words.sections} sections={sections} /> : null}
      {isDemo ? (
        <Notice heading={words.demoTitle} live="off">
          {words.demo}
        </Notice>
      ) : (
        <>
          <NameSection account={account} />
          <PasswordSection account={account} />
          <TotpSection account={account} />
          <SessionsSection account={account} />
        </>
      )}
      <TokensSection />
    </div>
  );
}
