import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashSecret, isSecret, newSecret } from './secrets.ts';

describe('a secret', () => {
  it('is 256 bits, different each time, and of its own form', () => {
    const secrets = Array.from({ length: 1000 }, newSecret);
    expect(new Set(secrets).size).toBe(1000);
    for (const secret of secrets) {
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
      expect(isSecret(secret)).toBe(true);
    }
  });

  it('uses every bit', () => {
    const seen = Array.from({ length: 200 }, () => Buffer.from(newSecret(), 'base64url'));
    for (let index = 0; index < 32; index += 1) {
      const column = seen.map((bytes) => bytes[index] ?? 0);
      expect(column.reduce((left, right) => left | right)).toBe(0xff);
      expect(column.reduce((left, right) => left & right)).toBe(0);
    }
  });

  it.each([
    '',
    'A'.repeat(42),
    'A'.repeat(44),
    `${'A'.repeat(42)}B`,
    `${'A'.repeat(42)}=`,
    `${'A'.repeat(41)}+A`,
    `${'A'.repeat(41)}/A`,
    `${'A'.repeat(43)}\n`,
    ` ${'A'.repeat(43)}`,
    randomBytes(31).toString('base64url'),
    randomBytes(33).toString('base64url'),
    randomBytes(32).toString('hex'),
  ])('is not %j', (text) => {
    expect(isSecret(text)).toBe(false);
  });

  // FIPS 180-2, appendix B.1 and B.2.
  it.each([
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('%s is stored as %s', (secret, hash) => {
    expect(hashSecret(secret)).toBe(hash);
  });
});
