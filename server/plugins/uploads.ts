import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import { maxFileBytes as mostTableBytes } from '../files/tables/limits.ts';
import { type TemporaryFiles, temporaryFiles } from '../files/temporary.ts';
import { bodyTimeout } from './connections.ts';
import type { Dependencies, ReadContext, RequestContext } from './context.ts';
import { admit } from './entrance.ts';
import { readIdempotencyKey } from './idempotency.ts';
import { type Incoming, openIncoming } from './incoming.ts';
import { doWrite, sendKept, visitOf } from './operations.ts';
import { ProblemError } from './problems.ts';
import { countReadings, type Readings } from './readings.ts';
import { type Asked, askedOf, type Outcome, routeOf, toAnswer, valueOf } from './routing.ts';

/** What files on their way in share: their limits, a folder, and how many there may be. */
export type Uploads = {
  /** The largest file, and the largest that is a table, in bytes. */
  readonly limits: { readonly file: number; readonly table: number };
  /** How long a sender may be silent, in milliseconds. */
  readonly silence: number;
  readonly files: TemporaryFiles;
  readonly readings: Readings;
};

/** What is decided about uploads where an app is built. */
export type UploadSettings = {
  readonly folder: string;
  /** The largest file, in bytes. */
  readonly mostBytes: number;
  /** See `Uploads`. */
  readonly silence?: number;
};

/** Makes what uploads share. */
export function openUploads({ folder, mostBytes, silence = bodyTimeout }: UploadSettings): Uploads {
  return {
    limits: { file: mostBytes, table: Math.min(mostBytes, mostTableBytes) },
    silence,
    files: temporaryFiles(folder),
    readings: countReadings(),
  };
}

/** What an upload does with its file before any transaction. What it leaves on disk it removes. */
type Receive<E extends Endpoint, Received> = (
  incoming: Incoming,
  asked: Asked<E>,
  uploads: Uploads,
) => Promise<Received & Kept>;

/** What was received, and the way to be rid of it. */
type Kept = { readonly sha256: string; readonly remove: () => Promise<void> };

type Handle = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/**
 * Registers an operation that is sent a file and answers what is in it, keeping nothing.
 *
 * Who asks is checked before a byte is read, and no transaction is open while bytes arrive.
 */
export function registerFileReading<E extends Endpoint, Received>(
  app: FastifyInstance,
  dependencies: Dependencies,
  endpoint: E,
  receive: Receive<E, Received>,
  service: (context: ReadContext, asked: Asked<E>, received: Received) => Promise<Outcome<E>>,
): void {
  const { database } = dependencies;
  registerFile(app, endpoint, async (request, reply) => {
    const asked = askedOf(endpoint, request);
    const received = await receiveFor(dependencies, endpoint, { request, reply, asked }, receive);
    const { wish, entry, now } = visitOf(dependencies, endpoint, request);
    const answer = await thenRemove(
      received,
      database.enter({ ...entry, onlyReads: true }, async (trx, entered) => {
        const { caller, standing } = admit(dependencies, wish, entered);
        const scope = { organisationId: wish.organisationId, personId: caller.personId };
        const context = { trx, scope, role: standing.role, now };
        return toAnswer(reply, endpoint, valueOf(await service(context, asked, received)));
      }),
    );
    return sendKept(reply.status(endpoint.status), answer);
  });
}

/**
 * Registers an operation that is sent a file and writes what is in it: the file is read first, and
 * then one transaction holds all of the write, as for any other.
 */
export function registerFileWrite<E extends Endpoint, Received>(
  app: FastifyInstance,
  dependencies: Dependencies,
  endpoint: E,
  receive: Receive<E, Received>,
  service: (context: RequestContext, asked: Asked<E>, received: Received) => Promise<Outcome<E>>,
): void {
  registerFile(app, endpoint, async (request, reply) => {
    readIdempotencyKey(request.headers['idempotency-key']);
    const asked = askedOf(endpoint, request);
    const received = await receiveFor(dependencies, endpoint, { request, reply, asked }, receive);
    const wanted = { ...asked, body: received.sha256 };
    const answer = await thenRemove(
      received,
      doWrite(dependencies, endpoint, { request, reply, wanted }, (context) =>
        service(context, asked, received),
      ),
    );
    return sendKept(reply, answer);
  });
}

// Before the answer goes: whoever has it finds nothing left.
async function thenRemove<Value>({ remove }: Kept, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } finally {
    await remove();
  }
}

// In a scope of its own: only here is a body something else than JSON.
function registerFile(app: FastifyInstance, endpoint: Endpoint, handler: Handle): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', (_request, _payload, done) =>
      done(null),
    );
    scope.addContentTypeParser('*', (_request, _payload, done) =>
      done(new ProblemError('media_type_not_file')),
    );
    scope.route({ ...routeOf(endpoint), handler });
  });
}

type FileCall<E extends Endpoint> = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly asked: Asked<E>;
};

async function receiveFor<E extends Endpoint, Received>(
  dependencies: Dependencies,
  endpoint: E,
  { request, reply, asked }: FileCall<E>,
  receive: Receive<E, Received>,
): Promise<Received & Kept> {
  const { database, uploads } = dependencies;
  const { wish, entry } = visitOf(dependencies, endpoint, request);
  await database.enter({ ...entry, onlyReads: true }, async (_trx, entered) => {
    admit(dependencies, wish, entered);
  });
  if (request.headers['content-type'] === undefined) throw new ProblemError('media_type_not_file');
  const end = uploads.readings.begin();
  try {
    const limits = { mostBytes: uploads.limits.file, silence: uploads.silence };
    return await receive(openIncoming(request.raw, reply.raw, limits), asked, uploads);
  } finally {
    end();
  }
}
