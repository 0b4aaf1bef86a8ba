const shortestRun = 3;
const fewestOutsideRuns = 5;

// The slanting columns end with 7ujm: those after it end in punctuation.
const rows = [
  '1234567890',
  'qwertyuiopå',
  'asdfghjklöä',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyzåäö',
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm'],
].flatMap((row) => [row, Array.from(row).toReversed().join('')]);

/**
 * True where a text is runs along the keyboard, the digits or the alphabet, in either direction, and
 * fewer than five characters besides. A run is three characters or more; the text is in lower case.
 */
export function isMostlyRuns(text: string): boolean {
  let outside = 0;
  for (let at = 0; at < text.length; ) {
    const run = Math.max(...rows.map((row) => runLength(row, text, at)));
    if (run < shortestRun) outside += 1;
    if (outside >= fewestOutsideRuns) return false;
    at += run < shortestRun ? 1 : run;
  }
  return true;
}

function runLength(row: string, text: string, from: number): number {
  let length = 0;
  while (from + length < text.length && row.includes(text.slice(from, from + length + 1))) {
    length += 1;
  }
  return length;
}
