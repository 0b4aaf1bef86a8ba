import type { z } from 'zod';
import type { beslutInput } from '#contract/beslut.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import type { Refusal, WriteContext } from '../plugins/context.ts';
import { beslutExists, insertBeslut } from './queries.ts';

type Choice = {
  readonly beslutId: string | null;
  readonly beslut: z.output<typeof beslutInput> | null;
};

/** The decision that an amount comes from: one that is there, or a new one entered along with it. */
export async function resolveBeslut(
  context: WriteContext,
  { beslutId, beslut }: Choice,
): Promise<Result<string, Refusal>> {
  if (beslutId !== null && beslut !== null) return refused({ code: 'beslut_given_twice' });
  if (beslutId !== null) {
    const exists = await beslutExists(context.trx, beslutId);
    return exists ? accepted(beslutId) : refused({ code: 'beslut_not_found' });
  }
  if (beslut === null) return refused({ code: 'beslut_missing' });
  const after = { beslutId: newId(), ...beslut };
  await insertBeslut(context, after);
  const event = { action: 'createBeslut', entityId: after.beslutId, before: null, after };
  await appendAudit(context, event);
  return accepted(after.beslutId);
}
