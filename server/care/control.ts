import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { parseAnchors } from '../audit/anchors.ts';
import type { Database } from '../db/database.ts';
import { writeBackup } from './backup.ts';
import { checkDatabase } from './check.ts';
import { verifyLogs } from './verify-log.ts';

/** How a command reaches the server that has the data directory. */
const controlFile = z.object({ port: z.int(), secret: z.string(), pid: z.int() });

/** See `readControlFile`. */
export type ControlFile = z.infer<typeof controlFile>;

const fileIn = (dataDirectory: string): string => path.join(dataDirectory, 'control.json');

/** What the server that has a data directory has written there, or null where that cannot be read. */
export function readControlFile(dataDirectory: string): ControlFile | null {
  try {
    return controlFile.parse(JSON.parse(readFileSync(fileIn(dataDirectory), 'utf8')));
  } catch {
    return null;
  }
}

/** What a command asks for, as the path of its address. */
export type ControlCommand = 'backup' | 'check' | 'verify-log';

/** The body of `verify-log`: anchors as their lines. */
export const verifyLogBody = z.object({ anchors: z.string() });

/**
 * How long a reader of a backup may stand still before it is left, in milliseconds; Node may take
 * twice that to see it. Everybody else waits for the embedded database meanwhile.
 */
const stallLimit = 15_000;

type Held = { readonly database: Database; readonly dataDirectory: string };

/**
 * Lets commands on this machine reach the embedded database, which no second process may open.
 *
 * The server listens on a port of its own on 127.0.0.1 and answers whoever can read `control.json` in
 * the data directory, which is its owner alone. `close()` ends it and removes the file.
 */
export async function startControl({ database, dataDirectory }: Held): Promise<{
  readonly close: () => Promise<void>;
}> {
  const secret = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => {
    void answer({ database, secret }, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No TCP port');
  writeControlFile(dataDirectory, { port: address.port, secret, pid: process.pid });
  return {
    close: async () => {
      if (readControlFile(dataDirectory)?.secret === secret) {
        rmSync(fileIn(dataDirectory), { force: true });
      }
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

// Renamed into place, so that nobody reads half of it; one that a killed server left is replaced.
function writeControlFile(dataDirectory: string, content: ControlFile): void {
  const file = fileIn(dataDirectory);
  rmSync(`${file}.ny`, { force: true });
  writeFileSync(`${file}.ny`, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(`${file}.ny`, file);
}

async function answer(
  { database, secret }: { readonly database: Database; readonly secret: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (!isSecret(request.headers.authorization, secret)) {
      reply(response, 401, { message: 'Fel hemlighet' });
      return;
    }
    const command = request.method === 'POST' ? request.url : undefined;
    await carryOut(command, { database, request, response });
  } catch (error) {
    if (response.headersSent) response.destroy();
    else reply(response, 500, { message: error instanceof Error ? error.message : String(error) });
  }
}

async function carryOut(
  command: string | undefined,
  { database, request, response }: Pick<Held, 'database'> & Exchange,
): Promise<void> {
  if (command === ('/backup' satisfies `/${ControlCommand}`)) {
    // Whoever asked and then went away, or was stopped, must not hold the database.
    response.setTimeout(stallLimit, () => response.destroy());
    await writeBackup(database, response, new Date());
  } else if (command === ('/check' satisfies `/${ControlCommand}`)) {
    reply(response, 200, await checkDatabase(database));
  } else if (command === ('/verify-log' satisfies `/${ControlCommand}`)) {
    const { anchors } = verifyLogBody.parse(await json(request));
    reply(response, 200, await verifyLogs(database, parseAnchors(anchors)));
  } else {
    reply(response, 404, { message: 'Okänt kommando' });
  }
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

// Hashed first, since only texts of equal length can be compared in equal time.
function isSecret(authorization: string | undefined, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${secret}`));
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
