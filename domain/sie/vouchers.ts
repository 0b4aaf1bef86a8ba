import { tkrOf, writeKronor } from './amount.ts';
import { monthOf, readDay, writeDay } from './dates.ts';
import { type Decoder, plainText } from './decode.ts';
import { splitFields } from './fields.ts';
import { type Ledger, noteUse, voucherPeriod } from './ledger.ts';
import { amountOf, objectsOf, openRow, refuseRow, type SieRow } from './rows.ts';
import { scanTrans, type TransRow } from './trans.ts';
import type { SieObject, SieVoucherRow } from './types.ts';

/** Which voucher rows somebody wants to see, and where they go. */
export type VoucherWatch = {
  readonly matches: (sum: {
    readonly account: string;
    readonly year: number;
    readonly month: number;
    readonly objects: readonly SieObject[];
  }) => boolean;
  readonly take: (row: SieVoucherRow) => void;
};

/** Counts voucher rows. */
export type Vouchers = {
  /** #VER. */
  readonly begin: (row: SieRow) => void;
  /** `}`, after which the voucher must be in balance. */
  readonly end: () => void;
  /** A #TRANS row, from after its label. */
  readonly transInPlace: (
    bytes: Uint8Array,
    place: { readonly start: number; readonly end: number; readonly line: number },
  ) => boolean;
  /** A #TRANS row that is written in some other way. */
  readonly trans: (row: SieRow) => void;
  /** #RTRANS: counted by the #TRANS that follows it. */
  readonly added: (row: SieRow) => void;
  /** The end of the file. */
  readonly finish: () => void;
};

type Open = {
  readonly line: number;
  readonly series: string;
  readonly number: string;
  readonly text: string;
  readonly day: number;
  sum: number;
  large: bigint;
  readonly added: Counted[];
};

/** A row in the numbers of `Names`; the day is its own, 0 for none. */
type Counted = {
  readonly account: number;
  readonly objects: number;
  readonly ore: number | bigint;
  readonly day: number;
  readonly line: number;
};

// More than this of different texts, and what is remembered of them is begun anew.
const mostRemembered = 50_000;

// A longer list of objects is split anew each time.
const longestRemembered = 200;

type State = {
  readonly ledger: Ledger;
  readonly decoder: Decoder;
  readonly watch: VoucherWatch | null;
  /** The lists of objects by how they are written. */
  readonly idOfList: Map<string, number>;
  /** Which sums the watch wants: asked once, so that a file is read again as fast as at first. */
  readonly wanted: boolean[];
  readonly plain: TransRow;
  open: Open | null;
};

/** Makes the counting of a file's vouchers, into its ledger. */
export function createVouchers(
  context: { readonly ledger: Ledger; readonly decoder: Decoder },
  watch: VoucherWatch | null,
): Vouchers {
  const state: State = {
    ...context,
    watch,
    idOfList: new Map(),
    wanted: [],
    plain: { account: 0, objectsStart: 0, objectsEnd: 0, ore: 0, day: 0 },
    open: null,
  };
  return {
    begin: (row) => begin(state, row),
    end: () => end(state),
    transInPlace: (bytes, place) => transInPlace(state, bytes, place),
    trans: (row) => {
      const counted = readRow(state, row);
      if (counted === null || state.open === null) return;
      settleAdded(state.open, counted);
      const after = row.objects(2) === null ? 2 : 3;
      count(state, state.open, counted, () => row.text(after + 2));
    },
    added: (row) => {
      const counted = readRow(state, row);
      if (counted !== null) state.open?.added.push(counted);
    },
    finish: () => cutOff(state),
  };
}

function begin(state: State, row: SieRow): void {
  cutOff(state);
  const { ledger, watch } = state;
  const day = readDay(row.text(3));
  if (day === 0) refuseRow(ledger, row, 'date', row.text(3));
  const [series, number, text] = [row.text(1), row.text(2), watch === null ? '' : row.text(4)];
  state.open = { line: row.line, series, number, text, day, sum: 0, large: 0n, added: [] };
  ledger.vouchers += 1;
  if (day === 0) return;
  const known = ledger.voucherDays.get(day);
  if (known === undefined) ledger.voucherDays.set(day, { line: row.line, vouchers: 1 });
  else known.vouchers += 1;
}

function end(state: State): void {
  const { open, ledger } = state;
  if (open === null) return;
  countAlone(state, open);
  const { line, series, number, sum, large } = open;
  const difference = sum === 0 && large === 0n ? 0n : BigInt(sum) + large;
  if (difference !== 0n) {
    const found = { series, number, difference: writeKronor(difference) };
    ledger.warnings.row(line, { code: 'voucher_unbalanced', ...found });
  }
  state.open = null;
}

function cutOff(state: State): void {
  if (state.open === null) return;
  const { line, series, number } = state.open;
  state.ledger.warnings.row(line, { code: 'voucher_cut_off', series, number });
  end(state);
}

function transInPlace(
  state: State,
  bytes: Uint8Array,
  place: { readonly start: number; readonly end: number; readonly line: number },
): boolean {
  const { open, plain, ledger } = state;
  if (open === null || open.day === 0) return false;
  if (!scanTrans(bytes, place.start, place.end, plain)) return false;
  const objects = listOf(state, bytes, [plain.objectsStart, plain.objectsEnd]);
  if (objects === -1) return false;
  const { ore, day } = plain;
  const account = ledger.names.accountOfValue(plain.account);
  const row = { account, objects, ore, day, line: place.line };
  if (open.added.length > 0) settleAdded(open, row);
  count(state, open, row, () => openRow(state, bytes, place).text(4));
  return true;
}

function count({ ledger, watch, wanted }: State, open: Open, row: Counted, rowText: () => string) {
  const { account, objects, ore, day, line } = row;
  const rowMonth = monthOf(day === 0 ? open.day : day);
  const period = voucherPeriod(open.day === 0 ? rowMonth : monthOf(open.day), rowMonth);
  const isSmall = typeof ore === 'number';
  const cell = isSmall
    ? ledger.voucherSums.add(period, account, objects, ore)
    : ledger.voucherSums.addLarge(period, account, objects, ore);
  if (isSmall && Number.isSafeInteger(open.sum + ore)) open.sum += ore;
  else open.large += BigInt(ore);
  noteUse(ledger, account, objects, line);
  if (rowMonth !== monthOf(open.day) && !ledger.voucherPeriodLines.has(period)) {
    ledger.voucherPeriodLines.set(period, line);
  }
  if (watch === null) return;
  const { names } = ledger;
  const found = { account: names.accountAt(account), objects: names.objectsAt(objects) };
  const [year, month] = [Math.floor(rowMonth / 100), rowMonth % 100];
  wanted[cell] ??= watch.matches({ ...found, year, month });
  if (!wanted[cell]) return;
  const { series, number, text } = open;
  const date = writeDay(day === 0 ? open.day : day);
  const amount = tkrOf(BigInt(ore));
  watch.take({ line, series, number, date, text, rowText: rowText(), ...found, amount });
}

function settleAdded(open: Open, trans: Counted): void {
  const at = open.added.findIndex(
    ({ account, objects, ore, day }) =>
      account === trans.account &&
      objects === trans.objects &&
      BigInt(ore) === BigInt(trans.ore) &&
      day === trans.day,
  );
  if (at >= 0) open.added.splice(at, 1);
}

function countAlone(state: State, open: Open): void {
  for (const row of open.added.splice(0)) {
    const account = state.ledger.names.accountAt(row.account);
    const amount = writeKronor(BigInt(row.ore));
    state.ledger.warnings.row(row.line, { code: 'rtrans_alone', account, amount });
    count(state, open, row, () => '');
  }
}

function readRow({ ledger, open }: State, row: SieRow): Counted | null {
  if (open === null) {
    refuseRow(ledger, row, 'outside_voucher', row.all());
    return null;
  }
  const account = row.text(1);
  const listed = row.objects(2);
  const after = listed === null ? 2 : 3;
  const dayText = row.text(after + 1);
  const day = readDay(dayText);
  if (account === '') refuseRow(ledger, row, 'account', row.all());
  else if (listed === 'bad') refuseRow(ledger, row, 'objects', row.all());
  else if (day === 0 && (dayText !== '' || open.day === 0)) {
    refuseRow(ledger, row, 'date', dayText);
  } else {
    const ore = amountOf(ledger, row, account, row.text(after));
    if (ore === null) return null;
    const objects = ledger.names.objects(listed ?? []);
    return { account: ledger.names.account(account), objects, ore, day, line: row.line };
  }
  return null;
}

// −1 for a list that has to be read in the other way.
function listOf(
  { idOfList, ledger }: State,
  bytes: Uint8Array,
  [start, stop]: readonly [start: number, stop: number],
): number {
  if (start >= stop) return 0;
  if (stop - start > longestRemembered) return -1;
  const key = plainText(bytes, start, stop);
  const known = idOfList.get(key);
  if (known !== undefined) return known;
  const { fields, fault } = splitFields(bytes, start, stop);
  if (fault !== null || fields.length % 2 !== 0) return -1;
  const texts = fields.map((field) => plainText(bytes, field.start, field.end));
  const id = ledger.names.objects(objectsOf(texts));
  if (idOfList.size >= mostRemembered) idOfList.clear();
  idOfList.set(key, id);
  return id;
}
