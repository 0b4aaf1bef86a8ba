import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problem } from '#contract/problem.ts';
import { everythingStored, startTestApp, type TestApp } from '../testing/app.ts';

let test: TestApp;
let port: number;
beforeAll(async () => {
  test = await startTestApp({ bodyTimeout: 3_000 });
  const { server } = test.app;
  limits = {
    headersTimeout: server.headersTimeout,
    requestTimeout: server.requestTimeout,
    keepAliveTimeout: server.keepAliveTimeout,
    timeout: server.timeout,
    maxConnections: server.maxConnections,
  };
  // As long as they are, nobody would wait for them here.
  server.headersTimeout = 1_500;
  await test.app.listen({ host: '127.0.0.1', port: 0 });
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => test.close());
let limits: { readonly [name: string]: number };

/** What came back on one connection, and whether the server closed it. */
type Heard = { readonly text: string; readonly isClosed: boolean };

/** Says something on a connection of its own, and listens until it is closed or time is up. */
function say(parts: readonly (string | Buffer)[], { wait = 1_000 } = {}): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const timer = setTimeout(() => {
      resolve({ text, isClosed: false });
      socket.destroy();
    }, wait);
    socket.on('data', (data) => (text += data.toString()));
    // A reset is a way of closing too.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ text, isClosed: true });
    });
    socket.on('connect', () => {
      for (const part of parts) if (!socket.destroyed) socket.write(part);
    });
  });
}

const statusOf = ({ text }: Heard): number => parseInt(text.split(' ')[1] ?? '0', 10);

/** The problem in what was heard; there must be exactly one answer, and it must be a whole one. */
function problemIn({ text }: Heard) {
  expect(text.match(/^HTTP\/1\.1 /gmu)).toHaveLength(1);
  const [head = '', body = ''] = text.split('\r\n\r\n');
  expect(head.toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8');
  expect(head.toLowerCase()).toContain('cache-control: no-store');
  expect(head.toLowerCase()).toContain("content-security-policy: default-src 'none'");
  const told = problem.parse(JSON.parse(body));
  expect(told.detail).toMatch(/^\p{Lu}.*[Ii]nget är (?:sparat|ändrat).*\.$/u);
  expect(told.requestId).toMatch(/^[\da-f-]{36}$/u);
  return told;
}

const host = 'Host: 127.0.0.1\r\n';
const url = () => `/api/organisations/${test.organisationId}/investment-lines`;
/** A good request up to its own length: a line named as it is told. */
const post = (more: string): string =>
  `POST ${url()} HTTP/1.1\r\n${host}Sec-Fetch-Site: same-origin\r\nCookie: ${test.cookies.ekonom}\r\n` +
  `Content-Type: application/json\r\n${more}`;
const line = (name: string): string => JSON.stringify({ name });

async function namesStored(): Promise<string[]> {
  const lines = await test.owner.kysely.selectFrom('investment_line').select('name').execute();
  return lines.map(({ name }) => name);
}

describe('T26 a request that two programs could read differently', () => {
  const smuggled = `POST /api/session HTTP/1.1\r\n${host}\r\n`;
  const body = line('Smugglad');
  const size = Buffer.byteLength(body);
  const chunked = `${size.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

  it.each<[string, () => string]>([
    [
      'a length and chunks',
      () =>
        post(`Content-Length: ${size}\r\nTransfer-Encoding: chunked\r\n\r\n${chunked}${smuggled}`),
    ],
    [
      'chunks and a length',
      () => post(`Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n${chunked}${smuggled}`),
    ],
    [
      'two lengths',
      () => post(`Content-Length: ${size}\r\nContent-Length: ${size + 9}\r\n\r\n${body}`),
    ],
    [
      'the same length twice',
      () => post(`Content-Length: ${size}\r\nContent-Length: ${size}\r\n\r\n${body}`),
    ],
    ['a list of lengths', () => post(`Content-Length: ${size}, ${size}\r\n\r\n${body}`)],
    ['a length with a sign', () => post(`Content-Length: +${size}\r\n\r\n${body}`)],
    ['another encoding', () => post(`Transfer-Encoding: xchunked\r\n\r\n${chunked}`)],
    [
      'an encoding after the chunks',
      () => post(`Transfer-Encoding: chunked, identity\r\n\r\n${chunked}`),
    ],
    ['a chunk in another notation', () => post(`Transfer-Encoding: chunked\r\n\r\n0x${chunked}`)],
    [
      'a chunk that ends in LF',
      () => post(`Transfer-Encoding: chunked\r\n\r\n${chunked.replaceAll('\r\n', '\n')}`),
    ],
    [
      'headers that end in LF',
      () => post(`Content-Length: ${size}\r\n\r\n${body}`).replaceAll('\r\n', '\n'),
    ],
    ['one header that ends in LF', () => post(`X-Egen: a\nContent-Length: ${size}\r\n\r\n${body}`)],
    ['a CR in a header', () => post(`X-Egen: a\rb\r\nContent-Length: ${size}\r\n\r\n${body}`)],
    ['a NUL in a header', () => post(`X-Egen: a\0b\r\nContent-Length: ${size}\r\n\r\n${body}`)],
    [
      'a header on two lines',
      () => post(`X-Egen: a\r\n b\r\nContent-Length: ${size}\r\n\r\n${body}`),
    ],
    ['a space before the colon', () => post(`Content-Length : ${size}\r\n\r\n${body}`)],
  ])('T26 is not read at all: %s', async (_, request) => {
    const heard = await say([request()]);
    expect(problemIn(heard)).toMatchObject({ status: 400, code: 'request_malformed' });
    expect(heard.isClosed).toBe(true);
    expect(await namesStored()).not.toContain('Smugglad');
  });

  it('T26 is refused where it names two hosts, or none', async () => {
    const get = 'GET /api/health HTTP/1.1\r\n';
    for (const [headers, status] of [
      [`${host}Host: evil.example\r\n`, 400],
      [`Host: evil.example\r\n${host}`, 400],
      ['', 400],
      ['Host: evil.example\r\n', 403],
    ] as const) {
      expect(statusOf(await say([`${get}${headers}Connection: close\r\n\r\n`]))).toBe(status);
    }
    // Before 1.1 a request needed none.
    expect(statusOf(await say(['GET /api/health HTTP/1.0\r\n\r\n']))).toBe(403);
  });

  it('T26 does not become the answer to the good request before it', async () => {
    const good = post(
      `Content-Length: ${Buffer.byteLength(line('Först'))}\r\n\r\n${line('Först')}`,
    );
    const heard = await say([`${good}GARBAGE\r\n\r\n`]);
    expect(heard.isClosed).toBe(true);
    // It may be answered or not; what is said of it may not be that nothing was saved.
    if ((await namesStored()).includes('Först')) expect(heard.text).not.toContain('400');
  });

  it('T26 is read where it is a good one, also in chunks and in pieces', async () => {
    const [start, ...rest] = chunked.replace('Smugglad', 'Buntad! ').split('');
    const head = post('Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n');
    const heard = await say([head, start ?? '', ...rest], { wait: 5_000 });
    expect(statusOf(heard)).toBe(201);
    expect(await namesStored()).toContain('Buntad!');
  });
});

describe('T27 a request that is too much', () => {
  const get = (address: string, more = ''): string =>
    `GET ${address} HTTP/1.1\r\n${host}${more}Connection: close\r\n\r\n`;

  it.each<[string, () => string]>([
    ['a header of 17 kB', () => get('/api/health', `X-Egen: ${'a'.repeat(17_000)}\r\n`)],
    ['cookies of 20 kB', () => get('/api/health', `Cookie: a=${'b'.repeat(20_000)}\r\n`)],
    ['2 100 headers', () => get('/api/health', 'X-Egen: 1\r\n'.repeat(2_100))],
    ['an address of 100 kB', () => get(`/api/${'a'.repeat(100_000)}`)],
    ['a query of 100 kB', () => get(`/api/health?a=${'a'.repeat(100_000)}`)],
  ])('T27 is refused by its head: %s', async (_, request) => {
    const heard = await say([request()]);
    expect(problemIn(heard)).toMatchObject({ status: 431, code: 'headers_too_large' });
    expect(heard.isClosed).toBe(true);
  });

  it('T27 is refused by its length, before it is sent', async () => {
    const heard = await say([post('Content-Length: 1048577\r\n\r\n{')]);
    expect(problemIn(heard)).toMatchObject({ status: 413, code: 'body_too_large' });
    expect(heard.isClosed).toBe(true);
  });

  it('T27 is refused in the middle of chunks without end, whose memory is given back', async () => {
    const before = process.memoryUsage().rss;
    const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`;
    const all = Array.from({ length: 20 }, () =>
      say([
        post('Transfer-Encoding: chunked\r\n\r\n'),
        ...Array.from({ length: 200 }, () => chunk),
      ]),
    );
    for (const heard of await Promise.all(all)) {
      // The answer can be lost where more is on its way: a reset overtakes it.
      if (heard.text !== '') expect(problemIn(heard)).toMatchObject({ status: 413 });
      expect(heard.isClosed).toBe(true);
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  it.each([
    ['arrays', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['objects', `${'{"name":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['arrays without end', '['.repeat(1_000_000)],
  ])('T27 is refused where it is deeper than any form: 100 000 %s', async (_, deep) => {
    const begun = performance.now();
    const head = post(`Connection: close\r\nContent-Length: ${Buffer.byteLength(deep)}\r\n\r\n`);
    const told = problemIn(await say([head, deep], { wait: 10_000 }));
    expect(told.status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('T28 clients that take their time', () => {
  it('T28 meet limits that are set, and not Node’s own', () => {
    expect(limits).toEqual({
      headersTimeout: 10_000,
      // An upload's; every other body has `bodyTimeout`.
      requestTimeout: 3_600_000,
      keepAliveTimeout: 72_000,
      timeout: 60_000,
      maxConnections: 1_000,
    });
  });

  it('T28 are closed, and a good one is answered at once meanwhile', async () => {
    const before = await everythingStored(test);
    const closed = { heads: 0, bodies: 0, answered: 0 };
    const open: Socket[] = [];
    const half = (kind: 'heads' | 'bodies', first: string): void => {
      const socket = connect(port, '127.0.0.1');
      open.push(socket);
      socket.write(first);
      const drip = setInterval(() => socket.write(kind === 'heads' ? 'X-A: b\r\n' : 'a'), 300);
      let text = '';
      socket.on('data', (data) => (text += data.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(drip);
        closed[kind] += 1;
        if (text.startsWith('HTTP/1.1 408 ') && text.includes('request_too_slow')) {
          closed.answered += 1;
        }
      });
    };
    for (let count = 0; count < 400; count += 1)
      half('heads', `GET /api/health HTTP/1.1\r\n${host}`);
    for (let count = 0; count < 100; count += 1) {
      half('bodies', post('Content-Length: 100000\r\n\r\n{"name":"'));
    }
    await sleep(200);
    const took: number[] = [];
    while (closed.heads < 400 || closed.bodies < 100) {
      const begun = performance.now();
      const headers = { cookie: test.cookies.ekonom };
      const answer = await fetch(
        `http://127.0.0.1:${port}/api/organisations/${test.organisationId}/scenarios`,
        { headers },
      );
      expect(answer.status).toBe(200);
      await answer.text();
      took.push(performance.now() - begun);
      await sleep(20);
      if (took.length > 1_000) break;
    }
    for (const socket of open) socket.destroy();
    expect(closed).toEqual({ heads: 400, bodies: 100, answered: 500 });
    const p95 = took.toSorted((left, right) => left - right)[Math.floor(took.length * 0.95)];
    expect(p95).toBeLessThan(1_000);
    expect(await everythingStored(test)).toBe(before);
  });

  it('T28 who never read what they asked for hold nobody up', async () => {
    const deaf = Array.from({ length: 100 }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.pause();
      socket.on('error', () => undefined);
      const ask = `GET /api/openapi.json HTTP/1.1\r\n${host}\r\n`;
      socket.write(ask.repeat(20));
      return socket;
    });
    await sleep(500);
    const begun = performance.now();
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(2_000);
    for (const socket of deaf) socket.destroy();
  });
});
