import type { Role } from '#domain/rights.ts';

/** Where the people of one organisation log in with their employer (OpenID Connect). */
export type Provider = {
  /** The organisation's short name. */
  readonly slug: string;
  /** What the button says: the employer's name. */
  readonly name: string;
  /** The issuer, character for character as the provider's own metadata and tokens have it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** What is asked for beside the scope; ADFS gives no claims of its own without it. */
  readonly resource: string | null;
  /** The claim that tells the role, and what its values mean here; any other value is no role. */
  readonly roleClaim: string;
  readonly roles: { readonly [value: string]: Role };
  /** One of these has to stand in `amr`; an empty list asks for nothing. */
  readonly requiredAmr: readonly string[];
  /** One of these has to be `acr`; an empty list asks for nothing. */
  readonly requiredAcr: readonly string[];
  /** True where the provider is known to ask everybody for a second factor without saying so. */
  readonly trustsProvider: boolean;
  /** Hosts besides the issuer's own that its metadata may point at. */
  readonly hosts: readonly string[];
  /** True where the organisation is opened by this login alone. */
  readonly isLocalLoginOff: boolean;
  /** Lets a test have its provider on plain http. No configuration sets it. */
  readonly isPlainHttpAllowed?: true;
};

/** Every organisation's provider, as the server is configured. */
export type Providers = {
  readonly all: readonly Provider[];
  readonly bySlug: (slug: string) => Provider | null;
};

/** The providers of a configuration. */
export function providersOf(all: readonly Provider[]): Providers {
  return { all, bySlug: (slug) => all.find((one) => one.slug === slug) ?? null };
}

/**
 * What a session says of the login that it came from: the issuer, and for which organisation.
 *
 * Two organisations can have the same issuer and give different roles by it, so that the issuer alone
 * would let a login at one of them open the other. An issuer has no fragment, so the two stay apart.
 */
export function sessionIssuerOf({ issuer, slug }: Provider): string {
  return `${issuer}#${slug}`;
}
