import type { RefusalCode } from '#contract/refusals.ts';
import type { Database, OrganisationTransaction, Scope } from '../db/database.ts';
import type { KeptAnswers } from './answers.ts';

/** What the slices are given when the app is built. */
export type Dependencies = {
  readonly database: Database;
  /** Tells the time; the only place where it comes from. */
  readonly clock: () => Date;
  /** Answers that still hold. */
  readonly answers: KeptAnswers;
  /** Whom a request comes from; there is one demo person until there are accounts. */
  readonly personId: string;
};

/** What a service works with when it reads. */
export type ReadContext = { readonly trx: OrganisationTransaction; readonly scope: Scope };

/** What a service works with when it writes. */
export type WriteContext = ReadContext & { readonly now: Date; readonly requestId: string };

/**
 * Why a service said no. A stale version or a taken entry carries what was sent and what holds now,
 * so that a person can choose.
 */
export type Refusal = {
  readonly code: RefusalCode | 'organisation_not_found';
  readonly conflict?: { readonly yours: unknown; readonly current: unknown };
};
