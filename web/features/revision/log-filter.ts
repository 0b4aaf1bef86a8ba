import type { listLog } from '#contract/audit.ts';
import type { Call } from '#contract/endpoint.ts';
import { isCalendarDay } from '#domain/year.ts';

/** Which rows of the log are shown; null where nothing is asked for. */
export type LogFilter = {
  readonly person: string | null;
  readonly action: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The one thing that the rows are about. */
  readonly about: string | null;
};

// The names in the address, in the language of the pages' own addresses.
const names = {
  person: 'person',
  action: 'handelse',
  from: 'fran',
  to: 'till',
  about: 'om',
} as const;

const identifier = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/** Reads the choice out of an address. What cannot be a choice is passed over. */
export function readFilter(parameters: URLSearchParams): LogFilter {
  const read = (name: string, isGood: (text: string) => boolean): string | null => {
    const text = parameters.get(name);
    return text !== null && isGood(text) ? text : null;
  };
  return {
    person: read(names.person, (text) => identifier.test(text)),
    action: read(names.action, (text) => /^\w{1,50}$/u.test(text)),
    from: read(names.from, isCalendarDay),
    to: read(names.to, isCalendarDay),
    about: read(names.about, (text) => identifier.test(text)),
  };
}

/** The choice as it stands in an address; empty where nothing is chosen. */
export function writeFilter(filter: Partial<LogFilter>): string {
  const parameters = new URLSearchParams();
  for (const field of ['person', 'action', 'from', 'to', 'about'] as const) {
    const value = filter[field] ?? null;
    if (value !== null) parameters.set(names[field], value);
  }
  return parameters.toString();
}

/** The choice as the server is asked. */
export function queryOf(filter: LogFilter): NonNullable<Call<typeof listLog>['query']> {
  const { person, action, from, to, about } = filter;
  return {
    ...(person === null ? {} : { actorId: person }),
    ...(about === null ? {} : { entityId: about }),
    ...(action === null ? {} : { action }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}

/** True where something is chosen. */
export function isChosen(filter: LogFilter): boolean {
  return Object.values(filter).some((value) => value !== null);
}
