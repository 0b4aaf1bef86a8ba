/** How attempts are slowed down: how many failures are free, and how long a delay can grow. */
export type ThrottleRule = {
  readonly free: number;
  readonly longestDelaySeconds: number;
  readonly forgetAfterSeconds: number;
};

/** The failures that are remembered: how many since the last success, and when the last one was. */
export type Failures = { readonly count: number; readonly lastAt: Date };

/**
 * For attempts at one account: mistakes are free, guessing is not, and nobody is locked out.
 *
 * The longest delay leaves 288 guesses a day, while the owner waits five minutes at most.
 * Source: OWASP ASVS 5.0 6.3.1.
 */
export const accountThrottle: ThrottleRule = {
  free: 5,
  longestDelaySeconds: 300,
  forgetAfterSeconds: 24 * 60 * 60,
};

/**
 * For attempts from one network address, whatever the account: one password tried on many accounts.
 *
 * More is free than for an account, and it is forgotten sooner, because a whole office can share an
 * address. Source: OWASP ASVS 5.0 6.3.1.
 */
export const addressThrottle: ThrottleRule = {
  free: 20,
  longestDelaySeconds: 300,
  forgetAfterSeconds: 60 * 60,
};

/**
 * Whole seconds left, rounded up, until an attempt may be made; 0 where it may be made now.
 *
 * The free failures cost nothing; those after cost 1, 2, 4, 8 … seconds from the last failure, up to
 * the longest delay, and all are forgotten after the quiet time. Source: OWASP ASVS 5.0 6.3.1.
 */
export function waitSeconds(rule: ThrottleRule, failures: Failures | null, now: Date): number {
  if (failures === null || failures.count <= rule.free) return 0;
  const delay = Math.min(2 ** (failures.count - rule.free - 1), rule.longestDelaySeconds);
  const sinceLast = (now.getTime() - failures.lastAt.getTime()) / 1000;
  // Such a failure was written before the clock was set back. Waiting for the clock to get there
  // again could close an account for as long as the clock was wrong.
  if (sinceLast < -delay) return 0;
  if (sinceLast >= rule.forgetAfterSeconds) return 0;
  return Math.max(0, Math.ceil(delay - Math.max(0, sinceLast)));
}
