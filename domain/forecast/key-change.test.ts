import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import worked from '../../fixtures/prognos/member-leaves/case.json' with { type: 'json' };
import { percentOf } from '../percent.ts';
import { fromOre, sum, type Tkr, tkr, toPlain } from '../tkr.ts';
import { keyChange, keyWith, keyWithout } from './key-change.ts';
import { memberShares } from './member-shares.ts';
import type { ShareKey } from './share-key.ts';

const [before, after] = worked.input.keys.map(
  ({ validFrom, parts }): ShareKey => ({
    validFrom,
    type: 'population',
    parts: parts.map(({ memberId, weight }) => ({ memberId, weight: BigInt(weight) })),
  }),
);
if (before === undefined || after === undefined) throw new Error('The case has two keys');

const { changes, leaves } = worked.expected.keyChange;
const amounts = { debt: tkr('58500'), borgenstak: tkr('80000') };

const plain = (amount: Tkr | null): string | null => (amount === null ? null : toPlain(amount));

const percentKey: ShareKey = {
  validFrom: '2025-01-01',
  type: 'percent',
  parts: [
    { memberId: 'a', weight: percentOf('60') },
    { memberId: 'b', weight: percentOf('40') },
  ],
};

const debtsBy = (key: ShareKey): (string | null)[] =>
  memberShares(key, { debt: tkr('1000'), borgenstak: null }).map(({ debt }) => plain(debt));

describe('a member that leaves', () => {
  it('leaves the others as they stand to each other', () => {
    const left = keyWithout(before, leaves);
    expect(left?.parts).toEqual(after.parts);
    expect(left?.validFrom).toBe(before.validFrom);
    expect(keyWithout(percentKey, 'b')?.parts).toEqual([percentKey.parts[0]]);
  });

  it('changes what each answers for as worked by hand', () => {
    expect(
      keyChange(before, after, amounts).map(({ memberId, change }) => ({
        memberId,
        debt: plain(change.debt),
        borgenstak: plain(change.borgenstak),
        headroom: plain(change.headroom),
      })),
    ).toEqual(changes);
  });

  it('leaves no key behind where nobody who is left has any weight', () => {
    const parts = [
      { memberId: 'a', weight: 1n },
      { memberId: 'b', weight: 0n },
    ];
    expect(keyWithout({ ...percentKey, parts }, 'a')).toBeNull();
    expect(keyWithout({ ...percentKey, parts }, 'b')?.parts).toHaveLength(1);
  });
});

describe('a member that joins', () => {
  it('has its inhabitants beside the others', () => {
    expect(keyWith(after, leaves, 9829n).parts.toSorted(byName)).toEqual(
      before.parts.toSorted(byName),
    );
  });

  it('has its percentage of the new whole, and the others share the rest as before', () => {
    expect(debtsBy(keyWith(percentKey, 'c', percentOf('10')))).toEqual(['540', '360', '100']);
    expect(debtsBy(keyWith(percentKey, 'c', percentOf('0')))).toEqual(['600', '400', '0']);
    expect(debtsBy(keyWith(percentKey, 'c', percentOf('100')))).toEqual(['0', '0', '1000']);
  });

  it('has another share where it was already a member', () => {
    expect(debtsBy(keyWith(percentKey, 'a', percentOf('25')))).toEqual(['750', '250']);
    expect(keyWith(before, leaves, 1n).parts).toHaveLength(4);
    expect(keyWith({ ...percentKey, parts: [] }, 'a', percentOf('5')).parts).toHaveLength(1);
  });

  it('cannot have less than nothing or more than all', () => {
    expect(() => keyWith(percentKey, 'c', percentOf('100.0001'))).toThrow('share');
    expect(() => keyWith(percentKey, 'c', percentOf('-1'))).toThrow('share');
  });

  it('answered for nothing before', () => {
    const now = keyWith(percentKey, 'c', percentOf('10'));
    const changed = keyChange(percentKey, now, { debt: tkr('1000'), borgenstak: null });
    expect(changed.map(({ memberId, change }) => [memberId, plain(change.debt)])).toEqual([
      ['a', '-60'],
      ['b', '-40'],
      ['c', '100'],
    ]);
    expect(changed[2]?.before).toEqual({
      memberId: 'c',
      debt: tkr('0'),
      borgenstak: null,
      headroom: null,
    });
    expect(changed[2]?.change.headroom).toBeNull();
  });
});

it('changes nothing in all, whoever joins or leaves', () => {
  const anyWeight = fc.bigInt({ min: 1n, max: 10n ** 5n });
  const anyOre = fc.bigInt({ min: 0n, max: 10n ** 12n });
  fc.assert(
    fc.property(
      fc.array(anyWeight, { minLength: 2, maxLength: 9 }),
      anyOre,
      anyOre,
      (weights, debt, ceiling) => {
        const key: ShareKey = {
          ...percentKey,
          type: 'population',
          parts: weights.map((weight, index) => ({ memberId: `${index}`, weight })),
        };
        const without = keyWithout(key, '0') ?? key;
        const whole = { debt: fromOre(debt), borgenstak: fromOre(ceiling) };
        for (const changed of [keyChange(key, without, whole), keyChange(without, key, whole)]) {
          expect(sum(changed.map(({ change }) => change.debt))).toBe(0n);
          expect(sum(changed.map(({ change }) => change.headroom ?? tkr('0')))).toBe(0n);
        }
      },
    ),
  );
});

function byName(left: ShareKey['parts'][number], right: ShareKey['parts'][number]): number {
  return left.memberId < right.memberId ? -1 : 1;
}
