import { hashSecret, newSecret } from '../accounts/secrets.ts';
import type { AccountsTransaction } from '../db/database.ts';

/** How long a login at the provider may take, in milliseconds. */
export const attemptLife = 10 * 60_000;

/** A login that has begun, as the browser and the provider are told of it. */
export type Attempt = {
  /** Goes to the provider and comes back. */
  readonly state: string;
  /** Goes into a cookie of the browser alone. */
  readonly browser: string;
  /** Goes to the provider and comes back in the ID token. */
  readonly nonce: string;
  /** Goes to the provider hashed, and then with the code: whoever sees the code cannot use it. */
  readonly codeVerifier: string;
};

/** Begins a login; `returnTo` is a path of Tkr's own. */
export async function beginAttempt(
  trx: AccountsTransaction,
  { slug, returnTo, now }: { readonly slug: string; readonly returnTo: string; readonly now: Date },
): Promise<Attempt> {
  const attempt: Attempt = {
    state: newSecret(),
    browser: newSecret(),
    nonce: newSecret(),
    codeVerifier: newSecret(),
  };
  await trx
    .insertInto('oidc_attempt')
    .values({
      state_hash: hashSecret(attempt.state),
      slug,
      browser_hash: hashSecret(attempt.browser),
      nonce: attempt.nonce,
      code_verifier: attempt.codeVerifier,
      return_to: returnTo,
      expires_at: new Date(now.getTime() + attemptLife),
    })
    .execute();
  return attempt;
}

/**
 * Takes a login that has come back, once: the row is gone whatever becomes of the login. Null where
 * there is none with this state.
 */
export async function takeAttempt(trx: AccountsTransaction, state: string) {
  const row = await trx
    .deleteFrom('oidc_attempt')
    .where('state_hash', '=', hashSecret(state))
    .returning([
      'slug',
      'browser_hash as browserHash',
      'nonce',
      'code_verifier as codeVerifier',
      'return_to as returnTo',
      'expires_at as expiresAt',
    ])
    .executeTakeFirst();
  return row ?? null;
}
