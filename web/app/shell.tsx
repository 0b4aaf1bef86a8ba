import type { ReactNode } from 'react';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { useOrganisation } from '../lib/organisation.tsx';
import { pageAfterRoleChange, pagesOf } from '../lib/pages.ts';
import { useSession } from '../lib/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { Menu } from '../ui/menu.tsx';
import { DemoBar } from './demo-bar.tsx';
import { ShellFrame } from './shell-frame.tsx';

/** The frame around the pages of an organisation: what the person's role may see. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const texts = useTexts();
  const { slug, role } = useOrganisation();
  const { session } = useSession();
  return (
    <ShellFrame
      place={<Organisations />}
      links={pagesOf(role).map((page) => (
        <li key={page}>
          <NavLink to={`/${slug}/${page}`}>{texts.nav[page]}</NavLink>
        </li>
      ))}
      person={session.person}
      role={texts.administration.roleNames[role]}
      banner={session.method === 'demo' ? <DemoBar role={role} /> : null}
    >
      {children}
    </ShellFrame>
  );
}

// The name of the organisation; a menu where the person has another one to go to.
function Organisations() {
  const words = useTexts().shell;
  const { name, organisationId } = useOrganisation();
  const { session } = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const others = session.organisations.filter((one) => one.organisationId !== organisationId);
  if (others.length === 0) return name;
  const [, , page = ''] = pathname.split('/');
  return (
    <Menu
      look="heading"
      name={`${name}, ${words.organisation}`}
      trigger={name}
      actions={others.map((one) => ({
        id: one.organisationId,
        label: one.name,
        onAction: () => void navigate(pageAfterRoleChange(`/${one.slug}/${page}`, one.role)),
      }))}
    />
  );
}
