/** What a grid says. Counts are of cells unless named otherwise. */
export type GridLabels = {
  readonly selected: (rows: number, columns: number) => string;
  readonly copied: (count: number) => string;
  readonly pasted: (count: number, refused: number) => string;
  readonly cleared: (count: number, refused: number) => string;
  /** Added where a block met cells that take no typing, or the edge of the table. */
  readonly leftOut: (readOnly: number, outside: number) => string;
  readonly refused: (cell: string, reason: string) => string;
  readonly readOnly: (cell: string) => string;
  readonly linked: string;
  readonly computed: string;
  readonly overridden: string;
  readonly problems: (count: number) => string;
  readonly goTo: string;
  readonly discard: string;
};

/** The grid in Swedish. */
export const gridLabelsSv: GridLabels = {
  selected: (rows, columns) =>
    `${counted(rows, 'rad', 'rader')}, ${counted(columns, 'kolumn', 'kolumner')} markerade`,
  copied: (count) => `Kopierade ${cellsSv(count)}`,
  pasted: (count, refused) => `Klistrade in ${cellsSv(count)}${invalidSv(refused)}`,
  cleared: (count, refused) => `Tömde ${cellsSv(count)}${invalidSv(refused)}`,
  leftOut: (readOnly, outside) =>
    [
      readOnly === 0 ? '' : `${cellsSv(readOnly)} kan inte ändras här och lämnades som de var`,
      outside === 0 ? '' : `${cellsSv(outside)} fick inte plats i tabellen`,
    ]
      .filter(Boolean)
      .join(', '),
  refused: (cell, reason) => `${cell}: ${reason}`,
  readOnly: (cell) => `${cell} kan inte ändras här`,
  linked: 'länkad',
  computed: 'beräknad',
  overridden: 'skriven över',
  problems: (count) => (count === 1 ? '1 värde är inte sparat' : `${count} värden är inte sparade`),
  goTo: 'Gå till cellen',
  discard: 'Kasta',
};

/** The grid in English. */
export const gridLabelsEn: GridLabels = {
  selected: (rows, columns) =>
    `${counted(rows, 'row', 'rows')}, ${counted(columns, 'column', 'columns')} selected`,
  copied: (count) => `Copied ${cellsEn(count)}`,
  pasted: (count, refused) => `Pasted ${cellsEn(count)}${invalidEn(refused)}`,
  cleared: (count, refused) => `Cleared ${cellsEn(count)}${invalidEn(refused)}`,
  leftOut: (readOnly, outside) =>
    [
      readOnly === 0 ? '' : `${cellsEn(readOnly)} cannot be changed here and stayed as before`,
      outside === 0 ? '' : `${cellsEn(outside)} did not fit in the table`,
    ]
      .filter(Boolean)
      .join(', '),
  refused: (cell, reason) => `${cell}: ${reason}`,
  readOnly: (cell) => `${cell} cannot be changed here`,
  linked: 'linked',
  computed: 'computed',
  overridden: 'typed over',
  problems: (count) => (count === 1 ? '1 value is not saved' : `${count} values are not saved`),
  goTo: 'Go to cell',
  discard: 'Discard',
};

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function cellsSv(count: number): string {
  return counted(count, 'cell', 'celler');
}

function invalidSv(count: number): string {
  return count === 0 ? '' : `, ${counted(count, 'ogiltig', 'ogiltiga')}`;
}

function cellsEn(count: number): string {
  return counted(count, 'cell', 'cells');
}

function invalidEn(count: number): string {
  return count === 0 ? '' : `, ${count} invalid`;
}
