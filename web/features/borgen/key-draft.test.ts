import { describe, expect, it } from 'vitest';
import { createShareKey } from '#contract/borgen.ts';
import type { Member } from '#contract/settings.ts';
import {
  bodyOf,
  draftOf,
  draftOfKey,
  emptyKey,
  type KeyDraft,
  peopleSum,
  percentSum,
  plainWeight,
} from './key-draft.ts';

const ydre = '019a5b7c-0000-7000-8000-000000000001';
const kinda = '019a5b7c-0000-7000-8000-000000000002';
const members = [ydre, kinda].map((memberId): Member => {
  return { memberId, name: memberId, kommunkod: null, joinedOn: null, leftOn: null, version: 1 };
});
const draft = (
  type: KeyDraft['type'],
  ...[first = '', second = '']: readonly string[]
): KeyDraft => ({
  validFrom: '2026-01-01',
  type,
  source: 'Förbundsordningen § 14',
  weights: { [ydre]: first, [kinda]: second },
});

describe('a typed weight', () => {
  it.each([
    ['5 512', '5512'],
    ['5\u00a0512', '5512'],
    ['57,8 %', '57.8'],
    ['57.8', '57.8'],
    ['', ''],
    ['många', 'många'],
  ])('%j is sent as %j', (typed, plain) => {
    expect(plainWeight(typed)).toBe(plain);
  });
});

describe('a key on its way in', () => {
  it('has the members with something typed, and says which of them is wrong', () => {
    expect(bodyOf(draft('population', '5 512'), members).parts).toEqual([
      { memberId: ydre, weight: '5512' },
    ]);
    const wrong = bodyOf(draft('percent', '50', 'resten'), members);
    expect(createShareKey.body.safeParse(wrong).error?.issues).toMatchObject([
      { path: ['parts', 1, 'weight'], message: 'percent_invalid' },
    ]);
  });

  it('is what was stored or computed, as a person writes it', () => {
    const stored = {
      keyId: ydre,
      validFrom: '2026-01-01',
      type: 'percent',
      source: '§ 14',
      parts: [{ memberId: ydre, weight: '57.8' }],
      version: 1,
      changedAt: '2026-01-01T08:00:00.000Z',
      changedBy: 'Anna Ek',
    } as const;
    expect(draftOf({ ...stored, parts: [...stored.parts] }).weights).toEqual({ [ydre]: '57,8' });
    const key = {
      validFrom: '2026-01-01',
      type: 'population',
      parts: [{ memberId: ydre, weight: 5512n }],
    } as const;
    expect(draftOfKey(key, 'SCB')).toEqual({
      validFrom: '2026-01-01',
      type: 'population',
      source: 'SCB',
      weights: { [ydre]: '5512' },
    });
  });
});

describe('the sum while it is typed', () => {
  it('says how far the percentages are from a whole', () => {
    expect(percentSum(draft('percent', '57,8', '42,2'))).toEqual({ is: 'whole', by: '0' });
    expect(percentSum(draft('percent', '57,8', '40'))).toEqual({ is: 'less', by: '2,2' });
    expect(percentSum(draft('percent', '57,8', '42,2001'))).toEqual({ is: 'more', by: '0,0001' });
    expect(percentSum(draft('percent', '57,8', 'många'))).toEqual({ is: 'less', by: '42,2' });
    expect(percentSum(emptyKey)).toEqual({ is: 'less', by: '100' });
  });

  it('adds the inhabitants', () => {
    expect(peopleSum(draft('population', '5 512', '3 712'))).toBe(9_224n);
  });
});
