import type { Percent } from '../percent.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { Tkr } from '../tkr.ts';
import { readAmountCell, type TableUnit } from '../utfall-table-amount.ts';
import { cellAt, isEmptyCell, plainText, type TableCell } from '../utfall-table-cell.ts';
import { faultOf, readDayCell, readRateCell } from './loan-table-cell.ts';
import type { LoanColumn, LoanTableCode, TableCellProblem } from './loan-table-terms.ts';
import type { LoanForm, PaymentsAYear } from './loan-terms.ts';

/** What the cells of one row say; null where a cell is empty, not there, or not understood. */
export type LoanRow = {
  /** The row of the file, from 1. */
  readonly row: number;
  readonly lender: string | null;
  readonly reference: string | null;
  readonly principal: Tkr | null;
  readonly drawnOn: string | null;
  readonly form: LoanForm | null;
  readonly paymentsAYear: PaymentsAYear | null;
  readonly firstPaymentOn: string | null;
  readonly maturesOn: string | null;
  readonly rateFrom: string | null;
  readonly rate: Percent | null;
  readonly curve: string | null;
  readonly margin: Percent | null;
  readonly boundUntil: string | null;
  readonly comment: string | null;
  readonly problems: readonly TableCellProblem<LoanTableCode>[];
};

const shownCharacters = 100;

/** The longest texts that can be stored. */
const longest = { lender: 200, reference: 200, curve: 100, comment: 1_000 };

/** What one row says, read by what its columns are, with amounts in a unit. */
export function readLoanRow(
  cells: readonly TableCell[],
  row: number,
  columns: readonly (LoanColumn | null)[],
  unit: TableUnit,
): LoanRow {
  const problems: TableCellProblem<LoanTableCode>[] = [];
  function read<Value>(
    is: LoanColumn,
    reader: (cell: TableCell) => Result<Value | null, LoanTableCode>,
  ): Value | null {
    const at = columns.indexOf(is);
    if (at === -1) return null;
    const result = reader(cellAt(cells, at));
    if (result.ok) return result.value;
    const text = shownText(cellAt(cells, at));
    problems.push({ row, column: at + 1, code: result.refusal, text });
    return null;
  }
  const text = (is: keyof typeof longest): string | null =>
    read(is, (cell) => readTextCell(cell, longest[is]));
  return {
    row,
    lender: text('lender'),
    reference: text('reference'),
    principal: read('principal', (cell) => readAmountCell(cell, unit)),
    drawnOn: read('drawnOn', readDayCell),
    form: read('form', readFormCell),
    paymentsAYear: read('paymentsAYear', readPaymentsCell),
    firstPaymentOn: read('firstPaymentOn', readDayCell),
    maturesOn: read('maturesOn', readDayCell),
    rateFrom: read('rateFrom', readDayCell),
    rate: read('rate', readRateCell),
    curve: text('curve'),
    margin: read('margin', readRateCell),
    boundUntil: read('boundUntil', readDayCell),
    comment: text('comment'),
    problems,
  };
}

/** What stands in a cell, cut to what is shown of it. */
export function shownText(cell: TableCell): string {
  return plainText({ ...cell, text: cell.text.slice(0, shownCharacters) });
}

// As it is written and as a form would take it: inner spaces are the writer's own.
function readTextCell(cell: TableCell, most: number): Result<string | null, LoanTableCode> {
  const fault = faultOf(cell);
  if (fault !== null) return refused(fault);
  const text = cell.text.trim().normalize('NFC');
  if (text.length > most) return refused('text_too_long');
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return refused('text_not_storable');
  return accepted(text === '' ? null : text);
}

const forms = new Map<string, LoanForm>([
  ...['rak', 'rak amortering', 'raka', 'rakt', 'lika amortering', 'serielån', 'straight'].map(
    (word) => [word, 'straight'] as const,
  ),
  ...['straight-line', 'straight line', 'linear'].map((word) => [word, 'straight'] as const),
  ...['annuitet', 'annuitetslån', 'annuity'].map((word) => [word, 'annuity'] as const),
  ...['vid förfall', 'återbetalning vid förfall', 'i sin helhet vid förfall', 'amorteringsfri'].map(
    (word) => [word, 'atMaturity'] as const,
  ),
  ...['amorteringsfritt', 'förfall', 'at maturity', 'paid at maturity', 'bullet'].map(
    (word) => [word, 'atMaturity'] as const,
  ),
]);

function readFormCell(cell: TableCell): Result<LoanForm | null, LoanTableCode> {
  const fault = faultOf(cell);
  if (fault !== null) return refused(fault);
  if (isEmptyCell(cell)) return accepted(null);
  const form = forms.get(plainText(cell).toLowerCase());
  return form === undefined ? refused('form_not_understood') : accepted(form);
}

const frequencies = new Map<string, PaymentsAYear>([
  ...['1', 'årsvis', 'årlig', 'årligen', 'helår', 'år', 'annually', 'annual', 'yearly'].map(
    (word) => [word, 1] as const,
  ),
  ...['2', 'halvårsvis', 'halvår', 'semiannually', 'semi-annual', 'half-yearly'].map(
    (word) => [word, 2] as const,
  ),
  ...['4', 'kvartalsvis', 'kvartal', 'quarterly', 'quarter'].map((word) => [word, 4] as const),
  ...['12', 'månadsvis', 'månad', 'monthly', 'month'].map((word) => [word, 12] as const),
]);

function readPaymentsCell(cell: TableCell): Result<PaymentsAYear | null, LoanTableCode> {
  const fault = faultOf(cell);
  if (fault !== null) return refused(fault);
  if (isEmptyCell(cell)) return accepted(null);
  const payments = frequencies.get(plainText(cell).toLowerCase());
  return payments === undefined ? refused('payments_not_understood') : accepted(payments);
}
