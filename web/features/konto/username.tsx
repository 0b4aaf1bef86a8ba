import type { Account } from './account.ts';

/** Tells a password manager whose password a form is about; nobody else meets it. */
export function Username({ account }: { readonly account: Account }) {
  return (
    <input
      type="email"
      name="username"
      autoComplete="username"
      value={account.person.email ?? ''}
      readOnly
      hidden
    />
  );
}
