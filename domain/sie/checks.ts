import { writeKronor } from './amount.ts';
import { balancesByYear, classOf, type YearBalances } from './balances.ts';
import { isOfOtherYear, monthIn, yearOfMonth } from './changes.ts';
import { readDay, writeDay, writeMonth } from './dates.ts';
import { type Ledger, partsOfPeriod, yearIndexOf } from './ledger.ts';
import { compareTexts, shapeOf } from './objects.ts';

/**
 * Holds the parts of a file against each other, once it has been read, and warns of what does not
 * agree. `byYear` is what the changes sum to, by account, in each year that has months.
 */
export function checkLedger(
  ledger: Ledger,
  byYear: ReadonlyMap<number, ReadonlyMap<string, bigint>>,
): void {
  const { fiscalYears, balances, psaldo, pbudget } = ledger;
  // Vouchers alone tell their months themselves.
  const needsYears = balances.size + psaldo.size() + pbudget.size() > 0;
  if (fiscalYears.size === 0 && needsYears) {
    ledger.warnings.file(null, { code: 'fiscal_years_missing' });
  }
  const balancesOf = balancesByYear(ledger);
  checkResult(ledger, balancesOf(0));
  const years = new Set([...balances.values()].map(({ yearIndex }) => yearIndex));
  for (const year of [...years].toSorted((left, right) => right - left)) {
    checkOpening(ledger, year, [balancesOf(year - 1), balancesOf(year)]);
    const changes = byYear.get(year);
    if (changes !== undefined) checkChanges(ledger, year, [changes, balancesOf(year)]);
  }
  checkYears(ledger);
  checkNames(ledger);
  checkBudgets(ledger);
}

// All UB and RES of the year: what the balance sheet lacks is the result.
function checkResult({ warnings }: Ledger, balances: YearBalances): void {
  if (!balances.has('UB') || !balances.has('RES')) return;
  let difference = 0n;
  for (const kind of ['UB', 'RES'] as const) {
    for (const account of balances.accounts(kind)) difference += balances.of(kind, account) ?? 0n;
  }
  if (difference === 0n) return;
  warnings.file(null, { code: 'balances_not_zero', difference: writeKronor(difference) });
}

// An account of costs or income has nothing to carry on, whatever rows it has.
function checkOpening(
  { warnings, accounts }: Ledger,
  year: number,
  [before, now]: readonly [YearBalances, YearBalances],
): void {
  if (!now.has('IB') || !before.has('UB')) return;
  for (const account of accountsIn(now.accounts('IB'), before.accounts('UB'))) {
    const [opening, closing] = [now.of('IB', account) ?? 0n, before.of('UB', account) ?? 0n];
    const type = accounts.get(account)?.type ?? null;
    if (opening === closing || type === 'K' || type === 'I') continue;
    const found = { account, opening: writeKronor(opening), closing: writeKronor(closing) };
    warnings.file(null, { code: 'opening_not_closing', year, ...found });
  }
}

function checkChanges(
  ledger: Ledger,
  year: number,
  [changes, balances]: readonly [ReadonlyMap<string, bigint>, YearBalances],
): void {
  const { warnings } = ledger;
  const kinds = (['IB', 'UB', 'RES'] as const).map((kind) => balances.accounts(kind));
  for (const account of accountsIn(changes.keys(), ...kinds)) {
    const change = changes.get(account) ?? 0n;
    const isResult = classOf(ledger, balances, account) !== 'balance';
    if (isResult) {
      const result = balances.of('RES', account) ?? 0n;
      if (!balances.has('RES') || change === result) continue;
      const found = { changes: writeKronor(change), result: writeKronor(result) };
      warnings.file(null, { code: 'changes_not_res', year, account, ...found });
      continue;
    }
    if (!balances.has('IB') || !balances.has('UB')) continue;
    const [opening, closing] = [balances.of('IB', account) ?? 0n, balances.of('UB', account) ?? 0n];
    if (opening + change === closing) continue;
    warnings.file(null, {
      code: 'changes_not_ub',
      year,
      account,
      opening: writeKronor(opening),
      changes: writeKronor(change),
      closing: writeKronor(closing),
    });
  }
}

// Where the file tells its fiscal years: what is dated in none of them, once for each day or month.
function checkYears(ledger: Ledger): void {
  const { warnings, fiscalYears, voucherDays } = ledger;
  if (fiscalYears.size === 0) return;
  const years = [...fiscalYears.values()].map(({ start, end }) => [readDay(start), readDay(end)]);
  for (const [day, { line, vouchers }] of voucherDays) {
    if (years.some(([start = 0, end = 0]) => day >= start && day <= end)) continue;
    warnings.file(line, { code: 'voucher_outside_years', date: writeDay(day), vouchers });
  }
  for (const [period, line] of ledger.voucherPeriodLines) {
    const month = partsOfPeriod(period)[1];
    if (yearOfMonth(ledger, month) !== null) continue;
    const found = { label: '#TRANS', year: null, period: writeMonth(month), counted: true };
    warnings.file(line, { code: 'amount_outside_years', ...found });
  }
  const tables = [
    ['#PSALDO', ledger.psaldoPeriodLines],
    ['#PBUDGET', ledger.pbudgetPeriodLines],
  ] as const;
  for (const [label, lines] of tables) {
    for (const [key, line] of lines) {
      const [index, month] = [yearIndexOf(key), partsOfPeriod(key)[1]];
      const year = fiscalYears.get(index);
      const isIn = year !== undefined && month >= monthIn(year.start) && month <= monthIn(year.end);
      if (isIn || (month === 0 && year !== undefined)) continue;
      const period = month === 0 ? '' : writeMonth(month);
      const counted = !isOfOtherYear(ledger, index, month);
      warnings.file(line, { code: 'amount_outside_years', label, year: index, period, counted });
    }
  }
  const told = new Set<string>();
  for (const { kind, yearIndex, line } of ledger.balances.values()) {
    if (fiscalYears.has(yearIndex) || told.has(`${kind} ${yearIndex}`)) continue;
    told.add(`${kind} ${yearIndex}`);
    const found = { label: `#${kind}`, year: yearIndex, period: '', counted: false };
    warnings.file(line, { code: 'amount_outside_years', ...found });
  }
}

// A file of vouchers alone (4I) need not have a chart of accounts.
function checkNames(ledger: Ledger): void {
  const { warnings, names, accounts, dimensions } = ledger;
  const hasChart = [...accounts.values()].some(({ name }) => name !== null);
  if (hasChart) {
    for (const [id, line] of ledger.accountLines.entries()) {
      const account = names.accountAt(id);
      const isNamed = (accounts.get(account)?.name ?? null) !== null;
      if (!isNamed) warnings.name(line, { code: 'account_unknown', account });
    }
  }
  const told = new Set<string>();
  for (const [id, line] of ledger.objectsLines.entries()) {
    if (line === undefined) continue;
    for (const { dimension, code } of names.objectsAt(id)) {
      const known = dimensions.get(dimension);
      const key = known === undefined ? dimension : `${dimension} ${code}`;
      if (known?.objects.has(code) === true || told.has(key)) continue;
      told.add(key);
      if (known === undefined) warnings.name(line, { code: 'dimension_unknown', dimension });
      else warnings.name(line, { code: 'object_unknown', dimension, object: code });
    }
  }
}

// With and without objects, or with different dimensions: the file does not say which holds which.
function checkBudgets({ pbudget, names, warnings }: Ledger): void {
  const shapes = new Map<number, Set<string>>();
  for (const { account, objects } of pbudget.all()) {
    const known = shapes.get(account) ?? new Set<string>();
    shapes.set(account, known.add(shapeOf(names.objectsAt(objects))));
  }
  const accounts = [...shapes.values()].filter(({ size }) => size > 1).length;
  if (accounts > 0) warnings.file(null, { code: 'pbudget_unclear', accounts });
}

function accountsIn(...lists: Iterable<string>[]): string[] {
  const accounts = new Set<string>();
  for (const list of lists) for (const account of list) accounts.add(account);
  return [...accounts].toSorted(compareTexts);
}
