import { describe, expect, it } from 'vitest';
import {
  type BorgenstakEntry,
  borgenstakInForce,
  refusalOfCorrectedBorgenstak,
  refusalOfNewBorgenstak,
} from './borgenstak.ts';

function entry(borgenstakId: string, change: Partial<BorgenstakEntry> = {}): BorgenstakEntry {
  return { borgenstakId, validFrom: '2024-12-31', replacesId: null, isWithdrawn: false, ...change };
}

const wrong = entry('wrong', { validFrom: '2026-01-01' });
const right = entry('right', { validFrom: '2026-07-01', replacesId: 'wrong' });
const mistake = entry('mistake', { validFrom: '2027-01-01' });
const withdrawal = entry('withdrawal', {
  validFrom: '2027-01-01',
  replacesId: 'mistake',
  isWithdrawn: true,
});
const all = [entry('first'), wrong, right, mistake, withdrawal];

describe('the ceilings in force', () => {
  it('are those that nothing replaces and that take nothing back', () => {
    expect(borgenstakInForce(all).map(({ borgenstakId }) => borgenstakId)).toEqual([
      'first',
      'right',
    ]);
  });

  it('are none of none', () => {
    expect(borgenstakInForce([])).toEqual([]);
  });
});

describe('a new ceiling', () => {
  it('needs a day of its own', () => {
    expect(refusalOfNewBorgenstak(all, '2024-12-31')).toBe('borgenstak_day_taken');
    expect(refusalOfNewBorgenstak(all, '2025-01-01')).toBeNull();
  });

  it('may have the day of one that was replaced or taken back', () => {
    expect(refusalOfNewBorgenstak(all, '2026-01-01')).toBeNull();
    expect(refusalOfNewBorgenstak(all, '2027-01-01')).toBeNull();
  });
});

describe('a correction', () => {
  it('may keep the day or move it, but not to the day of another', () => {
    expect(refusalOfCorrectedBorgenstak(all, right, '2026-07-01')).toBeNull();
    expect(refusalOfCorrectedBorgenstak(all, right, '2026-08-01')).toBeNull();
    expect(refusalOfCorrectedBorgenstak(all, right, '2024-12-31')).toBe('borgenstak_day_taken');
  });

  it('is made once, and not of what takes another one back', () => {
    expect(refusalOfCorrectedBorgenstak(all, wrong, '2026-01-01')).toBe(
      'borgenstak_already_corrected',
    );
    expect(refusalOfCorrectedBorgenstak(all, mistake, null)).toBe('borgenstak_already_corrected');
    expect(refusalOfCorrectedBorgenstak(all, withdrawal, null)).toBe('borgenstak_withdrawn');
  });

  it('can take a ceiling back', () => {
    expect(refusalOfCorrectedBorgenstak(all, right, null)).toBeNull();
  });
});
