import type { z } from 'zod';
import { type Answer, addressOf, type Call, type Endpoint } from '#contract/endpoint.ts';
import { type Problem, problem } from '#contract/problem.ts';

/** The server said no: its problem, with a sentence for people. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  /** The seconds to wait before another try, where the server asks for it. */
  readonly retryAfter: number | null;
  /** The moment from which another try is taken, in milliseconds. */
  readonly mayTryAt: number | null;

  constructor(told: Problem, retryAfter: number | null = null) {
    super(told.detail);
    this.problem = told;
    this.retryAfter = retryAfter;
    this.mayTryAt = retryAfter === null ? null : Date.now() + retryAfter * 1_000;
  }
}

const listeners = new Set<(code: string) => void>();

/** Hears the code of every problem that any call meets. Gives the way to stop hearing. */
export function hearProblems(listener: (code: string) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
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
  if (!response.ok) throw await problemOf(response);
  if (endpoint.answer === 'csv' || endpoint.answer === 'json') {
    return (await response.text()) as Answer<E>;
  }
  if (endpoint.answer === 'docx') {
    return new Uint8Array(await response.arrayBuffer()) as Answer<E>;
  }
  const body: unknown = endpoint.status === 204 ? null : await response.json();
  return (endpoint.answer as z.ZodType<Answer<E>>).parse(body);
}

async function problemOf(response: Response): Promise<ApiProblem> {
  return toldProblem(await response.json(), response.headers.get('retry-after'));
}

/** The problem that an answer tells, after everybody who hears problems has heard it. */
export function toldProblem(body: unknown, retryAfter: string | null): ApiProblem {
  const told = problem.parse(body);
  for (const listener of listeners) listener(told.code);
  const seconds = retryAfter ?? '';
  return new ApiProblem(told, /^\d{1,6}$/u.test(seconds) ? parseInt(seconds, 10) : null);
}

/** True for a code that says that the session is over, or was never whole. */
export function isSignedOut(code: string | null): boolean {
  return code === 'not_signed_in' || code === 'second_factor_missing';
}

/** True for a refusal that trying again cannot help. */
export function isRefusal(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.status < 500;
}

/** The refusal's code, or null for anything else. */
export function refusalCode(error: unknown): string | null {
  return isRefusal(error) ? error.problem.code : null;
}
