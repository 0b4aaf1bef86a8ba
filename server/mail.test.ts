import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailOver } from './mail.ts';

const received: { readonly to: string[]; readonly text: string }[] = [];
let refusing = false;
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: (_address, _session, done) => done(refusing ? new Error('no such user') : null),
  onData: (stream, { envelope }, done) => {
    let text = '';
    stream.on('data', (chunk) => (text += String(chunk)));
    stream.on('end', () => {
      received.push({ to: envelope.rcptTo.map(({ address }) => address), text });
      done();
    });
  },
});
let url: string;

beforeAll(async () => {
  const listening = once(server.listen(0, '127.0.0.1'), 'listening');
  await listening;
  const { port } = server.server.address() as AddressInfo;
  url = `smtp://127.0.0.1:${port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const letter = {
  to: 'bo@sodra.se',
  subject: 'Inbjudan till Södra förbundet',
  text: 'Öppna länken: http://127.0.0.1/inbjudan#hemlighet\n',
};

it('a letter arrives with its words whole, from the configured sender', async () => {
  await mailOver(url, 'Tkr <tkr@kommunen.se>')(letter);
  const [mail] = received;
  expect(mail?.to).toEqual(['bo@sodra.se']);
  expect(mail?.text).toContain('From: Tkr <tkr@kommunen.se>');
  expect(mail?.text).toMatch(/Subject: =\?UTF-8\?/u);
  expect(mail?.text).toContain('http://127.0.0.1/inbjudan#hemlighet');
});

it('nobody can slip another receiver in through an address or a subject', async () => {
  const send = mailOver(url, 'tkr@kommunen.se');
  const before = received.length;
  await send({ ...letter, subject: 'Hej\r\nBcc: tjuv@annan.se' });
  expect(received.at(-1)?.to).toEqual(['bo@sodra.se']);
  expect(received.at(-1)?.text).not.toMatch(/^Bcc:/mu);
  expect(received.length).toBe(before + 1);
});

it('a letter that is not taken is a failure, and so is a server that is not there', async () => {
  refusing = true;
  await expect(mailOver(url, 'tkr@kommunen.se')(letter)).rejects.toThrow('no such user');
  await expect(mailOver('smtp://127.0.0.1:1', 'tkr@kommunen.se')(letter)).rejects.toThrow(
    'ECONNREFUSED',
  );
});
