const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Stockholm' });

/** The day of a moment, as people in Sweden count it: 2026-11-22. */
export function shownDay(moment: string | Date): string {
  return day.format(new Date(moment));
}
