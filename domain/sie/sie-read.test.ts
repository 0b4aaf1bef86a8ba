import { describe, expect, it } from 'vitest';
import { accountOf, addBalance, createLedger, dimensionOf, nameObject } from './ledger.ts';
import { readOf } from './sie-read.ts';

describe('what a file says', () => {
  it('is empty of an empty ledger, with its type missing', () => {
    expect(readOf(createLedger(), 'ascii')).toEqual({
      refusal: null,
      encoding: 'ascii',
      type: null,
      flagga: null,
      program: null,
      companyName: null,
      orgnr: null,
      fiscalYears: [],
      accounts: [],
      dimensions: [],
      balances: [],
      changes: [],
      changeSources: [],
      budgets: [],
      vouchers: 0,
      warnings: [{ line: null, code: 'type_missing' }],
      warningCount: 1,
    });
  });

  it('is in order, whatever the order of its rows', () => {
    const ledger = createLedger();
    for (const number of ['3010', '1930']) accountOf(ledger, number);
    for (const number of ['21', '6']) dimensionOf(ledger, number);
    for (const code of ['B', 'A']) nameObject(ledger, '6', code, `Projekt ${code}`);
    for (const index of [-1, 0]) {
      ledger.fiscalYears.set(index, { index, start: '2024-01-01', end: '2024-12-31' });
    }
    const row = { objects: [], ore: 1n, line: 1 };
    addBalance(ledger, { ...row, kind: 'RES', yearIndex: 0, account: '3010' }, '');
    addBalance(ledger, { ...row, kind: 'UB', yearIndex: -1, account: '1930' }, '');
    addBalance(ledger, { ...row, kind: 'UB', yearIndex: 0, account: '1930' }, '');
    const read = readOf(ledger, 'utf8');
    expect(read.accounts.map(({ number }) => number)).toEqual(['1930', '3010']);
    expect(read.dimensions.map(({ number }) => number)).toEqual(['6', '21']);
    expect(read.dimensions[0]?.objects.map(({ code }) => code)).toEqual(['A', 'B']);
    expect(read.fiscalYears.map(({ index }) => index)).toEqual([0, -1]);
    expect(read.balances.map(({ kind, yearIndex }) => [kind, yearIndex])).toEqual([
      ['UB', 0],
      ['UB', -1],
      ['RES', 0],
    ]);
  });

  it.each([
    ['4', true, '4E'],
    ['4', false, '4I'],
    ['4I', true, '4I'],
    ['1', true, '1'],
  ] as const)('is of type %s, with balances %s: %s', (type, hasBalances, expected) => {
    const ledger = createLedger();
    ledger.head.type = type;
    const row = { kind: 'IB', yearIndex: 0, account: '1930', objects: [], ore: 0n } as const;
    if (hasBalances) addBalance(ledger, { ...row, line: 1 }, '');
    expect(readOf(ledger, 'ascii').type).toBe(expected);
  });

  it('has no amounts where it was refused', () => {
    const ledger = createLedger();
    ledger.refusal = 'sie_too_many_sums';
    const row = { kind: 'IB', yearIndex: 0, account: '1930', objects: [], ore: 1n } as const;
    addBalance(ledger, { ...row, line: 1 }, '');
    const { balances, changes, budgets, refusal } = readOf(ledger, 'ascii');
    expect([balances, changes, budgets, refusal]).toEqual([[], [], [], 'sie_too_many_sums']);
  });
});
