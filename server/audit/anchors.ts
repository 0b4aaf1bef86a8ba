/**
 * How far a log had come at the end of a day, kept where nobody who can write in the database
 * reaches it: a log that was cut off or written anew no longer fits its anchors.
 */
export type Anchor = {
  /** The day that it was taken, as `2026-11-22`. */
  readonly day: string;
  readonly organisationId: string;
  /** The newest row then; `0` where there was none yet. */
  readonly seq: string;
  /** That row's hash. */
  readonly hash: string;
};

/** A line that is no anchor: the sentence names it by its number in the text. */
export class MalformedAnchor extends Error {}

const pattern =
  /^tkr-ankare 1 (\d{4}-\d{2}-\d{2}) ([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}) (0|[1-9]\d{0,18}) ([\da-f]{64})$/u;

/** An anchor as the one line of text that is mailed, printed and filed. Source: `docs/log.md`. */
export function anchorLine({ day, organisationId, seq, hash }: Anchor): string {
  return `tkr-ankare 1 ${day} ${organisationId} ${seq} ${hash}`;
}

/**
 * Reads anchors, one a line; empty lines and lines that begin with `#` are passed over.
 *
 * Throws `MalformedAnchor` on any other line, since an anchor that is passed over proves nothing.
 */
export function parseAnchors(text: string): Anchor[] {
  return text
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .flatMap((line, index) => {
      const trimmed = line.trim();
      return trimmed === '' || trimmed.startsWith('#') ? [] : [parseLine(trimmed, index + 1)];
    });
}

function parseLine(line: string, number: number): Anchor {
  const [, day = '', organisationId = '', seq = '', hash = ''] = pattern.exec(line) ?? [];
  if (isDay(day)) return { day, organisationId, seq, hash };
  throw new MalformedAnchor(
    `Rad ${number} är inget ankare, så ingenting har prövats mot ankaren. En rad ska se ut så här: ` +
      'tkr-ankare 1 ÅÅÅÅ-MM-DD organisation nummer hash. Kopiera den på nytt från där den sparades.',
  );
}

// `2026-02-30` has the form of a day and is none.
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
