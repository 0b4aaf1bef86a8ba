import { SaxesParser, type SaxesTagNS } from 'saxes';
import { lastDayOf, readMonth, writeDay } from '#domain/sie/dates.ts';
import { createDecoder } from '#domain/sie/decode.ts';
import {
  accountOf,
  createLedger,
  dimensionOf,
  type Ledger,
  nameObject,
} from '#domain/sie/ledger.ts';
import { longestLine } from '#domain/sie/limits.ts';
import { orderedObjects } from '#domain/sie/objects.ts';
import { refuseRow, type SieRow } from '#domain/sie/rows.ts';
import { readOf } from '#domain/sie/sie-read.ts';
import type { SieAccountType, SieEncoding, SieObject, SieRead } from '#domain/sie/types.ts';
import { createVouchers, type Vouchers, type VoucherWatch } from '#domain/sie/vouchers.ts';
import { createSie5Balances, type Sie5Balances } from './sie5-balances.ts';

/** Reads a file of SIE 5 or SIE 5 Entry, text by text. */
export type Sie5Reader = {
  readonly push: (text: string) => void;
  readonly isStopped: () => boolean;
  readonly finish: (encoding: SieEncoding) => SieRead;
};

const namespace = 'http://www.sie.se/sie5';

/** How deep elements may stand in each other: the deepest that are read are five deep. */
const deepest = 32;

/** How many attributes an element may have: the largest has thirteen. */
const mostAttributes = 64;

/** How much is given to the parser at a time, so that what it holds is looked at as often. */
const pieceLength = 64 * 1024;

/** What stands for bytes that are no letter in the file's encoding. */
const unreadable = '\uFFFD';

/**
 * Makes a reader of SIE 5. What is not XML, not SIE 5, or has a document type (DTD) is refused, since
 * nothing outside the file is ever read and no entity is expanded but those of XML itself.
 *
 * A ledger entry that is struck over (`Overstrike`) is not counted. Source: sie5.xsd.
 */
export function createSie5Reader({
  watch = null,
}: {
  watch?: VoucherWatch | null;
} = {}): Sie5Reader {
  const ledger = createLedger();
  ledger.head.type = '5';
  const parser = new SaxesParser({ xmlns: true });
  const elements = createElements(ledger, watch, () => parser.line);
  const refuse = (): void => {
    ledger.refusal ??= 'sie_xml_invalid';
  };
  let hasUnreadable = false;
  let depth = 0;
  let attributes = 0;
  // Signatures and whatever else is not SIE 5, from this depth on.
  let foreignFrom = Number.POSITIVE_INFINITY;
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > mostAttributes) refuse();
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) refuse();
    if (ledger.refusal !== null) return;
    if (tag.uri !== namespace) foreignFrom = Math.min(foreignFrom, depth);
    if (depth === 1 && !isRoot(tag)) refuse();
    else if (depth < foreignFrom) elements.open(tag.local, attributesOf(tag));
  });
  parser.on('closetag', (tag) => {
    if (ledger.refusal === null && depth < foreignFrom) elements.close(tag.local);
    if (depth === foreignFrom) foreignFrom = Number.POSITIVE_INFINITY;
    depth -= 1;
  });
  const write = (piece: string): void => {
    parser.write(piece);
    // A name, a value or a comment that never ends would be held whole.
    if (lengthOf(parser['text']) + lengthOf(parser['name']) > longestLine) refuse();
  };
  return {
    push: (text) => {
      if (text.includes(unreadable) && !hasUnreadable) {
        hasUnreadable = true;
        ledger.warnings.row(parser.line, { code: 'bytes_unclear', value: unreadable });
      }
      for (let at = 0; at < text.length && ledger.refusal === null; at += pieceLength) {
        write(text.slice(at, at + pieceLength));
      }
    },
    isStopped: () => ledger.refusal !== null,
    finish: (encoding) => {
      if (ledger.refusal === null) parser.close();
      elements.finish();
      return readOf(ledger, encoding);
    },
  };
}

function lengthOf(held: unknown): number {
  return typeof held === 'string' ? held.length : 0;
}

function isRoot({ uri, local }: SaxesTagNS): boolean {
  return uri === namespace && (local === 'Sie' || local === 'SieEntry');
}

type Attributes = (name: string) => string;

function attributesOf({ attributes }: SaxesTagNS): Attributes {
  return (name) => attributes[name]?.value ?? '';
}

/** An element that is open, and what its children have told of it. */
type OpenElement = {
  readonly name: string;
  readonly attributes: Attributes;
  readonly line: number;
  readonly objects: SieObject[];
  isStruck: boolean;
};

type FiscalYear = { readonly start: number; readonly end: number; readonly isPrimary: boolean };

function createElements(ledger: Ledger, watch: VoucherWatch | null, lineOf: () => number) {
  const balances = createSie5Balances(ledger);
  const vouchers = createVouchers({ ledger, decoder: createDecoder() }, watch);
  const open: OpenElement[] = [];
  const years: FiscalYear[] = [];
  const parentOf = (): OpenElement | undefined => open.at(-2);
  const context = { ledger, balances, vouchers, years };
  return {
    open: (name: string, attributes: Attributes): void => {
      open.push({ name, attributes, line: lineOf(), objects: [], isStruck: false });
      ledger.rows += 1;
      openElement(context, open, attributes);
    },
    close: (name: string): void => {
      const element = open.at(-1);
      const parent = parentOf();
      if (element !== undefined) closeElement(context, element, { parent, line: lineOf() });
      open.pop();
      if (name === 'FiscalYears') ledgerYears(ledger, years);
    },
    finish: (): void => {
      vouchers.finish();
      balances.finish();
    },
  };
}

type Context = {
  readonly ledger: Ledger;
  readonly balances: Sie5Balances;
  readonly vouchers: Vouchers;
  readonly years: FiscalYear[];
};

// What its children do not change is read when it opens.
function openElement(
  { ledger, vouchers, years }: Context,
  open: readonly OpenElement[],
  attributes: Attributes,
): void {
  const { name, line } = open.at(-1) ?? { name: '', line: 0 };
  const parent = open.at(-2);
  const { head } = ledger;
  const kept = (text: string): string => {
    ledger.keepText(text.length);
    return text;
  };
  switch (name) {
    case 'SoftwareProduct':
      head.program = kept(attributes('name'));
      break;
    case 'Company':
      head.companyName = kept(attributes('name'));
      head.orgnr = kept(attributes('organizationId'));
      break;
    case 'AccountingCurrency': {
      const currency = attributes('currency').toUpperCase().slice(0, 10);
      if (currency !== 'SEK') ledger.warnings.file(line, { code: 'currency_other', currency });
      break;
    }
    case 'FiscalYear':
      addYear(ledger, years, { attributes, line });
      break;
    case 'Account':
      addAccount(ledger, attributes, kept);
      break;
    case 'Dimension':
      addDimension(ledger, attributes('id'), kept(attributes('name')));
      break;
    case 'Object':
      if (parent?.name === 'Dimension') {
        addObject(ledger, parent.attributes('id'), [attributes('id'), kept(attributes('name'))]);
      }
      break;
    case 'ObjectReference':
      parent?.objects.push({ dimension: attributes('dimId'), code: attributes('objectId') });
      break;
    case 'Overstrike':
      if (parent !== undefined) parent.isStruck = true;
      break;
    case 'JournalEntry': {
      const series = parent?.name === 'Journal' ? parent.attributes('id') : '';
      const [number, date] = [attributes('id'), attributes('journalDate').slice(0, 10)];
      vouchers.begin(rowOf(name, line, [series, number, date, attributes('text')], null));
      break;
    }
    default:
  }
}

// What its children belong to is read when it closes.
function closeElement(
  { balances, vouchers }: Context,
  { name, attributes, objects, isStruck, line }: OpenElement,
  { parent, line: lastLine }: { readonly parent: OpenElement | undefined; readonly line: number },
): void {
  if (name === 'JournalEntry') vouchers.end();
  if (name === 'LedgerEntry' && !isStruck) {
    const date = attributes('ledgerDate').slice(0, 10);
    const texts = [attributes('accountId'), '', attributes('amount'), date, attributes('text')];
    vouchers.trans(rowOf(name, lastLine, texts, orderedObjects(objects)));
  }
  if (parent?.name !== 'Account') return;
  const found = {
    label: name,
    line,
    account: parent.attributes('id'),
    objects: orderedObjects(objects),
    amount: attributes('amount'),
    month: attributes('month'),
  };
  const kind = name.replace(/Multidim$/u, '');
  if (kind === 'OpeningBalance') balances.opening(found);
  else if (kind === 'ClosingBalance') balances.closing(found);
  else if (kind === 'Budget') balances.budget(found);
}

function addYear(
  ledger: Ledger,
  years: FiscalYear[],
  { attributes, line }: { readonly attributes: Attributes; readonly line: number },
): void {
  const [start, end] = [readMonth(attributes('start')), readMonth(attributes('end'))];
  if (start === 0 || end < start) {
    const value = `${attributes('start')} ${attributes('end')}`;
    refuseRow(ledger, { label: 'FiscalYear', line }, 'period', value);
    return;
  }
  const isPrimary = attributes('primary') === 'true' || attributes('primary') === '1';
  years.push({ start, end, isPrimary });
  ledger.keep();
}

// The primary year is 0, and the others are counted from it.
function ledgerYears({ fiscalYears }: Ledger, years: readonly FiscalYear[]): void {
  const ordered = years.toSorted((left, right) => left.start - right.start);
  const primary = ordered.findIndex(({ isPrimary }) => isPrimary);
  const zero = primary === -1 ? ordered.length - 1 : primary;
  for (const [at, { start, end }] of ordered.entries()) {
    const index = at - zero;
    fiscalYears.set(index, {
      index,
      start: writeDay(start * 100 + 1),
      end: writeDay(lastDayOf(end)),
    });
  }
}

const accountTypes: ReadonlyMap<string, SieAccountType> = new Map([
  ['asset', 'T'],
  ['liability', 'S'],
  ['equity', 'S'],
  ['cost', 'K'],
  ['income', 'I'],
]);

function addAccount(ledger: Ledger, attributes: Attributes, kept: (text: string) => string): void {
  const number = attributes('id');
  if (number === '') return;
  const account = accountOf(ledger, number);
  account.name = kept(attributes('name'));
  account.type = accountTypes.get(attributes('type')) ?? null;
}

function addDimension(ledger: Ledger, number: string, name: string): void {
  if (number !== '') dimensionOf(ledger, number).name = name;
}

function addObject(
  ledger: Ledger,
  dimension: string,
  [code, name]: readonly [code: string, name: string],
): void {
  if (dimension !== '' && code !== '') nameObject(ledger, dimension, code, name);
}

/** An element as a row: its attributes in the order of the fields of #VER and #TRANS. */
function rowOf(
  label: string,
  line: number,
  texts: readonly string[],
  objects: readonly SieObject[] | null,
): SieRow {
  return {
    label,
    line,
    text: (index) => texts[index - 1] ?? '',
    objects: (index) => (index === 2 ? objects : null),
    all: () => texts.filter((text) => text !== '').join(' '),
  };
}
