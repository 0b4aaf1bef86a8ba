import { tableProblemTexts, tableSkippedTexts } from '#contract/table-texts.ts';
import type { UtfallFacts } from '#contract/utfall-file.ts';
import { type TableChoice, type TableReadingAnswer, tableChoice } from '#contract/utfall-table.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { toOre, toPlain } from '#domain/tkr.ts';
import { readUtfallTable, type UtfallTable } from '#domain/utfall-table.ts';
import { plainText } from '#domain/utfall-table-cell.ts';
import { proposeColumns } from '#domain/utfall-table-columns.ts';
import { yearsOfFile } from '#domain/utfall-years.ts';
import type { TableFile } from '../files/tables/table-file.ts';
import { type FileReading, isTooLarge, mostAmounts, storable } from './file-reading.ts';

/** Why a table that was read gives no amounts. */
export type TableReadingRefusal =
  | 'input_invalid'
  | 'utfall_too_many_amounts'
  | 'utfall_amount_too_large';

/** How much of a table is shown and told of. */
const shownRows = 30;
const shownCharacters = 100;
const toldPlaces = 1_000;

/**
 * What is taken from a table: read as `columns` says, or as its headings propose. Without a unit
 * nothing is read, and the answer asks for one.
 */
export function readingOfTable(
  file: TableFile,
  columns: string | undefined,
): Result<FileReading, TableReadingRefusal> {
  const given = columns === undefined ? null : parseChoice(columns);
  if (columns !== undefined && given === null) return refused('input_invalid');
  const choice = given === null ? proposedChoice(file) : wholeChoice(file, given);
  const sheet = file.sheets[choice.sheet];
  if (sheet === undefined) return refused('input_invalid');
  const { unit } = choice;
  const read: UtfallTable =
    unit === null
      ? { amounts: [], problems: [], skipped: [] }
      : readUtfallTable(sheet.rows, { ...choice, unit });
  if (read.amounts.length > mostAmounts) return refused('utfall_too_many_amounts');
  if (read.amounts.some(({ amount }) => isTooLarge(toOre(amount)))) {
    return refused('utfall_amount_too_large');
  }
  return accepted({
    kind: file.kind,
    encoding: null,
    facts: {
      ...noFacts,
      years: yearsOfFile(read.amounts, 'table').map((year) => ({
        ...year,
        total: toPlain(year.total),
      })),
    },
    warnings: file.notes.map(({ code, details }) => ({ line: null, code, details })),
    warningCount: file.notes.length,
    amounts: read.amounts.map(({ row, name, account, year, month, amount }) => ({
      year,
      month,
      account: account === null ? null : storable(account),
      objects: '',
      name: name === null ? null : storable(name),
      fileRow: row,
      amount: toPlain(amount),
    })),
    table: tableAnswer(file, choice, read),
  });
}

const noFacts = {
  sieType: null,
  program: null,
  companyName: null,
  orgnr: null,
  vouchers: null,
  fiscalYears: [],
  accounts: [],
  objects: [],
} satisfies Omit<UtfallFacts, 'years'>;

function parseChoice(text: string): TableChoice | null {
  try {
    return tableChoice.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

// The first sheet that looks like a table, or the first one.
function proposedChoice({ sheets }: TableFile): TableChoice {
  const proposals = sheets.map(({ rows }) => proposeColumns(rows));
  const sheet = Math.max(
    0,
    proposals.findIndex(({ headerRow }, at) => headerRow !== null && sheets[at]?.hidden === false),
  );
  const { headerRow, columns, unit, year, sign } = proposals[sheet] ?? proposeColumns([]);
  return { sheet, headerRow, columns: [...columns], unit, year, sign };
}

// Another sheet has other columns: where none are given they are proposed for it.
function wholeChoice({ sheets }: TableFile, given: TableChoice): TableChoice {
  if (given.columns.length > 0) return given;
  const { headerRow, columns, unit, year } = proposeColumns(sheets[given.sheet]?.rows ?? []);
  return { ...given, headerRow, columns: [...columns], unit: unit ?? given.unit, year };
}

function tableAnswer(file: TableFile, choice: TableChoice, read: UtfallTable): TableReadingAnswer {
  const rows = file.sheets[choice.sheet]?.rows ?? [];
  return {
    sheets: file.sheets.map((sheet) => ({
      name: sheet.name,
      isHidden: sheet.hidden,
      rowCount: sheet.rows.length,
    })),
    choice,
    firstRows: rows.slice(0, shownRows).map((cells, at) => ({
      row: at + 1,
      cells: cells.map((cell) => plainText(cell).slice(0, shownCharacters)),
    })),
    problems: read.problems
      .slice(0, toldPlaces)
      .map((problem) => ({ ...problem, ...tableProblemTexts[problem.code] })),
    problemCount: read.problems.length,
    skipped: read.skipped
      .filter(({ reason }) => reason !== 'empty')
      .slice(0, toldPlaces)
      .map((skipped) => ({ ...skipped, ...tableSkippedTexts[skipped.reason] })),
  };
}
