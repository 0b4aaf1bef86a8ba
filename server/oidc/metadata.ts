import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { z } from 'zod';
import { guardedFetch, isProvidersOwn } from './guarded-fetch.ts';
import type { Provider } from './providers.ts';
import { LoginRefused } from './reasons.ts';

/** Gives what is needed to talk with a provider. Throws `LoginRefused`. */
export type Discover = (provider: Provider) => Promise<Configuration>;

const hour = 60 * 60_000;

/**
 * Keeps every provider's metadata for an hour. What failed is not kept, and those who ask at the same
 * time share one question.
 *
 * Nothing is asked before somebody logs in: a provider that is down hinders no start and no other login.
 */
export function keepDiscovered(clock: () => Date): Discover {
  const kept = new Map<
    string,
    { readonly until: number; readonly found: Promise<Configuration> }
  >();
  return (provider) => {
    const now = clock().getTime();
    const before = kept.get(provider.slug);
    if (before !== undefined && now < before.until) return before.found;
    const found = discover(provider);
    kept.set(provider.slug, { until: now + hour, found });
    found.catch(() => kept.delete(provider.slug));
    return found;
  };
}

// Signatures that only the provider's own key can have made. `none` is no signature, and with HS256
// our own secret would be the key.
const signatures = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'Ed25519', 'EdDSA'],
];

/** The part of a provider's metadata that Tkr goes by. */
const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
  id_token_signing_alg_values_supported: z
    .array(z.string())
    .default(['RS256'])
    .transform((all) => all.filter((one) => signatures.includes(one))),
  // Left out, it means basic. Source: OpenID Connect Discovery 1.0 §3.
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});

async function discover(provider: Provider): Promise<Configuration> {
  const { issuer, clientId, clientSecret, isPlainHttpAllowed = false } = provider;
  const fetching = guardedFetch(provider);
  const found = await discovery(new URL(issuer), clientId, undefined, undefined, {
    [customFetch]: fetching,
    execute: isPlainHttpAllowed ? [allowInsecureRequests] : [],
  }).catch((error: unknown) => {
    throw refusalOf(error);
  });
  const parsed = metadata.safeParse(found.serverMetadata());
  if (!parsed.success) throw new LoginRefused('metadata_not_valid', { cause: parsed.error });
  const { token_endpoint_auth_methods_supported: methods, ...server } = parsed.data;
  const { authorization_endpoint, token_endpoint, jwks_uri } = server;
  const addresses = [authorization_endpoint, token_endpoint, jwks_uri];
  // The library lets a few well-known issuers be called something else than they were asked by.
  const isOurs = server.issuer === issuer;
  if (!isOurs || !addresses.every((address) => isProvidersOwn(provider, address))) {
    throw new LoginRefused('metadata_not_valid');
  }
  const canPost = methods.includes('client_secret_post');
  const authentication = canPost ? ClientSecretPost(clientSecret) : ClientSecretBasic(clientSecret);
  const configuration = new Configuration(server, clientId, undefined, authentication);
  configuration[customFetch] = fetching;
  // Without this the library takes TLS to the token endpoint for a signature.
  enableNonRepudiationChecks(configuration);
  if (isPlainHttpAllowed) allowInsecureRequests(configuration);
  return configuration;
}

function refusalOf(error: unknown): LoginRefused {
  const { cause } = error instanceof Error ? error : {};
  if (cause instanceof LoginRefused) return cause;
  return new LoginRefused('metadata_not_valid', { cause: error });
}
