import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeTkrDatabase, type TkrDatabase } from '../../scripts/provision/tkr-database.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { connect } from '../connect.ts';
import { providersOf } from '../oidc/providers.ts';
import { openBrowser } from '../testing/browser.ts';
import { goodPassword } from '../testing/people.ts';
import { runCommand } from './run.ts';

let database: TkrDatabase | undefined;
const folder = mkdtempSync(join(tmpdir(), 'tkr-cli-'));

async function environment() {
  if (process.env['TKR_TEST_DATABASE'] !== 'postgres') return { TKR_DATA: join(folder, 'data') };
  database ??= await makeTkrDatabase(process.env['TKR_TEST_POSTGRES_URL'] ?? '');
  return { DATABASE_URL: database.ownerUrl };
}

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database?.drop();
});

async function tkr(...parameters: string[]) {
  let out = '';
  let error = '';
  const code = await runCommand(parameters, {
    environment: await environment(),
    out: (text) => (out += text),
    error: (text) => (error += text),
  });
  return { code, error, result: (out === '' ? {} : JSON.parse(out)) as { link?: string } };
}

/** Opens the link that a command gave, at a server on the same database, and logs in by it. */
async function openLink(link: string | undefined) {
  const opened = await connect(readConfig(await environment()));
  const app = await buildApp({
    database: opened,
    clock: () => new Date(),
    watch: () => undefined,
    mail: null,
    providers: providersOf([]),
    publicUrl: null,
    proxies: [],
    isOnNetwork: false,
    uploads: { folder: '', mostBytes: 1 },
    callsAMinute: 1000,
    webDirectory: '',
    logger: false,
  });
  const secret = link?.split('#')[1];
  const body = { link: secret, password: goodPassword };
  const answer = await openBrowser({ app }).ask('POST', '/api/links/password', body);
  await app.close();
  await opened.close();
  return answer.body;
}

const ek = ['anna.ek@sodra.se', 'Anna Ek', 'Södra förbundet'] as const;

describe('tkr administrator', () => {
  it('makes an operator, an organisation and a link that lets its person choose a password', async () => {
    const { code, result } = await tkr('administrator', ...ek);
    expect([code, result]).toMatchObject([0, { ok: true, hadPassword: false }]);
    expect(result.link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/nytt-losenord#[\w-]{43}$/u);
    expect(await openLink(result.link)).toMatchObject({
      stage: 'full',
      person: { email: 'anna.ek@sodra.se', isOperator: true },
      organisations: [{ name: 'Södra förbundet', role: 'administrator' }],
    });
  });

  it('goes into an organisation that is there, and says so in its log', async () => {
    const { result } = await tkr('administrator', 'bo@sodra.se', 'Bo Ek', 'Södra förbundet');
    expect(await openLink(result.link)).toMatchObject({
      organisations: [{ name: 'Södra förbundet', role: 'administrator' }],
    });
    const checked = await tkr('verify-log');
    expect([checked.code, checked.result]).toMatchObject([0, { ok: true }]);
  });

  it.each([
    ['administrator', 'anna.ek@sodra.se'],
    ['administrator', 'anna.ek', 'Anna', 'Södra'],
    ['password-link'],
  ])('is told how it is written: %s %s', async (...parameters) => {
    const { code, error } = await tkr(...parameters);
    expect(code).toBe(2);
    expect(error).toMatch(/^\p{L}.*\. Kör tkr help för mer\.\n$/u);
  });
});

describe('tkr password-link', () => {
  it('gives a new one to somebody who has a password, and none to a stranger', async () => {
    const { result } = await tkr('password-link', 'Anna.Ek@sodra.se');
    expect(result).toMatchObject({ ok: true, hadPassword: true });
    const stranger = await tkr('password-link', 'ingen@sodra.se');
    expect(stranger.code).toBe(1);
    expect(stranger.error).toContain('Inget är ändrat');
  });
});
