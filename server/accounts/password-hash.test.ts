import type * as nodeCrypto from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import {
  argon2id,
  hashPassword,
  needsRehash,
  verifyAgainstNothing,
  verifyPassword,
} from './password-hash.ts';

const { calls } = vi.hoisted(() => ({ calls: { now: 0, most: 0, all: 0 } }));

vi.mock('node:crypto', async (importOriginal) => {
  const crypto = await importOriginal<typeof nodeCrypto>();
  const argon2: typeof crypto.argon2 = (algorithm, parameters, callback) => {
    crypto.argon2(algorithm, parameters, (error, tag) => {
      calls.now -= 1;
      callback(error, tag);
    });
    calls.now += 1;
    calls.all += 1;
    calls.most = Math.max(calls.most, calls.now);
  };
  return { ...crypto, argon2 };
});

// From the test of the reference implementation: "password" and "somesalt", m = 2^16, t = 2, p = 1.
const reference =
  '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
const salt = 'A'.repeat(22);
const tag = 'A'.repeat(43);

describe('argon2id', () => {
  it('gives the tag of RFC 9106 §5.3', async () => {
    const found = await argon2id({
      message: Buffer.alloc(32, 1),
      nonce: Buffer.alloc(16, 2),
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
      memory: 32,
      passes: 3,
      parallelism: 4,
      tagLength: 32,
    });
    expect(found.toString('hex')).toBe(
      '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    );
  });

  it('runs at most twice at the same time, and keeps its places after an error', async () => {
    calls.most = 0;
    const broken = {
      message: 'x',
      nonce: 'short',
      memory: 8,
      passes: 1,
      parallelism: 1,
      tagLength: 4,
    };
    const failed = await Promise.allSettled([argon2id(broken), argon2id(broken), argon2id(broken)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    const small = { ...broken, nonce: 'long enough', memory: 1024, passes: 3 };
    const found = await Promise.all(Array.from({ length: 12 }, () => argon2id(small)));
    expect(new Set(found.map((one) => one.toString('hex'))).size).toBe(1);
    expect(calls.most).toBe(2);
    expect(calls.now).toBe(0);
  });

  it('leaves the event loop turning', async () => {
    let turns = 0;
    let hashing = true;
    const hashes = Promise.all([1, 2, 3, 4].map((one) => hashPassword(`lösenord ${one}`)));
    const done = hashes.finally(() => {
      hashing = false;
    });
    while (hashing) {
      await setTimeout(1);
      turns += 1;
    }
    await done;
    expect(turns).toBeGreaterThan(20);
  });
});

describe('a stored password', () => {
  it('is verified by itself and by nothing else', async () => {
    const stored = await hashPassword('korrekt häst batteri');
    expect(stored).toMatch(
      /^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/u,
    );
    expect(await verifyPassword(stored, 'korrekt häst batteri')).toBe(true);
    for (const other of ['korrekt häst batteri ', 'Korrekt häst batteri']) {
      expect(await verifyPassword(stored, other)).toBe(false);
    }
  });

  it('has a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword('samma'), hashPassword('samma')]);
    expect(one.split('$')[4]).not.toBe(other.split('$')[4]);
    expect(one.split('$')[5]).not.toBe(other.split('$')[5]);
  });

  it('is read as other programs write it', async () => {
    expect(await verifyPassword(reference, 'password')).toBe(true);
    expect(await verifyPassword(reference, 'passwore')).toBe(false);
    expect(await verifyPassword(reference.replace(/.$/u, 'b'), 'password')).toBe(false);
  });

  it('is the same whichever way å is typed, and in full width', async () => {
    const stored = await hashPassword('Båstad\u0020\uFB01n 12');
    expect(await verifyPassword(stored, 'Ba\u030Astad\u00A0fin \uFF11\uFF12')).toBe(true);
    expect(await verifyPassword(stored, 'Bastad fin 12')).toBe(false);
  });

  it.each([72, 999])('counts what comes after %i bytes', async (bytes) => {
    const begin = 'x'.repeat(bytes);
    const stored = await hashPassword(`${begin}a`);
    expect(await verifyPassword(stored, `${begin}a`)).toBe(true);
    expect(await verifyPassword(stored, `${begin}b`)).toBe(false);
  });

  it('counts what comes after a null character', async () => {
    const stored = await hashPassword('abc\0def');
    expect(await verifyPassword(stored, 'abc\0deg')).toBe(false);
    expect(await verifyPassword(stored, 'abc')).toBe(false);
  });

  it.each([
    '',
    'password',
    `$argon2i$v=19$m=65536,t=3,p=1$${salt}$${tag}`,
    `$argon2id$v=16$m=65536,t=3,p=1$${salt}$${tag}`,
    `$argon2id$m=65536,t=3,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=7,t=3,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=15,t=3,p=2$${salt}$${tag}`,
    `$argon2id$v=19$m=0,t=3,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=65536,t=0,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=65536,t=3,p=0$${salt}$${tag}`,
    `$argon2id$v=19$m=9999999,t=3,p=1$${salt}$${tag}`,
    `$argon2id$v=19$m=65536,t=3,p=1$${salt}$`,
    `$argon2id$v=19$m=65536,t=3,p=1$$${tag}`,
    `$argon2id$v=19$m=65536,t=3,p=1$${salt}$${tag}=`,
    `$argon2id$v=19$m=65536,t=3,p=1$${salt}$${tag}\n`,
    `$argon2id$v=19$m=65536,t=3,p=1$${salt}$${tag}$`,
    `$argon2id$v=19$m=-65536,t=3,p=1$${salt}$${tag}`,
    '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
  ])('that is damaged, %j, verifies nothing and is to be hashed again', async (stored) => {
    expect(await verifyPassword(stored, 'password')).toBe(false);
    expect(needsRehash(stored)).toBe(true);
  });

  it.each([
    [`$argon2id$v=19$m=65536,t=3,p=1$${salt}$${tag}`, false],
    [`$argon2id$v=19$m=65535,t=3,p=1$${salt}$${tag}`, true],
    [`$argon2id$v=19$m=131072,t=3,p=1$${salt}$${tag}`, true],
    [`$argon2id$v=19$m=65536,t=2,p=1$${salt}$${tag}`, true],
    [`$argon2id$v=19$m=65536,t=3,p=4$${salt}$${tag}`, true],
    [`$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$${tag}`, true],
    [`$argon2id$v=19$m=65536,t=3,p=1$${salt}$${'A'.repeat(22)}`, true],
    [reference, true],
  ])('%s is to be hashed again: %s', (stored, is) => {
    expect(needsRehash(stored)).toBe(is);
  });
});

describe('an account that is not there', () => {
  it('costs one hash like any other, and lets nobody in', async () => {
    const before = calls.all;
    expect(await verifyAgainstNothing('korrekt häst batteri')).toBe(false);
    expect(calls.all - before).toBe(1);
  });
});
