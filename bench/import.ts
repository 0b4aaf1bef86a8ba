import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { addressOf } from '#contract/endpoint.ts';
import { importUtfallFile, readUtfallFile } from '#contract/utfall.ts';
import { enterAsEkonom } from '../server/faults/ground.ts';
import { startServer } from '../server/faults/server-process.ts';
import { embeddedStore } from '../server/faults/store.ts';
import { type Comparison, compare } from './measure.ts';
import { memoryOf } from './servers.ts';
import { measureIn, writeLedger } from './sie.ts';

const large = 200;
const small = 2;
const rounds = 3;

/** What one import cost: seconds of the preview and of the import, and the server's peak in MiB. */
type Cost = { readonly preview: number; readonly import: number; readonly peak: number };

/**
 * A file taken in over HTTP, on the embedded database: preview and import of a large one beside only
 * splitting the same file, and the most memory that the server held, beside that for a small one.
 */
export async function compareImports(): Promise<Comparison[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tkr-bench-import-'));
  try {
    const largeFile = await writeLedger(path.join(folder, 'stor.se'), large);
    const smallFile = await writeLedger(path.join(folder, 'liten.se'), small);
    const costs: Cost[] = [];
    let count = 0;
    const cost = (file: string): Promise<Cost> => {
      count += 1;
      return costOf(path.join(folder, `data-${count}`), file);
    };
    const title = `SIE 4 genom HTTP, ${large} MB, till sparad import`;
    const time = await compare({ title, unit: 's', rounds }, [
      {
        name: 'dela i rader och fält',
        measure: async () => (await measureIn('split', largeFile)).seconds,
      },
      {
        name: 'importUtfallFile',
        measure: async () => {
          const own = await cost(largeFile);
          costs.push(own);
          return own.import;
        },
      },
      { name: 'readUtfallFile', measure: () => costs.at(-1)?.preview ?? Number.NaN },
    ]);
    const memory = await compare({ title: 'Serverns mesta minne (RSS)', unit: 'MiB', rounds }, [
      {
        name: `läst och importerad, ${small} MB`,
        measure: async () => (await cost(smallFile)).peak,
      },
      {
        name: `läst och importerad, ${large} MB`,
        measure: () => costs.shift()?.peak ?? Number.NaN,
      },
    ]);
    return [time, memory];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A database of its own each time, and a server that has not made it: that takes more memory than all
// that comes after.
async function costOf(directory: string, file: string): Promise<Cost> {
  const { surroundings } = embeddedStore(directory);
  await (await startServer(surroundings)).stop();
  const server = await startServer(surroundings);
  try {
    const { organisationId, token } = await enterAsEkonom(server.url);
    const params = { organisationId };
    const fileName = path.basename(file);
    const sha256 = await hashOf(file);
    const mapped = { fileName, sha256, mappingVersion: '0' };
    const reading = addressOf(readUtfallFile, { params, query: { fileName } });
    const importing = addressOf(importUtfallFile, { params, query: mapped });
    const preview = await secondsToSend(`${server.url}${reading}`, file, token);
    const taken = await secondsToSend(`${server.url}${importing}`, file, token);
    return { preview, import: taken, peak: memoryOf(server.pid).peak };
  } finally {
    await server.stop();
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function secondsToSend(url: string, file: string, token: string): Promise<number> {
  const start = performance.now();
  const call = request(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      'content-length': statSync(file).size,
    },
  });
  const answered = new Promise<number>((resolve, reject) => {
    call.once('error', reject);
    call.once('response', (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
  });
  await pipeline(createReadStream(file), call);
  const status = await answered;
  if (status !== 200) throw new Error(`${url} svarade ${status}`);
  return (performance.now() - start) / 1_000;
}
