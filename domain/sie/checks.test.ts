import { describe, expect, it } from 'vitest';
import { createSieReader } from './reader.ts';
import type { SieWarning } from './types.ts';

function warningsOf(...rows: readonly string[]): readonly SieWarning[] {
  const heading = ['#SIETYP 3', '#RAR 0 20240101 20241231', '#RAR -1 20230101 20231231'];
  const reader = createSieReader();
  const text = [...heading, ...rows].join('\n');
  reader.push(Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0))));
  return reader.finish().warnings;
}

describe('a file that agrees with itself', () => {
  it('has no warnings, whatever rows of zero it leaves out', () => {
    const rows = [
      '#KONTO 1930 Bank',
      '#KONTO 3010 Avgifter',
      '#KTYP 3010 I',
      '#IB 0 1930 5',
      '#UB -1 1930 5',
      '#UB -1 3010 -5',
      '#UB 0 1930 7',
      '#RES 0 3010 -7',
      '#PSALDO 0 202401 1930 {} 2',
      '#PSALDO 0 202401 3010 {} -7',
    ];
    expect(warningsOf(...rows, '#IB -1 1930 5')).toEqual([]);
  });
});

describe('what does not agree', () => {
  it('is UB and RES that do not sum to zero', () => {
    expect(warningsOf('#UB 0 1930 7.50', '#IB 0 1930 7.50', '#RES 0 3010 -7')).toEqual([
      { line: null, code: 'balances_not_zero', difference: '0.50' },
    ]);
  });

  it('is IB that is not UB of the year before, missing rows being zero', () => {
    expect(warningsOf('#IB 0 1930 5', '#UB -1 2010 3', '#IB -1 2010 3')).toEqual([
      {
        line: null,
        code: 'opening_not_closing',
        year: 0,
        account: '1930',
        opening: '5.00',
        closing: '0.00',
      },
      {
        line: null,
        code: 'opening_not_closing',
        year: 0,
        account: '2010',
        opening: '0.00',
        closing: '3.00',
      },
    ]);
  });

  it('is months that do not lead from IB to UB, or to RES', () => {
    const rows = [
      '#IB 0 1930 5',
      '#UB 0 1930 9',
      '#RES 0 3010 -9',
      '#PSALDO 0 202401 1930 {} 3',
      '#PSALDO 0 202401 5010 {} 1',
    ];
    expect(warningsOf(...rows)).toEqual([
      {
        line: null,
        code: 'changes_not_ub',
        year: 0,
        account: '1930',
        opening: '5.00',
        changes: '3.00',
        closing: '9.00',
      },
      {
        line: null,
        code: 'changes_not_res',
        year: 0,
        account: '3010',
        changes: '0.00',
        result: '-9.00',
      },
      {
        line: null,
        code: 'changes_not_res',
        year: 0,
        account: '5010',
        changes: '1.00',
        result: '0.00',
      },
    ]);
  });

  it('is nothing where a year has only closing balances', () => {
    const rows = ['#UB -1 1930 9', '#PSALDO -1 202301 1930 {} 3'];
    expect(warningsOf(...rows)).toEqual([]);
  });

  it('is a balance of a year that the file does not have, once', () => {
    expect(warningsOf('#RES -2 3010 1', '#RES -2 5010 1')).toEqual([
      {
        line: 4,
        code: 'amount_outside_years',
        label: '#RES',
        year: -2,
        period: '',
        counted: false,
      },
    ]);
  });

  it('is vouchers outside the years, once a day', () => {
    const rows = ['#VER A 1 20250101', '}', '#VER A 2 20250101', '}', '#VER A 3 20221231', '}'];
    expect(warningsOf(...rows)).toEqual([
      { line: 4, code: 'voucher_outside_years', date: '2025-01-01', vouchers: 2 },
      { line: 8, code: 'voucher_outside_years', date: '2022-12-31', vouchers: 1 },
    ]);
  });

  it('is a name that is missing, once each, at its first line', () => {
    const rows = [
      '#KONTO 3010 Avgifter',
      '#KTYP 5010 K',
      '#DIM 6 Projekt',
      '#OBJEKT 6 P1 Bro',
      '#PSALDO 0 202401 3010 {6 P1} 1',
      '#PSALDO 0 202401 5010 {6 P2} 1',
      '#PSALDO 0 202401 5010 {6 P2 7 A} 1',
      '#PSALDO 0 202401 5010 {7 B} 1',
    ];
    expect(warningsOf(...rows).filter(({ line }) => line !== null)).toEqual([
      { line: 9, code: 'account_unknown', account: '5010' },
      { line: 9, code: 'object_unknown', dimension: '6', object: 'P2' },
      { line: 10, code: 'dimension_unknown', dimension: '7' },
    ]);
  });

  it('is no chart of accounts where a file of vouchers needs none', () => {
    expect(warningsOf('#VER A 1 20240101', '#TRANS 1930 {} 0', '}')).toEqual([]);
  });

  it('is budgets of which one can hold the other', () => {
    const rows = ['#PBUDGET 0 202401 3010 {} 1', '#PBUDGET 0 202401 5010 {} 1'];
    expect(warningsOf(...rows)).toEqual([]);
    const object = '#PBUDGET 0 202402 5010 {6 P1} 1';
    expect(warningsOf(...rows, '#DIM 6 P', '#OBJEKT 6 P1 B', object)).toEqual([
      { line: null, code: 'pbudget_unclear', accounts: 1 },
    ]);
  });
});
