import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecoveryCodes, normaliseRecoveryCode } from './recovery-codes.ts';

describe('recovery codes', () => {
  it('are ten, all different, in six groups of four', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){5}$/u);
      expect(normaliseRecoveryCode(code)).toBe(code);
    }
  });

  // That one of 32 symbols is missing from one of 24 places in 2000 codes has odds of about 10^-25.
  it('use every symbol in every place: 120 bits', () => {
    const codes = Array.from({ length: 200 }, newRecoveryCodes).flat();
    expect(new Set(codes).size).toBe(2000);
    for (let place = 0; place < 24; place += 1) {
      const symbols = codes.map((code) => code.replaceAll('-', '').charAt(place));
      expect(new Set(symbols).size).toBe(32);
    }
  });

  it.each([
    ['0123-4567-89AB-CDEF-2222-3333', '0123-4567-89AB-CDEF-2222-3333'],
    ['0123456789abcdef22223333', '0123-4567-89AB-CDEF-2222-3333'],
    [' 0123 4567\u00a089ab cdef 2222 3333\n', '0123-4567-89AB-CDEF-2222-3333'],
    ['01-23-45-67-89-ab-cd-ef-22223333', '0123-4567-89AB-CDEF-2222-3333'],
    ['0123–4567−89ab‐cdef22223333', '0123-4567-89AB-CDEF-2222-3333'],
    ['oO0i-IlL1-ghjk-mnpq-2222-3333', '0001-1111-GHJK-MNPQ-2222-3333'],
    ['rstv-wxyz-2222-3333-4444-5555', 'RSTV-WXYZ-2222-3333-4444-5555'],
  ])('%j is read as %s', (text, code) => {
    expect(normaliseRecoveryCode(text)).toBe(code);
  });

  it.each([
    '',
    '4444-5555-0123-4567-89AB-CDE',
    '4444-5555-0123-4567-89AB-CDEF0',
    '4444-5555-0123-4567-89AB-CDEU',
    '4444-5555-0123-4567-89AB-CDEÅ',
    '4444-5555-0123-4567-89AB-CDE!',
    '4444-5555-0123_4567_89AB_CDEF',
    '4444-5555-0123-4567-89AB-CDE\u017f',
    '4444-5555-0123-4567-89AB-CDE\u212a',
    '4444-5555-０123-4567-89AB-CDEF',
  ])('%j is none', (text) => {
    expect(normaliseRecoveryCode(text)).toBeNull();
  });

  it('are read again however they are typed', () => {
    const typed: Record<string, readonly string[]> = {
      '0': ['0', 'o', 'O'],
      '1': ['1', 'i', 'I', 'l', 'L'],
    };
    const anySymbol = fc
      .constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ'))
      .chain((symbol) =>
        fc.record({
          symbol: fc.constant(symbol),
          typed: fc.constantFrom(...(typed[symbol] ?? [symbol, symbol.toLowerCase()])),
          gap: fc.constantFrom('', '', ' ', '-', ' - '),
        }),
      );
    fc.assert(
      fc.property(fc.array(anySymbol, { minLength: 24, maxLength: 24 }), (symbols) => {
        const text = symbols.map((one) => one.typed + one.gap).join('');
        const read = normaliseRecoveryCode(text);
        expect(read?.replaceAll('-', '')).toBe(symbols.map((one) => one.symbol).join(''));
      }),
    );
  });
});
