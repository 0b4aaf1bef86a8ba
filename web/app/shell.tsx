import { type ReactNode, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useOrganisation } from '../lib/organisation.tsx';
import { useLanguage, useTexts } from '../texts/language.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { chooseTheme, readTheme, type Theme } from '../ui/theme.ts';

/** The navigation to the left and the page beside it. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const texts = useTexts();
  const { name, slug } = useOrganisation();
  const { pathname } = useLocation();
  // Open for the address at which it was opened: a new page finds it closed.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === pathname;
  const links = ['oversikt', 'investeringsbudget', 'borgensutrymme'] as const;
  return (
    <div className="shell">
      <a className="skip-link" href="#innehall">
        {texts.common.skip}
      </a>
      <nav className="shell-nav" aria-label={texts.nav.label} data-open={isOpen || undefined}>
        <Button
          className="shell-toggle"
          aria-expanded={isOpen}
          onPress={() => setOpenAt(isOpen ? null : pathname)}
        >
          {texts.common.menu}
        </Button>
        <div className="shell-mark">
          Tkr<small>{name}</small>
        </div>
        <ul className="shell-links">
          {links.map((page) => (
            <li key={page}>
              <NavLink to={`/${slug}/${page}`}>{texts.nav[page]}</NavLink>
            </li>
          ))}
        </ul>
        <Preferences />
      </nav>
      <main className="shell-main" id="innehall">
        {children}
      </main>
    </div>
  );
}

function Preferences() {
  const texts = useTexts();
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useState<Theme>(readTheme);
  return (
    <div className="shell-preferences">
      <SelectField<Theme>
        label={texts.nav.theme}
        value={theme}
        options={[
          { value: 'system', label: texts.nav.system },
          { value: 'light', label: texts.nav.light },
          { value: 'dark', label: texts.nav.dark },
        ]}
        onChange={(next) => {
          chooseTheme(next);
          setTheme(next);
        }}
      />
      <SelectField<'sv' | 'en'>
        label={texts.nav.language}
        value={language}
        options={[
          { value: 'sv', label: 'Svenska' },
          { value: 'en', label: 'English' },
        ]}
        onChange={choose}
      />
    </div>
  );
}
