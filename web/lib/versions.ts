/** One write of a place, from when it is made until it is answered. */
export type VersionedWrite = {
  /** The version to send: what the server answered to the write before, else what was seen. */
  readonly version: () => number;
  /**
   * Takes the answer: the place's new version, or null for a refusal.
   *
   * True where no later write of the place waits, so that the answer is what the screen should show.
   */
  readonly answered: (version: number | null) => boolean;
};

/** Follows the versions of places, each known by a key. */
export type Versions = { readonly begin: (key: string, seen: number) => VersionedWrite };

/**
 * Follows the versions of places that may be written again before the first write is answered: the
 * second one knows the version that the first one makes, and a refused first one leaves what was seen.
 */
export function createVersions(): Versions {
  const latest = new Map<string, number>();
  const waiting = new Map<string, number>();
  return {
    begin: (key, seen) => {
      const before = waiting.get(key) ?? 0;
      waiting.set(key, before + 1);
      if (before === 0) latest.delete(key);
      return {
        version: () => (before > 0 ? latest.get(key) : undefined) ?? seen,
        answered: (version) => {
          if (version !== null) latest.set(key, version);
          const left = (waiting.get(key) ?? 1) - 1;
          waiting.set(key, left);
          return left === 0;
        },
      };
    },
  };
}
