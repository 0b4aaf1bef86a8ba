import { monthIn, yearOfMonth } from '#domain/sie/changes.ts';
import { readMonth } from '#domain/sie/dates.ts';
import { addBalance, type Ledger, noteUse, yearPeriod } from '#domain/sie/ledger.ts';
import { keyOfObjects } from '#domain/sie/objects.ts';
import { amountOf, refuseRow } from '#domain/sie/rows.ts';
import type { SieBalanceKind, SieObject } from '#domain/sie/types.ts';

/** A balance or a budget of an account, as its element says it. */
export type Sie5Sum = {
  /** The name of the element. */
  readonly label: string;
  readonly line: number;
  readonly account: string;
  readonly objects: readonly SieObject[];
  /** Kronor. */
  readonly amount: string;
  /** `2014-01`; empty for a budget of the whole year. */
  readonly month: string;
};

/** Takes in the balances and budgets of SIE 5, which name a month and not a fiscal year. */
export type Sie5Balances = {
  readonly opening: (sum: Sie5Sum) => void;
  readonly closing: (sum: Sie5Sum) => void;
  readonly budget: (sum: Sie5Sum) => void;
  /** After the last of them. */
  readonly finish: () => void;
};

type Closing = Omit<Sie5Sum, 'amount' | 'month'> & { readonly month: number; readonly ore: bigint };

/**
 * Makes the taking in. An opening balance is of a fiscal year's first month. The closing balances of
 * a year are those of the last month that has any, as of a year that is not over; those of earlier
 * months are not counted, which is said.
 */
export function createSie5Balances(ledger: Ledger): Sie5Balances {
  const closings: Closing[] = [];
  const lastMonths = new Map<number, number>();
  const add = (
    kind: SieBalanceKind,
    yearIndex: number,
    { account, objects, ore, line }: Omit<Closing, 'month'>,
  ): void => {
    noteUse(ledger, ledger.names.account(account), ledger.names.objects(objects), line);
    addBalance(ledger, { kind, yearIndex, account, objects, ore, line }, keyOfObjects(objects));
  };
  return {
    opening: (sum) => {
      const month = readMonth(sum.month);
      const year = [...ledger.fiscalYears.values()].find(({ start }) => monthIn(start) === month);
      if (year === undefined) {
        refuseRow(ledger, sum, 'period', sum.month);
        return;
      }
      const ore = amountOf(ledger, sum, sum.account, sum.amount);
      if (ore === null) return;
      add(sum.objects.length > 0 ? 'OIB' : 'IB', year.index, { ...sum, ore });
    },
    closing: (sum) => {
      const month = readMonth(sum.month);
      const year = month === 0 ? null : yearOfMonth(ledger, month);
      if (year === null) {
        refuseRow(ledger, sum, 'period', sum.month);
        return;
      }
      const ore = amountOf(ledger, sum, sum.account, sum.amount);
      if (ore === null) return;
      ledger.keep();
      closings.push({ ...sum, month, ore });
      lastMonths.set(year, Math.max(lastMonths.get(year) ?? 0, month));
    },
    budget: (sum) => {
      const month = sum.month === '' ? 0 : readMonth(sum.month);
      const year = month === 0 ? 0 : yearOfMonth(ledger, month);
      if (month === 0 && sum.month !== '') {
        refuseRow(ledger, sum, 'period', sum.month);
        return;
      }
      const ore = amountOf(ledger, sum, sum.account, sum.amount);
      if (ore === null) return;
      const { names, pbudget, pbudgetPeriodLines } = ledger;
      const [account, objects] = [names.account(sum.account), names.objects(sum.objects)];
      noteUse(ledger, account, objects, sum.line);
      const period = yearPeriod(year ?? 0, month);
      pbudget.addLarge(period, account, objects, ore);
      if (!pbudgetPeriodLines.has(period)) pbudgetPeriodLines.set(period, sum.line);
    },
    finish: () => {
      for (const closing of closings) {
        const year = yearOfMonth(ledger, closing.month) ?? 0;
        if (closing.month !== lastMonths.get(year)) {
          refuseRow(ledger, closing, 'period', `${closing.month}`);
          continue;
        }
        const type = ledger.accounts.get(closing.account)?.type;
        const own = type === 'K' || type === 'I' ? 'RES' : 'UB';
        add(closing.objects.length > 0 ? 'OUB' : own, year, closing);
      }
    },
  };
}
