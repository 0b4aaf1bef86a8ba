const groupedNumber = /^[\u2212-]?\d{1,3}(?:\u00a0\d{3})+(?:,\d+)?$/u;

/**
 * A figure without the marks between its thousands, for typing in: with them, one more digit would
 * make groups that are none. Other texts stay as they are.
 */
export function ungrouped(text: string): string {
  return groupedNumber.test(text) ? text.replaceAll('\u00a0', '') : text;
}
