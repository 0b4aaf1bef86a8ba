import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = { readonly [name: string]: unknown };
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A provider that a test makes as dishonest as it likes. */
export type HostileProvider = {
  readonly issuer: string;
  /** What stands in the metadata instead of the honest values. */
  metadata: Json;
  /** The ID token that the next code is exchanged for. */
  idToken: string;
  /** Answers of its own instead of the honest ones, by path. */
  readonly answers: Map<string, Answer>;
  /** How often each path was asked. */
  readonly asked: Map<string, number>;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly close: () => Promise<void>;
};

/** Starts a hostile provider on loopback; until it is told otherwise it is honest. */
export async function startHostileProvider(): Promise<HostileProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const villain: HostileProvider = {
    issuer,
    metadata: {},
    idToken: '',
    answers: new Map(),
    asked: new Map(),
    ...keys,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on('request', (request, response) => {
    const path = new URL(request.url ?? '', issuer).pathname;
    villain.asked.set(path, (villain.asked.get(path) ?? 0) + 1);
    const answer = villain.answers.get(path) ?? ((_, to) => sendJson(to, honest(villain, path)));
    answer(request, response);
  });
  return villain;
}

/** Sends JSON, as every honest answer is. */
export function sendJson(response: ServerResponse, body: Json, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function honest({ issuer, metadata, idToken, publicKey }: HostileProvider, path: string): Json {
  if (path === '/.well-known/openid-configuration') {
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      ...metadata,
    };
  }
  if (path === '/keys') {
    return {
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
    };
  }
  return { access_token: 'opaque', token_type: 'Bearer', id_token: idToken };
}

/** An ID token whose signature is made by `by`: the right key, a secret, or nothing at all. */
export function tokenOf(claims: Json, header: Json, by: KeyObject | string | null): string {
  const signed = [header, claims].map((part) => encode(JSON.stringify(part))).join('.');
  if (by === null) return `${signed}.`;
  const signature =
    typeof by === 'string'
      ? createHmac('sha256', by).update(signed).digest()
      : sign('sha256', Buffer.from(signed), by);
  return `${signed}.${signature.toString('base64url')}`;
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
