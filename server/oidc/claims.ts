import { email, text } from '#contract/fields.ts';
import type { Role } from '#domain/rights.ts';
import type { Provider } from './providers.ts';

/** The claims of an ID token whose signature, issuer, audience, nonce and time have been checked. */
export type Claims = { readonly [name: string]: unknown };

/** What the provider says of a person, in Tkr's own words. */
export type Told = {
  /** Who it is, for ever and at this issuer alone. */
  readonly subject: string;
  readonly name: string;
  /** An address for letters; nobody is recognised by it. */
  readonly email: string | null;
  /** Null where the claims give no role. */
  readonly role: Role | null;
  readonly acr: string | null;
  readonly hasSecondFactor: boolean;
  /** True where the login was as strong as the organisation asks for. */
  readonly isStrong: boolean;
};

/** Reads the claims as the provider's configuration says; null where they name nobody. */
export function readClaims(provider: Provider, claims: Claims): Told | null {
  const { requiredAmr, requiredAcr, trustsProvider } = provider;
  const [subject] = textsIn(claims, 'sub');
  // Source: OpenID Connect Core 1.0 §2: at most 255 characters, ASCII.
  if (subject === undefined || !/^[\x20-\x7e]{1,255}$/u.test(subject)) return null;
  const amr = textsIn(claims, 'amr');
  const [acr = null] = textsIn(claims, 'acr').filter((one) => /^[\x20-\x7e]{1,255}$/u.test(one));
  const isAmrEnough = requiredAmr.length === 0 || requiredAmr.some((one) => amr.includes(one));
  const isAcrEnough = requiredAcr.length === 0 || (acr !== null && requiredAcr.includes(acr));
  return {
    subject,
    name: nameIn(claims),
    email: emailIn(claims),
    role: roleIn(provider, claims),
    acr,
    // The provider's own word, or the configuration's that the provider always asks for two.
    hasSecondFactor: amr.includes('mfa') || trustsProvider,
    isStrong: isAmrEnough && isAcrEnough,
  };
}

// One person has one role. Whoever is given several gets the first of these: an organisation is lost
// without an administrator, and without an ekonom nobody writes.
const roleOrder = ['administrator', 'ekonom', 'direktion', 'revisor'] as const;

function roleIn({ roleClaim, roles }: Provider, claims: Claims): Role | null {
  const given = textsIn(claims, roleClaim).map((value) => roles[value]);
  return roleOrder.find((role) => given.includes(role)) ?? null;
}

function nameIn(claims: Claims): string {
  const candidates = ['name', 'preferred_username', 'email'].flatMap((claim) =>
    textsIn(claims, claim).slice(0, 1),
  );
  for (const candidate of candidates) {
    const parsed = text(100).safeParse(candidate.slice(0, 100));
    if (parsed.success) return parsed.data;
  }
  return 'Namn saknas';
}

function emailIn(claims: Claims): string | null {
  if (claims['email_verified'] === false) return null;
  const parsed = email.safeParse(claims['email']);
  return parsed.success ? parsed.data : null;
}

/** The texts of a claim, which providers give as one text or as a list of them. */
function textsIn(claims: Claims, name: string): string[] {
  return [claims[name]].flat().filter((one) => typeof one === 'string');
}
