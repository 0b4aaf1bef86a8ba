/** What a security watch is told of. The names are stable: `docs/security.md` lists them. */
export const watchEvents = [
  'access.refused',
  'administrator.created',
  'demo.entered',
  'demo.removed',
  'export',
  'invitation.accepted',
  'invitation.made',
  'link.made',
  'login.failed',
  'login.slowed',
  'login.succeeded',
  'logout',
  'mail.failed',
  'membership.ended',
  'organisation.created',
  'password.changed',
  'role.changed',
  'second_factor.changed',
  'second_factor.failed',
  'session.ended',
  'settings.changed',
  'token.made',
  'token.revoked',
] as const;

/** See `watchEvents`. */
export type WatchEvent = (typeof watchEvents)[number];

/** Who and where, by identifiers alone: no names, no secrets and no amounts. */
export type WatchFacts = {
  readonly requestId?: string;
  /** Who did it. */
  readonly personId?: string | null;
  /** Whom it was done to, where that is somebody else. */
  readonly aboutPersonId?: string;
  readonly organisationId?: string | null;
  readonly address?: string;
  readonly operation?: string;
  readonly reason?: string;
};

/** Tells the security watch of one event. */
export type Watch = (event: WatchEvent, facts: WatchFacts) => void;

/** A watch that writes one JSON line an event, with its time in UTC, to `write`. */
export function jsonLines(clock: () => Date, write: (line: string) => void): Watch {
  return (event, facts) => {
    const line = { time: clock().toISOString(), kind: 'security', event, ...facts };
    write(`${JSON.stringify(line)}\n`);
  };
}
