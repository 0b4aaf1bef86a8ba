import type { ProblemCode } from '#contract/refusals.ts';
import { refused } from '#domain/result.ts';
import type { Role } from '#domain/rights.ts';
import type { Database, OrganisationTransaction, Scope } from '../db/database.ts';
import type { Letter, Mail } from '../mail.ts';
import type { Providers } from '../oidc/providers.ts';
import type { KeptAnswers } from './answers.ts';
import type { Recognised } from './recognised.ts';
import type { Uploads } from './uploads.ts';
import type { Watch, WatchEvent, WatchFacts } from './watch.ts';

/** What the slices are given when the app is built. */
export type Dependencies = {
  readonly database: Database;
  /** Tells the time; the only place where it comes from. */
  readonly clock: () => Date;
  /** Answers that still hold. */
  readonly answers: KeptAnswers;
  /** Sessions and tokens that hold, or held lately. */
  readonly recognised: Recognised;
  /** Where security events are told. */
  readonly watch: Watch;
  /** Sends letters; null where no server for them is configured. */
  readonly mail: Mail | null;
  /** Where people log in with their employer, by organisation. */
  readonly providers: Providers;
  /** The address that people reach Tkr at, where it is configured: `https://tkr.kommunen.se`. */
  readonly publicUrl: URL | null;
  /** How files come in. */
  readonly uploads: Uploads;
};

/** What a service works with when it reads. */
export type ReadContext = {
  readonly trx: OrganisationTransaction;
  readonly scope: Scope;
  readonly role: Role;
  readonly now: Date;
};

/** What a change in an organisation's log is made of, besides the change. */
export type WriteContext = {
  readonly trx: OrganisationTransaction;
  readonly scope: Scope;
  readonly now: Date;
  readonly requestId: string;
  /** As what the person did it, and with which token; both are unknown where nobody asked. */
  readonly role?: Role;
  readonly tokenId?: string | null;
};

/** What a service works with when a request asks it to write. */
export type RequestContext = WriteContext & {
  /** The address that the request came to, for links that are handed over. */
  readonly origin: string;
  /** Tells the security watch who asked, where, and `more`, once all is saved. */
  readonly tell: (event: WatchEvent, more?: WatchFacts) => void;
  /** Sends a letter once all is saved; gives its address, or null where there are no letters. */
  readonly send: (letter: Letter) => string | null;
};

/**
 * Why a service said no. A stale version or a taken entry carries what was sent and what holds now,
 * so that a person can choose.
 */
export type Refusal = {
  readonly code: ProblemCode;
  readonly conflict?: { readonly yours: unknown; readonly current: unknown };
  /** Seconds until it is worth trying again. */
  readonly retryAfter?: number;
};

/** Says no to a write that saw an older version, with both values. */
export function stale(
  yours: unknown,
  current: unknown,
): { readonly ok: false; readonly refusal: Refusal } {
  return refused<Refusal>({ code: 'version_stale', conflict: { yours, current } });
}
