import { describe, expect, it } from 'vitest';
import type { BorgenstakAnswer } from '#contract/borgen.ts';
import { ceilingRows } from './borgen.ts';

function ceiling(borgenstakId: string, change: Partial<BorgenstakAnswer>): BorgenstakAnswer {
  return {
    borgenstakId,
    validFrom: '2024-12-31',
    amount: '80000',
    beslut: {
      beslutId: 'beslut',
      title: 'Borgenstak',
      organ: 'Direktionen',
      date: null,
      paragraph: null,
      dnr: null,
      note: null,
    },
    comment: null,
    replacesId: null,
    isWithdrawn: false,
    isInForce: true,
    createdAt: null,
    createdBy: null,
    ...change,
  };
}

describe('ceilings', () => {
  it('stand with the newest day first, each with how it stands', () => {
    const rows = ceilingRows(
      [
        ceiling('first', { validFrom: '2020-01-01' }),
        ceiling('now', {}),
        ceiling('wrong', { validFrom: '2026-01-01', isInForce: false }),
        ceiling('mistake', { validFrom: '2026-06-01', isInForce: false }),
        ceiling('withdrawal', {
          validFrom: '2026-06-01',
          replacesId: 'mistake',
          isWithdrawn: true,
          isInForce: false,
        }),
        ceiling('right', { validFrom: '2027-01-01', replacesId: 'wrong' }),
      ],
      '2026-11-22',
    );
    expect(rows.map(({ entry, state }) => [entry.borgenstakId, state])).toEqual([
      ['right', 'coming'],
      ['withdrawal', 'withdrawal'],
      ['mistake', 'withdrawn'],
      ['wrong', 'corrected'],
      ['now', 'inForce'],
      ['first', 'past'],
    ]);
  });
});
