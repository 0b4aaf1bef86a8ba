import type { Endpoint } from '#contract/endpoint.ts';
import { isAllowed, type Right, rights } from '#domain/rights.ts';
import type { Caller, Entered, Standing } from '../db/database.ts';
import { type Provider, sessionIssuerOf } from '../oidc/providers.ts';
import type { Dependencies } from './context.ts';
import { ProblemError } from './problems.ts';
import type { Visitor } from './visitor.ts';

/** Somebody who may do what they ask for, and as what. */
export type Admitted = { readonly caller: Caller; readonly standing: Standing };

/** Who asks for what, and where. */
export type Wish = {
  readonly endpoint: Endpoint;
  readonly visitor: Visitor;
  readonly organisationId: string;
};

/**
 * Lets somebody into an organisation to do one thing, or ends the request: nobody is asked to log
 * in, a stranger hears of no organisation, and a member without the right is told so.
 */
export function admit(dependencies: Dependencies, wish: Wish, entered: Entered): Admitted {
  const caller = requireSignedIn(entered.caller);
  dependencies.recognised.add(wish.visitor);
  const { standing } = entered;
  if (standing === null) throw new ProblemError('organisation_not_found');
  const refusal = refusalOf(dependencies, wish, { caller, standing });
  if (refusal === null) return { caller, standing };
  dependencies.watch('access.refused', {
    ...factsOf(wish.visitor, caller),
    organisationId: wish.organisationId,
    operation: wish.endpoint.operationId,
    reason: refusal,
  });
  throw new ProblemError(refusal);
}

/** The caller, once everything that a login needs has been shown. */
export function requireSignedIn(caller: Caller | null): Caller {
  if (caller === null) throw new ProblemError('not_signed_in');
  if (caller.stage !== 'full') throw new ProblemError('second_factor_missing');
  return caller;
}

/** What the watch is told of a visitor. */
export function factsOf({ requestId, address }: Visitor, caller: { personId: string } | null) {
  return { requestId, address, personId: caller?.personId ?? null };
}

function refusalOf(
  { providers }: Dependencies,
  { endpoint }: Wish,
  { caller, standing }: Admitted,
) {
  const { method, access } = endpoint;
  if (!isAllowed(standing.role, rightOf(access))) return 'right_missing';
  if (caller.method === 'token' && access === 'ownTokens') return 'token_not_enough';
  if (caller.scope === 'read' && method !== 'GET') return 'token_read_only';
  if (standing.requiresSecondFactor && !caller.hasSecondFactor) return 'second_factor_required';
  if (!isRightLogin(providers.bySlug(standing.slug), caller)) return 'provider_required';
  return null;
}

// An organisation with a provider is not opened by the login of another one: its own provider alone
// says who is there.
function isRightLogin(provider: Provider | null, caller: Caller): boolean {
  if (provider === null) return true;
  if (caller.method === 'oidc') return caller.oidcIssuer === sessionIssuerOf(provider);
  return caller.method !== 'local' || !provider.isLocalLoginOff;
}

function rightOf(access: Endpoint['access']): Right {
  if (Object.hasOwn(rights, access)) return access as Right;
  throw new Error(`Nobody has the right ${access}: it stands in no row of the table`);
}
