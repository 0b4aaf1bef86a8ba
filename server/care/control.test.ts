import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Anchor } from '../audit/anchors.ts';
import { DataDirectoryInUse } from '../db/data-directory-lock.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { fill } from '../testing/filled.ts';
import { filledIds } from '../testing/filled-ids.ts';
import { askServer, ServerSilent } from './ask-server.ts';
import { saveBackup, writeBackup } from './backup.ts';
import { checkDatabase } from './check.ts';
import { type ControlFile, startControl } from './control.ts';
import { verifyLogs } from './verify-log.ts';

let owner: TestDatabase;
let database: Database;
let dataDirectory: string;
let control: Awaited<ReturnType<typeof startControl>>;

beforeAll(async () => {
  owner = await createTestDatabase();
  database = createDatabase(owner.kysely);
  await fill(owner.kysely);
});
afterAll(() => owner.drop());
beforeEach(async () => {
  dataDirectory = mkdtempSync(path.join(tmpdir(), 'tkr-control-'));
  control = await startControl({ database, dataDirectory });
});
afterEach(async () => {
  await control.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});

const file = (): string => path.join(dataDirectory, 'control.json');
const written = (): ControlFile => JSON.parse(readFileSync(file(), 'utf8')) as ControlFile;

const inUse = (pid = process.pid): DataDirectoryInUse =>
  new DataDirectoryInUse(dataDirectory, { pid, host: 'här', started: '2026-11-22T08:00:00Z' });

async function statusOf(method: string, url: string, authorization?: string): Promise<number> {
  const headers = authorization === undefined ? {} : { authorization };
  const asked = request({ host: '127.0.0.1', port: written().port, method, path: url, headers });
  asked.end();
  const [response] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

describe('the way to a running server', () => {
  it('is in a file for its owner alone, and is gone with the server', async () => {
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const { pid, port, secret: first } = written();
    expect(pid).toBe(process.pid);
    expect(port).toBeGreaterThan(1023);
    expect(first).toMatch(/^[\w-]{43}$/u);
    await control.close();
    expect(existsSync(file())).toBe(false);
    control = await startControl({ database, dataDirectory });
    expect(written().secret).not.toBe(first);
  });

  it('replaces what a killed server left, and does not take away what another one wrote', async () => {
    await control.close();
    writeFileSync(file(), '{"port":1}', { mode: 0o644 });
    control = await startControl({ database, dataDirectory });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const newer = await startControl({ database, dataDirectory });
    await control.close();
    expect(existsSync(file())).toBe(true);
    control = newer;
  });

  it('is closed to whoever does not have the secret', async () => {
    const { secret } = written();
    expect(await statusOf('POST', '/check')).toBe(401);
    expect(await statusOf('POST', '/check', secret)).toBe(401);
    expect(await statusOf('POST', '/check', `Bearer ${secret.slice(0, -1)}`)).toBe(401);
    expect(await statusOf('POST', '/backup', `Bearer ${secret}x`)).toBe(401);
    expect(await statusOf('POST', '/check', `Bearer ${secret}`)).toBe(200);
  });

  it('knows its commands and no others', async () => {
    const authorization = `Bearer ${written().secret}`;
    expect(await statusOf('GET', '/check', authorization)).toBe(404);
    expect(await statusOf('POST', '/', authorization)).toBe(404);
    expect(await statusOf('POST', '/check?x', authorization)).toBe(404);
  });
});

describe('a command to a running server', () => {
  it('gives what the database itself would have given', async () => {
    const server = askServer(inUse());
    expect(await server.check()).toEqual(await checkDatabase(database));
    const wrong: Anchor = {
      day: '2026-11-22',
      organisationId: filledIds.adalen,
      seq: '2',
      hash: 'a'.repeat(64),
    };
    expect(await server.verifyLogs([wrong])).toEqual(await verifyLogs(database, [wrong]));
    expect((await server.verifyLogs([wrong])).ok).toBe(false);
    expect((await server.verifyLogs([])).ok).toBe(true);
  });

  it('makes the backup that the database itself would have made', async () => {
    const [asked, own] = ['frågad', 'egen'].map((name) => path.join(dataDirectory, `${name}.tkr`));
    await saveBackup(asked ?? '', askServer(inUse()).backup);
    await saveBackup(own ?? '', (to) => writeBackup(database, to, new Date()));
    const rowsIn = (name = '') =>
      gunzipSync(readFileSync(name)).toString('utf8').split('\n').slice(1, -2);
    expect(rowsIn(asked)).toEqual(rowsIn(own));
  });

  it('leaves no file where the server goes away in the middle', async () => {
    const name = path.join(dataDirectory, 'halv.tkr');
    const half = createServer((_, response) => {
      response.writeHead(200);
      response.write('hälften', () => response.destroy());
    });
    half.listen(0, '127.0.0.1');
    await once(half, 'listening');
    const { port } = half.address() as { readonly port: number };
    writeFileSync(file(), JSON.stringify({ ...written(), port }));
    const made = saveBackup(name, askServer(inUse()).backup);
    await expect(made).rejects.toThrow('ingen fil har lämnats kvar: aborted. Databasen är orörd');
    expect([existsSync(name), existsSync(`${name}.part`)]).toEqual([false, false]);
    half.close();
  });

  it('that is given up lets go of the database', async () => {
    const { port, secret } = written();
    for (const command of ['/backup', '/check', '/verify-log']) {
      const asked = request({
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: command,
        headers: { authorization: `Bearer ${secret}` },
      });
      asked.on('error', () => undefined);
      asked.end('{"anchors":""}');
      await once(asked, 'finish');
      asked.destroy();
    }
    const { rows } = await sql<{ one: number }>`SELECT 1 AS one`.execute(owner.kysely);
    expect(rows).toEqual([{ one: 1 }]);
    expect((await askServer(inUse()).check()).findings).toEqual([]);
  });

  it('says what went wrong in the server', async () => {
    await control.close();
    const broken: Database = {
      ...database,
      asOwner: async () => {
        throw new Error('Databasen är borta');
      },
    };
    control = await startControl({ database: broken, dataDirectory });
    await expect(askServer(inUse()).check()).rejects.toThrow('Databasen är borta');
    const backup = saveBackup(path.join(dataDirectory, 'x.tkr'), askServer(inUse()).backup);
    await expect(backup).rejects.toThrow('Databasen är borta');
  });
});

describe('a server that does not answer', () => {
  const sentence = /används av process \d+, som inte svarar på kommandon. Ingenting har gjorts/u;

  it('is one that has written nothing, or whose file is from another process', () => {
    expect(() => askServer(inUse(1))).toThrow(sentence);
    rmSync(file());
    expect(() => askServer(inUse())).toThrow(ServerSilent);
    writeFileSync(file(), 'null');
    expect(() => askServer(inUse())).toThrow(sentence);
  });

  it('is one whose port is closed, or somebody else’s by now', async () => {
    const left = written();
    writeFileSync(file(), JSON.stringify({ ...left, secret: 'x'.repeat(43) }));
    await expect(askServer(inUse()).check()).rejects.toThrow(sentence);
    await control.close();
    writeFileSync(file(), JSON.stringify(left));
    await expect(askServer(inUse()).check()).rejects.toThrow(sentence);
    control = await startControl({ database, dataDirectory });
  });
});
