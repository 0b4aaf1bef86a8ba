import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Writable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Anchor, anchorLine } from '../audit/anchors.ts';
import type { DataDirectoryInUse } from '../db/data-directory-lock.ts';
import type { Checked } from './check.ts';
import { type ControlCommand, type ControlFile, readControlFile } from './control.ts';
import { Told } from './told.ts';
import type { VerifiedLogs } from './verify-log.ts';

/** The process that has the data directory does not answer commands: the sentence says what to do. */
export class ServerSilent extends Told {}

/** The same questions that are asked of a database, put to the server that has it. */
export type AskedServer = {
  readonly check: () => Promise<Checked>;
  readonly verifyLogs: (anchors: readonly Anchor[]) => Promise<VerifiedLogs>;
  readonly backup: (to: Writable) => Promise<void>;
};

/**
 * Reaches the server that holds the lock of a data directory, through its `control.json`.
 *
 * Throws `ServerSilent` where there is none, where it is left from another process than the one that
 * holds the lock, and, at each question, where nobody answers.
 */
export function askServer(inUse: DataDirectoryInUse): AskedServer {
  const control = readControlFile(inUse.directory);
  const { pid } = inUse.holder ?? {};
  // A server that was killed left its file behind, and another one is just starting.
  if (control === null || (pid !== undefined && control.pid !== pid)) throw silent(inUse);
  const ask = async (command: ControlCommand, body?: unknown): Promise<IncomingMessage> => {
    const response = await send(control, command, body).catch((error: unknown) => {
      throw silent(inUse, error);
    });
    if (response.statusCode === 200) return response;
    const { message } = (await json(response)) as { readonly message: string };
    if (response.statusCode === 401) throw silent(inUse, new Error(message));
    throw new Error(message);
  };
  return {
    check: async () => (await json(await ask('check'))) as Checked,
    verifyLogs: async (anchors) => {
      const body = { anchors: anchors.map(anchorLine).join('\n') };
      return (await json(await ask('verify-log', body))) as VerifiedLogs;
    },
    backup: async (to) => pipeline(await ask('backup'), to),
  };
}

async function send(
  { port, secret }: ControlFile,
  command: ControlCommand,
  body: unknown = {},
): Promise<IncomingMessage> {
  const asked = request({
    host: '127.0.0.1',
    port,
    method: 'POST',
    path: `/${command}`,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
  });
  asked.end(JSON.stringify(body));
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return response;
}

function silent({ directory, holder }: DataDirectoryInUse, cause?: unknown): ServerSilent {
  const who = holder === undefined ? 'en annan process' : `process ${holder.pid}`;
  return new ServerSilent(
    `Datakatalogen ${directory} används av ${who}, som inte svarar på kommandon. Ingenting har gjorts. ` +
      'Startar Tkr just nu: vänta och kör kommandot igen. Annars: stoppa Tkr och kör kommandot medan det står stilla.',
    { cause },
  );
}
