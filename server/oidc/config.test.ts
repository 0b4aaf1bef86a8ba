import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StartRefused } from '../config.ts';
import { readProviders } from './config.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'tkr-oidc-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

function read(content: unknown) {
  const file = path.join(directory, 'oidc.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readProviders(file);
}

const least = {
  organisation: 'ydre',
  name: 'Ydre kommun',
  issuer: 'https://idp.ydre.se',
  clientId: 'tkr',
  clientSecret: 'hemligt',
  roles: { 'Tkr.Ekonom': 'ekonom' },
};

describe('the file of providers', () => {
  it('may be left out', () => {
    expect(readProviders(null).all).toEqual([]);
  });

  it('needs little, and asks for no more than the provider gives', () => {
    expect(read([least]).bySlug('ydre')).toEqual({
      slug: 'ydre',
      name: 'Ydre kommun',
      issuer: 'https://idp.ydre.se',
      clientId: 'tkr',
      clientSecret: 'hemligt',
      scope: 'openid email profile',
      resource: null,
      roleClaim: 'roles',
      roles: { 'Tkr.Ekonom': 'ekonom' },
      requiredAmr: [],
      requiredAcr: [],
      trustsProvider: false,
      hosts: [],
      isLocalLoginOff: false,
    });
    expect(read([least]).bySlug('kinda')).toBeNull();
  });

  it('can be the one in the instructions', () => {
    const instructions = readFileSync(
      path.join(import.meta.dirname, '../../docs/single-sign-on.md'),
      'utf8',
    );
    const examples = [...instructions.matchAll(/```json\n([\s\S]*?)```/gu)].map(([, text]) => text);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(read(example).all.length).toBeGreaterThan(0);
  });

  it.each([
    ['no JSON', 'organisation: ydre'],
    ['no list', least],
    ['a key nobody knows', [{ ...least, clientsecret: 'x' }]],
    ['plain http', [{ ...least, issuer: 'http://idp.ydre.se' }]],
    ['plain http by option', [{ ...least, isPlainHttpAllowed: true }]],
    ['another protocol', [{ ...least, issuer: 'file:///etc/passwd' }]],
    ['no address', [{ ...least, issuer: 'idp.ydre.se' }]],
    [
      'the whole address of the metadata',
      [{ ...least, issuer: 'https://idp.ydre.se/.well-known/openid-configuration' }],
    ],
    ['an address with a question', [{ ...least, issuer: 'https://idp.ydre.se?x=1' }]],
    ['an address with a fragment', [{ ...least, issuer: 'https://idp.ydre.se#kinda' }]],
    ['an address with an empty fragment', [{ ...least, issuer: 'https://idp.ydre.se#' }]],
    ['an address with a password', [{ ...least, issuer: 'https://a:b@idp.ydre.se' }]],
    ['an address with a space', [{ ...least, issuer: ' https://idp.ydre.se' }]],
    ['a role that is none', [{ ...least, roles: { 'Tkr.Chef': 'chef' } }]],
    ['no roles', [{ ...least, roles: {} }]],
    ['no secret', [{ ...least, clientSecret: '' }]],
    ['a scope without openid', [{ ...least, scope: 'email openidx' }]],
    ['a host with a path', [{ ...least, hosts: ['https://idp.ydre.se/'] }]],
    ['an organisation twice', [least, { ...least, issuer: 'https://other.ydre.se' }]],
  ])('is refused with %s', (_, content) => {
    expect(() => read(content)).toThrow(StartRefused);
  });

  it('is refused where it is not there', () => {
    expect(() => readProviders(path.join(directory, 'nothing.json'))).toThrow(StartRefused);
  });
});
