import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig, StartRefused } from './config.ts';

describe('the configuration', () => {
  it('is the own machine, port 3000 and ./data where nothing is said', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      dataDirectory: path.resolve('data'),
      publicUrl: null,
      proxies: [],
      smtp: null,
      oidcFile: null,
      demo: null,
      callsAMinute: 3000,
      mostUploadBytes: 500_000_000,
      uploadFolder: path.resolve('data/tkr-uploads'),
    });
  });

  it('takes what is said; an empty DATABASE_URL is none', () => {
    const said = { HOST: '::1', PORT: '0', DATABASE_URL: '', TKR_DATA: '/srv/tkr' };
    expect(readConfig(said)).toMatchObject({ host: '::1', port: 0, databaseUrl: null });
    expect(readConfig({ DATABASE_URL: 'postgres://x/y' }).databaseUrl).toBe('postgres://x/y');
    const url = 'https://tkr.kommunen.se';
    const mail = { TKR_SMTP: 'smtps://a:b@c', TKR_SMTP_FROM: 'tkr@kommunen.se', TKR_URL: url };
    expect(readConfig(mail).smtp).toEqual({ url: 'smtps://a:b@c', from: 'tkr@kommunen.se' });
    expect(readConfig({ TKR_PROXY: '10.0.0.5, fd00::/8' }).proxies).toEqual([
      '10.0.0.5',
      'fd00::/8',
    ]);
    expect(readConfig({ DATABASE_URL: 'postgres://x/y', TKR_MAX_UPLOAD: '20' })).toMatchObject({
      mostUploadBytes: 20_000_000,
      uploadFolder: path.join(tmpdir(), 'tkr-uploads'),
    });
    expect(readConfig({ TKR_DEMO: '0', TKR_RATE_LIMIT: '60' })).toMatchObject({
      demo: false,
      callsAMinute: 60,
    });
  });

  it.each<[Record<string, string>, string]>([
    [{ TKR_URL: 'tkr.kommunen.se' }, 'TKR_URL är'],
    [{ TKR_URL: 'ftp://tkr.kommunen.se' }, 'TKR_URL är'],
    [{ TKR_URL: 'https://tkr.kommunen.se/tkr' }, 'TKR_URL är'],
    [{ TKR_PROXY: 'proxy.kommunen.se' }, 'TKR_PROXY har'],
    [{ TKR_DEMO: 'ja' }, 'TKR_DEMO är'],
    [{ TKR_RATE_LIMIT: '0' }, 'TKR_RATE_LIMIT är'],
    [{ TKR_MAX_UPLOAD: '0' }, 'TKR_MAX_UPLOAD är'],
    [{ TKR_MAX_UPLOAD: '50 MB' }, 'TKR_MAX_UPLOAD är'],
    [{ TKR_SMTP: 'https://c', TKR_SMTP_FROM: 'a@b' }, 'TKR_SMTP ska vara'],
    [{ TKR_SMTP: 'smtp://c' }, 'TKR_SMTP_FROM'],
    // Whoever asks for another person's letter would choose where its link leads.
    [{ TKR_SMTP: 'smtp://c', TKR_SMTP_FROM: 'a@b' }, 'inte TKR_URL'],
  ])('refuses %j', (said, sentence) => {
    expect(() => readConfig(said)).toThrow(StartRefused);
    expect(() => readConfig(said)).toThrow(sentence);
  });

  it.each(['-1', '65536', '3000x', '1e3', ' 3000', ''])('refuses the port %j', (port) => {
    expect(() => readConfig({ PORT: port })).toThrow('heltal från 0 till 65535');
  });

  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['[::1]', true],
    ['127.0.0.1.example.com', false],
    ['localhost.example.com', false],
  ])('%s is this machine: %s', (host, is) => {
    expect(isLoopback(host)).toBe(is);
  });
});
