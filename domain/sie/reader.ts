import { type Checksum, createChecksum } from './crc.ts';
import { createDecoder, type Decoder } from './decode.ts';
import { isBlank, splitFields } from './fields.ts';
import { labels } from './labels.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { longestLine } from './limits.ts';
import { createLineSplitter } from './lines.ts';
import { openRow, refuseRow } from './rows.ts';
import { readOf } from './sie-read.ts';
import type { SieRead } from './types.ts';
import { createVouchers, type Vouchers, type VoucherWatch } from './vouchers.ts';
import { shown } from './warnings.ts';

/** Reads a file of SIE type 1–4, chunk by chunk. */
export type SieReader = {
  /** The bytes of a chunk may be used again once this returns. */
  readonly push: (chunk: Uint8Array) => void;
  /** True where nothing more of the file is read, since it was refused. */
  readonly isStopped: () => boolean;
  readonly finish: () => SieRead;
};

const transLabel = [0x23, 0x54, 0x52, 0x41, 0x4e, 0x53];
const endOfFile = 0x1a;

type State = {
  readonly ledger: Ledger;
  readonly decoder: Decoder;
  readonly vouchers: Vouchers;
  /** Null before the first #KSUMMA and after the second. */
  checksum: Checksum | null;
  hasChecksum: boolean;
};

/**
 * Makes a reader. Never throws for what stands in a file: what cannot be read becomes a warning, and
 * a file that is too large to keep becomes a refusal. Its memory grows with the number of different
 * sums, not with the length of the file.
 */
export function createSieReader({ watch = null }: { watch?: VoucherWatch | null } = {}): SieReader {
  const context = { ledger: createLedger(), decoder: createDecoder() };
  const { ledger, decoder } = context;
  const vouchers = createVouchers(context, watch);
  const state: State = { ...context, vouchers, checksum: null, hasChecksum: false };
  const lines = createLineSplitter(
    (bytes, start, end, line, isAscii) => {
      if (ledger.refusal === null) readLine(state, bytes, { start, end, line, isAscii });
    },
    (line) => {
      ledger.warnings.row(line, { code: 'line_too_long', mebibytes: longestLine / 2 ** 20 });
    },
  );
  return {
    push: (chunk) => {
      if (ledger.refusal === null) lines.push(chunk);
    },
    isStopped: () => ledger.refusal !== null,
    finish: () => {
      if (ledger.refusal === null) lines.finish();
      vouchers.finish();
      if (state.checksum !== null) ledger.warnings.file(null, { code: 'checksum_missing' });
      if (ledger.rows === 0) ledger.refusal ??= 'sie_not_sie';
      return readOf(ledger, decoder.encoding());
    },
  };
}

type Place = { readonly start: number; readonly end: number; readonly line: number };

function readLine(
  state: State,
  bytes: Uint8Array,
  { start: from, end: to, line, isAscii }: Place & { readonly isAscii: boolean },
): void {
  const { ledger, decoder, vouchers } = state;
  let start = line === 1 ? from + markLength(bytes, from, to) : from;
  let end = to;
  while (start < end && isBlank(bytes[start] ?? 0)) start += 1;
  while (start < end && isBlank(bytes[end - 1] ?? 0)) end -= 1;
  if (start >= end) return;
  decoder.line(bytes, start, isAscii ? start : end);
  const byte = bytes[start];
  if (byte === 0x23) {
    const place = { start: start + transLabel.length, end, line };
    const isPlain =
      state.checksum === null && isTrans(bytes, start, end) && vouchers.transInPlace(bytes, place);
    if (isPlain) ledger.rows += 1;
    else readRow(state, bytes, { start, end, line });
  } else if (byte === 0x7d) vouchers.end();
  else if (byte !== 0x7b && byte !== endOfFile) {
    refuseRow(ledger, { label: '', line }, 'label', decoder.text(bytes, start, end).text);
  }
}

function readRow(state: State, bytes: Uint8Array, place: Place): void {
  const { ledger, vouchers, checksum } = state;
  const split = splitFields(bytes, place.start, place.end);
  const row = openRow(state, bytes, place, split);
  const label = row.label.toUpperCase();
  if (label === '#KSUMMA') readChecksum(state, row.text(1), place.line);
  else {
    checksum?.add(bytes, split.fields);
    if (label === '#VER') vouchers.begin(row);
    else if (label === '#TRANS') vouchers.trans(row);
    else if (label === '#RTRANS') vouchers.added(row);
    else if (label !== '#BTRANS') {
      const handler = labels.get(label);
      if (handler === undefined) return;
      handler(ledger, row);
    }
  }
  ledger.rows += 1;
}

// The first #KSUMMA begins, and the second has the checksum of what stands between them.
function readChecksum(state: State, written: string, line: number): void {
  const { checksum, ledger } = state;
  if (checksum === null) {
    if (!state.hasChecksum) state.checksum = createChecksum();
    state.hasChecksum = true;
    return;
  }
  state.checksum = null;
  // Some write it with a sign.
  const number = /^-?\d{1,10}$/u.test(written) ? parseInt(written, 10) >>> 0 : null;
  const computed = checksum.value();
  if (number === computed) return;
  const found = { written: shown(written), computed: `${computed}` };
  ledger.warnings.file(line, { code: 'checksum_wrong', ...found });
}

function isTrans(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = 0; at < transLabel.length; at += 1) {
    if (bytes[start + at] !== transLabel[at]) return false;
  }
  const after = start + transLabel.length;
  return after < end && isBlank(bytes[after] ?? 0);
}

/** The length of the mark that some programs put first in a file in UTF-8. */
function markLength(bytes: Uint8Array, start: number, end: number): number {
  const isMark =
    end - start >= 3 &&
    bytes[start] === 0xef &&
    bytes[start + 1] === 0xbb &&
    bytes[start + 2] === 0xbf;
  return isMark ? 3 : 0;
}
