import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder, readingOf } from './decode.ts';

function bytes(...parts: readonly (string | number)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : Array.from(part, (letter) => letter.charCodeAt(0)),
    ),
  );
}

function decode(line: Uint8Array, decoder = createDecoder()) {
  decoder.line(line, 0, line.length);
  return { ...decoder.text(line, 0, line.length), encoding: decoder.encoding() };
}

describe('a line', () => {
  it.each([
    ['CP437', bytes('Malm', 0x94, ' ', 0x8f, 's'), 'Malmö Ås', 'cp437'],
    ['Latin-1', bytes('Malm', 0xf6, ' ', 0xc5, 's'), 'Malmö Ås', 'latin1'],
    ['UTF-8', bytes('Malm', 0xc3, 0xb6, ' ', 0xc3, 0x85, 's'), 'Malmö Ås', 'utf8'],
    ['windows-1252', bytes(0xd6, 'st ', 0x96, ' v', 0xe4, 'st'), 'Öst – väst', 'latin1'],
    ['CP437 with a degree', bytes(0x84, 'r 5', 0xf8), 'är 5°', 'cp437'],
    ['a mix within it', bytes('Malm', 0x94, ' ', 0xc5, 's'), 'Malmö Ås', 'mixed'],
    ['nothing but ASCII', bytes('Malmo'), 'Malmo', 'ascii'],
    ['an emoji', bytes(0xf0, 0x9f, 0x98, 0x80), '\u{1F600}', 'utf8'],
    ['a section sign of CP437', bytes('enligt ', 0x15, ' 4'), 'enligt § 4', 'ascii'],
  ])('of %s is read', (_, line, text, encoding) => {
    expect(decode(line)).toEqual({ text, isUnclear: false, encoding });
  });

  it.each([
    ['a box', bytes(0x94, 0xda)],
    ['a hole in windows-1252', bytes(0xf6, 0x9d)],
    ['a control character', bytes('a', 0x01)],
  ])('with %s is unclear', (_, line) => {
    expect(decode(line).isUnclear).toBe(true);
  });

  it('without a letter that tells is read as the lines before it', () => {
    const decoder = createDecoder();
    const unclear = bytes('5', 0xb0);
    expect(decode(unclear, createDecoder())).toMatchObject({ text: '5░', isUnclear: true });
    decode(bytes(0xe5), decoder);
    expect(decode(unclear, decoder)).toMatchObject({ text: '5°', isUnclear: false });
    expect(decoder.encoding()).toBe('latin1');
  });

  it('that is long is read whole', () => {
    expect(decode(bytes('å'.repeat(1), 'x'.repeat(100_000))).text).toHaveLength(100_001);
  });

  it('mixed is read field by field', () => {
    const line = bytes('Malm', 0x94, '|', 0xd6, 'st ', 0x96);
    const decoder = createDecoder();
    decoder.line(line, 0, line.length);
    expect(decoder.text(line, 0, 5).text).toBe('Malmö');
    expect(decoder.text(line, 6, line.length).text).toBe('Öst –');
  });

  it('in UTF-8 is the text that was written, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = new TextEncoder().encode(text);
        const isPlain = !/\p{Cc}/u.test(text);
        fc.pre(isPlain && text.isWellFormed());
        expect(decode(line).text).toBe(text);
      }),
    );
  });

  it('of any bytes has a reading', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (line) => {
        expect(decode(line).text.length).toBeLessThanOrEqual(line.length);
        expect(['ascii', 'utf8', 'cp437', 'latin1', 'mixed', 'unclear']).toContain(
          readingOf(line, 0, line.length),
        );
      }),
    );
  });
});
