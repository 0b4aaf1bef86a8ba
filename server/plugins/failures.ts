/** A failure as the log tells of it. */
export type LoggedFailure = {
  readonly type: string;
  readonly message?: string;
  /** Where it happened, innermost first. */
  readonly stack?: readonly string[];
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly routine?: string;
  readonly cause?: LoggedFailure;
};

// What PostgreSQL says about a value, it says with the value: "invalid input syntax for …".
const aboutValues = /^22/u;

/**
 * What the log says about a failure: what and where, and none of the data that it happened to.
 *
 * An error from PostgreSQL carries the row that it stumbled on as `detail`, and a stack begins with
 * the message. Source: ASVS 5.0 16.2.5.
 */
export function loggable(error: unknown, depth = 0): LoggedFailure {
  if (!(error instanceof Error)) return { type: typeof error };
  const named: Record<string, string> = {};
  for (const name of ['code', 'constraint', 'table', 'routine'] as const) {
    const value: unknown = Object.entries(error).find(([key]) => key === name)?.[1];
    if (typeof value === 'string') named[name] = value;
  }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /u.test(line)) ?? [];
  const mayTell = !aboutValues.test(named['code'] ?? '');
  return {
    type: error.constructor.name,
    ...(mayTell ? { message: error.message } : {}),
    ...named,
    stack: frames.map((line) => line.trim()),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: loggable(error.cause, depth + 1) }),
  };
}
