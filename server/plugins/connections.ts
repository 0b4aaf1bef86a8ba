import {
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError, FastifyReply, FastifyRequest } from 'fastify';
import { problemStatus } from '#contract/refusals.ts';
import { newId } from '../ids.ts';
import { closedHeaders } from './headers.ts';
import { bodyOfProblem, type Description, describe, sendProblem } from './problems.ts';

/**
 * What one connection may cost, whoever is at the other end. Node's own values are longer, or none;
 * a form or a table is sent in a moment. Source: ASVS 5.0 15.2.2.
 */
export const httpLimits = {
  /** All headers together, the address among them, in bytes. */
  maxHeaderSize: 16 * 1024,
  /** From the first byte to the last header, in milliseconds. */
  headersTimeout: 10_000,
  /** How often those are looked for that take longer, in milliseconds. */
  connectionsCheckingInterval: 1_000,
  requireHostHeader: true,
  // Never the lenient parser, whatever Node is started with: what two programs read differently
  // lets one request hide in another. Source: ASVS 5.0 4.2.1.
  insecureHTTPParser: false,
} as const satisfies ServerOptions;

/** The same, where Fastify has a word of its own. */
export const connectionLimits = {
  /** From the first byte to the last of a request, a file with it, in milliseconds. */
  requestTimeout: 60 * 60_000,
  /** How long a connection lives on which nothing moves, either way, in milliseconds. */
  connectionTimeout: 60_000,
  /** How long a connection waits for the next request: longer than the proxies in front do. */
  keepAliveTimeout: 72_000,
  bodyLimit: 1024 * 1024,
} as const;

/**
 * From the headers of a request to its last byte, in milliseconds, for all that is no file; and how
 * long the sender of a file may be silent.
 */
export const bodyTimeout = 30_000;

const bodyTimers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** Closes connections whose body takes longer than it may, unless it is let off. */
export function cutSlowBodies(server: Server, milliseconds: number): void {
  // First of all listeners: what lets a request off comes after.
  server.prependListener('request', (request) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if ((length === undefined || length === '0') && encoding === undefined) return;
    const timer = setTimeout(() => {
      if (request.complete) return;
      refuseConnection({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, request.socket);
    }, milliseconds).unref();
    bodyTimers.set(request, timer);
    request.once('close', () => clearTimeout(timer));
  });
}

/** Lets the body of a request take its time: somebody else looks after that it goes on. */
export function letTakeTime(request: IncomingMessage): void {
  const timer = bodyTimers.get(request);
  if (timer === undefined) return;
  clearTimeout(timer);
  // While a file is worked on nothing moves on its connection, either way.
  request.socket.setTimeout(0);
}

/** How many connections are open at once; the next one is not taken. */
export const mostConnections = 1_000;

/** Answers what Node could not read as a request, and closes the connection. */
export function refuseConnection(error: Pick<ConnectionError, 'code'>, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable && !isAnswering(socket)) socket.write(answerOf({ code: codeOf(error) }));
  socket.destroy();
}

// While an earlier request on the connection is being answered, a word here would be taken for that
// answer. A request whose own body is what is broken has reached nobody yet.
function isAnswering(socket: Socket): boolean {
  const { _httpMessage: answer = null } = socket as { _httpMessage?: ServerResponse | null };
  return answer !== null && (answer.headersSent || answer.req.complete);
}

function codeOf({ code }: Pick<ConnectionError, 'code'>): Description['code'] {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers_too_large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request_too_slow' : 'request_malformed';
}

function answerOf(description: Description): string {
  const body = JSON.stringify(bodyOfProblem(description, newId()));
  const status = problemStatus[description.code];
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': `${Buffer.byteLength(body)}`,
    connection: 'close',
    ...closedHeaders,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}

/** Answers an address that Fastify could not read, before any route or hook. */
export function refuseAddress(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(closedHeaders);
  sendProblem(request, reply, describe(error, request));
}
