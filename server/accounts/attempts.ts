import {
  accountThrottle,
  addressThrottle,
  type ThrottleRule,
  waitSeconds,
} from '#domain/throttle.ts';
import { type AccountsTransaction, lockName } from '../db/database.ts';
import { hashSecret } from './secrets.ts';

/** Something that failed attempts are counted for. */
export type Bucket = {
  readonly kind: 'account' | 'address' | 'device' | 'totp';
  readonly key: string;
};

const ruleOf: { readonly [kind in Bucket['kind']]: ThrottleRule } = {
  account: accountThrottle,
  device: accountThrottle,
  totp: accountThrottle,
  address: addressThrottle,
};

/**
 * What a login counts in. A browser that somebody has logged in from before has a count of its own:
 * whoever guesses elsewhere slows the account for strangers, and not for its owner.
 */
export function bucketsOfLogin(login: {
  readonly email: string;
  readonly address: string;
  readonly knownDevice: string | null;
}): Bucket[] {
  if (login.knownDevice !== null) return [{ kind: 'device', key: login.knownDevice }];
  return [
    { kind: 'account', key: login.email },
    { kind: 'address', key: login.address },
  ];
}

/**
 * What a letter that anybody can ask for counts in: apart from logins, which it slows nowhere. No
 * address of a person or of a network has a space in it.
 */
export function bucketsOfLetter(asked: {
  readonly email: string;
  readonly address: string;
}): Bucket[] {
  return [
    { kind: 'account', key: `letter ${asked.email}` },
    { kind: 'address', key: `letter ${asked.address}` },
  ];
}

/**
 * Counts an attempt before it is tried, so that many at once do not pass as one, and gives 0; or
 * gives the seconds to wait, and counts nothing.
 */
export async function countAttempt(
  trx: AccountsTransaction,
  buckets: readonly Bucket[],
  now: Date,
): Promise<number> {
  let wait = 0;
  for (const bucket of buckets) {
    // The first attempts have no row to wait for each other at, and would all pass as one.
    await lockName(trx, `${bucket.kind} ${bucket.key}`);
    const row = await trx
      .selectFrom('attempt')
      .select(['failures as count', 'last_at as lastAt'])
      .where('kind', '=', bucket.kind)
      .where('key_hash', '=', hashSecret(bucket.key))
      .executeTakeFirst();
    wait = Math.max(wait, waitSeconds(ruleOf[bucket.kind], row ?? null, now));
  }
  if (wait > 0) return wait;
  for (const bucket of buckets) await countOne(trx, bucket, now);
  return 0;
}

async function countOne(trx: AccountsTransaction, bucket: Bucket, now: Date): Promise<void> {
  const { forgetAfterSeconds } = ruleOf[bucket.kind];
  const forgotten = new Date(now.getTime() - forgetAfterSeconds * 1000);
  await trx
    .insertInto('attempt')
    .values({ kind: bucket.kind, key_hash: hashSecret(bucket.key), failures: 1, last_at: now })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'key_hash']).doUpdateSet((row) => ({
        failures: row
          .case()
          .when('attempt.last_at', '<', forgotten)
          .then(1)
          .else(row('attempt.failures', '+', 1))
          .end(),
        last_at: now,
      })),
    )
    .execute();
}

/** Takes an attempt back that succeeded: the account's count is over, the address's is one less. */
export async function forgiveAttempt(
  trx: AccountsTransaction,
  buckets: readonly Bucket[],
): Promise<void> {
  for (const { kind, key } of buckets) {
    const at = trx.updateTable('attempt').where('kind', '=', kind);
    const one = hashSecret(key);
    if (kind === 'address') {
      await at
        .set((row) => ({ failures: row('failures', '-', 1) }))
        .where('key_hash', '=', one)
        .where('failures', '>', 1)
        .execute();
    } else {
      await trx
        .deleteFrom('attempt')
        .where('kind', '=', kind)
        .where('key_hash', '=', one)
        .execute();
    }
  }
}
