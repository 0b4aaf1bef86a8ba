import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromOre, toOre, toPlain } from './tkr.ts';
import { formatSwedish } from './tkr-swedish.ts';
import { hasNoAmount, readAmountCell, type TableUnit } from './utfall-table-amount.ts';
import { emptyCell, type TableCell } from './utfall-table-cell.ts';

function read(cell: TableCell, unit: TableUnit): string | null {
  const amount = readAmountCell(cell, unit);
  if (!amount.ok) return amount.refusal;
  return amount.value === null ? null : toPlain(amount.value);
}

describe('an amount in a text cell', () => {
  it.each<[string, TableUnit, string | null]>([
    ['1 234,5', 'tkr', '1234.5'],
    ['1\u00a0234,50', 'kr', '1.2345'],
    ['\u22121 234', 'kr', '-1.2340'],
    ['(500)', 'kr', '-0.5'],
    ['- 6 000', 'tkr', '-6000'],
    ['2,5', 'mnkr', '2500'],
    ['500 kr', 'tkr', '0.5'],
    ['500 tkr', 'kr', '500'],
    ['2 mnkr', 'kr', '2000'],
    ['1,234', 'tkr', '1.2340'],
    ['1.234', 'tkr', 'amount_ambiguous'],
    ['1.234', 'kr', 'amount_ambiguous'],
    ['1.234,50', 'kr', 'amount_ambiguous'],
    ['1234.5', 'kr', '1.2345'],
    ['12,345', 'kr', 'amount_too_many_decimals'],
    ['1e5', 'tkr', 'amount_not_a_number'],
    ['okänt', 'tkr', 'amount_not_a_number'],
    ['#REF!', 'tkr', 'amount_not_a_number'],
    ['- kr', 'tkr', 'amount_not_a_number'],
    ['kr', 'tkr', 'amount_not_a_number'],
    ['9999999999999', 'tkr', 'amount_too_large'],
    ['0', 'kr', '0'],
    ['', 'kr', null],
    [' \u00a0 ', 'kr', null],
    ['-', 'kr', null],
    ['\u2013', 'tkr', null],
    [' \u2212 ', 'tkr', null],
  ])('%j in %s is %s', (text, unit, plain) => {
    expect(read({ kind: 'text', text }, unit)).toBe(plain);
    expect(hasNoAmount({ kind: 'text', text })).toBe(plain === null);
  });

  it('is what was shown, in every unit of the table', () => {
    const anyOre = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
    fc.assert(
      fc.property(anyOre, fc.constantFrom<TableUnit>('kr', 'tkr', 'mnkr'), (ore, unit) => {
        const text = `${formatSwedish(fromOre(ore))} tkr`;
        const amount = readAmountCell({ kind: 'text', text }, unit);
        expect(amount.ok && amount.value !== null && toOre(amount.value)).toBe(ore);
      }),
    );
  });
});

describe('an amount in another cell', () => {
  it.each<[TableCell, TableUnit, string | null]>([
    [{ kind: 'number', text: '1.234' }, 'tkr', '1.2340'],
    [{ kind: 'number', text: '-1234.5' }, 'kr', '-1.2345'],
    [{ kind: 'number', text: '0' }, 'kr', '0'],
    [{ kind: 'number', text: '1.5' }, 'mnkr', '1500'],
    [{ kind: 'number', text: '33.3333333333333' }, 'kr', 'amount_too_many_decimals'],
    [{ kind: 'number', text: '0.123456' }, 'tkr', 'amount_too_many_decimals'],
    [{ kind: 'number', text: `0.${'0'.repeat(50)}1` }, 'tkr', 'amount_too_many_decimals'],
    [{ kind: 'number', text: `1${'0'.repeat(300)}` }, 'tkr', 'amount_too_large'],
    [{ kind: 'date', text: '2024-03-01' }, 'kr', 'amount_is_a_day'],
    [{ kind: 'boolean', text: 'TRUE' }, 'kr', 'amount_not_a_number'],
    [{ kind: 'error', text: '#REF!' }, 'kr', 'amount_is_an_error'],
    [{ kind: 'missing', text: '' }, 'kr', 'amount_missing'],
    [emptyCell, 'kr', null],
  ])('%j in %s is %s', (cell, unit, plain) => {
    expect(read(cell, unit)).toBe(plain);
    expect(hasNoAmount(cell)).toBe(plain === null);
  });
});
