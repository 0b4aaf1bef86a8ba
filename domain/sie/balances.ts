import type { Ledger } from './ledger.ts';
import type { SieBalanceKind } from './types.ts';

/** The balances of accounts in a fiscal year, in öre, without those of objects. */
export type YearBalances = {
  /** An account without a row has none: that is zero in a file that has such rows at all. */
  readonly of: (kind: SieBalanceKind, account: string) => bigint | null;
  readonly has: (kind: SieBalanceKind) => boolean;
  readonly accounts: (kind: SieBalanceKind) => Iterable<string>;
};

/** Whether an account is closed to zero each year (`result`: costs and income) or carried on. */
export type AccountClass = 'balance' | 'result';

/** Sorts the balances of a file by fiscal year. */
export function balancesByYear(ledger: Ledger): (yearIndex: number) => YearBalances {
  const years = new Map<number, Map<SieBalanceKind, Map<string, bigint>>>();
  for (const { kind, yearIndex, account, ore } of ledger.balances.values()) {
    const year = years.get(yearIndex) ?? new Map<SieBalanceKind, Map<string, bigint>>();
    years.set(yearIndex, year);
    const amounts = year.get(kind) ?? new Map<string, bigint>();
    year.set(kind, amounts);
    amounts.set(account, (amounts.get(account) ?? 0n) + ore);
  }
  return (yearIndex) => {
    const year = years.get(yearIndex);
    return {
      of: (kind, account) => year?.get(kind)?.get(account) ?? null,
      has: (kind) => year?.has(kind) === true,
      accounts: (kind) => year?.get(kind)?.keys() ?? [],
    };
  };
}

/**
 * What kind of account it is, by the rows that it has and by its #KTYP; null where neither tells.
 *
 * Never by its number: Kommun-Bas is not BAS. Source: DOMAIN §2.
 */
export function classOf(
  ledger: Ledger,
  balances: YearBalances,
  account: string,
): AccountClass | null {
  const result = balances.of('RES', account);
  const carried = [balances.of('IB', account), balances.of('UB', account)];
  const isCarried = carried.some((amount) => amount !== null);
  if (result !== null && !isCarried) return 'result';
  if (result === null && isCarried) return 'balance';
  const type = ledger.accounts.get(account)?.type ?? null;
  if (type !== null) return type === 'T' || type === 'S' ? 'balance' : 'result';
  if (result === null) return null;
  return result === 0n && carried.some((amount) => amount !== null && amount !== 0n)
    ? 'balance'
    : 'result';
}

/**
 * What the changes of an account should sum to in a year: #RES, or UB − IB. Null where the file has no
 * such rows for the year.
 */
export function expectedChange(
  ledger: Ledger,
  balances: YearBalances,
  account: string,
): bigint | null {
  const kind = classOf(ledger, balances, account);
  if (kind === 'result') return balances.has('RES') ? (balances.of('RES', account) ?? 0n) : null;
  const hasBoth = balances.has('IB') && balances.has('UB');
  if (kind === 'balance') {
    if (!hasBoth) return null;
    return (balances.of('UB', account) ?? 0n) - (balances.of('IB', account) ?? 0n);
  }
  return hasBoth && balances.has('RES') ? 0n : null;
}
