import { enMapping } from './en-mapping.ts';
import type { UtfallTexts } from './sv-utfall.ts';

const longMonths = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const months = longMonths.map((name) => name.slice(0, 3));

const lines = (count: number): string => `${count} ${count === 1 ? 'line' : 'lines'}`;
const places = (count: number): string => `${count} ${count === 1 ? 'place' : 'places'}`;
const rows = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;

/** What the pages of outcome and imports say, in English. */
export const enUtfall: UtfallTexts = {
  budgetTabs: {
    budget: 'Budget',
    utfall: 'Outcome',
    severalYears: 'Several years',
    imports: 'Imports',
  },
  utfall: {
    title: 'Outcome',
    place: (year) => `Outcome ${year}`,
    tableLabel: (year) => `Outcome ${year} by line and month`,
    months,
    longMonths,
    wholeYear: 'Whole year',
    outcome: 'Outcome',
    budget: 'Budget',
    deviation: 'Deviation',
    unused: 'unused',
    overrun: 'overrun',
    byMonth: 'Months',
    byYear: 'The year',
    import: 'Import a file',
    importYear: 'Import the closing',
    toBudget: 'To the budget',
    until: (month) => ` until the end of ${month}`,
    say: (year, until, used, budget) => [
      `Of the investment budget ${year} of ${budget}\u00a0Tkr, `,
      `${used}\u00a0Tkr`,
      ` has been used${until}.`,
    ],
    sayUnused: (amount) => [' ', `${amount}\u00a0Tkr`, ' is unused'],
    sayNothingUnused: ' Nothing is unused',
    sayOverrun: (amount, count) => [
      ', and ',
      `${amount}\u00a0Tkr`,
      ` is overrun on ${lines(count)}.`,
    ],
    sayNoOverrun: ', and no line is overrun.',
    sayNoBudget: (year, until, used) => [
      `In ${year}, `,
      `${used}\u00a0Tkr`,
      ` has been used${until}. The original budget is not entered, so what is unused cannot be told.`,
    ],
    sayEmpty: (year) => `No outcome is known for ${year} yet.`,
    emptyTitle: (year) => `The outcome of ${year} has not been imported`,
    emptyBody: (year) =>
      `Import the closing of ${year} as a SIE file, or a table as CSV or XLSX. You can also type amounts in the table.`,
    emptyReader: 'The economist imports the outcome. It is shown here line by line.',
    emptyNoLines:
      'There are no lines in the investment budget yet. Add them first, so that the outcome has somewhere to go.',
    corrected: 'changed',
    typedBy: (who) => `Typed by ${who}`,
    importedFrom: (fileName) => `Imported from ${fileName}`,
    notTyped: 'The figure is computed. Type in a month or in Whole year.',
    cannotEmpty:
      'An imported amount is not emptied: type 0, or undo the import under the tab Imports.',
    stepMany: (count) => `${count} cells`,
    noteDot:
      'A dot shows what was imported from a file. “Changed” shows an imported amount that somebody has typed over.',
    noteUnknown: (count) =>
      `${lines(count)} without a known outcome count neither as unused nor as overrun.`,
    noteNoBudget: (year) =>
      `The original budget of ${year} is not entered. The deviation is from the entries that are there.`,
    elsewhereTitle: 'Outside the lines',
    elsewhereDetail: 'What the files have that is not of the investment budget, Tkr.',
    targets: {
      line: 'The line',
      drift: 'Operating budget',
      outside: 'Outside',
      unmapped: 'Not mapped',
    },
    importedBy: 'Imported',
    file: 'File',
    mapping: 'Account mapping',
    version: (version) => `version ${version}`,
    showVouchers: 'Show vouchers',
    earlier: 'Earlier in the cell',
    emptied: 'A later file answers for the month and has no amount here.',
    ofWholeYear: 'for the whole year',
    noBudgetOf: (year) => `The line has no budget for ${year}.`,
    conflictBody: (cell, mine, theirs) =>
      `${cell}: you typed ${mine?.replace('.', ',') ?? 'nothing'}, but now it says ${theirs === '' ? 'nothing' : theirs}. Nothing was overwritten.`,
    keepMine: 'Save mine',
    takeTheirs: 'Keep what is there',
  },
  imports: {
    title: 'Imports',
    place: 'Imported files',
    say: (count, newest) =>
      `${count} ${count === 1 ? 'import is' : 'imports are'} in force, the newest is ${newest}.`,
    sayAllMapped: ' All amounts have a place.',
    sayUnmapped: (count) =>
      ` ${count === 1 ? 'One of them has' : `${count} of them have`} amounts that are not mapped.`,
    sayNone: 'Nothing has been imported yet.',
    drop: 'Drop a file here',
    dropNow: 'Drop the file',
    formats: 'SIE 4 or SIE 5 from the ledger, or a table as CSV or XLSX.',
    choose: 'Choose a file …',
    reading: (name) => `Reading ${name}`,
    importing: (name) => `Importing ${name}`,
    percent: (percent) => `${percent} %`,
    soonDone: 'The whole file has been sent. Nearly done.',
    failed: (name) => `${name} could not be imported`,
    lost: 'The connection was lost before the file had arrived. Nothing was saved. The file is still chosen: try again.',
    retry: 'Try again',
    otherFile: 'Choose another file',
    kind: 'Format',
    kinds: (kind, sieType) =>
      ({ sie4: `SIE ${sieType ?? '4'}`, sie5: 'SIE 5', csv: 'CSV', xlsx: 'XLSX' })[kind] ?? kind,
    company: 'Company',
    program: 'Program',
    encoding: 'Encoding',
    vouchers: 'Vouchers',
    fiscalYears: 'Fiscal years',
    noWarnings: 'No warnings',
    warningsTitle: (count) => `${count} ${count === 1 ? 'warning' : 'warnings'}`,
    times: (count) => `${count} times:`,
    line: (line) => `Line ${line}`,
    moreWarnings: (count) => `${count} more are not shown.`,
    yearsTitle: 'Years',
    yearsDetail:
      'The closing sums of the year before often come with the file. Tick the years to import.',
    yearsLabel: 'Years of the file',
    year: 'Year',
    monthsOf: 'Months',
    amounts: 'Amounts',
    total: 'Sum, Tkr',
    onLines: 'On the lines, Tkr',
    sayRead: (file) => `${file} has been read. Nothing is saved yet.`,
    takeYear: (year) => `${year}`,
    months: (first, last, hasWholeYear) => {
      const whole = hasWholeYear ? 'the whole year, without months' : '';
      if (first === null || last === null) return whole;
      const span =
        first === last
          ? (longMonths[first - 1] ?? '')
          : `${longMonths[first - 1] ?? ''}–${longMonths[last - 1] ?? ''}`;
      return [span, whole].filter(Boolean).join(', ');
    },
    noAmounts: 'The file has no amounts to import',
    noAmountsBody: 'Check that it is the right file, and that it has vouchers or balances.',
    tableTitle: 'How the table is read',
    tableDetail:
      'The proposal is made from the headings. Change what is not right, and the file is read again.',
    unitMissing: 'Choose a unit',
    unitMissingBody:
      'The table does not say whether amounts are in kr, Tkr or mnkr. Nothing is read until you have chosen.',
    sheet: 'Sheet',
    sheetName: (name, isHidden, count) => `${name}${isHidden ? ', hidden' : ''} (${rows(count)})`,
    headerRow: 'Header row',
    noHeaderRow: 'No header row',
    row: (row) => `Row ${row}`,
    yearOfTable: 'Year of the whole table',
    yearInTable: 'Stands in the table',
    unit: 'Unit',
    sign: 'Signs',
    asWritten: 'As in the file',
    reversed: 'Reversed',
    firstRows: 'The first rows of the table',
    rowNumber: 'Row',
    columnNumber: (column) => `Column ${column}`,
    columnOther: 'Not read',
    columnName: 'Name',
    columnAccount: 'Account',
    columnYear: 'Year',
    columnPeriod: 'Month or date',
    columnAmount: 'Amount',
    columnAmountOf: (period) => `Amount ${period}`,
    problems: (count) => `${places(count)} could not be read`,
    problemsBody:
      'They give no amounts, and do not count as zero. Correct the file and drop it again, or import the rest.',
    where: 'Where',
    stands: 'It says',
    problem: 'What is wrong',
    cell: (row, column) => (column === null ? `Row ${row}` : `Row ${row}, column ${column}`),
    firstProblems: (count, all) => `The first ${count} of ${all}.`,
    skipped: (count) => `${rows(count)} left out on purpose`,
    previewTitle: 'Preview',
    previewDetail: 'What changes if the file is imported. Nothing is saved yet. Amounts in Tkr.',
    previewOf: (year) => `Changes ${year}`,
    now: 'Now',
    after: 'After',
    difference: 'Difference',
    same: 'none',
    allLines: 'All lines',
    noLinesIn: (year) => `No amount of ${year} goes to a line.`,
    nothingChanges: 'No figures change.',
    replacesTitle: 'Takes the place of what was imported',
    replaces: (files) => `Amounts from ${files} no longer count for the same months.`,
    restores: (count) =>
      count === 1 ? 'One earlier amount counts again.' : `${count} earlier amounts count again.`,
    typedTitle: (count) =>
      `${count} typed ${count === 1 ? 'amount no longer counts and is' : 'amounts no longer count and are'} kept as history:`,
    typedAmount: (cell, amount, by) => `${cell}: ${amount} (${by})`,
    leftOpen: (count, amount) =>
      `${count} ${count === 1 ? 'account or object is' : 'accounts and objects are'} not mapped, ${amount}. They are imported without a place and can be mapped later.`,
    leftProposed: (count) =>
      count === 1 ? 'One proposal is not accepted.' : `${count} proposals are not accepted.`,
    leftProblems: (count) => `${places(count)} in the table give no amounts.`,
    savesMapping: 'The account mapping is saved as a new version.',
    mappingComment: (file) => `Vid import av ${file}`,
    take: (years) => `Import ${years}`,
    alreadyTitle: 'The file has been imported already',
    alreadyBody: (who, when) =>
      `${who} imported the same file ${when}. Importing it again with the same mapping changes nothing.`,
    unchanged: 'The file has been imported already: nothing changes',
    unchangedBody: 'The same file with the same mapping and years is in force.',
    done: (file, total) =>
      `${file} was imported: ${total}\u00a0Tkr on the lines of the investment budget`,
    doneBody: (years) => `The outcome of ${years} is up to date.`,
    showUtfall: (year) => `Show the outcome ${year}`,
    undo: 'Undo the import',
    undoShort: 'Undo …',
    undoOf: (file) => `Undo the import of ${file}`,
    undoTitle: (file) => `Undo the import of ${file}?`,
    undoBody:
      'The amounts of the file no longer count, and the stored file is removed. That it was imported stays in the log. This changes, in Tkr:',
    show: 'Show',
    showOf: (file) => `Show the import of ${file}`,
    listTitle: 'Imported files',
    file: 'File',
    when: 'When',
    state: 'State',
    inForce: 'in force',
    undoneMark: 'undone',
    undoneBy: (who, when) => `Undone by ${who}, ${when}`,
    unmappedOf: (amount) => `${amount} not mapped`,
    older: 'Show older',
    placesLabel: 'Where the amounts went',
    emptyTitle: 'No imports yet',
    emptyBody:
      'Drop the SIE file of the year in the box: what it says is shown before anything is saved.',
    emptyReader:
      'The economist imports the files. What was imported is shown here, when and by whom.',
  },
  mapping: enMapping,
};
