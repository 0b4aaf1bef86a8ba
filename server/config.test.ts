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
    });
  });

  it('takes what is said; an empty DATABASE_URL is none', () => {
    const said = { HOST: '::1', PORT: '0', DATABASE_URL: '', TKR_DATA: '/srv/tkr' };
    expect(readConfig(said)).toMatchObject({ host: '::1', port: 0, databaseUrl: null });
    expect(readConfig({ DATABASE_URL: 'postgres://x/y' }).databaseUrl).toBe('postgres://x/y');
  });

  it.each(['0.0.0.0', '192.168.1.5', '::', 'example.com', '127.example.com', '10.0.0.1', ''])(
    'refuses to listen on %j, which others could reach',
    (host) => {
      expect(() => readConfig({ HOST: host })).toThrow(StartRefused);
    },
  );

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
