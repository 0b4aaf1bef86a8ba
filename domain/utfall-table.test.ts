import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum, tkr, toPlain } from './tkr.ts';
import { readUtfallTable, utfallTableSteps } from './utfall-table.ts';
import type { TableCell } from './utfall-table-cell.ts';
import type { Column, ColumnChoice } from './utfall-table-columns.ts';

function table(...lines: readonly string[]): TableCell[][] {
  return lines.map((line) => line.split(';').map((text) => ({ kind: 'text', text })));
}

const amountColumn: Column = { is: 'amount', year: null, month: null };

const choice: ColumnChoice = {
  headerRow: 1,
  columns: [{ is: 'name' }, { is: 'account' }, { is: 'year' }, { is: 'period' }, amountColumn],
  unit: 'tkr',
  year: null,
  sign: 'as_written',
};

const header = 'Rad;Konto;År;Månad;Utfall';

// What a table gives, short: amounts as texts, problems by row, column and code.
function read(rows: readonly (readonly TableCell[])[], changes: Partial<ColumnChoice> = {}) {
  const { amounts, problems, skipped } = readUtfallTable(rows, { ...choice, ...changes });
  return {
    amounts: amounts.map((one) =>
      [one.row, one.name, one.account, one.year, one.month, toPlain(one.amount)].join(' '),
    ),
    problems: problems.map(({ row, column, code, text }) =>
      `${row}:${column} ${code} ${text}`.trim(),
    ),
    skipped: skipped.map(({ row, reason }) => `${row} ${reason}`),
  };
}

describe('a table', () => {
  it('gives an amount for each row, with name, account, year and month', () => {
    expect(
      read(table(header, 'Klienter;1210;2024;3;1 234,5', 'Nät;;2024;mars;-5', ';1220;2024;;7')),
    ).toEqual({
      amounts: ['2 Klienter 1210 2024 3 1234.5', '3 Nät  2024 3 -5', '4  1220 2024  7'],
      problems: [],
      skipped: ['1 header'],
    });
  });

  it('gives an amount for each month that has one; what is empty is not zero', () => {
    const columns: Column[] = [
      { is: 'name' },
      { is: 'amount', year: null, month: 1 },
      { is: 'amount', year: null, month: 2 },
      { is: 'amount', year: 2025, month: 3 },
    ];
    expect(
      read(table('Rad;jan;feb;mars 2025', 'A;1;;-', 'B;0;\u2013;4;99'), { columns, year: 2024 }),
    ).toEqual({
      amounts: ['2 A  2024 1 1', '3 B  2024 1 0', '3 B  2025 3 4'],
      problems: [],
      skipped: ['1 header'],
    });
  });

  it('is read in its unit and with its sign', () => {
    const rows = table(header, 'A;;2024;1;1 500', 'B;;2024;1;1 500 tkr');
    expect(read(rows, { unit: 'kr', sign: 'reversed' }).amounts).toEqual([
      '2 A  2024 1 -1.5',
      '3 B  2024 1 -1500',
    ]);
  });

  it('leaves out what is no amount, and says why', () => {
    const rows = table(
      'Utfall per mars',
      header,
      'Klienter;;;;',
      '  Nät ; ;2024;1;5',
      '',
      'Summa;;;;5',
      'Rad;Konto;År;Månad; Utfall',
      'Totalt nät;;;;10',
      'Klienter Summa;;;;5',
      ';;;Delsumma:;5',
      'Total;;;;5',
      'S:a;;;;5',
      'Totalentreprenad;;2024;1;5',
      'Summering av nät;;;;5',
    );
    expect(read(rows, { headerRow: 2 })).toEqual({
      amounts: ['4 Nät  2024 1 5', '13 Totalentreprenad  2024 1 5'],
      problems: [],
      skipped: [
        ...['1 before_header', '2 header', '3 no_amount', '5 empty', '6 sum', '7 header', '8 sum'],
        ...['9 sum', '10 sum', '11 sum', '12 sum', '14 sum'],
      ],
    });
  });

  it('can lack a header row', () => {
    expect(read(table('A;;2024;1;5'), { headerRow: null }).amounts).toEqual(['1 A  2024 1 5']);
  });

  it('says what is wrong with a cell, and reads the others', () => {
    const columns: Column[] = [
      { is: 'name' },
      amountColumn,
      { is: 'amount', year: null, month: 2 },
    ];
    const rows: TableCell[][] = [
      ...table('Rad;a;feb', 'A;1.234;2', 'B;okänt;x'),
      [
        { kind: 'text', text: 'C' },
        { kind: 'error', text: '#REF!' },
        { kind: 'missing', text: '' },
      ],
      [
        { kind: 'number', text: '4010' },
        { kind: 'number', text: '1.234' },
        { kind: 'date', text: '2024-03-01' },
      ],
    ];
    expect(read(rows, { columns, year: 2024 })).toEqual({
      amounts: ['2 A  2024 2 2', '5 4010  2024  1.2340'],
      problems: [
        '2:2 amount_ambiguous 1.234',
        '3:2 amount_not_a_number okänt',
        '3:3 amount_not_a_number x',
        '4:2 amount_is_an_error #REF!',
        '4:3 amount_missing',
        '5:3 amount_is_a_day 2024-03-01',
      ],
      skipped: ['1 header'],
    });
  });

  it('says what is wrong with a row, and reads none of it', () => {
    const long = 'x'.repeat(201);
    const rows = table(
      header,
      ';;2024;1;5',
      'A;;24;1;5',
      'A;;2024;13;5',
      'A;;2024;2023-12;5',
      'A;;;1;5',
      `${long};${long};2024;1;5`,
      'A;;mars;1;5',
    );
    expect(read(rows)).toEqual({
      amounts: [],
      problems: [
        '2:null row_without_name',
        '3:3 year_not_understood 24',
        '4:4 month_not_understood 13',
        '5:5 periods_differ 5',
        '6:5 year_missing 5',
        `7:1 name_too_long ${'x'.repeat(100)}`,
        `7:2 account_too_long ${'x'.repeat(100)}`,
        '8:3 year_not_understood mars',
      ],
      skipped: ['1 header'],
    });
  });

  it('does not take the chosen year where the table says another', () => {
    const columns: Column[] = [
      { is: 'name' },
      { is: 'period' },
      { is: 'amount', year: 2023, month: null },
    ];
    const rows = table('Rad;Månad;Utfall 2023', 'A;mars;5', 'B;2024-03;5');
    expect(read(rows, { columns, year: 2022 })).toEqual({
      amounts: ['2 A  2023 3 5'],
      problems: ['3:3 periods_differ 5'],
      skipped: ['1 header'],
    });
  });

  it('takes each row of any table into account, and adds up to what it holds', () => {
    const text = fc.constantFrom(
      ...[
        '',
        ' ',
        'A',
        'Summa',
        '2024',
        '3',
        'mars',
        '1,5',
        '-',
        '1.234',
        'x',
        '1210',
        '13',
        '5 kr',
      ],
    );
    const kind = fc.constantFrom<TableCell['kind']>(
      'text',
      'text',
      'number',
      'date',
      'error',
      'missing',
    );
    const cell: fc.Arbitrary<TableCell> = fc.record({ kind, text });
    const column = fc.oneof(
      fc.constantFrom<Column>(
        { is: 'name' },
        { is: 'account' },
        { is: 'year' },
        { is: 'period' },
        { is: 'other' },
      ),
      fc.constant(amountColumn),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
        fc.array(column, { maxLength: 6 }),
        fc.option(fc.integer({ min: 1, max: 14 })),
        (rows, columns, headerRow) => {
          const found = readUtfallTable(rows, { ...choice, columns, headerRow, year: 2024 });
          const told = new Set(
            [...found.amounts, ...found.problems, ...found.skipped].map(({ row }) => row),
          );
          expect([...told].toSorted((a, b) => a - b)).toEqual(rows.map((_, at) => at + 1));
          const skipped = new Set(found.skipped.map(({ row }) => row));
          expect(found.amounts.some(({ row }) => skipped.has(row))).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('adds up to the sum of its cells, over all rows and months', () => {
    const ore = fc.array(
      fc.array(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), { minLength: 1, maxLength: 12 }),
    );
    fc.assert(
      fc.property(ore, (lines) => {
        const columns: Column[] = [{ is: 'name' }];
        for (let month = 1; month <= 12; month += 1)
          columns.push({ is: 'amount', year: null, month });
        const rows = lines.map((line): TableCell[] => [
          { kind: 'text', text: 'A' },
          ...line.map((one): TableCell => ({ kind: 'text', text: `${one},25 kr` })),
        ]);
        const { amounts } = readUtfallTable(rows, {
          ...choice,
          headerRow: null,
          columns,
          year: 2024,
        });
        const expected = lines
          .flat()
          .reduce(
            (total, one) => total + (one < 0 ? BigInt(one) * 100n - 25n : BigInt(one) * 100n + 25n),
            0n,
          );
        const sign = expected < 0n ? '-' : '';
        const digits = `${expected < 0n ? -expected : expected}`.padStart(6, '0');
        const plain = `${sign}${digits.slice(0, -5)}.${digits.slice(-5)}`;
        expect(sum(amounts.map(({ amount }) => amount))).toBe(tkr(plain));
      }),
    );
  });

  it('can be read in steps, and left in between', () => {
    const rows = Array.from({ length: 1600 }, () => table('A;;2024;1;5')).flat();
    const lengths: number[] = [];
    for (const { amounts } of utfallTableSteps(rows, { ...choice, headerRow: null })) {
      lengths.push(amounts.length);
    }
    expect(lengths).toEqual([499, 999, 1499]);
    expect(read(rows, { headerRow: null }).amounts).toHaveLength(1600);
  });
});
