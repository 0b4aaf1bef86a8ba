import { createHash, randomBytes } from 'node:crypto';

/** A new secret for a session, an invitation or a link: 256 random bits as 43 characters base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored in place of a secret: SHA-256 in hex, so that a copy of the database opens nothing.
 *
 * A fast hash is right here, unlike for a password: nobody can try their way through 256 random bits,
 * and the same secret always giving the same hash is what lets it be looked up by an index.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** True for a text of the form that `newSecret` gives; anything else needs no look in the database. */
export function isSecret(text: string): boolean {
  // The last character holds four bits only, so a quarter of the alphabet can stand there.
  return /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/u.test(text);
}
