import { tkrOf, writeKronor } from './amount.ts';
import { balancesByYear, classOf, expectedChange, type YearBalances } from './balances.ts';
import { type Ledger, partsOfPeriod, yearIndexOf } from './ledger.ts';
import { namesInKey } from './names.ts';
import { compareTexts, keyOfObjects } from './objects.ts';
import { type PeriodAccount, type PeriodRow, settlePeriods } from './psaldo.ts';
import { createSums, oreOf, type Sum, type Sums } from './sums.ts';
import type { SieChange, SieChangeSource, SieObject } from './types.ts';

/** The changes of a file, and what they sum to by account in each fiscal year, in öre. */
export type Changes = {
  readonly changes: readonly SieChange[];
  readonly sources: readonly { readonly yearIndex: number; readonly source: SieChangeSource }[];
  readonly byYear: ReadonlyMap<number, ReadonlyMap<string, bigint>>;
};

/**
 * Makes the changes of a file. For each fiscal year they come from its vouchers where it has any,
 * else from #PSALDO, else from #RES and UB − IB, which know no months.
 *
 * Vouchers of no fiscal year are counted in their months.
 */
export function changesOf(ledger: Ledger): Changes {
  const gathered = createSums(() => undefined);
  const byYear = new Map<number, Map<string, bigint>>();
  const addToYear = (yearIndex: number, account: string, ore: bigint): void => {
    const accounts = byYear.get(yearIndex) ?? new Map<string, bigint>();
    byYear.set(yearIndex, accounts);
    accounts.set(account, (accounts.get(account) ?? 0n) + ore);
  };
  const sources = new Map<number, SieChangeSource>();
  for (const period of ledger.voucherSums.periods()) {
    const [voucherMonth, month] = partsOfPeriod(period);
    const yearIndex = yearOfMonth(ledger, voucherMonth);
    if (yearIndex !== null) sources.set(yearIndex, 'vouchers');
    for (const sum of ledger.voucherSums.inPeriod(period)) {
      gather(gathered, month, sum);
      if (yearIndex !== null) addToYear(yearIndex, ledger.names.accountAt(sum.account), oreOf(sum));
    }
  }
  const balancesOf = balancesByYear(ledger);
  for (const [yearIndex, rows] of psaldoRows(ledger)) {
    if (sources.has(yearIndex)) continue;
    sources.set(yearIndex, 'psaldo');
    for (const row of settledRows(ledger, yearIndex, rows, balancesOf(yearIndex))) {
      gatherRow(ledger, gathered, row);
      addToYear(yearIndex, row.account, row.ore);
    }
  }
  for (const { index, end } of ledger.fiscalYears.values()) {
    if (sources.has(index)) continue;
    const rows = yearSums(ledger, index, balancesOf(index));
    if (rows.length > 0) sources.set(index, 'balances');
    const month = wholeYear(end);
    for (const [account, ore] of rows) gatherRow(ledger, gathered, { month, account, ore });
  }
  return {
    changes: inOrder(ledger, gathered),
    sources: [...sources]
      .map(([yearIndex, source]) => ({ yearIndex, source }))
      .toSorted((left, right) => right.yearIndex - left.yearIndex),
    byYear,
  };
}

/**
 * The fiscal year that a month belongs to; null where the file has none. A file that tells no fiscal
 * years has one, 0, that everything belongs to.
 */
export function yearOfMonth({ fiscalYears }: Ledger, month: number): number | null {
  if (fiscalYears.size === 0) return 0;
  for (const { index, start, end } of fiscalYears.values()) {
    if (month >= monthIn(start) && month <= monthIn(end)) return index;
  }
  return null;
}

/**
 * True for a row of a fiscal year that is dated in another one of the file: it says two things, and is
 * not counted, since in the other year it would count twice.
 */
export function isOfOtherYear(ledger: Ledger, yearIndex: number, month: number): boolean {
  if (ledger.fiscalYears.size === 0 || month === 0) return false;
  const dated = yearOfMonth(ledger, month);
  return dated !== null && dated !== yearIndex;
}

/** The month of a day YYYY-MM-DD, as a number: 202401. */
export function monthIn(day: string): number {
  return parseInt(day.slice(0, 4) + day.slice(5, 7), 10);
}

/** The budgets of a file as changes, in order: each row as the file has it. */
export function budgetsOf(ledger: Ledger): readonly SieChange[] {
  const gathered = createSums(() => undefined);
  for (const sum of ledger.pbudget.all()) {
    const [, month] = partsOfPeriod(sum.period);
    const yearIndex = yearIndexOf(sum.period);
    if (isOfOtherYear(ledger, yearIndex, month)) continue;
    const year = ledger.fiscalYears.get(yearIndex)?.end ?? '0000';
    gather(gathered, month === 0 ? wholeYear(year) : month, sum);
  }
  return inOrder(ledger, gathered);
}

// A whole year stands as its month 0.
function wholeYear(day: string): number {
  return parseInt(day, 10) * 100;
}

function gather(gathered: Sums, month: number, { account, objects, plain, beyond }: Sum): void {
  gathered.add(month, account, objects, plain);
  if (beyond !== 0n) gathered.addLarge(month, account, objects, beyond);
}

type GatheredRow = Omit<PeriodRow, 'objects'> & {
  readonly account: string;
  readonly objects?: readonly SieObject[];
};

function gatherRow({ names }: Ledger, gathered: Sums, row: GatheredRow): void {
  const { month, account, objects = [], ore } = row;
  gathered.addLarge(month, names.account(account), names.objects(objects), ore);
}

// By month, account and objects. Names are put in order once, not at every comparison.
function inOrder({ names }: Ledger, gathered: Sums): SieChange[] {
  const accounts = new Map<number, string>();
  const objects = new Map<number, string>();
  for (const sum of gathered.all()) {
    accounts.set(sum.account, names.accountAt(sum.account));
    if (!objects.has(sum.objects)) {
      objects.set(sum.objects, keyOfObjects(names.objectsAt(sum.objects)));
    }
  }
  const placeOfAccount = placesOf(accounts);
  const placeOfObjects = placesOf(objects);
  const placeOf = (sum: Sum): number =>
    (placeOfAccount[sum.account] ?? 0) * namesInKey + (placeOfObjects[sum.objects] ?? 0);
  const changes: SieChange[] = [];
  for (const period of [...gathered.periods()].toSorted((left, right) => left - right)) {
    const sums = Array.from(gathered.inPeriod(period), (sum) => ({ sum, place: placeOf(sum) }));
    sums.sort((left, right) => left.place - right.place);
    const [year, month] = [Math.floor(period / 100), period % 100];
    for (const { sum } of sums) {
      changes.push({
        year,
        month: month === 0 ? null : month,
        account: names.accountAt(sum.account),
        objects: names.objectsAt(sum.objects),
        amount: tkrOf(oreOf(sum)),
      });
    }
  }
  return changes;
}

/** The place of each name in the order of their texts, by its number. */
function placesOf(texts: ReadonlyMap<number, string>): readonly number[] {
  const places: number[] = [];
  const ordered = [...texts].toSorted(([, left], [, right]) => compareTexts(left, right));
  for (const [place, [id]] of ordered.entries()) places[id] = place;
  return places;
}

type ByAccount = Map<string, PeriodRow[]>;

function psaldoRows(ledger: Ledger): Map<number, ByAccount> {
  const { psaldo, names } = ledger;
  const years = new Map<number, ByAccount>();
  for (const sum of psaldo.all()) {
    const yearIndex = yearIndexOf(sum.period);
    const [, month] = partsOfPeriod(sum.period);
    if (isOfOtherYear(ledger, yearIndex, month)) continue;
    const accounts: ByAccount = years.get(yearIndex) ?? new Map();
    years.set(yearIndex, accounts);
    const number = names.accountAt(sum.account);
    const rows = accounts.get(number) ?? [];
    accounts.set(number, rows);
    rows.push({ month, objects: names.objectsAt(sum.objects), ore: oreOf(sum) });
  }
  return years;
}

function settledRows(
  ledger: Ledger,
  year: number,
  rows: ByAccount,
  balances: YearBalances,
): (PeriodRow & { readonly account: string })[] {
  const accounts: PeriodAccount[] = [...rows].map(([account, own]) => ({
    account,
    rows: own,
    expected: expectedChange(ledger, balances, account),
  }));
  const settled = settlePeriods(accounts);
  const rest = settled.filter(({ dialect }) => dialect === 'rest');
  if (rest.some(({ hasBoth }) => hasBoth)) {
    const found = { accounts: rest.length, of: settled.length };
    ledger.warnings.file(null, { code: 'psaldo_rest', year, ...found });
  }
  for (const [index, { account, isClear, total, sum, counted }] of settled.entries()) {
    if (isClear) continue;
    const expected = accounts[index]?.expected ?? null;
    ledger.warnings.file(null, {
      code: 'psaldo_unclear',
      year,
      account,
      total: writeKronor(total),
      sum: writeKronor(sum),
      expected: expected === null ? '' : writeKronor(expected),
      counted: writeKronor(counted),
    });
  }
  return settled.flatMap(({ account, rows: own }) => own.map((row) => ({ account, ...row })));
}

// Result accounts by #RES, and balance accounts by UB − IB where the year has both.
function yearSums(
  ledger: Ledger,
  yearIndex: number,
  balances: YearBalances,
): [account: string, ore: bigint][] {
  const accounts = new Set([...balances.accounts('RES')]);
  if (balances.has('IB') && balances.has('UB')) {
    for (const account of balances.accounts('IB')) accounts.add(account);
    for (const account of balances.accounts('UB')) accounts.add(account);
  } else if (balances.has('UB')) {
    ledger.warnings.file(null, { code: 'opening_missing', year: yearIndex });
  }
  return [...accounts].flatMap((account): [string, bigint][] => {
    const isResult = classOf(ledger, balances, account) === 'result';
    if (isResult) return [[account, balances.of('RES', account) ?? 0n]];
    const expected = expectedChange(ledger, balances, account);
    return expected === null || expected === 0n ? [] : [[account, expected]];
  });
}
