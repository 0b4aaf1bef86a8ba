import type { Visitor } from './visitor.ts';

/** The credentials that have lately been found to be somebody's. */
export type Recognised = {
  readonly add: (visitor: Visitor) => void;
  readonly has: (visitor: Visitor) => boolean;
};

/** How many are remembered. */
const most = 10_000;

/** Remembers credentials by their hashes; the ones that were shown last are kept the longest. */
export function rememberRecognised(): Recognised {
  const hashes = new Set<string>();
  return {
    add: ({ credential }) => {
      if (credential === null) return;
      hashes.delete(credential.hash);
      hashes.add(credential.hash);
      // A Set goes in the order of insertion.
      const [oldest] = hashes;
      if (hashes.size > most && oldest !== undefined) hashes.delete(oldest);
    },
    has: ({ credential }) => credential !== null && hashes.has(credential.hash),
  };
}
