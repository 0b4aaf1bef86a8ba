import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { roles } from '#domain/rights.ts';
import { StartRefused } from '../config.ts';
import { type Provider, type Providers, providersOf } from './providers.ts';

// The messages are read by whoever starts the server.
const texts = z.array(z.string().min(1));

const provider = z.strictObject({
  organisation: z.string().regex(/^[a-z0-9-]{1,60}$/u),
  name: z.string().min(1).max(100),
  issuer: z
    .string()
    .refine(isIssuer, 'ska vara en adress som börjar med https:// och saknar ? och #'),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scope: z
    .string()
    .regex(/(^| )openid( |$)/u, 'ska ha med openid')
    .default('openid email profile'),
  resource: z.string().min(1).nullable().default(null),
  roleClaim: z.string().min(1).default('roles'),
  roles: z
    .record(z.string().min(1), z.enum(roles))
    .refine((table) => Object.keys(table).length > 0, 'ska ha minst en roll'),
  requiredAmr: texts.default([]),
  requiredAcr: texts.default([]),
  trustsProvider: z.boolean().default(false),
  hosts: z
    .array(z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/u, 'ska vara ett värdnamn'))
    .default([]),
  localLogin: z.boolean().default(true),
});

const file = z.array(provider).refine(isOnePerOrganisation, 'har samma organisation två gånger');

function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:' || /[\s?#]/u.test(text)) return false;
  return url.username === '' && url.password === '' && !text.includes('/.well-known');
}

function isOnePerOrganisation(all: readonly { readonly organisation: string }[]): boolean {
  return new Set(all.map(({ organisation }) => organisation)).size === all.length;
}

/**
 * Reads the file that says where people log in with their employer (`TKR_OIDC`): a list in JSON, one
 * entry an organisation. Throws `StartRefused` on a file that cannot be used.
 *
 * An issuer comes from this file alone, never from a page: nobody can make the server call elsewhere.
 * Source: `docs/single-sign-on.md`, ASVS 5.0 1.3.6.
 */
export function readProviders(path: string | null): Providers {
  if (path === null) return providersOf([]);
  const parsed = file.safeParse(readJson(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new StartRefused(
      `Filen i TKR_OIDC går inte att använda: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}. Inget är startat. Se docs/single-sign-on.md.`,
    );
  }
  return providersOf(
    parsed.data.map(
      ({ organisation, localLogin, ...rest }): Provider => ({
        ...rest,
        slug: organisation,
        isLocalLoginOff: !localLogin,
      }),
    ),
  );
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new StartRefused(
      `Filen i TKR_OIDC, ${path}, finns inte eller är inte JSON. Inget är startat. Se docs/single-sign-on.md.`,
    );
  }
}
