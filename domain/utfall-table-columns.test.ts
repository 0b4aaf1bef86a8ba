import { describe, expect, it } from 'vitest';
import type { TableCell } from './utfall-table-cell.ts';
import { proposeColumns } from './utfall-table-columns.ts';

function table(...lines: readonly string[]): TableCell[][] {
  return lines.map((line) => line.split(';').map((text) => ({ kind: 'text', text })));
}

const other = { is: 'other' };
const amount = (year: number | null, month: number | null): object => ({
  is: 'amount',
  year,
  month,
});
const months = Array.from({ length: 12 }, (_, at) => amount(null, at + 1));

describe('the columns that are proposed', () => {
  it('are found under the lines of title, with unit and year from them', () => {
    const rows = table(
      'Kommunalförbundet Itsam;;Utskriven 2025-01-15',
      'Investeringar 2024, belopp i tkr',
      '',
      'Rad;Ansvarig;Månad;Budget;Utfall;Avvikelse',
      'Klienter;A;mars;8182;1 234;6 948',
    );
    expect(proposeColumns(rows)).toEqual({
      headerRow: 4,
      columns: [{ is: 'name' }, other, { is: 'period' }, other, amount(null, null), other],
      unit: 'tkr',
      year: 2024,
      sign: 'as_written',
    });
  });

  it('are found in English', () => {
    expect(
      proposeColumns(table('Account;Project;Year;Month;Amount (SEK)', '4010;A;2024;3;5')),
    ).toEqual({
      headerRow: 1,
      columns: [
        { is: 'account' },
        { is: 'name' },
        { is: 'year' },
        { is: 'period' },
        amount(null, null),
      ],
      unit: 'kr',
      year: null,
      sign: 'as_written',
    });
  });

  it.each([
    ['jan;feb;mar;apr;maj;jun;jul;aug;sep;okt;nov;dec'],
    ['1;2;3;4;5;6;7;8;9;10;11;12'],
    ['Januari;Februari;Mars;April;Maj;Juni;Juli;Augusti;September;Oktober;November;December'],
  ])('are twelve months in %s, and not their total', (headings) => {
    const { columns } = proposeColumns(
      table(`Konto;Namn;${headings};Summa`, `4010;A${';1'.repeat(13)}`),
    );
    expect(columns).toEqual([{ is: 'account' }, { is: 'name' }, ...months, other]);
  });

  it('are no months where only some numbers stand in the headings', () => {
    const { columns } = proposeColumns(table('Rad;1;2;Utfall'));
    expect(columns).toEqual([{ is: 'name' }, other, other, amount(null, null)]);
  });

  it('are months with their years, and each month only once', () => {
    const { columns } = proposeColumns(
      table('Rad;dec 2023;jan 2024;Utfall jan 2024;Budget feb 2024'),
    );
    expect(columns).toEqual([{ is: 'name' }, amount(2023, 12), amount(2024, 1), other, other]);
  });

  it('are years where there are no months', () => {
    const { columns } = proposeColumns(table('Rad;Budget 2024;Utfall 2023;Utfall 2024'));
    expect(columns).toEqual([{ is: 'name' }, other, amount(2023, null), amount(2024, null)]);
  });

  it('have one name, one account and one amount: the best words', () => {
    const { columns } = proposeColumns(table('Kontonamn;Konto;Rad;Text;Summa;Belopp;Utfall'));
    expect(columns).toEqual([
      other,
      { is: 'account' },
      { is: 'name' },
      other,
      other,
      other,
      amount(null, null),
    ]);
  });

  it('are months that a spreadsheet has as days', () => {
    const rows: TableCell[][] = [
      [
        { kind: 'text', text: 'Rad' },
        { kind: 'date', text: '2024-01-01' },
        { kind: 'date', text: '2024-02-01' },
      ],
    ];
    expect(proposeColumns(rows).columns).toEqual([
      { is: 'name' },
      amount(2024, 1),
      amount(2024, 2),
    ]);
  });

  it('say no unit where the table says none, or several, and no year likewise', () => {
    expect(proposeColumns(table('Rad;Utfall')).unit).toBeNull();
    expect(proposeColumns(table('Skuld i kr, räntor i tkr', 'Rad;Utfall')).unit).toBeNull();
    expect(proposeColumns(table('i kr', 'Rad;Utfall (tkr)')).unit).toBe('tkr');
    expect(proposeColumns(table('2023 och 2024', 'Rad;Utfall')).year).toBeNull();
    expect(proposeColumns(table('2025-01-15', 'Rad;Utfall')).year).toBeNull();
  });

  it('are none where no row is a header', () => {
    expect(proposeColumns(table('Klienter;5', 'Nät;6;7'))).toEqual({
      headerRow: null,
      columns: [other, other, other],
      unit: null,
      year: null,
      sign: 'as_written',
    });
    expect(proposeColumns([]).columns).toEqual([]);
    expect(proposeColumns(table('Utfall', '5')).headerRow).toBeNull();
  });
});
