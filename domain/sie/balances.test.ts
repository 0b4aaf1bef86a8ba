import { describe, expect, it } from 'vitest';
import { balancesByYear, classOf, expectedChange } from './balances.ts';
import { accountOf, addBalance, createLedger } from './ledger.ts';
import type { SieAccountType, SieBalanceKind } from './types.ts';

type Given = readonly [kind: SieBalanceKind, account: string, ore: bigint];

function ledgerOf(
  balances: readonly Given[],
  types: { readonly [account: string]: SieAccountType },
) {
  const ledger = createLedger();
  for (const [kind, account, ore] of balances) {
    addBalance(ledger, { kind, yearIndex: 0, account, objects: [], ore, line: 1 }, '');
  }
  for (const [account, type] of Object.entries(types)) accountOf(ledger, account).type = type;
  return { ledger, balances: balancesByYear(ledger)(0) };
}

describe('an account', () => {
  const { ledger, balances } = ledgerOf(
    [
      ['IB', '1930', 100n],
      ['UB', '1930', 150n],
      ['UB', '2010', -70n],
      ['RES', '3010', -80n],
      ['RES', '1000', 0n],
      ['UB', '1000', 5n],
      ['RES', '4000', 7n],
      ['UB', '4000', 0n],
      ['RES', '5000', 1n],
      ['UB', '5000', 1n],
      ['RES', '7000', 3n],
      ['UB', '8000', 4n],
    ],
    { '5000': 'T', '7000': 'T', '8000': 'K', '6110': 'K', '1510': 'T' },
  );

  it.each([
    ['1930', 'balance', 50n],
    ['2010', 'balance', -70n],
    ['3010', 'result', -80n],
    ['1000', 'balance', 5n],
    ['4000', 'result', 7n],
    ['5000', 'balance', 1n],
    ['7000', 'result', 3n],
    ['8000', 'balance', 4n],
    ['6110', 'result', 0n],
    ['1510', 'balance', 0n],
    ['9999', null, 0n],
  ] as const)('%s is %s and should change by %s', (account, kind, expected) => {
    expect(classOf(ledger, balances, account)).toBe(kind);
    expect(expectedChange(ledger, balances, account)).toBe(expected);
  });

  it('is expected to change by nothing known where the year has no such balances', () => {
    const alone = ledgerOf([['UB', '1930', 1n]], { '3010': 'I' });
    expect(expectedChange(alone.ledger, alone.balances, '1930')).toBeNull();
    expect(expectedChange(alone.ledger, alone.balances, '3010')).toBeNull();
    expect(expectedChange(alone.ledger, alone.balances, '9999')).toBeNull();
    expect([...alone.balances.accounts('UB')]).toEqual(['1930']);
    expect([alone.balances.has('IB'), alone.balances.of('IB', '1930')]).toEqual([false, null]);
  });
});
