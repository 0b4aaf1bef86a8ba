import { Link } from 'react-router';
import type { SessionAnswer } from '#contract/session.ts';
import { useTexts } from '../../texts/language.tsx';

/** The address where a login with an employer begins. */
export function providerPath(slug: string, returnTo: string): string {
  return `/api/oidc/${slug}/start?${new URLSearchParams({ returnTo })}`;
}

/** What the list of other ways takes. */
export type WaysInProps = {
  readonly ways: SessionAnswer['ways'];
  readonly returnTo: string;
};

/** The ways in besides a password: the employers' logins, and the demo. Nothing where there is none. */
export function WaysIn({ ways, returnTo }: WaysInProps) {
  const words = useTexts().login;
  if (ways.providers.length === 0 && !ways.demo) return null;
  return (
    <section>
      <h2>{words.otherWays}</h2>
      {ways.providers.map(({ slug, name }) => (
        <div className="front-way" key={slug}>
          <a href={providerPath(slug, returnTo)}>{words.provider(name)}</a>
          <p className="small">{words.providerBody}</p>
        </div>
      ))}
      {ways.demo ? (
        <div className="front-way">
          <Link to="/demo">{words.demo}</Link>
          <p className="small">{words.demoBody}</p>
        </div>
      ) : null}
    </section>
  );
}
