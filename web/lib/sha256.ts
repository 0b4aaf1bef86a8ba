/** The part of the browser's own cryptography that is used. */
type Digests = Pick<SubtleCrypto, 'digest'>;

/**
 * The SHA-256 of a file as 64 lower-case hexadecimal digits, computed here: the file goes nowhere.
 *
 * Browsers have it only where the address is safe (https, or the own machine). Elsewhere it is
 * computed by a library, piece by piece. Throws where the file can no longer be read.
 */
export async function sha256Of(
  file: Blob,
  subtle: Digests | null = globalThis.crypto.subtle ?? null,
): Promise<string> {
  const digest =
    subtle === null
      ? await byLibrary(file)
      : new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Small enough for the page to answer between two, in bytes. */
const piece = 1_000_000;

async function byLibrary(file: Blob): Promise<Uint8Array> {
  const { sha256 } = await import('@noble/hashes/sha2.js');
  const hash = sha256.create();
  for (let from = 0; from < file.size; from += piece) {
    hash.update(new Uint8Array(await file.slice(from, from + piece).arrayBuffer()));
  }
  return hash.digest();
}
