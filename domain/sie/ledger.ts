import { mostKept, mostText } from './limits.ts';
import { createNames, type Names } from './names.ts';
import { createSums, type Sums } from './sums.ts';
import type {
  SieAccountType,
  SieBalanceKind,
  SieFiscalYear,
  SieObject,
  SieRefusal,
  SieType,
} from './types.ts';
import { createWarnings, type Warnings } from './warnings.ts';

/** A balance as rows give it, in öre, and the line of its first row. */
export type LedgerBalance = {
  readonly kind: SieBalanceKind;
  readonly yearIndex: number;
  readonly account: string;
  readonly objects: readonly SieObject[];
  ore: bigint;
  readonly line: number;
};

type Dimension = { name: string; parent: string | null; readonly objects: Map<string, string> };

/** The vouchers of one day. */
type VoucherDay = { readonly line: number; vouchers: number };

/**
 * What a reader gathers row by row, in SIE 4 as in SIE 5, before it is looked at as a whole.
 *
 * Everything here is bounded: the sums, rows and names that are kept are counted, and past a limit
 * `refusal` says so and the reading stops.
 */
export type Ledger = {
  readonly warnings: Warnings;
  readonly names: Names;
  readonly head: {
    flagga: 0 | 1 | null;
    /** `4` where the file does not say which of the two. */
    type: SieType | '4' | null;
    program: string | null;
    companyName: string | null;
    orgnr: string | null;
  };
  refusal: SieRefusal | null;
  /** Rows whose label was known. */
  rows: number;
  vouchers: number;
  readonly fiscalYears: Map<number, SieFiscalYear>;
  readonly accounts: Map<string, { name: string | null; type: SieAccountType | null }>;
  readonly dimensions: Map<string, Dimension>;
  readonly balances: Map<string, LedgerBalance>;
  /** By `voucherPeriod`: the voucher's month and the row's. */
  readonly voucherSums: Sums;
  /** By `yearPeriod`: the fiscal year and the month, 0 for none. */
  readonly psaldo: Sums;
  readonly pbudget: Sums;
  /** By day, 20240131. */
  readonly voucherDays: Map<number, VoucherDay>;
  /** The first line of each account and list of objects that is used, by its number in `names`. */
  readonly accountLines: number[];
  readonly objectsLines: number[];
  /** The first line of each row month that its sums have, by period. */
  readonly voucherPeriodLines: Map<number, number>;
  readonly psaldoPeriodLines: Map<number, number>;
  readonly pbudgetPeriodLines: Map<number, number>;
  readonly keep: () => void;
  readonly keepText: (length: number) => void;
};

/** An empty ledger. */
export function createLedger(): Ledger {
  let kept = 0;
  let characters = 0;
  const keep = (): void => {
    kept += 1;
    if (kept > mostKept) ledger.refusal ??= 'sie_too_many_sums';
  };
  const keepText = (length: number): void => {
    characters += length;
    if (characters > mostText) ledger.refusal ??= 'sie_too_much_text';
  };
  const ledger: Ledger = {
    warnings: createWarnings(),
    names: createNames(keepText),
    head: { flagga: null, type: null, program: null, companyName: null, orgnr: null },
    refusal: null,
    rows: 0,
    vouchers: 0,
    fiscalYears: new Map(),
    accounts: new Map(),
    dimensions: new Map(),
    balances: new Map(),
    voucherSums: createSums(keep),
    psaldo: createSums(keep),
    pbudget: createSums(keep),
    voucherDays: new Map(),
    accountLines: [],
    objectsLines: [],
    voucherPeriodLines: new Map(),
    psaldoPeriodLines: new Map(),
    pbudgetPeriodLines: new Map(),
    keep,
    keepText,
  };
  return ledger;
}

const monthsBase = 1_000_000;
const yearIndexBase = 1_000;

/** The period of a voucher row: both months, such as 202401. */
export function voucherPeriod(voucherMonth: number, rowMonth: number): number {
  return voucherMonth * monthsBase + rowMonth;
}

/** The period of a #PSALDO or #PBUDGET row; the month is 0 for a whole year. */
export function yearPeriod(yearIndex: number, month: number): number {
  return (yearIndex + yearIndexBase) * monthsBase + month;
}

/** What a period was made of: the voucher's month or the year index plus 1 000, and the month. */
export function partsOfPeriod(period: number): readonly [first: number, month: number] {
  return [Math.floor(period / monthsBase), period % monthsBase];
}

/** The fiscal year of a `yearPeriod`. */
export function yearIndexOf(period: number): number {
  return Math.floor(period / monthsBase) - yearIndexBase;
}

/** Notes that an account and a list of objects are used on a line. */
export function noteUse(ledger: Ledger, account: number, objects: number, line: number): void {
  ledger.accountLines[account] ??= line;
  ledger.objectsLines[objects] ??= line;
}

/** The account as the chart has it so far. */
export function accountOf(ledger: Ledger, number: string) {
  const known = ledger.accounts.get(number);
  if (known !== undefined) return known;
  const made: { name: string | null; type: SieAccountType | null } = { name: null, type: null };
  ledger.accounts.set(number, made);
  ledger.keep();
  ledger.keepText(number.length);
  return made;
}

/** The dimension as the file has it so far; null for a name that it has not been given. */
export function dimensionOf(ledger: Ledger, number: string): Dimension {
  const known = ledger.dimensions.get(number);
  if (known !== undefined) return known;
  const made: Dimension = { name: '', parent: null, objects: new Map() };
  ledger.dimensions.set(number, made);
  ledger.keep();
  ledger.keepText(number.length);
  return made;
}

/** Gives an object its name. */
export function nameObject(ledger: Ledger, dimension: string, code: string, name: string): void {
  const { objects } = dimensionOf(ledger, dimension);
  if (!objects.has(code)) ledger.keep();
  ledger.keepText(code.length + name.length);
  objects.set(code, name);
}

/** Adds a balance; a second one of the same kind is added to the first and warned of. */
export function addBalance(ledger: Ledger, balance: LedgerBalance, objectsKey: string): void {
  const { kind, yearIndex, account } = balance;
  const key = `${kind} ${yearIndex} ${account} ${objectsKey}`;
  const known = ledger.balances.get(key);
  if (known === undefined) {
    ledger.balances.set(key, balance);
    ledger.keep();
    ledger.keepText(key.length);
    return;
  }
  known.ore += balance.ore;
  ledger.warnings.row(balance.line, {
    code: 'balance_twice',
    label: `#${kind}`,
    year: yearIndex,
    account,
  });
}
