import { describe, expect, it } from 'vitest';
import { loanChanges, loanColumns, loanKey } from './loan-table-terms.ts';

describe('what tells loans apart', () => {
  it('is lender and reference, capitals or not, and never one for the other', () => {
    expect(loanKey('Kommuninvest', 'KI-1')).toBe(loanKey('KOMMUNINVEST', 'ki-1'));
    expect(loanKey('A', 'B C')).not.toBe(loanKey('A B', 'C'));
    expect(loanKey('Å', '1')).not.toBe(loanKey('A', '1'));
  });
});

describe('the columns of a loan table', () => {
  it('hold all that a stored loan and one in a file can differ in', () => {
    const said = loanChanges.filter((name) => name !== 'ratePeriods');
    expect(loanColumns).toEqual(expect.arrayContaining(said));
  });
});
