import { describe, expect, it } from 'vitest';
import {
  accountOf,
  addBalance,
  createLedger,
  dimensionOf,
  nameObject,
  noteUse,
  partsOfPeriod,
  voucherPeriod,
  yearIndexOf,
  yearPeriod,
} from './ledger.ts';
import { mostKept, mostText } from './limits.ts';

describe('a ledger', () => {
  it('has each account, dimension and object once', () => {
    const ledger = createLedger();
    accountOf(ledger, '1930').name = 'Bank';
    accountOf(ledger, '1930').type = 'T';
    expect([...ledger.accounts]).toEqual([['1930', { name: 'Bank', type: 'T' }]]);
    dimensionOf(ledger, '6').name = 'Projekt';
    nameObject(ledger, '6', 'P1', 'Bro');
    nameObject(ledger, '6', 'P1', 'Ny bro');
    expect([...dimensionOf(ledger, '6').objects]).toEqual([['P1', 'Ny bro']]);
  });

  it('adds a balance that is given twice, and warns', () => {
    const ledger = createLedger();
    const balance = { kind: 'IB', yearIndex: 0, account: '1930', objects: [] } as const;
    addBalance(ledger, { ...balance, ore: 5n, line: 1 }, '');
    addBalance(ledger, { ...balance, ore: 7n, line: 2 }, '');
    expect([...ledger.balances.values()].map(({ ore }) => ore)).toEqual([12n]);
    expect(ledger.warnings.list()).toEqual([
      { line: 2, code: 'balance_twice', label: '#IB', year: 0, account: '1930' },
    ]);
  });

  it('remembers the first line of each name', () => {
    const ledger = createLedger();
    noteUse(ledger, 3, 1, 10);
    noteUse(ledger, 3, 2, 20);
    expect([ledger.accountLines[3], ledger.objectsLines[1], ledger.objectsLines[2]]).toEqual([
      10, 10, 20,
    ]);
  });

  it('is refused past its limits', () => {
    const ledger = createLedger();
    for (let kept = 0; kept < mostKept; kept += 1) ledger.keep();
    expect(ledger.refusal).toBeNull();
    ledger.keep();
    expect(ledger.refusal).toBe('sie_too_many_sums');
    const wordy = createLedger();
    wordy.keepText(mostText);
    expect(wordy.refusal).toBeNull();
    wordy.keepText(1);
    expect(wordy.refusal).toBe('sie_too_much_text');
  });

  it('has periods of two parts', () => {
    expect(partsOfPeriod(voucherPeriod(202401, 202312))).toEqual([202401, 202312]);
    for (const index of [0, -1, -99, 9]) {
      expect(yearIndexOf(yearPeriod(index, 202401))).toBe(index);
      expect(partsOfPeriod(yearPeriod(index, 202401))[1]).toBe(202401);
    }
  });
});
