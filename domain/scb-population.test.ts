import { describe, expect, it } from 'vitest';
import { readPopulationTable } from './scb-population.ts';
import { emptyCell, type TableCell } from './utfall-table-cell.ts';

/** A table as the reader of CSV gives it, every cell a text. */
function csv(...lines: readonly string[]): TableCell[][] {
  return lines.map((line) =>
    line === ''
      ? []
      : line.split(';').map((text) => (text === '' ? emptyCell : { kind: 'text', text })),
  );
}

const counted = (...lines: readonly string[]) =>
  readPopulationTable(csv(...lines))?.rows.map(({ kommunkod, name, period, population }) => [
    kommunkod,
    name,
    period,
    population,
  ]);

describe('a table of inhabitants', () => {
  it('has times in columns, below a title and an empty line', () => {
    expect(
      counted('Folkmängden efter region och år', '', 'region;2023;2024', '0560 Boxholm;5529;5 512'),
    ).toEqual([
      ['0560', 'Boxholm', '2023', 5529n],
      ['0560', 'Boxholm', '2024', 5512n],
    ]);
  });

  it('has times in a column of their own', () => {
    expect(
      counted('region;år;Folkmängd', '0560 Boxholm;2023;5529', '0560 Boxholm;2024;5\u00a0512'),
    ).toEqual([
      ['0560', 'Boxholm', '2023', 5529n],
      ['0560', 'Boxholm', '2024', 5512n],
    ]);
  });

  it('says what it counts and when in one heading, or only what', () => {
    expect(counted('region;Folkmängd 2024', '0512 Ydre;3712')).toEqual([
      ['0512', 'Ydre', '2024', 3712n],
    ]);
    expect(counted('Kommun;Antal invånare', 'Ydre;3712')).toEqual([[null, 'Ydre', '', 3712n]]);
  });

  it('has months and English headings', () => {
    expect(counted('region;month;Population', '0512 Ydre;2024M11;3712')).toEqual([
      ['0512', 'Ydre', '2024M11', 3712n],
    ]);
  });

  it('has codes beside the names, which a spreadsheet may have made numbers', () => {
    const [heading = []] = csv('kommunkod;kommun;2024');
    const row: TableCell[] = [
      { kind: 'number', text: '512' },
      { kind: 'text', text: 'Ydre' },
      { kind: 'number', text: '3712' },
    ];
    expect(readPopulationTable([heading, row])?.rows).toEqual([
      { region: '0512 Ydre', kommunkod: '0512', name: 'Ydre', period: '2024', population: 3712n },
    ]);
    expect(counted('kommunkod;2024', '0512;3712')).toEqual([['0512', '', '2024', 3712n]]);
  });

  it('has counties and the whole country, which have no kommunkod', () => {
    expect(counted('region;2024', '00 Riket;10587710', '05 Östergötlands län;472298')).toEqual([
      [null, 'Riket', '2024', 10_587_710n],
      [null, 'Östergötlands län', '2024', 472_298n],
    ]);
  });

  it('leaves out what SCB has no figure for, and the source below', () => {
    expect(counted('region;2023;2024', '0512 Ydre;..;3712', '', 'Källa: SCB')).toEqual([
      ['0512', 'Ydre', '2024', 3712n],
    ]);
  });

  it('takes the people where a column beside them says how many more they have become', () => {
    expect(counted('region;Folkökning 2024;Folkmängd 2024', '0512 Ydre;-12;3712')).toEqual([
      ['0512', 'Ydre', '2024', 3712n],
    ]);
    expect(counted('region;år;Folkmängd;Folkökning', '0512 Ydre;2024;3712;-12')).toEqual([
      ['0512', 'Ydre', '2024', 3712n],
    ]);
  });
});

describe('rows that divide a region', () => {
  it('are added where none of them is a total, and it is said', () => {
    const table = readPopulationTable(
      csv('region;kön;2024', '0512 Ydre;män;1 900', '0512 Ydre;kvinnor;1 812'),
    );
    expect(table).toMatchObject({ rows: [{ population: 3712n }], added: ['kön'], problems: [] });
  });

  it('count by their totals where there are any', () => {
    const table = readPopulationTable(
      csv(
        'region;ålder;kön;2024',
        '0512 Ydre;0 år;män;20',
        '0512 Ydre;0 år;kvinnor;25',
        '0512 Ydre;totalt ålder;män;1900',
        '0512 Ydre;totalt ålder;kvinnor;1812',
      ),
    );
    expect(table).toMatchObject({ rows: [{ population: 3712n }], added: ['kön'] });
  });

  it('are not added where there is only one kind of them', () => {
    const table = readPopulationTable(csv('region;kön;2024', '0512 Ydre;totalt;3712'));
    expect(table).toMatchObject({ rows: [{ population: 3712n }], added: [] });
  });
});

describe('what cannot be read', () => {
  it('is told with its row and its text, and the rest is read', () => {
    expect(
      readPopulationTable(
        csv('region;2024', '0512 Ydre;3,7', '0560 Boxholm;5512', '0560 Boxholm;5512'),
      ),
    ).toMatchObject({
      rows: [{ region: '0560 Boxholm', population: 5512n }],
      problems: [
        { row: 2, region: '0512 Ydre', code: 'population_not_whole', text: '3,7' },
        { row: 4, region: '0560 Boxholm', code: 'population_twice', text: '5512' },
      ],
    });
  });

  it.each([
    ['no region', 'namnlös;2024'],
    ['no number', 'region;kön'],
    ['nothing', ''],
  ])('is no table with %s', (_, heading) => {
    expect(readPopulationTable(csv(heading, '0512 Ydre;3712'))).toBeNull();
  });
});
