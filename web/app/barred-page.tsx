import { Link, useLocation } from 'react-router';
import { providerPath } from '../features/inloggning/ways-in.tsx';
import { useOrganisation } from '../lib/organisation.tsx';
import { useSession } from '../lib/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { LogOutButton } from '../ui/page/log-out.tsx';
import { Page } from '../ui/page/page.tsx';

const bars = ['second_factor_required', 'provider_required'] as const;

/** Why an organisation is not opened for somebody who belongs to it. */
export type Bar = (typeof bars)[number];

/** True for the code of a refusal that another login would lift. */
export function isBar(code: string): code is Bar {
  return bars.some((bar) => bar === code);
}

/** Says what login the organisation wants, and leads there. */
export function BarredPage({ bar }: { readonly bar: Bar }) {
  const { shell: words, login } = useTexts();
  const { name, slug } = useOrganisation();
  const { session } = useSession();
  const { pathname } = useLocation();
  if (bar === 'second_factor_required') {
    return (
      <Page title={words.secondFactorTitle} place="" say={words.secondFactorSay(name)} isBare>
        <p>
          <Link to="/konto#tvasteg">{words.secondFactorLink}</Link>
        </p>
      </Page>
    );
  }
  const provider = session.ways.providers.find((one) => one.slug === slug);
  return (
    <Page title={words.providerTitle} place="" say={words.providerSay(name)} isBare>
      <div className="front-actions">
        {provider === undefined ? null : (
          <a className="button button-primary" href={providerPath(slug, pathname)}>
            {login.provider(provider.name)}
          </a>
        )}
        <LogOutButton />
      </div>
    </Page>
  );
}
