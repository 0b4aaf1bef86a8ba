import type { Answer } from '#contract/endpoint.ts';
import type { importLoansFile, readLoansFile } from '#contract/loan-files.ts';

/** What the server read in a file of loans. */
export type LoanFileReading = Answer<typeof readLoansFile>;

/** What came of an import. */
export type ImportOutcome = Answer<typeof importLoansFile>;

/** What a person says of a file that it does not say itself. */
export type LoanFileChoice = {
  readonly sheet?: string;
  readonly unit?: 'kr' | 'tkr' | 'mnkr';
};
