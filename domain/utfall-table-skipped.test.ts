import { describe, expect, it } from 'vitest';
import type { TableCell } from './utfall-table-cell.ts';
import { whySkipped } from './utfall-table-skipped.ts';

const layout = {
  name: 0,
  account: 1,
  year: null,
  period: null,
  amounts: [{ column: 2, is: { is: 'amount', year: null, month: null } }],
} as const;

function row(...texts: readonly string[]): TableCell[] {
  return texts.map((text) => ({ kind: 'text', text }));
}

const header = { number: 2, cells: row('Rad', 'Konto', 'Utfall') };

describe('a row that is left out', () => {
  it.each([
    ['Summa', 'sum'],
    ['SUMMA INVESTERINGAR', 'sum'],
    ['Summa:', 'sum'],
    ['Delsumma nät', 'sum'],
    ['Totalt', 'sum'],
    ['Total', 'sum'],
    ['Total sum:', 'sum'],
    ['Grand Total', 'sum'],
    ['Klienter totalt', 'sum'],
    ['Total renovering av skola', null],
    ['Totalentreprenad', null],
    ['Summatorium', null],
    ['Sumatra', null],
    ['Klienter', null],
    [`${' summa'.repeat(50)} x`, null],
  ])('%j: %s', (name, reason) => {
    expect(whySkipped(row(name, '', '5'), 3, header, layout)).toBe(reason);
  });

  it.each<[string, number, TableCell[], string | null]>([
    ['before the header', 1, row('Klienter', '', '5'), 'before_header'],
    ['the header', 2, row('Rad', 'Konto', 'Utfall'), 'header'],
    ['the header again', 9, row(' Rad', 'Konto', 'Utfall ', ''), 'header'],
    ['almost the header', 9, row('Rad', 'Konto', 'Utfall', 'Ny'), null],
    ['empty', 3, row('', ' '), 'empty'],
    ['no cells', 3, [], 'empty'],
    ['only a name', 3, row('Investeringar'), 'no_amount'],
    ['a dash for the amount', 3, row('Nät', '', '-'), 'no_amount'],
    ['a fault for the amount', 3, row('Nät', '', 'x'), null],
    ['a sum by its account', 3, row('', 'Summa', '5'), 'sum'],
    ['a sum by another column', 3, row('', '', '5', 'Summa'), 'sum'],
    ['a word for sums beside a name', 3, row('Nät', '', '5', 'Summa'), null],
    ['neither name nor account', 3, row('', '', '5'), null],
  ])('%s', (_, number, cells, reason) => {
    expect(whySkipped(cells, number, header, layout)).toBe(reason);
  });

  it('has no header to stand before where there is none', () => {
    expect(whySkipped(row('Klienter', '', '5'), 1, null, layout)).toBeNull();
  });
});
