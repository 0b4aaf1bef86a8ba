import { longestLine } from './limits.ts';

/** What is done with a line: its place in the bytes, its number, and whether it is all ASCII. */
export type OnLine = (
  bytes: Uint8Array,
  start: number,
  end: number,
  line: number,
  isAscii: boolean,
) => void;

/** Splits chunks of bytes into lines. */
export type LineSplitter = {
  readonly push: (chunk: Uint8Array) => void;
  /** The end of the file ends its last line. */
  readonly finish: () => void;
};

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Makes a splitter at LF, CRLF, or CR alone in a file whose first line ends so.
 *
 * Keeps at most one line, and never more than `longestLine` of it: the rest of a longer one is
 * skipped, and `onTooLong` is told. The bytes of a line may be used until the callback returns.
 */
export function createLineSplitter(
  onLine: OnLine,
  onTooLong: (line: number) => void,
): LineSplitter {
  const carried = createCarried();
  let line = 1;
  let high = 0;
  const endCarried = (): void => {
    if (carried.isTooLong()) onTooLong(line);
    else onLine(carried.bytes(), 0, carried.length(), line, high < 0x80);
    carried.clear();
    high = 0;
    line += 1;
  };
  const splitAt = (chunk: Uint8Array, ending: number): void => {
    let start = 0;
    let seen = high;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte !== ending) {
        seen |= byte;
        continue;
      }
      high = seen;
      if (!carried.isEmpty() || at - start > longestLine) {
        carried.add(chunk, start, at);
        endCarried();
      } else {
        onLine(chunk, start, at, line, seen < 0x80);
        high = 0;
        line += 1;
      }
      seen = 0;
      start = at + 1;
    }
    high = seen;
    carried.add(chunk, start, chunk.length);
  };
  const push = withEnding(splitAt);
  return {
    push,
    finish: () => {
      if (!carried.isEmpty()) endCarried();
    },
  };
}

type SplitAt = (chunk: Uint8Array, ending: number) => void;

// The first line end tells what the file uses; a CR last in a chunk waits for what follows it.
function withEnding(splitAt: SplitAt): (chunk: Uint8Array) => void {
  let ending: number | null = null;
  let isAfterReturn = false;
  return (chunk) => {
    if (chunk.length === 0) return;
    if (ending !== null) splitAt(chunk, ending);
    else if (isAfterReturn) {
      ending = chunk[0] === lineFeed ? lineFeed : carriageReturn;
      splitAt(Uint8Array.of(carriageReturn), ending);
      splitAt(chunk, ending);
    } else {
      const at = chunk.findIndex((byte) => byte === lineFeed || byte === carriageReturn);
      isAfterReturn = at !== -1 && chunk[at] === carriageReturn && at + 1 === chunk.length;
      if (at === -1 || isAfterReturn) {
        splitAt(isAfterReturn ? chunk.subarray(0, at) : chunk, lineFeed);
        return;
      }
      const isReturn = chunk[at] === carriageReturn && chunk[at + 1] !== lineFeed;
      ending = isReturn ? carriageReturn : lineFeed;
      splitAt(chunk, ending);
    }
  };
}

/** The beginning of a line that is not over, copied: at most `longestLine` bytes. */
function createCarried() {
  let bytes = new Uint8Array(256);
  let length = 0;
  let isTooLong = false;
  return {
    bytes: () => bytes,
    length: () => length,
    isTooLong: () => isTooLong,
    isEmpty: () => length === 0 && !isTooLong,
    clear: () => {
      length = 0;
      isTooLong = false;
    },
    add: (chunk: Uint8Array, from: number, to: number) => {
      if (isTooLong || to === from) return;
      const needed = length + to - from;
      if (needed > longestLine) {
        isTooLong = true;
        return;
      }
      if (needed > bytes.length) {
        const larger = new Uint8Array(Math.max(needed, bytes.length * 2));
        larger.set(bytes.subarray(0, length));
        bytes = larger;
      }
      bytes.set(chunk.subarray(from, to), length);
      length = needed;
    },
  };
}
