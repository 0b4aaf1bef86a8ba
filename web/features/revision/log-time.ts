// Days are those of the people who read the log, as the server counts them, wherever they read it.
const zone = 'Europe/Stockholm';
const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone });
const minute = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: zone });
const exact = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: zone,
});

/** 2026-11-22 */
export function logDay(moment: string): string {
  return day.format(new Date(moment));
}

/** 14:02 */
export function logMinute(moment: string): string {
  return minute.format(new Date(moment));
}

/** 2026-11-22 14:02:31 */
export function logMoment(moment: string): string {
  return exact.format(new Date(moment));
}

/** Rows day by day, in the order that they come. */
export function byDay<Row extends { readonly at: string }>(
  rows: readonly Row[],
): { readonly day: string; readonly rows: readonly Row[] }[] {
  return [...Map.groupBy(rows, ({ at }) => logDay(at))].map(([name, of]) => ({
    day: name,
    rows: of,
  }));
}
