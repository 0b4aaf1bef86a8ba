import { describe, expect, it } from 'vitest';
import { en } from '../../texts/en.ts';
import { sv } from '../../texts/sv.ts';
import { parseTerm, shownTerm, standardTerms } from './term-text.ts';
import { type TermKind, termKinds } from './terms.ts';

const none = { percent: null, months: null, lastMonth: null };

describe('a term as a person writes it', () => {
  it.each([
    ['life', '48', { months: 48 }],
    ['life', '48 månader', { months: 48 }],
    ['life', '4 år', { months: 48 }],
    ['life', '2,5 år', { months: 30 }],
    ['life', '3 years', { months: 36 }],
    ['loanShare', '80', { percent: '80' }],
    ['loanShare', '62,5 %', { percent: '62.5' }],
    ['drawSpan', '1–12', { months: 1, lastMonth: 12 }],
    ['drawSpan', 'mars–dec', { months: 3, lastMonth: 12 }],
    ['drawSpan', 'Maj - Oktober', { months: 5, lastMonth: 10 }],
    ['drawSpan', 'May–Oct', { months: 5, lastMonth: 10 }],
    ['drawSpan', 'december', { months: 12, lastMonth: 12 }],
    ['paymentInterval', 'kvartal', { months: 3 }],
    ['paymentInterval', 'Halvår', { months: 6 }],
    ['paymentInterval', '12', { months: 12 }],
    ['paymentInterval', 'monthly', { months: 1 }],
  ] as const)('%s: %j is read', (kind, text, value) => {
    expect(parseTerm(kind, text)).toEqual({ ...none, ...value });
  });

  it.each([
    ['life', '2,5'],
    ['life', 'fyra år'],
    ['life', '-48'],
    ['loanShare', 'hälften'],
    ['drawSpan', '1-6-12'],
    ['drawSpan', 'vår–höst'],
    ['drawSpan', ''],
    ['paymentInterval', '4'],
    ['paymentInterval', 'kvart'],
  ] as const)('%s: %j is none', (kind, text) => {
    expect(parseTerm(kind, text)).toBeNull();
  });

  it('is shown so that it can be read again, in both languages', () => {
    const values: { readonly [kind in TermKind]: Parameters<typeof shownTerm>[1][] } = {
      life: [{ ...none, months: 30 }],
      loanShare: [{ ...none, percent: '62.5' }],
      drawSpan: [
        { ...none, months: 3, lastMonth: 12 },
        { ...none, months: 5, lastMonth: 10 },
        { ...none, months: 6, lastMonth: 7 },
        { ...none, months: 12, lastMonth: 12 },
      ],
      paymentInterval: [1, 3, 6, 12].map((months) => ({ ...none, months })),
    };
    for (const texts of [sv, en]) {
      for (const kind of termKinds) {
        for (const value of [...values[kind], standardTerms[kind] ?? []].flat()) {
          expect(parseTerm(kind, shownTerm(kind, value, texts))).toEqual(value);
        }
      }
    }
    expect(shownTerm('drawSpan', { ...none, months: 1, lastMonth: 12 }, sv)).toBe('jan–dec');
    expect(shownTerm('loanShare', { ...none, percent: '62.5' }, sv)).toBe('62,5\u00a0%');
  });
});
