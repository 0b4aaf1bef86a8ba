import { randomInt } from 'node:crypto';

const codeCount = 10;
const symbolCount = 24;

// Crockford base32: without I, L, O and U, which are misread or make words. Five bits a symbol.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeForm = new RegExp(`^[${alphabet}]{${symbolCount}}$`, 'u');

/**
 * Ten new codes, each good for one sign-in without the authenticator: 120 random bits each, written
 * as six groups of four in Crockford base32. So many bits need no slow hash. Source: OWASP ASVS
 * 5.0 6.5.2.
 */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: codeCount }, newCode);
}

function newCode(): string {
  const symbols = Array.from({ length: symbolCount }, () =>
    alphabet.charAt(randomInt(alphabet.length)),
  );
  return grouped(symbols.join(''));
}

/**
 * Reads a code as a person types it from paper, and gives it as `newRecoveryCodes` wrote it; null
 * where it cannot be one.
 *
 * Lower case, spaces and any grouping are taken, and O, I and L as the digits they look like.
 */
export function normaliseRecoveryCode(text: string): string | null {
  const symbols = text
    .replaceAll(/[\s\u2010-\u2013\u2212-]/gu, '')
    .replaceAll(/[a-z]/gu, (letter) => letter.toUpperCase())
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
  return codeForm.test(symbols) ? grouped(symbols) : null;
}

function grouped(symbols: string): string {
  return symbols.replaceAll(/.{4}(?=.)/gu, '$&-');
}
