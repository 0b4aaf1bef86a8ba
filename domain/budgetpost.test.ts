import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Budgetpost,
  type BudgetpostRequest,
  inForce,
  planBudgetposts,
  planCorrection,
} from './budgetpost.ts';
import { fromOre, isZero, sum, tkr, toPlain } from './tkr.ts';

const request: BudgetpostRequest = {
  lineId: 'klienter',
  year: 2025,
  kind: 'ursprunglig',
  amount: tkr('8182'),
  fromYear: null,
  fromLineId: null,
};

const post: Budgetpost = {
  id: 'a',
  lineId: 'klienter',
  year: 2025,
  kind: 'aterbudgetering',
  amount: tkr('3400'),
  otherYear: 2024,
  otherLineId: null,
  pairId: 'pair',
  replacesId: null,
};
const otherSide: Budgetpost = {
  ...post,
  id: 'b',
  year: 2024,
  amount: tkr('-3400'),
  otherYear: 2025,
};

describe('planning entries', () => {
  it('writes an ursprunglig amount once', () => {
    const planned = planBudgetposts(request);
    expect(planned.ok && planned.value).toEqual([
      {
        lineId: 'klienter',
        year: 2025,
        kind: 'ursprunglig',
        amount: tkr('8182'),
        otherYear: null,
        otherLineId: null,
      },
    ]);
  });

  it('writes an återbudgetering in the year it leaves and in the year it enters', () => {
    const planned = planBudgetposts({ ...request, kind: 'aterbudgetering', fromYear: 2024 });
    expect(
      planned.ok &&
        planned.value.map((entry) => [entry.year, toPlain(entry.amount), entry.otherYear]),
    ).toEqual([
      [2025, '8182', 2024],
      [2024, '-8182', 2025],
    ]);
  });

  it('writes an omdisponering on both lines', () => {
    const planned = planBudgetposts({ ...request, kind: 'omdisponering', fromLineId: 'nat' });
    expect(
      planned.ok &&
        planned.value.map((entry) => [entry.lineId, toPlain(entry.amount), entry.otherLineId]),
    ).toEqual([
      ['klienter', '8182', 'nat'],
      ['nat', '-8182', 'klienter'],
    ]);
  });

  it.each<[string, Partial<BudgetpostRequest>]>([
    ['aterbudgetering_needs_from_year', { kind: 'aterbudgetering' }],
    ['aterbudgetering_not_from_earlier_year', { kind: 'aterbudgetering', fromYear: 2025 }],
    ['aterbudgetering_not_from_earlier_year', { kind: 'aterbudgetering', fromYear: 2026 }],
    [
      'aterbudgetering_not_positive',
      { kind: 'aterbudgetering', fromYear: 2024, amount: tkr('-1') },
    ],
    ['aterbudgetering_not_positive', { kind: 'aterbudgetering', fromYear: 2024, amount: tkr('0') }],
    ['omdisponering_needs_from_line', { kind: 'omdisponering' }],
    ['omdisponering_same_line', { kind: 'omdisponering', fromLineId: 'klienter' }],
    ['omdisponering_not_positive', { kind: 'omdisponering', fromLineId: 'nat', amount: tkr('0') }],
    ['budgetpost_amount_zero', { kind: 'tillaggsaskande', amount: tkr('0') }],
    ['from_year_not_used', { kind: 'tillaggsaskande', fromYear: 2024 }],
    ['from_line_not_used', { kind: 'ursprunglig', fromLineId: 'nat' }],
  ])('refuses: %s', (refusal, change) => {
    expect(planBudgetposts({ ...request, ...change })).toEqual({ ok: false, refusal });
  });

  it('moves money without making or losing any', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 17n }), (ore) => {
        for (const move of [
          { kind: 'aterbudgetering', fromYear: 2024 } as const,
          { kind: 'omdisponering', fromLineId: 'nat' } as const,
        ]) {
          const planned = planBudgetposts({ ...request, amount: fromOre(ore), ...move });
          expect(planned.ok && isZero(sum(planned.value.map((entry) => entry.amount)))).toBe(true);
        }
      }),
    );
  });
});

describe('correcting entries', () => {
  it('replaces both sides of a move', () => {
    const planned = planCorrection(post, otherSide, tkr('3000'));
    expect(planned.ok && planned.value).toEqual([
      { replaces: post, amount: tkr('3000') },
      { replaces: otherSide, amount: tkr('-3000') },
    ]);
  });

  it('takes the same correction from the side that gives', () => {
    const planned = planCorrection(otherSide, post, tkr('-3000'));
    expect(planned.ok && planned.value.map((entry) => toPlain(entry.amount))).toEqual([
      '-3000',
      '3000',
    ]);
  });

  it('voids a move by zero, and can bring it back', () => {
    expect(planCorrection(post, otherSide, tkr('0')).ok).toBe(true);
    const voided = { ...post, amount: tkr('0') };
    expect(planCorrection(voided, { ...otherSide, amount: tkr('0') }, tkr('3400')).ok).toBe(true);
  });

  it.each([
    ['correction_changes_nothing', post, otherSide, '3400'],
    ['correction_flips_move', post, otherSide, '-1'],
    ['correction_flips_move', otherSide, post, '1'],
  ])('refuses: %s', (refusal, corrected, other, amount) => {
    expect(planCorrection(corrected, other, tkr(amount))).toEqual({ ok: false, refusal });
  });

  it('counts only entries that nothing replaces', () => {
    const correction = { ...post, id: 'c', replacesId: 'a' };
    expect(inForce([post, otherSide, correction]).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
