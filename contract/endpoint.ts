import type { z } from 'zod';
import type { Right } from '#domain/rights.ts';

/**
 * Who may call an operation: those whose role in the organisation of the address has the right;
 * anyone; anyone who is signed in; or the operators of the installation.
 */
export type Access = Right | 'anyone' | 'signedIn' | 'operator';

/** The files that an endpoint can answer with. */
export type FileKind = 'csv' | 'docx' | 'json';

/**
 * One operation of the API: the constant that the server registers and the web calls.
 *
 * `path` has its parameters as `:name`. `answer` is the schema of the body when all went well, or
 * the kind of a file. `needsVersion` means that a call must name the version it saw in `If-Match`.
 */
export type Endpoint = {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** What is sent: JSON of a schema, a file as raw bytes (`application/octet-stream`), or nothing. */
  readonly body: z.ZodType | 'file' | null;
  readonly needsVersion: boolean;
  readonly status: 200 | 201 | 204;
  readonly answer: z.ZodType | FileKind;
  /** An answer that is shown once and stored nowhere: a repeated call makes a new one. */
  readonly isAnswerSecret?: boolean;
  /** A call that is sent something, reads it and changes nothing: it leaves no row in the log. */
  readonly keepsNothing?: boolean;
  /** An answer that also shows what leaves no row in the log, and so is never kept. */
  readonly showsUnlogged?: boolean;
};

/** Declares an endpoint and keeps the exact types of its schemas. */
export function endpoint<const E extends Endpoint>(declared: E): E {
  return declared;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What the server's function for an endpoint is given, parsed. */
export type Request<E extends Endpoint> = {
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
};

/** What a caller of an endpoint sends, before it is parsed. */
export type Call<E extends Endpoint> = {
  readonly params: { readonly [name in keyof z.input<E['params']>]: string };
  readonly query?: Sent<E['query']>;
  readonly body?: Sent<E['body']>;
};

/** The answer of an endpoint when all went well. */
export type Answer<E extends Endpoint> = E['answer'] extends z.ZodType
  ? z.output<E['answer']>
  : E['answer'] extends 'docx'
    ? Uint8Array
    : string;

/** The address of a call: the endpoint's path with its parameters put in, and the query after it. */
export function addressOf<E extends Endpoint>(declared: E, call: Call<E>): string {
  const path = declared.path.replace(/:(\w+)/gu, (_, name: string) => {
    const value = (call.params as { readonly [name: string]: string | undefined })[name];
    if (value === undefined) throw new Error(`${declared.operationId} needs ${name}`);
    return encodeURIComponent(value);
  });
  const query = Object.entries(call.query ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (one) => `${name}=${encodeURIComponent(String(one))}`,
    ),
  );
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}
