import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Problem, problem } from '#contract/problem.ts';
import { everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import { sieFile } from '../testing/sie.ts';

let test: TestApp;
let folder: string;
let port: number;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tkr-uploads-'));
  test = await startTestApp({
    uploads: { folder, mostBytes: 3_000_000, silence: 400 },
    bodyTimeout: 1_000,
  });
  await test.app.listen({ host: '127.0.0.1', port: 0 });
  const address = test.app.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

const files = ['utfall-files/read?fileName=a.se', imported('a.se')];

function imported(fileName: string): string {
  return `utfall-imports?fileName=${fileName}&mappingVersion=0&sha256=${'0'.repeat(64)}`;
}

type Sent = { readonly call: ClientRequest; readonly answer: Promise<Problem> };

/** Begins to send a file; nothing of it has gone yet. */
function begin(
  address: string,
  headers: Readonly<Record<string, string>> = {},
  cookie = test.cookies.ekonom,
): Sent {
  const call = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: `/api/organisations/${test.organisationId}/${address}`,
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/octet-stream',
      ...headers,
    },
  });
  const answer = new Promise<Problem>((resolve, reject) => {
    call.on('error', reject);
    call.on('response', (response) => void bodyOf(response).then(resolve, reject));
  });
  answer.catch(() => undefined);
  call.flushHeaders();
  return { call, answer };
}

async function bodyOf(response: IncomingMessage): Promise<Problem> {
  let text = '';
  for await (const chunk of response) text += chunk;
  return problem.parse(JSON.parse(text));
}

/** Waits until nothing is left of what came in. */
async function nothingIsLeft(): Promise<void> {
  for (let tries = 0; tries < 100 && (await readdir(folder)).length > 0; tries += 1)
    await sleep(20);
  expect(await readdir(folder)).toEqual([]);
}

const start = sieFile(2024, []);
const voucher = Buffer.from(
  '#VER A 1 20240105\r\n{\r\n#TRANS 1240 {} 1\r\n#TRANS 2440 {} -1\r\n}\r\n',
);

describe.each(files.map((address) => [address.split('?')[0], address] as const))(
  'a file that is sent to %s',
  (_, address) => {
    let before = '';
    beforeEach(async () => {
      before = await everythingStored(test);
      return async () => {
        await nothingIsLeft();
        if ((await everythingStored(test)) !== before) throw new Error('Something was kept');
      };
    });

    it('is refused before a byte has come where its sender may not', async () => {
      const direktion = begin(address, {}, test.cookies.direktion);
      expect(await direktion.answer).toMatchObject({ status: 403, code: 'right_missing' });
      const nobody = begin(address, {}, '');
      expect(await nobody.answer).toMatchObject({ status: 401, code: 'not_signed_in' });
      direktion.call.destroy();
      nobody.call.destroy();
    });

    it('is refused at once where it says that it is too large', async () => {
      const { call, answer } = begin(address, { 'content-length': '3000001' });
      expect(await answer).toMatchObject({ status: 413, code: 'upload_too_large' });
      call.destroy();
    });

    it('is refused when it turns out to be too large, and its sender hears why', async () => {
      const { call, answer } = begin(address);
      call.write(start);
      const piece = Buffer.concat(Array.from({ length: 5_000 }, () => voucher));
      for (let sent = 0; sent < 8_000_000; sent += piece.length) call.write(piece);
      call.end();
      expect(await answer).toMatchObject({ status: 413, code: 'upload_too_large' });
    });

    it('may take longer than any other body, as long as it goes on', async () => {
      const { call, answer } = begin(address);
      call.write(start);
      for (let part = 0; part < 8; part += 1) {
        await sleep(200);
        call.write(voucher);
      }
      // What is no SIE at its end is known only when all of it has come.
      call.end();
      const told = await answer.catch((error: unknown) => String(error));
      // The import names another file; what is read is answered, and that is no problem.
      const isImport = address.startsWith('utfall-imports');
      if (isImport) expect(told).toMatchObject({ code: 'utfall_file_differs' });
      else expect(told).toMatch(/ZodError|invalid/u);
    });

    it('is given up when it stops coming', async () => {
      const { call, answer } = begin(address);
      call.write(start);
      expect(await answer).toMatchObject({ status: 408, code: 'request_too_slow' });
      call.destroy();
    });

    it('is forgotten when its sender leaves, and so is its place', async () => {
      for (let times = 0; times < 3; times += 1) {
        const both = [begin(address), begin(address)];
        for (const { call } of both) call.write(Buffer.concat([start, voucher]));
        await sleep(100);
        for (const { call } of both) call.destroy();
        for (const { answer } of both) await expect(answer).rejects.toThrow('socket hang up');
        await nothingIsLeft();
      }
    });

    it('waits its turn: two are read at once', async () => {
      const first = begin(address);
      const second = begin(address);
      for (const { call } of [first, second]) call.write(start);
      await sleep(200);
      const third = begin(address);
      expect(await third.answer).toMatchObject({ status: 503, code: 'readings_busy' });
      for (const { call } of [first, second, third]) call.destroy();
      await sleep(50);
    });

    it.each(['application/json', 'text/plain', 'multipart/form-data'])('is no %s', async (type) => {
      const headers = { 'content-type': type };
      const url = `/api/organisations/${test.organisationId}/${address}`;
      const answer = await send(test, { method: 'POST', url, body: Buffer.from('{}'), headers });
      expect(answer).toMatchObject({ status: 415, body: { code: 'media_type_not_file' } });
    });

    it('is there at all', async () => {
      const url = `/api/organisations/${test.organisationId}/${address}`;
      const answer = await send(test, { method: 'POST', url });
      expect(answer).toMatchObject({ status: 415, body: { code: 'media_type_not_file' } });
    });
  },
);

it('leaves the limits of every other body as they are', async () => {
  const call = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: `/api/organisations/${test.organisationId}/scenarios`,
    headers: {
      cookie: test.cookies.ekonom,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      'content-length': '1000',
    },
  });
  const answer = new Promise<Problem>((resolve, reject) => {
    call.on('error', reject);
    call.on('response', (response) => void bodyOf(response).then(resolve, reject));
  });
  const drip = setInterval(() => call.write(' '), 100);
  const begun = performance.now();
  expect(await answer).toMatchObject({ status: 408, code: 'request_too_slow' });
  clearInterval(drip);
  expect(performance.now() - begun).toBeLessThan(3_000);
  call.destroy();
});

it('is described as bytes', async () => {
  const { body } = await send(test, { method: 'GET', url: '/api/openapi.json' });
  const { paths } = body as {
    paths: Record<string, { post: { requestBody: { content: Record<string, unknown> } } }>;
  };
  for (const file of ['utfall-files/read', 'utfall-imports']) {
    const { content } =
      paths[`/api/organisations/{organisationId}/${file}`]?.post.requestBody ?? {};
    expect(content).toMatchObject({
      'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
    });
  }
});
