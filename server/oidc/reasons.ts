/**
 * Why a login with the employer was refused, as the security watch is told. The words are stable and
 * say nothing of the person. Source: `docs/single-sign-on.md`.
 */
export type Reason =
  /** The provider did not answer, or not within the limits of time and size. */
  | 'provider_unreachable'
  /** The provider's metadata is another issuer's, or points where it may not. */
  | 'metadata_not_valid'
  /** No login with this state is under way: it is made up, used, too old or another organisation's. */
  | 'state_not_known'
  /** The login was begun in another browser. */
  | 'other_browser'
  /** The provider says no: the person gave up, or may not use Tkr. */
  | 'provider_refused'
  /** The provider does not accept Tkr's own secret: it is wrong or has expired. */
  | 'client_refused'
  /** The code is used, too old, or meant for somebody else. */
  | 'code_not_valid'
  /** The ID token did not pass: signature, issuer, audience, nonce or time. */
  | 'token_not_valid'
  /** The claims give no role in the organisation. */
  | 'role_missing'
  /** The login was weaker than the organisation asks for. */
  | 'factor_missing'
  /** The organisation that the provider is configured for is not there. */
  | 'organisation_not_found'
  /** The person's account is closed. */
  | 'person_disabled';

/** A login that ends here. */
export class LoginRefused extends Error {
  readonly reason: Reason;
  /** Whom the provider told of, where that came out. */
  readonly personId: string | null;

  constructor(reason: Reason, { cause, personId = null }: Circumstances = {}) {
    super(reason, { cause });
    this.reason = reason;
    this.personId = personId;
  }
}

type Circumstances = { readonly cause?: unknown; readonly personId?: string | null };
