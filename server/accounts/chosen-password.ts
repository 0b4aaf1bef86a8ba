import { accepted, type Result, refused } from '#domain/result.ts';
import type { Refusal } from '../plugins/context.ts';
import { hashPassword } from './password-hash.ts';
import { refusalOfPassword } from './password-rules.ts';

type Words = { readonly email: string; readonly words: readonly string[] };

/**
 * The hash of a password that somebody chooses, or why it is not taken. `words` are what it may not
 * be built on. Takes a fifth of a second: no transaction is held meanwhile.
 */
export async function hashChosen(password: string, words: Words): Promise<Result<string, Refusal>> {
  const refusal = refusalOfPassword(password, words);
  return refusal === null ? accepted(await hashPassword(password)) : refused({ code: refusal });
}
