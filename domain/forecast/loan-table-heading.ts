import type { TableUnit } from '../utfall-table-amount.ts';
import { plainText, type TableCell } from '../utfall-table-cell.ts';
import { unitIn } from '../utfall-table-heading.ts';
import type { LoanColumn } from './loan-table-terms.ts';

const words: Readonly<Record<LoanColumn, readonly string[]>> = {
  lender: ['långivare', 'kreditgivare', 'bank', 'motpart', 'lender', 'creditor', 'counterparty'],
  reference: [
    ...['referens', 'lånereferens', 'lånenummer', 'lånenr', 'lån nr', 'lån nummer', 'låne-id'],
    ...['lånid', 'lån-id', 'lån', 'avtal', 'avtalsnummer', 'avtalsnr', 'reference', 'loan'],
    ...['loan number', 'loan no', 'loan id', 'loan reference', 'id'],
  ],
  principal: [
    ...['belopp', 'lånebelopp', 'ursprungligt belopp', 'ursprungligt lånebelopp', 'kapital'],
    ...['kapitalbelopp', 'nominellt belopp', 'amount', 'principal', 'loan amount'],
    ...['original amount', 'nominal amount'],
  ],
  drawnOn: [
    ...['lyftdag', 'lyftdatum', 'lyft', 'startdag', 'startdatum', 'utbetalningsdag'],
    ...['utbetalningsdatum', 'upplåningsdag', 'likviddag', 'drawn on', 'drawn', 'draw date'],
    ...['drawdown date', 'start date', 'disbursement date'],
  ],
  form: [
    ...['amorteringsform', 'amorteringstyp', 'amortering', 'återbetalning', 'återbetalningsform'],
    ...['repayment', 'repayment form', 'repayment type', 'amortisation', 'amortisation type'],
    ...['amortization', 'amortization type', 'form'],
  ],
  paymentsAYear: [
    ...['betalningar per år', 'antal betalningar per år', 'betalningar år', 'amorteringar per år'],
    ...['betalningsfrekvens', 'betalningsintervall', 'payments a year', 'payments per year'],
    ...['payment frequency', 'frequency'],
  ],
  firstPaymentOn: [
    ...['första betalning', 'första betalningen', 'första betalningsdag', 'första betaldag'],
    ...['första betalningsdatum', 'första amortering', 'first payment', 'first payment on'],
    ...['first payment date'],
  ],
  maturesOn: [
    ...['förfall', 'förfallodag', 'förfallodatum', 'slutförfall', 'slutdag', 'slutdatum'],
    ...['kapitalbindning till', 'sista betalning', 'maturity', 'maturity date', 'matures on'],
    ...['end date', 'final payment'],
  ],
  rateFrom: ['ränta från', 'räntan gäller från', 'räntestart', 'rate from', 'rate valid from'],
  rate: [
    ...['ränta', 'räntesats', 'aktuell ränta', 'fast ränta', 'ränta per år', 'rate'],
    ...['interest rate', 'interest', 'fixed rate', 'current rate'],
  ],
  curve: [
    ...['räntekurva', 'räntebas', 'referensränta', 'basränta', 'rate curve', 'curve'],
    ...['reference rate', 'base rate'],
  ],
  margin: ['marginal', 'räntemarginal', 'påslag', 'margin', 'spread'],
  boundUntil: [
    ...['räntebindning till', 'räntebindning', 'ränta bunden till', 'räntan bunden till'],
    ...['bunden till', 'ränteändringsdag', 'villkorsändringsdag', 'ränta till', 'bound until'],
    ...['rate bound until', 'rate fixed until', 'fixed until', 'rate until'],
  ],
  comment: ['kommentar', 'anmärkning', 'notering', 'comment', 'note', 'remark'],
};

const columnOf = new Map<string, LoanColumn>(
  (Object.keys(words) as LoanColumn[]).flatMap((column) =>
    words[column].map((word) => [word, column] as const),
  ),
);

/** Longest text that is taken for a heading. */
const longest = 60;

/** The column that a heading names, in Swedish or English; null where it names none. */
export function readLoanHeading(text: string): LoanColumn | null {
  if (text.length > longest) return null;
  const plain = text
    .toLowerCase()
    .replace(/(?<!\p{L})(?:kr|tkr|mnkr|mkr|kronor|[km]?sek|procent|percent)(?!\p{L})/gu, ' ')
    .replace(/[()[\],;:*%./]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return columnOf.get(plain) ?? null;
}

/** The heading row of a loan table, from 0, and what its columns are; null columns are not read. */
export type LoanHeader = {
  readonly at: number;
  readonly columns: readonly (LoanColumn | null)[];
  /** The unit that the amounts' heading names, or a line above it; null where none does. */
  readonly unit: TableUnit | null;
};

/** Rows in which the header is looked for: lists have some lines of title before it. */
const searchedRows = 50;

/** Fewer known headings than this are a coincidence. */
const fewest = 3;

/** The row that names the most columns, the first of equals; null where no row is a header. */
export function findLoanHeader(rows: readonly (readonly TableCell[])[]): LoanHeader | null {
  const top = rows.slice(0, searchedRows).map((row) => row.map(plainText));
  let at = -1;
  let best = fewest - 1;
  for (const [index, texts] of top.entries()) {
    const known = new Set(texts.map(readLoanHeading).filter((column) => column !== null)).size;
    if (known <= best) continue;
    best = known;
    at = index;
  }
  if (at === -1) return null;
  const texts = top[at] ?? [];
  const columns = firstOfEach(texts.map(readLoanHeading));
  const amounts = texts[columns.indexOf('principal')];
  const above = top.slice(0, at).flat().map(unitIn);
  return { at, columns, unit: (amounts === undefined ? null : unitIn(amounts)) ?? onlyOne(above) };
}

// A second column of the same kind is not read.
function firstOfEach(columns: readonly (LoanColumn | null)[]): (LoanColumn | null)[] {
  return columns.map((column, at) =>
    column !== null && columns.indexOf(column) === at ? column : null,
  );
}

function onlyOne(units: readonly (TableUnit | null)[]): TableUnit | null {
  const known = new Set(units.filter((unit) => unit !== null));
  const [only] = known;
  return known.size === 1 && only !== undefined ? only : null;
}
