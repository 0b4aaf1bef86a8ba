import { describe, expect, it } from 'vitest';
import { tkr, toPlain } from '../tkr.ts';
import type { Assumption } from './assumption-terms.ts';
import { resolveAssumptions } from './assumptions.ts';
import {
  type AmortisationComparison,
  amortisationDifferences,
  compareAmortisation,
  triedAssumptions,
} from './compare-amortisation.ts';

function life(lineId: string | null, months: number, from: string | null = null): Assumption {
  const none = { percent: null, low: null, high: null, amount: null, lastMonth: null };
  return { ...none, kind: 'life', lineId, from, months };
}

// Itsam 2025: what § 14 adds, and how much more "Om tillägg" amortises than "Utan tillägg".
const added = [
  { lineId: 'klienter', year: 2025, amount: tkr('3400') },
  { lineId: 'mobiltelefoner', year: 2025, amount: tkr('990') },
  { lineId: 'mobiltelefoner', year: 2025, amount: tkr('620') },
];
const differences = amortisationDifferences(
  [
    { year: 2025, amount: tkr('-22967') },
    { year: 2026, amount: tkr('-27601') },
  ],
  [
    { year: 2025, amount: tkr('-22569') },
    { year: 2026, amount: tkr('-26356') },
    { year: 2027, amount: null },
  ],
);
const lives = [
  life('klienter', 36),
  life('klienter', 48, '2025-01-01'),
  life('mobiltelefoner', 30),
  life('mobiltelefoner', 36, '2025-01-01'),
];
const compared = compareAmortisation({
  added,
  differences,
  assumptions: resolveAssumptions([[], lives]),
});

function told({ years, distance }: AmortisationComparison['tried'][number]) {
  return [
    ...years.map(({ computed, unexplained }) => [toPlain(computed), toPlain(unexplained)]),
    toPlain(distance),
  ];
}

function caseOf(firstMonth: number, interval: number, lives: unknown) {
  const found = compared.tried.find(
    ({ terms }) =>
      terms.firstMonth === firstMonth &&
      terms.interval === interval &&
      JSON.stringify(terms.lives) === JSON.stringify(lives),
  );
  if (found === undefined) throw new Error('This was not tried');
  return found;
}

describe('what a supplementary budget amortises, beside what was printed', () => {
  it('takes the difference of two scenarios, without sign, where both know the year', () => {
    expect(differences).toEqual([
      { year: 2025, amount: tkr('398') },
      { year: 2026, amount: tkr('1245') },
    ]);
  });

  it('computes the assumptions in force first', () => {
    // Drawn January to December, quarterly. 2025: 3 400 · 18/192 = 318,75 and 1 610 · 18/144 =
    // 201,25. 2026: 3 400 · 48/192 = 850 and 1 610 · 48/144 = 536,66667.
    const { own } = compared;
    expect(own?.years.map(({ computed }) => toPlain(computed))).toEqual(['520', '1386.66667']);
    expect(own?.years.map(({ unexplained }) => toPlain(unexplained))).toEqual([
      '-122',
      '-141.66667',
    ]);
    expect(toPlain(own?.distance ?? tkr('0'))).toBe('263.66667');
    expect(own?.years[0]?.parts).toEqual([
      {
        lineIds: ['klienter'],
        principal: tkr('3400'),
        paid: 18,
        pieces: 192,
        amount: tkr('318.75'),
      },
      {
        lineIds: ['mobiltelefoner'],
        principal: tkr('1610'),
        paid: 18,
        pieces: 144,
        amount: tkr('201.25'),
      },
    ]);
    expect(caseOf(1, 3, 'own').years).toEqual(own?.years);
  });

  it('tries every combination of draw, interval and lives, and puts the closest first', () => {
    expect(triedAssumptions).toHaveLength(12 * 4 * 7);
    expect(compared.tried).toHaveLength(12 * 4 * 7);
    // 48 months for all, drawn April to December in 9 parts, paid monthly: 36 payments are made in
    // 2025 of 9 · 48, so 5 010 · 36/432 = 417,5; then 108 a year, 5 010 · 108/432 = 1 252,5.
    const [closest, next] = compared.tried;
    expect(closest?.terms).toEqual({ firstMonth: 4, interval: 1, lives: { months: 48 } });
    expect(told(caseOf(4, 1, { months: 48 }))).toEqual([
      ['417.5', '-19.5'],
      ['1252.5', '-7.5'],
      '27',
    ]);
    // March to December in 10 parts of 16 payments, quarterly: 12 of 160 in 2025, 40 in 2026.
    expect(next?.terms).toEqual({ firstMonth: 3, interval: 3, lives: { months: 48 } });
    expect(next?.years.map(({ computed }) => toPlain(computed))).toEqual(['375.75', '1252.5']);
  });

  it('knows the lives of the year before', () => {
    // 36 and 30 months: 3 400 · 18/144 + 1 610 · 18/120 = 425 + 241,5.
    expect(caseOf(1, 3, 'before').years[0]?.computed).toBe(tkr('666.5'));
  });

  it('leaves nothing over by the assumptions that made the difference', () => {
    const { years } = caseOf(5, 6, { months: 60 });
    const made = compareAmortisation({
      added,
      differences: years.map(({ year, computed }) => ({ year, amount: computed })),
      assumptions: resolveAssumptions([lives]),
    });
    expect(made.tried[0]?.terms).toEqual({ firstMonth: 5, interval: 6, lives: { months: 60 } });
    expect(made.tried[0]?.distance).toBe(tkr('0'));
  });

  it('says nothing of lives that nobody has said, and still tries one life for all', () => {
    const unknown = compareAmortisation({
      added: [{ lineId: null, year: 2025, amount: tkr('100') }],
      differences,
      assumptions: resolveAssumptions([lives]),
    });
    expect(unknown.own).toBeNull();
    expect(unknown.tried).toHaveLength(12 * 4 * 5);
  });
});
