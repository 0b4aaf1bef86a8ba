import { describe, expect, it } from 'vitest';
import { cp437, section437, windows1252 } from './cp437.ts';

describe('code pages', () => {
  it('have a character for each byte from 0x80', () => {
    expect([cp437.length, windows1252.length]).toEqual([128, 128]);
  });

  it.each([
    ['å', 0x86, 0xe5],
    ['ä', 0x84, 0xe4],
    ['ö', 0x94, 0xf6],
    ['Å', 0x8f, 0xc5],
    ['Ä', 0x8e, 0xc4],
    ['Ö', 0x99, 0xd6],
    ['é', 0x82, 0xe9],
    ['ü', 0x81, 0xfc],
    ['½', 0xab, 0xbd],
    ['°', 0xf8, 0xb0],
  ])('%s is %s in the one and %s in the other', (letter, byte437, byte1252) => {
    expect(cp437[byte437 - 0x80]).toBe(letter);
    expect(windows1252[byte1252 - 0x80]).toBe(letter);
  });

  it('differ in 0xC5, which is a box in the one, and the one has § below a space', () => {
    expect([cp437[0xc5 - 0x80], windows1252[0xc5 - 0x80]]).toEqual(['┼', 'Å']);
    expect(section437).toBeLessThan(0x20);
  });
});
