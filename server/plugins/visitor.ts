import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashSecret, isSecret } from '../accounts/secrets.ts';
import type { Credential } from '../db/database.ts';
import { ProblemError } from './problems.ts';

/** Where a request comes from, and what it carries; secrets only as their hashes. */
export type Visitor = {
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string | null;
  readonly credential: Credential | null;
  /** A browser that somebody has logged in from before; the hash of its mark. */
  readonly device: string | null;
};

/** The cookies that an answer sets; null takes one away. */
export type Cookies = { readonly session?: string | null; readonly device?: string };

/** Tells whether people reach Tkr over https: only then may cookies be marked as secure. */
export function isOverTls(request: FastifyRequest, publicUrl: URL | null): boolean {
  return publicUrl === null ? request.protocol === 'https' : publicUrl.protocol === 'https:';
}

/** The address that people reach Tkr at, without a path. */
export function originOf(request: FastifyRequest, publicUrl: URL | null): string {
  return publicUrl?.origin ?? `${request.protocol}://${request.host}`;
}

// `__Host-` is kept by browsers to https, this very host and the whole of it.
const nameOf = (cookie: 'session' | 'device' | 'oidc', isSecure: boolean): string =>
  `${isSecure ? '__Host-' : ''}tkr-${cookie}`;

const daysADeviceIsKnown = 365;

/** Reads who a request says that it is. Throws a problem on an `Authorization` that is no token. */
export function visitorOf(request: FastifyRequest, publicUrl: URL | null): Visitor {
  const isSecure = isOverTls(request, publicUrl);
  const device = secretIn(request.cookies[nameOf('device', isSecure)]);
  return {
    requestId: request.id,
    address: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    credential: credentialOf(request, isSecure),
    device: device === null ? null : hashSecret(device),
  };
}

function credentialOf(request: FastifyRequest, isSecure: boolean): Credential | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer tkr_([\w-]{43})$/u.exec(authorization)?.[1];
    if (token === undefined) throw new ProblemError('not_signed_in');
    return { kind: 'token', hash: hashSecret(token) };
  }
  const session = secretIn(request.cookies[nameOf('session', isSecure)]);
  return session === null ? null : { kind: 'session', hash: hashSecret(session) };
}

function secretIn(cookie: string | undefined): string | null {
  return cookie !== undefined && isSecret(cookie) ? cookie : null;
}

/** Sets the cookies of an answer. Source: ASVS 5.0 3.3.1–3.3.4. */
export function setCookies(
  reply: FastifyReply,
  isSecure: boolean,
  { session, device }: Cookies,
): void {
  const options = cookieOptions(isSecure);
  const name = nameOf('session', isSecure);
  if (session === null) reply.clearCookie(name, options);
  else if (session !== undefined) reply.setCookie(name, session, options);
  if (device === undefined) return;
  const maxAge = daysADeviceIsKnown * 24 * 60 * 60;
  reply.setCookie(nameOf('device', isSecure), device, { ...options, maxAge });
}

/** What every cookie of Tkr has in common. */
export function cookieOptions(isSecure: boolean): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure };
}

/** The name of the cookie that binds a login with the employer to the browser that began it. */
export function oidcCookieName(isSecure: boolean): string {
  return nameOf('oidc', isSecure);
}
