import { describe, expect, it } from 'vitest';
import { percentOf, percentToPlain } from '../percent.ts';
import type { CellKind, TableCell } from '../utfall-table-cell.ts';
import { faultOf, isRate, readDayCell, readRateCell } from './loan-table-cell.ts';

const cell = (text: string, kind: CellKind = 'text'): TableCell => ({ kind, text });

describe('the day in a cell', () => {
  it.each([
    [cell('2025-03-27'), '2025-03-27'],
    [cell(' 2025/03/27 '), '2025-03-27'],
    [cell('2025.03.27'), '2025-03-27'],
    [cell('20250327'), '2025-03-27'],
    [cell('20250327', 'number'), '2025-03-27'],
    [cell('2025-03-27 00:00:00'), '2025-03-27'],
    [cell('2025-03-27', 'date'), '2025-03-27'],
    [cell('2024-02-29'), '2024-02-29'],
    [cell(''), null],
    [cell('–'), null],
  ])('%j is %s', (from, day) => {
    expect(readDayCell(from)).toEqual({ ok: true, value: day });
  });

  it.each([
    cell('2025-02-29'),
    cell('27/3/2025'),
    cell('3/27/2025'),
    cell('2025-3-27'),
    cell('2025-03/27'),
    cell('25-03-27'),
    cell('1999-12-31'),
    cell('2101-01-01'),
    cell('45743', 'number'),
    cell('i mars'),
    cell('=IDAG()'),
  ])('%j is refused', (from) => {
    expect(readDayCell(from)).toEqual({ ok: false, refusal: 'day_not_understood' });
  });

  it('is neither an error nor a formula without a value', () => {
    expect(readDayCell(cell('#REF!', 'error'))).toMatchObject({ refusal: 'cell_is_an_error' });
    expect(readDayCell(cell('TRUE', 'boolean'))).toMatchObject({ refusal: 'cell_is_an_error' });
    expect(readDayCell(cell('', 'missing'))).toMatchObject({ refusal: 'cell_value_missing' });
    expect(faultOf(cell('2025-03-27', 'date'))).toBeNull();
  });
});

describe('the rate in a cell', () => {
  it.each([
    [cell('3,25'), '3.25'],
    [cell('3.25'), '3.25'],
    [cell('3,25 %'), '3.25'],
    [cell('3,25%'), '3.25'],
    [cell('3,25 procent'), '3.25'],
    [cell('\u22120,1'), '-0.1'],
    [cell('– 0,1'), '-0.1'],
    [cell('+0,5'), '0.5'],
    [cell('2.1234', 'number'), '2.1234'],
    [cell('1,250'), '1.25'],
    [cell('100'), '100'],
    [cell('-100'), '-100'],
    [cell('0'), '0'],
  ])('%j is %s percent', (from, rate) => {
    const read = readRateCell(from);
    expect(read.ok && read.value !== null && percentToPlain(read.value)).toBe(rate);
  });

  it.each([
    [cell('3,12345'), 'rate_not_understood'],
    [cell('3,25,1'), 'rate_not_understood'],
    [cell('STIBOR'), 'rate_not_understood'],
    [cell('=1+1'), 'rate_not_understood'],
    [cell('0'.repeat(31)), 'rate_not_understood'],
    [cell('2025-01-01', 'date'), 'rate_not_understood'],
    [cell('100,0001'), 'rate_out_of_range'],
    [cell('-325'), 'rate_out_of_range'],
    [cell('#N/A', 'error'), 'cell_is_an_error'],
    [cell('', 'missing'), 'cell_value_missing'],
  ])('%j is refused: %s', (from, refusal) => {
    expect(readRateCell(from)).toEqual({ ok: false, refusal });
  });

  it('is nothing where the cell is empty or has a dash', () => {
    expect(readRateCell(cell(' '))).toEqual({ ok: true, value: null });
    expect(readRateCell(cell('-'))).toEqual({ ok: true, value: null });
  });

  it('lies between −100 and 100 percent', () => {
    expect([isRate(percentOf('100')), isRate(percentOf('100.0001'))]).toEqual([true, false]);
    expect([isRate(percentOf('-100')), isRate(percentOf('-100.0001'))]).toEqual([true, false]);
  });
});
