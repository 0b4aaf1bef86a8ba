/** Rows in one statement: PostgreSQL takes 65 535 parameters. */
const atOnce = 1_000;

/** The rows in parts that fit in one statement each. */
export function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    parts.push(rows.slice(from, from + atOnce));
  }
  return parts;
}
