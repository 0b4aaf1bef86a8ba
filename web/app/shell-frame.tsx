import { type ReactNode, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Session } from '../lib/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { Button } from '../ui/button.tsx';
import { LogOutButton } from '../ui/page/log-out.tsx';
import { Preferences } from '../ui/page/preferences.tsx';

/** What the frame takes. */
export type ShellFrameProps = {
  /** Under the mark: whose pages these are. */
  readonly place: ReactNode;
  readonly links: ReactNode;
  readonly person: Session['person'];
  /** What the person is here: "Ekonom". */
  readonly role?: string;
  /** Above the page: what one must know before anything else. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
};

/** The navigation to the left and the page beside it. */
export function ShellFrame({ place, links, person, role, banner, children }: ShellFrameProps) {
  const texts = useTexts();
  const { pathname } = useLocation();
  // Open for the address at which it was opened: a new page finds it closed.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === pathname;
  return (
    <div className="shell">
      <a className="skip-link" href="#innehall">
        {texts.common.skip}
      </a>
      <header className="shell-nav" data-open={isOpen || undefined}>
        <Button
          className="shell-toggle"
          aria-expanded={isOpen}
          onPress={() => setOpenAt(isOpen ? null : pathname)}
        >
          {texts.common.menu}
        </Button>
        <div className="shell-mark">Tkr</div>
        <div className="shell-place">{place}</div>
        <nav aria-label={texts.nav.label}>
          <ul className="shell-links">{links}</ul>
        </nav>
        <section className="shell-person" aria-label={texts.shell.person}>
          <p className="shell-person-name">
            {person.name}
            {role === undefined ? null : <small>{role}</small>}
          </p>
          <p className="shell-person-links">
            <NavLink to="/konto">{texts.shell.account}</NavLink>
            <LogOutButton look="quiet" className="shell-log-out" />
          </p>
        </section>
        <Preferences />
      </header>
      <div className="shell-body">
        {banner}
        <main className="shell-main" id="innehall">
          {children}
        </main>
      </div>
    </div>
  );
}
