import { Link } from 'react-router';
import { useSession } from '../lib/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { FrontPage } from '../ui/page/front-page.tsx';
import { LogOutButton } from '../ui/page/log-out.tsx';

/** Stands at an address that the person has no organisation for, or where there is none at all. */
export function ClosedPage() {
  const { links: words, shell } = useTexts();
  const { organisations } = useSession().session;
  const hasNone = organisations.length === 0;
  return (
    <FrontPage
      title={hasNone ? words.noneTitle : words.closedTitle}
      say={hasNone ? words.noneSay : words.closedSay}
    >
      {hasNone ? null : (
        <section>
          <h2>{words.yours}</h2>
          <ul className="front-links">
            {organisations.map(({ organisationId, slug, name }) => (
              <li key={organisationId}>
                <Link to={`/${slug}`}>{name}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="front-actions">
        <Link to="/konto">{shell.account}</Link>
        <LogOutButton />
      </p>
    </FrontPage>
  );
}
