import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestLine } from './limits.ts';
import { createLineSplitter } from './lines.ts';

type Seen = readonly [line: number, text: string, isAscii: boolean];

function split(chunks: readonly Uint8Array[]): { lines: Seen[]; tooLong: number[] } {
  const lines: Seen[] = [];
  const tooLong: number[] = [];
  const splitter = createLineSplitter(
    (bytes, start, end, line, isAscii) => {
      const text = new TextDecoder('latin1').decode(bytes.subarray(start, end));
      lines.push([line, text.replace(/\r$/u, ''), isAscii]);
    },
    (line) => tooLong.push(line),
  );
  for (const chunk of chunks) splitter.push(chunk);
  splitter.finish();
  return { lines, tooLong };
}

const latin1 = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0)));

describe('lines', () => {
  it.each(['\n', '\r\n', '\r'])('may end with %j, the last with nothing', (end) => {
    const { lines } = split([latin1(`ett${end}${end}tre å`)]);
    expect(lines).toEqual([
      [1, 'ett', true],
      [2, '', true],
      [3, 'tre å', false],
    ]);
  });

  it('may end with a return that an empty chunk follows', () => {
    const chunks = ['ett\r', '', '\ntv\u00e5\r\n'].map(latin1);
    expect(split(chunks).lines.map(([line, text]) => [line, text])).toEqual([
      [1, 'ett'],
      [2, 'tv\u00e5'],
    ]);
  });

  it('are the same however the file is cut', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.string({ unit: fc.constantFrom(...Array.from('aå ')), maxLength: 5 }), {
          maxLength: 8,
        }),
        fc.array(fc.nat({ max: 60 })),
        (end, rows, cuts) => {
          const whole = latin1(rows.map((row) => `${row}${end}`).join(''));
          const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
          const chunks = places.slice(1).map((to, at) => whole.subarray(places[at], to));
          expect(split(chunks)).toEqual(split([whole]));
          const written = split([whole]).lines.filter(([, text]) => text !== '');
          expect(written.map(([line]) => rows[line - 1])).toEqual(rows.filter((row) => row !== ''));
        },
      ),
    );
  });

  it('that are too long are skipped, in one chunk or in many, and the next ones are read', () => {
    const long = new Uint8Array(longestLine + 1).fill(0x61);
    const rest = latin1('\nkvar');
    const inOne = new Uint8Array(long.length + rest.length);
    inOne.set(long);
    inOne.set(rest, long.length);
    for (const chunks of [[long, rest], [inOne], [long.subarray(1), long, rest]]) {
      expect(split(chunks)).toEqual({ lines: [[2, 'kvar', true]], tooLong: [1] });
    }
    expect(split([long.subarray(1), rest]).tooLong).toEqual([]);
  });
});
