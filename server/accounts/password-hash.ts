import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * What one hash costs: 64 MiB and three passes, with one lane because a server has other work for
 * its processors. Source: RFC 9106 §4, the second recommended option, with p = 1.
 */
const cost = { memory: 64 * 1024, passes: 3, parallelism: 1 } as const;
const saltBytes = 16;
const tagBytes = 32;

// Each hash holds 64 MiB, so a burst of sign-ins could otherwise take all the memory there is. Two
// also leave half of Node's four threads to the database's files.
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * A password in the form that is hashed and judged: NFKC, since the same letter can be typed as one
 * character on one keyboard and as two on another. Source: NIST SP 800-63B §5.1.1.2.
 */
export function normalisedPassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Argon2id over the given bytes, in a thread of its own, in turn with others: two at a time.
 *
 * Source: RFC 9106.
 */
export async function argon2id(parameters: Argon2Parameters): Promise<Buffer> {
  if (running < atOnce) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      argon2('argon2id', parameters, (error, tag) => {
        if (error === null) resolve(tag);
        else reject(error);
      });
    });
  } finally {
    // The place is handed on, so that a newcomer cannot slip in between.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/**
 * The text to store for a password, with a salt of its own: `$argon2id$v=19$m=65536,t=3,p=1$…$…`,
 * salt and hash in base64 without padding. Every byte of the password counts.
 *
 * Source: the PHC string format.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  return phcString(salt, await tagOf(password, { ...cost, salt, length: tagBytes }));
}

/** True where the password is the one that was stored; false also for a text that is no such hash. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const parsed = parsePhc(stored);
  if (parsed === null) return false;
  const { tag, ...parameters } = parsed;
  return timingSafeEqual(await tagOf(password, { ...parameters, length: tag.length }), tag);
}

/** True where a stored hash has another cost than new ones get: hash again at the next sign-in. */
export function needsRehash(stored: string): boolean {
  const parsed = parsePhc(stored);
  return (
    parsed === null ||
    parsed.memory !== cost.memory ||
    parsed.passes !== cost.passes ||
    parsed.parallelism !== cost.parallelism ||
    parsed.salt.length < saltBytes ||
    parsed.tag.length < tagBytes
  );
}

/**
 * The work of `verifyPassword` for an account that is not there: always false, and as slow, so that
 * the time of the answer does not tell which accounts exist.
 */
export async function verifyAgainstNothing(password: string): Promise<false> {
  await verifyPassword(hashOfNothing, password);
  return false;
}

const hashOfNothing = phcString(randomBytes(saltBytes), randomBytes(tagBytes));

type Parameters = {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
};

function tagOf(password: string, parameters: Parameters & { length: number }): Promise<Buffer> {
  const { memory, passes, parallelism, salt, length } = parameters;
  const message = Buffer.from(normalisedPassword(password), 'utf8');
  return argon2id({ message, nonce: salt, memory, passes, parallelism, tagLength: length });
}

function phcString(salt: Buffer, tag: Buffer): string {
  const { memory, passes, parallelism } = cost;
  const [saltText, tagText] = [salt, tag].map((bytes) =>
    bytes.toString('base64').replace(/=+$/u, ''),
  );
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${saltText}$${tagText}`;
}

// The limits are RFC 9106's own at the low end (§3.1); at the high end they keep a damaged row from
// asking for more memory than the server has.
function parsePhc(stored: string): (Parameters & { readonly tag: Buffer }) | null {
  const form =
    /^\$argon2id\$v=19\$m=([1-9]\d{0,6}),t=([1-9]\d?),p=([1-9]\d?)\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{16,86})$/u.exec(
      stored,
    );
  if (form === null) return null;
  const [memory = 0, passes = 0, parallelism = 0] = form
    .slice(1, 4)
    .map((text) => parseInt(text, 10));
  const [salt = Buffer.alloc(0), tag = Buffer.alloc(0)] = form
    .slice(4)
    .map((text) => Buffer.from(text, 'base64'));
  if (memory < 8 * parallelism || memory > 1024 * 1024) return null;
  return { memory, passes, parallelism, salt, tag };
}
