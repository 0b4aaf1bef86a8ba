import { readDay, readMonth, writeDay } from './dates.ts';
import {
  accountOf,
  addBalance,
  dimensionOf,
  type Ledger,
  nameObject,
  noteUse,
  yearPeriod,
} from './ledger.ts';
import { keyOfObjects } from './objects.ts';
import { amountOf, refuseRow, type SieRow } from './rows.ts';
import type { SieAccountType, SieBalanceKind, SieObject } from './types.ts';

type Handler = (ledger: Ledger, row: SieRow) => void;

const flagga: Handler = (ledger, row) => {
  const value = row.text(1);
  if (value !== '0' && value !== '1') {
    refuseRow(ledger, row, 'fields', value);
    return;
  }
  ledger.head.flagga = value === '1' ? 1 : 0;
  if (value === '1') ledger.warnings.file(row.line, { code: 'already_imported' });
};

const program: Handler = (ledger, row) => {
  ledger.head.program = kept(ledger, row.text(1));
};

const types = ['1', '2', '3', '4', '4E', '4I'] as const;

const sieType: Handler = (ledger, row) => {
  const value = row.text(1).toUpperCase();
  const type = types.find((one) => one === value);
  if (type === undefined) refuseRow(ledger, row, 'fields', value);
  else ledger.head.type = type;
};

const companyName: Handler = (ledger, row) => {
  ledger.head.companyName = kept(ledger, row.text(1));
};

const orgnr: Handler = (ledger, row) => {
  ledger.head.orgnr = kept(ledger, row.text(1));
};

const currency: Handler = (ledger, row) => {
  const value = row.text(1).toUpperCase();
  if (value === '' || value === 'SEK') return;
  ledger.warnings.file(row.line, { code: 'currency_other', currency: value.slice(0, 10) });
};

const fiscalYear: Handler = (ledger, row) => {
  const index = yearIndexIn(ledger, row);
  if (index === null) return;
  const [start, end] = [readDay(row.text(2)), readDay(row.text(3))];
  if (start === 0 || end < start) {
    refuseRow(ledger, row, 'date', `${row.text(2)} ${row.text(3)}`);
    return;
  }
  ledger.fiscalYears.set(index, { index, start: writeDay(start), end: writeDay(end) });
};

const account: Handler = (ledger, row) => {
  const number = row.text(1);
  if (number === '') {
    refuseRow(ledger, row, 'account', row.all());
    return;
  }
  accountOf(ledger, number).name = kept(ledger, row.text(2));
};

const accountType: Handler = (ledger, row) => {
  const type = row.text(2).toUpperCase();
  if (row.text(1) === '' || !isAccountType(type)) refuseRow(ledger, row, 'fields', row.all());
  else accountOf(ledger, row.text(1)).type = type;
};

const dimension: Handler = (ledger, row) => {
  if (row.text(1) === '') refuseRow(ledger, row, 'fields', row.all());
  else dimensionOf(ledger, row.text(1)).name = kept(ledger, row.text(2));
};

const subdimension: Handler = (ledger, row) => {
  dimension(ledger, row);
  if (row.text(1) !== '') dimensionOf(ledger, row.text(1)).parent = kept(ledger, row.text(3));
};

const object: Handler = (ledger, row) => {
  if (row.text(1) === '' || row.text(2) === '') refuseRow(ledger, row, 'fields', row.all());
  else nameObject(ledger, row.text(1), row.text(2), row.text(3));
};

const balance =
  (kind: SieBalanceKind): Handler =>
  (ledger, row) => {
    const read = readSum(ledger, row, 2);
    if (read === null) return;
    const { account, objects, ore } = read;
    noteUse(ledger, ledger.names.account(account), ledger.names.objects(objects), row.line);
    const added = { kind, yearIndex: read.yearIndex, account, objects, ore, line: row.line };
    addBalance(ledger, added, keyOfObjects(objects));
  };

const period =
  (table: 'psaldo' | 'pbudget'): Handler =>
  (ledger, row) => {
    const month = readMonth(row.text(2));
    if (month === 0) {
      refuseRow(ledger, row, 'period', row.text(2));
      return;
    }
    const read = readSum(ledger, row, 3);
    if (read === null) return;
    const { names } = ledger;
    const [number, list] = [names.account(read.account), names.objects(read.objects)];
    noteUse(ledger, number, list, row.line);
    const key = yearPeriod(read.yearIndex, month);
    ledger[table].addLarge(key, number, list, read.ore);
    const lines = ledger[`${table}PeriodLines`];
    if (!lines.has(key)) lines.set(key, row.line);
  };

type ReadSum = {
  readonly yearIndex: number;
  readonly account: string;
  readonly objects: readonly SieObject[];
  readonly ore: bigint;
};

// Year, account, perhaps objects, and amount; the account is the field `at`.
function readSum(ledger: Ledger, row: SieRow, at: number): ReadSum | null {
  const yearIndex = yearIndexIn(ledger, row);
  if (yearIndex === null) return null;
  const account = row.text(at);
  const objects = row.objects(at + 1);
  if (account === '') refuseRow(ledger, row, 'account', row.all());
  else if (objects === 'bad') refuseRow(ledger, row, 'objects', row.all());
  else {
    const ore = amountOf(ledger, row, account, row.text(objects === null ? at + 1 : at + 2));
    return ore === null ? null : { yearIndex, account, objects: objects ?? [], ore };
  }
  return null;
}

function yearIndexIn(ledger: Ledger, row: SieRow): number | null {
  const value = row.text(1);
  if (/^[-+]?\d{1,2}$/u.test(value)) return parseInt(value, 10) + 0;
  refuseRow(ledger, row, 'year', value);
  return null;
}

function kept(ledger: Ledger, text: string): string {
  ledger.keepText(text.length);
  return text;
}

function isAccountType(text: string): text is SieAccountType {
  return text === 'T' || text === 'S' || text === 'K' || text === 'I';
}

/** What is read of each label outside vouchers; all others are left alone, as the format says. */
export const labels: ReadonlyMap<string, Handler> = new Map([
  ['#FLAGGA', flagga],
  ['#PROGRAM', program],
  ['#SIETYP', sieType],
  ['#FNAMN', companyName],
  ['#ORGNR', orgnr],
  ['#VALUTA', currency],
  ['#RAR', fiscalYear],
  ['#KONTO', account],
  ['#KTYP', accountType],
  ['#DIM', dimension],
  ['#UNDERDIM', subdimension],
  ['#OBJEKT', object],
  ['#IB', balance('IB')],
  ['#UB', balance('UB')],
  ['#RES', balance('RES')],
  ['#OIB', balance('OIB')],
  ['#OUB', balance('OUB')],
  ['#PSALDO', period('psaldo')],
  ['#PBUDGET', period('pbudget')],
]);
