import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { accepted, type Result, refused } from '#domain/result.ts';
import { hashSecret } from '../accounts/secrets.ts';
import type { Desk } from '../plugins/account-operations.ts';
import { factsOf } from '../plugins/entrance.ts';
import { admitTold, organisationIdOf } from './admission.ts';
import { beginAttempt, takeAttempt } from './attempts.ts';
import { type Claims, readClaims } from './claims.ts';
import type { Discover } from './metadata.ts';
import type { Provider } from './providers.ts';
import { LoginRefused, type Reason } from './reasons.ts';

/** What a login with the employer is made with. */
export type Counter = Desk & { readonly provider: Provider; readonly discover: Discover };

/** A login that has begun: the provider's address to go to, and the secret that the browser keeps. */
export type Begun = { readonly address: string; readonly browser: string };

/** Begins a login that leads to `returnTo`; a refusal has been told to the security watch. */
export function beginLogin(counter: Counter, returnTo: string): Promise<Result<Begun, Reason>> {
  return watched(counter, async () => {
    const { provider, discover, database, now } = counter;
    const { slug, scope, resource, requiredAcr } = provider;
    const configuration = await discover(provider);
    const attempt = await database.inAccounts((trx) => beginAttempt(trx, { slug, returnTo, now }));
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: callbackOf(counter).href,
      scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.codeVerifier),
      code_challenge_method: 'S256',
      ...(resource === null ? {} : { resource }),
      ...(requiredAcr.length === 0 ? {} : { acr_values: requiredAcr.join(' ') }),
    });
    return { address: address.href, browser: attempt.browser };
  });
}

// The same both times: a provider gives a code to one address alone.
function callbackOf({ origin, provider }: Counter): URL {
  return new URL(`/api/oidc/${provider.slug}/callback`, origin);
}

/** What came back: the query as it stood, and the secret in the browser's cookie. */
export type ComeBack = { readonly query: string; readonly browser: string | null };

/** A login that is done: the secret of the new session, and the path to go to. */
export type Done = { readonly session: string; readonly returnTo: string };

/** Ends a login that has come back; a refusal has been told to the security watch. */
export function finishLogin(counter: Counter, comeBack: ComeBack): Promise<Result<Done, Reason>> {
  return watched(counter, async () => {
    const attempt = await spendAttempt(counter, comeBack);
    const told = readClaims(counter.provider, await claimsOf(counter, comeBack, attempt));
    if (told === null) throw new LoginRefused('token_not_valid');
    const { database, watch } = counter;
    const { outcome, events } = await database.inAccounts((trx) => admitTold(trx, counter, told));
    // Only now is it so: a transaction may be run twice, and the watch is told once.
    for (const [event, facts] of events) watch(event, facts);
    if (!outcome.ok) throw new LoginRefused(outcome.refusal.reason, outcome.refusal);
    return { session: outcome.value, returnTo: attempt.returnTo };
  });
}

async function watched<Value>(
  counter: Counter,
  work: () => Promise<Value>,
): Promise<Result<Value, Reason>> {
  try {
    return accepted(await work());
  } catch (error) {
    if (!(error instanceof LoginRefused)) throw error;
    const { database, provider, visitor, watch } = counter;
    const { reason, personId } = error;
    const organisationId = await database.inAccounts((trx) => organisationIdOf(trx, provider.slug));
    const facts = factsOf(visitor, personId === null ? null : { personId });
    watch('login.failed', { ...facts, organisationId, reason });
    return refused(reason);
  }
}

type Spent = NonNullable<Awaited<ReturnType<typeof takeAttempt>>>;

async function spendAttempt(
  { database, provider, now }: Counter,
  { query, browser }: ComeBack,
): Promise<Spent> {
  const [state = '', ...more] = new URLSearchParams(query).getAll('state');
  // A transaction of its own: what fails later does not bring the row back.
  const attempt = await database.inAccounts((trx) => takeAttempt(trx, state));
  const isUsable = attempt !== null && attempt.slug === provider.slug && now < attempt.expiresAt;
  if (!isUsable || more.length > 0) throw new LoginRefused('state_not_known');
  const isSameBrowser = browser !== null && hashSecret(browser) === attempt.browserHash;
  if (!isSameBrowser) throw new LoginRefused('other_browser');
  return attempt;
}

async function claimsOf(
  counter: Counter,
  { query }: ComeBack,
  { nonce, codeVerifier }: Spent,
): Promise<Claims> {
  const configuration = await counter.discover(counter.provider);
  const address = callbackOf(counter);
  address.search = query;
  try {
    const tokens = await authorizationCodeGrant(configuration, address, {
      expectedState: new URLSearchParams(query).get('state') ?? '',
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
    });
    return tokens.claims() ?? {};
  } catch (error) {
    throw new LoginRefused(reasonOf(error), { cause: error });
  }
}

function reasonOf(error: unknown): Reason {
  if (error instanceof AuthorizationResponseError) return 'provider_refused';
  if (error instanceof WWWAuthenticateChallengeError) return 'client_refused';
  if (error instanceof ResponseBodyError) {
    return error.error === 'invalid_client' ? 'client_refused' : 'code_not_valid';
  }
  const { cause } = error instanceof Error ? error : {};
  return cause instanceof LoginRefused ? cause.reason : 'token_not_valid';
}
