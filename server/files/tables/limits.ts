/**
 * The most that a table may be. Each is far above what a ledger exports, and together they bound the
 * memory and the time that a hostile file can take. The sentences in `contract/table-texts.ts` say
 * the same figures.
 */

/** Bytes of the uploaded file: a ledger's whole year is a tenth of it. */
export const maxFileBytes = 50_000_000;

/** Bytes of a workbook's parts together, counted as they are inflated: declared sizes can lie. */
export const maxUnpackedBytes = 200_000_000;

/** Entries of the zip: a workbook has some ten, and pictures seldom make it a thousand. */
export const maxZipEntries = 10_000;

/** Sheets of a workbook: each costs a pass of its own. */
export const maxSheets = 200;

/** The number of the last row with anything in it: a million rows is nothing that a person checks. */
export const maxRows = 200_000;

/** The number of the last column with anything in it: twelve months and their names need twenty. */
export const maxColumns = 200;

/** Characters of one cell: what Excel takes. */
export const maxCellCharacters = 32_767;

/** Cells with anything in them, over all sheets: each is some hundred bytes while it is read. */
export const maxCells = 3_000_000;

/**
 * Characters of all cells together, each time a shared text is used: one long text in every cell
 * would otherwise be a small file and gigabytes of table.
 */
export const maxCharacters = 50_000_000;

/** Characters of XML between two tags: a full cell in which every character is escaped is a third. */
export const maxMarkup = 1_000_000;

/** Elements inside elements: a sheet has eight. */
export const maxDepth = 64;

/** Cell formats of a workbook: what Excel takes. */
export const maxStyles = 65_490;

/** How long one table may take, in milliseconds; the largest allowed one takes a fourth of it. */
export const maxMilliseconds = 60_000;

/**
 * The heap of the thread that reads, in MiB. The limits above keep it far below: a thread that
 * reaches its limit with one large allocation takes the whole process with it.
 */
export const maxHeapMegabytes = 1024;
