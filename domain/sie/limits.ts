/** The longest line that is read, in bytes: the longest real ones have some hundred. */
export const longestLine = 1024 * 1024;

/**
 * How many sums and rows are kept of a file: a year of a large municipality, month by month with
 * accounts and objects, has some hundred thousand, and a million fit in a small server's memory.
 */
export const mostKept = 1_000_000;

/** How many characters of names and codes are kept: a chart of accounts has some ten thousand. */
export const mostText = 32 * 1024 * 1024;

/** How many warnings are kept: more than anybody reads, and a broken file has one for each row. */
export const mostWarnings = 1_000;

/** How much of an unreadable text a warning shows, in characters. */
export const longestValue = 60;
