import { describe, expect, it } from 'vitest';
import { slugOf } from './slug.ts';

describe('the short name of an organisation', () => {
  it.each([
    ['Kommunalförbundet Itsam', 'kommunalforbundet-itsam'],
    ['Åtvidabergs kommun', 'atvidabergs-kommun'],
    ['  Räddningstjänsten – Östra  ', 'raddningstjansten-ostra'],
    ['Sydnärkes (avfall) & vatten', 'sydnarkes-avfall-vatten'],
    ['東京', 'organisation'],
    ['Konto', 'konto-2'],
  ])('%s: %s', (name, slug) => {
    expect(slugOf(name, [])).toBe(slug);
  });

  it('is not one that is taken', () => {
    expect(slugOf('Itsam', ['itsam', 'itsam-2'])).toBe('itsam-3');
  });

  it('is at most forty characters before its number, and ends in no hyphen', () => {
    expect(slugOf(`${'a'.repeat(39)} b`, [])).toBe('a'.repeat(39));
  });
});
