import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShareKey } from './share-key.ts';
import { parseWeight, refusalOfShareKey, totalWeight, weightToPlain } from './share-key-rules.ts';

const members = [
  { memberId: 'ydre', joinedOn: null, leftOn: null },
  { memberId: 'kinda', joinedOn: null, leftOn: '2024-04-01' },
  { memberId: 'boxholm', joinedOn: '2020-01-01', leftOn: null },
];

function key(type: ShareKey['type'], parts: Record<string, bigint>, validFrom = '2024-01-01') {
  return {
    type,
    validFrom,
    parts: Object.entries(parts).map(([memberId, weight]) => ({ memberId, weight })),
  };
}

describe('the parts of a key', () => {
  it.each([
    ['population', '5512', 5512n],
    ['population', '0', 0n],
    ['population', '99999999', 99_999_999n],
    ['population', '100000000', null],
    ['population', '5512.5', null],
    ['population', '-1', null],
    ['population', '', null],
    ['percent', '57.8', 578_000n],
    ['percent', '100', 1_000_000n],
    ['percent', '0', 0n],
    ['percent', '33.3333', 333_333n],
    ['percent', '33.33333', null],
    ['percent', '100.0001', null],
    ['percent', '-1', null],
  ] as const)('%s %j is %s', (type, text, weight) => {
    expect(parseWeight(type, text)).toBe(weight);
  });

  it('are written as they are read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('population', 'percent'),
        fc.bigInt(0n, 1_000_000n),
        (type, weight) => {
          expect(parseWeight(type, weightToPlain(type, weight))).toBe(weight);
        },
      ),
    );
  });

  it('come to their sum', () => {
    expect(totalWeight(key('population', { ydre: 3_700n, boxholm: 5_512n }))).toBe(9_212n);
  });
});

describe('a key', () => {
  it('holds where its percentages are exactly 100', () => {
    const whole = { ydre: 578_000n, kinda: 249_000n, boxholm: 173_000n };
    expect(refusalOfShareKey(key('percent', whole), members)).toBeNull();
    expect(refusalOfShareKey(key('percent', { ...whole, ydre: 577_999n }), members)).toBe(
      'share_key_percent_sum',
    );
    expect(refusalOfShareKey(key('percent', { ...whole, ydre: 578_001n }), members)).toBe(
      'share_key_percent_sum',
    );
  });

  it('holds for inhabitants that are more than none', () => {
    expect(refusalOfShareKey(key('population', { ydre: 0n, boxholm: 1n }), members)).toBeNull();
    expect(refusalOfShareKey(key('population', { ydre: 0n }), members)).toBe('share_key_empty');
    expect(refusalOfShareKey(key('population', {}), members)).toBe('share_key_empty');
  });

  it('has nobody who has left by its day or comes after it', () => {
    const with_ = (validFrom: string) =>
      refusalOfShareKey(key('population', { kinda: 9_900n, boxholm: 5_512n }, validFrom), members);
    expect(with_('2024-03-31')).toBeNull();
    expect(with_('2024-04-01')).toBe('share_key_member_outside');
    expect(with_('2019-12-31')).toBe('share_key_member_outside');
    expect(with_('2020-01-01')).toBeNull();
  });

  it('has members that are there, each one once', () => {
    expect(refusalOfShareKey(key('population', { nobody: 1n }), members)).toBe('member_not_found');
    const part = { memberId: 'ydre', weight: 500_000n };
    const twice: ShareKey = { type: 'percent', validFrom: '2024-01-01', parts: [part, part] };
    expect(refusalOfShareKey(twice, members)).toBe('share_key_member_twice');
  });
});
