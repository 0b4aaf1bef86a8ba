import { createHash } from 'node:crypto';
import { canonicalJson } from '#contract/canonical-json.ts';
import type { WriteContext } from './context.ts';
import { ProblemError } from './problems.ts';

/** A write that names itself, so that it can be repeated without being done twice. */
export type KeyedWrite = {
  readonly key: string | null;
  /** Everything that the caller asked for: the same key with another wish is refused. */
  readonly asked: unknown;
};

/** Reads an `Idempotency-Key` header; none is allowed, a strange one is not. */
export function readIdempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header === 'string' && /^[\w-]{8,200}$/u.test(header)) return header;
  throw new ProblemError('idempotency_key_invalid');
}

/**
 * Does a write once for its key, and answers a repetition with the first answer.
 *
 * The key is a row written in the write's own transaction: a write that is refused or lost leaves
 * none, and a repetition that comes while the first is under way waits for it. Source: DESIGN §4.
 */
export async function once<Answer>(
  context: WriteContext,
  { key, asked }: KeyedWrite,
  write: () => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly repeated: boolean }> {
  if (key === null) return { answer: await write(), repeated: false };
  const { trx, scope, now } = context;
  const fingerprint = createHash('sha256').update(canonicalJson(asked)).digest('hex');
  const owner = { organisation_id: scope.organisationId, person_id: scope.personId, key };
  const claimed = await trx
    .insertInto('idempotency_key')
    .values({ ...owner, fingerprint, answer: null, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed === undefined) {
    const first = await trx
      .selectFrom('idempotency_key')
      .select(['fingerprint', 'answer'])
      .where('person_id', '=', scope.personId)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    if (first.fingerprint !== fingerprint) throw new ProblemError('idempotency_key_reused');
    return { answer: JSON.parse(first.answer ?? 'null') as Answer, repeated: true };
  }
  const answer = await write();
  await trx
    .updateTable('idempotency_key')
    .set({ answer: JSON.stringify(answer) })
    .where('person_id', '=', scope.personId)
    .where('key', '=', key)
    .execute();
  return { answer, repeated: false };
}
