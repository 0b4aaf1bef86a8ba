import { appendAudit } from '../audit/queries.ts';
import { type AccountsTransaction, openOrganisation, returnToAccounts } from '../db/database.ts';
import type { OwnDesk } from '../plugins/account-operations.ts';
import { belongingsOf } from './queries.ts';

type Doing = {
  readonly personId: string;
  readonly now: Date;
  readonly requestId: string;
  readonly action: string;
  readonly after: { readonly [fact: string]: string | boolean | null };
};

/**
 * Writes what a person did with their account to the log of every organisation that they belong to:
 * each one's revisor sees who has come in, and nobody sees where else they belong.
 */
export async function logForPerson(
  trx: AccountsTransaction,
  { personId, now, requestId, action, after }: Doing,
): Promise<void> {
  const belongings = await belongingsOf(trx, personId);
  // Always in the same order, so that two at once do not wait for each other.
  const ordered = belongings.map(({ organisationId }) => organisationId).toSorted();
  for (const organisationId of ordered) {
    const standing = await openOrganisation(trx, { organisationId, personId });
    if (standing === null) continue;
    const context = {
      trx,
      scope: { organisationId, personId },
      now,
      requestId,
      role: standing.role,
    };
    await appendAudit(context, { action, entityId: personId, before: null, after });
  }
  await returnToAccounts(trx);
}

/** Writes what the person at the desk did with their own account. See `logForPerson`. */
export async function logOwn(
  trx: AccountsTransaction,
  { caller, now, visitor }: OwnDesk,
  action: string,
  after: Doing['after'],
): Promise<void> {
  const { personId } = caller;
  await logForPerson(trx, { personId, now, requestId: visitor.requestId, action, after });
}
