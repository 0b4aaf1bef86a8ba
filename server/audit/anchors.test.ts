import { describe, expect, it } from 'vitest';
import { type Anchor, anchorLine, MalformedAnchor, parseAnchors } from './anchors.ts';

const hash = '0123456789abcdef'.repeat(4);
const line = `tkr-ankare 1 2026-11-22 019a5b7c-0000-7000-8000-00000000000a 17 ${hash}`;
const anchor: Anchor = {
  day: '2026-11-22',
  organisationId: '019a5b7c-0000-7000-8000-00000000000a',
  seq: '17',
  hash,
};

describe('an anchor', () => {
  it('is one line of text, and is read from it', () => {
    expect(anchorLine(anchor)).toBe(line);
    expect(parseAnchors(line)).toEqual([anchor]);
  });

  it('is read from a file with other line endings, remarks and empty lines', () => {
    const text = `\uFEFF# Direktionens pärm\r\n\r\n${line}\r\n  ${line.replace(' 17 ', ' 0 ')}  \r\n`;
    expect(parseAnchors(text).map(({ seq }) => seq)).toEqual(['17', '0']);
    expect(parseAnchors('')).toEqual([]);
  });

  it.each([
    ['another version', line.replace('ankare 1', 'ankare 2')],
    ['a day that is none', line.replace('11-22', '02-30')],
    ['a year of two digits', line.replace('2026', '26')],
    ['no organisation', line.replace('019a5b7c', 'itsam')],
    ['a number with a leading zero', line.replace(' 17 ', ' 017 ')],
    ['a negative number', line.replace(' 17 ', ' -17 ')],
    ['a hash that was cut by a mail program', line.slice(0, -1)],
    ['something after the hash', `${line} x`],
    ['anything else', 'hej'],
  ])('is refused with %s, by the number of its line', (_, malformed) => {
    const read = () => parseAnchors(`${line}\n\n${malformed}\n`);
    expect(read).toThrow(MalformedAnchor);
    expect(read).toThrow('Rad 3 ');
  });
});
