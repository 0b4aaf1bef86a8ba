/**
 * One field of a row: where its content stands in the bytes, without quotation marks. An object
 * list `{…}` has the fields in it as `list`.
 */
export type SieField = {
  readonly start: number;
  readonly end: number;
  readonly list: readonly SieField[] | null;
};

/** The fields of a row, its label first. A fault is met at the end of the row, which was read. */
export type SieFields = {
  readonly fields: readonly SieField[];
  readonly fault: 'quote' | 'objects' | null;
};

const quote = 0x22;
const backslash = 0x5c;
const opening = 0x7b;
const closing = 0x7d;

/** True for what stands between fields: a space or a tab, and a carriage return at the end. */
export function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}

/**
 * Splits a row at its blanks. A field within `"…"` can have blanks, `\"` and braces in it, and the
 * fields within `{…}` are one object list. Source: SIE 4B § 5.
 */
export function splitFields(bytes: Uint8Array, start: number, end: number): SieFields {
  const fields: SieField[] = [];
  let list: SieField[] | null = null;
  let listStart = 0;
  let fault: SieFields['fault'] = null;
  let at = start;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (isBlank(byte)) at += 1;
    else if (byte === opening && list === null) {
      list = [];
      listStart = at + 1;
      at += 1;
    } else if (byte === closing && list !== null) {
      fields.push({ start: listStart, end: at, list });
      list = null;
      at += 1;
    } else {
      const close = byte === quote ? closingQuote(bytes, at + 1, end) : -1;
      if (byte === quote && close === -1) fault = 'quote';
      const [from, to] =
        byte !== quote
          ? [at, endOfBare(bytes, at, end, list !== null)]
          : [at + 1, close === -1 ? trimmed(bytes, at + 1, end) : close];
      (list ?? fields).push({ start: from, end: to, list: null });
      at = byte === quote ? (close === -1 ? end : close + 1) : to;
    }
  }
  if (list !== null) {
    fields.push({ start: listStart, end, list });
    fault ??= 'objects';
  }
  return { fields, fault };
}

// A text that ends with a backslash looks as if its closing mark were part of it. Where no other one
// closes it, the first such mark with a blank after it does.
function closingQuote(bytes: Uint8Array, start: number, end: number): number {
  let second = -1;
  for (let at = start; at < end; at += 1) {
    if (bytes[at] !== quote) continue;
    if (at === start || bytes[at - 1] !== backslash) return at;
    if (second === -1 && (at + 1 >= end || isBlank(bytes[at + 1] ?? 0))) second = at;
  }
  return second;
}

function endOfBare(bytes: Uint8Array, start: number, end: number, isInList: boolean): number {
  let at = start + 1;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (isBlank(byte) || (isInList && byte === closing) || byte === opening) break;
    at += 1;
  }
  return at;
}

function trimmed(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(bytes[at - 1] ?? 0)) at -= 1;
  return at;
}

/** A field's text as it was meant: `\"` is a quotation mark. */
export function unescaped(text: string): string {
  return text.includes('\\') ? text.replaceAll('\\"', '"') : text;
}
