import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../lib/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { DemoBar } from './demo-bar.tsx';
import { ShellFrame } from './shell-frame.tsx';

/** The frame around the own account, which belongs to no organisation: ways back to each of them. */
export function AccountShell({ children }: { readonly children: ReactNode }) {
  const words = useTexts().shell;
  const { session } = useSession();
  const role = session.organisations[0]?.role;
  return (
    <ShellFrame
      place={words.account}
      links={session.organisations.map(({ organisationId, slug, name }) => (
        <li key={organisationId}>
          <Link to={`/${slug}`}>{words.backTo(name)}</Link>
        </li>
      ))}
      person={session.person}
      banner={session.method === 'demo' && role !== undefined ? <DemoBar role={role} /> : null}
    >
      {children}
    </ShellFrame>
  );
}
