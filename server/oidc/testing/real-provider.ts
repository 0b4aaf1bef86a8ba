import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Employer, { type Configuration } from 'oidc-provider';
import { vi } from 'vitest';
import type { Provider } from '../providers.ts';

/** Somebody who can log in at the provider of a test, and what it tells of them. */
export type Employee = {
  readonly subject: string;
  readonly claims: { readonly [name: string]: unknown };
  readonly amr?: string[];
  readonly acr?: string;
};

/** A real OpenID Connect provider on loopback. Whoever `employee` is logs in there, and nobody else. */
export type RealProvider = {
  readonly provider: Provider;
  employee: Employee | null;
  readonly close: () => Promise<void>;
};

/** Where the app of a test says that it is. */
export const testOrigin = 'http://127.0.0.1';

/** Starts a provider for the people of one organisation. */
export async function startRealProvider(
  slug: string,
  changes: Partial<Provider> = {},
): Promise<RealProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: { employee: Employee | null } = { employee: null };
  // It warns that it keeps everything in memory, which is what a test wants.
  const warning = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const employer = new Employer(
    issuer,
    configurationOf(slug, () => state.employee),
  );
  warning.mockRestore();
  const answer = employer.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response);
    const { employee } = state;
    const outcome =
      employee === null
        ? { error: 'access_denied' }
        : { login: { accountId: employee.subject, ...ways(employee) }, consent: {} };
    return void employer.interactionFinished(request, response, outcome);
  });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return Object.assign(state, { provider: providerAt(issuer, slug, changes), close });
}

function ways({ amr, acr }: Employee) {
  return { ...(amr === undefined ? {} : { amr }), ...(acr === undefined ? {} : { acr }) };
}

function configurationOf(slug: string, employee: () => Employee | null): Configuration {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const known = new Map<string, Employee>();
  return {
    clients: [
      {
        client_id: `tkr-${slug}`,
        client_secret: `secret-of-${slug}`,
        redirect_uris: [`${testOrigin}/api/oidc/${slug}/callback`],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one' }] },
    cookies: { keys: ['a key for cookies'] },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ['sub', 'roles', 'amr', 'acr'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    findAccount: (_context, subject) => {
      const current = employee();
      if (current?.subject === subject) known.set(subject, current);
      const claims = known.get(subject)?.claims ?? {};
      return { accountId: subject, claims: () => ({ sub: subject, ...claims }) };
    },
    loadExistingGrant: async ({ oidc }) => {
      const clientId = oidc.client?.clientId ?? '';
      const accountId = oidc.session?.accountId ?? '';
      const grant = new oidc.provider.Grant({ clientId, accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

/** A provider's configuration on plain http, with the roles called what they are. */
export function providerAt(issuer: string, slug: string, changes: Partial<Provider>): Provider {
  return {
    slug,
    name: 'Kommunen',
    issuer,
    clientId: `tkr-${slug}`,
    clientSecret: `secret-of-${slug}`,
    scope: 'openid email profile',
    resource: null,
    roleClaim: 'roles',
    roles: {
      'Tkr.Administrator': 'administrator',
      'Tkr.Ekonom': 'ekonom',
      'Tkr.Direktion': 'direktion',
      'Tkr.Revisor': 'revisor',
    },
    requiredAmr: [],
    requiredAcr: [],
    trustsProvider: false,
    hosts: [],
    isLocalLoginOff: false,
    isPlainHttpAllowed: true,
    ...changes,
  };
}
