import type { z } from 'zod';
import { type Answer, addressOf, type Call, type Endpoint } from '#contract/endpoint.ts';
import { type Problem, problem } from '#contract/problem.ts';

/** The server said no: its problem, with a sentence for people. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(told: Problem) {
    super(told.detail);
    this.problem = told;
  }
}

/** What a call sends besides its address: the version that was seen, and the key that repeats it. */
export type WriteOptions = { readonly version?: number; readonly idempotencyKey?: string };

/**
 * Calls an endpoint and reads the answer with the schema that the server wrote it by.
 *
 * Throws `ApiProblem` where the server refuses, and lets network errors through.
 */
export async function callApi<E extends Endpoint>(
  endpoint: E,
  call: Call<E>,
  { version, idempotencyKey }: WriteOptions = {},
): Promise<Answer<E>> {
  const response = await fetch(addressOf(endpoint, call), {
    method: endpoint.method,
    headers: {
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  if (!response.ok) throw new ApiProblem(problem.parse(await response.json()));
  if (endpoint.answer === 'csv') return (await response.text()) as Answer<E>;
  const body: unknown = endpoint.status === 204 ? null : await response.json();
  return (endpoint.answer as z.ZodType<Answer<E>>).parse(body);
}

/** True for a refusal that trying again cannot help. */
export function isRefusal(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.status < 500;
}

/** The refusal's code, or null for anything else. */
export function refusalCode(error: unknown): string | null {
  return isRefusal(error) ? error.problem.code : null;
}
