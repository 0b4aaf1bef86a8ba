import type { Tkr } from '../tkr.ts';

/** How the texts of a file were written; `mixed` where more than one way was met. */
export type SieEncoding = 'ascii' | 'cp437' | 'latin1' | 'utf8' | 'mixed';

/**
 * What kind of SIE file it is: 1 year balances, 2 months, 3 objects, 4E vouchers with balances,
 * 4I vouchers alone, 5 the XML form.
 */
export type SieType = '1' | '2' | '3' | '4E' | '4I' | '5';

/** T tillgång, S skuld, K kostnad, I intäkt; the file's own word, never read from the number. */
export type SieAccountType = 'T' | 'S' | 'K' | 'I';

/** One object, such as project `P1`: dimension 6 and its code. Both as the file writes them. */
export type SieObject = { readonly dimension: string; readonly code: string };

/** A fiscal year of the file. Index 0 is the file's own year, −1 the one before; days YYYY-MM-DD. */
export type SieFiscalYear = {
  readonly index: number;
  readonly start: string;
  readonly end: string;
};

/** An account of the chart; null for a type that the file does not tell. */
export type SieAccount = {
  readonly number: string;
  readonly name: string;
  readonly type: SieAccountType | null;
};

/** A dimension (1 kostnadsställe, 6 projekt, …) with its objects; the parent is that of #UNDERDIM. */
export type SieDimension = {
  readonly number: string;
  readonly name: string;
  readonly parent: string | null;
  readonly objects: readonly { readonly code: string; readonly name: string }[];
};

/** Opening, closing and result balance of an account; OIB and OUB are those of an object. */
export type SieBalanceKind = 'IB' | 'UB' | 'RES' | 'OIB' | 'OUB';

/** A balance of a fiscal year, in Tkr. Debit positive, credit negative. */
export type SieBalance = {
  readonly kind: SieBalanceKind;
  readonly yearIndex: number;
  readonly account: string;
  readonly objects: readonly SieObject[];
  readonly amount: Tkr;
};

/**
 * What an account changed by, in Tkr; debit positive, credit negative.
 *
 * `year` is the calendar year of the month. Where the file only knows the sum of a fiscal year,
 * `month` is null and `year` is the calendar year in which the fiscal year ends. The objects are in
 * order of dimension, and there is one row for each year, month, account and list of objects.
 */
export type SieChange = {
  readonly year: number;
  /** 1–12, or null. */
  readonly month: number | null;
  readonly account: string;
  readonly objects: readonly SieObject[];
  readonly amount: Tkr;
};

/** What the changes of a fiscal year were computed from. */
export type SieChangeSource = 'vouchers' | 'psaldo' | 'balances';

/** Why a row could not be read; the row was not counted. */
export type SieRowProblem =
  | 'account'
  | 'amount'
  | 'date'
  | 'fields'
  | 'label'
  | 'objects'
  | 'outside_voucher'
  | 'period'
  | 'year';

/**
 * What was found in a file that its reader should know, with the facts of it.
 *
 * Amounts are in kronor with two decimals (`-1234.50`), years are indexes of fiscal years, and
 * labels are written as in the file (`#TRANS`, or `LedgerEntry` in SIE 5).
 * The sentences are in `contract/sie-texts.ts`.
 */
export type SieFinding =
  /** #FLAGGA 1: another program has said that it has taken the file in. */
  | { readonly code: 'already_imported' }
  | { readonly code: 'type_missing' }
  | { readonly code: 'fiscal_years_missing' }
  /** The row was not counted. `value` is the beginning of what stood there. */
  | {
      readonly code: 'row_unreadable';
      readonly label: string;
      readonly problem: SieRowProblem;
      readonly value: string;
    }
  /** The row was not counted. */
  | { readonly code: 'line_too_long'; readonly mebibytes: number }
  /** A text has a quotation mark that is never closed; the row was read to its end. */
  | { readonly code: 'quote_unclosed'; readonly label: string }
  /** Bytes that are letters in none of the encodings; `value` is how they were read. */
  | { readonly code: 'bytes_unclear'; readonly value: string }
  /** Parts of an öre: counted, rounded once, half away from zero. */
  | {
      readonly code: 'amount_many_decimals';
      readonly label: string;
      readonly account: string;
      readonly value: string;
      readonly counted: string;
    }
  | {
      readonly code: 'voucher_unbalanced';
      readonly series: string;
      readonly number: string;
      readonly difference: string;
    }
  /** All vouchers of a day that is in no fiscal year of the file; they are counted by their month. */
  | { readonly code: 'voucher_outside_years'; readonly date: string; readonly vouchers: number }
  /**
   * `period` is a month (2024-03), or empty where the year itself is not among the file's. Rows of one
   * fiscal year that are dated in another are not counted, since they would count there twice.
   */
  | {
      readonly code: 'amount_outside_years';
      readonly label: string;
      readonly year: number | null;
      readonly period: string;
      readonly counted: boolean;
    }
  /** The file ended inside a voucher, or the next one began; what was read of it is counted. */
  | { readonly code: 'voucher_cut_off'; readonly series: string; readonly number: string }
  /** #RTRANS without its #TRANS: the row was counted once. */
  | {
      readonly code: 'rtrans_alone';
      readonly account: string;
      readonly amount: string;
    }
  | { readonly code: 'checksum_wrong'; readonly written: string; readonly computed: string }
  /** The checksum is begun and never given: the end of the file may be missing. */
  | { readonly code: 'checksum_missing' }
  /** `label` and `account` occur twice with the same year and objects; the amounts were added. */
  | {
      readonly code: 'balance_twice';
      readonly label: string;
      readonly year: number;
      readonly account: string;
    }
  | { readonly code: 'account_unknown'; readonly account: string }
  | { readonly code: 'dimension_unknown'; readonly dimension: string }
  | { readonly code: 'object_unknown'; readonly dimension: string; readonly object: string }
  /** The amounts are not in Swedish kronor. */
  | { readonly code: 'currency_other'; readonly currency: string }
  /** IB of `year` is not UB of the year before. */
  | {
      readonly code: 'opening_not_closing';
      readonly year: number;
      readonly account: string;
      readonly opening: string;
      readonly closing: string;
    }
  /** All UB and RES of year 0 do not sum to zero. */
  | { readonly code: 'balances_not_zero'; readonly difference: string }
  | {
      readonly code: 'changes_not_ub';
      readonly year: number;
      readonly account: string;
      readonly opening: string;
      readonly changes: string;
      readonly closing: string;
    }
  | {
      readonly code: 'changes_not_res';
      readonly year: number;
      readonly account: string;
      readonly changes: string;
      readonly result: string;
    }
  /** The year has closing balances and no opening ones: the changes of its balance accounts are unknown. */
  | { readonly code: 'opening_missing'; readonly year: number }
  /** In so many accounts the `{}` rows of #PSALDO hold only what has no object. */
  | {
      readonly code: 'psaldo_rest';
      readonly year: number;
      readonly accounts: number;
      readonly of: number;
    }
  /**
   * No reading of the #PSALDO rows of an account meets `expected` (#RES or UB − IB; empty where the
   * file has none): `total` is the sum of its `{}` rows, `sum` that of all rows, `counted` the one used.
   */
  | {
      readonly code: 'psaldo_unclear';
      readonly year: number;
      readonly account: string;
      readonly total: string;
      readonly sum: string;
      readonly expected: string;
      readonly counted: string;
    }
  /** So many accounts have #PBUDGET both with and without objects: the one may hold the other. */
  | { readonly code: 'pbudget_unclear'; readonly accounts: number };

/** Which warnings there are. */
export type SieWarningCode = SieFinding['code'];

/** A finding and its line, counted from 1; null where it is about the whole file. */
export type SieWarning = { readonly line: number | null } & SieFinding;

/**
 * Why the reading stopped. What had been read by then is in the answer, without changes.
 *
 * `sie_not_sie`: no row is one of a SIE file. `sie_too_many_sums`: more sums or rows to keep than
 * fit. `sie_too_much_text`: names and codes are longer than fit. `sie_xml_invalid`: XML that cannot
 * be read, or that is not SIE 5.
 */
export type SieRefusal =
  | 'sie_not_sie'
  | 'sie_too_many_sums'
  | 'sie_too_much_text'
  | 'sie_xml_invalid';

/** All that is kept of a SIE file. Nothing in it grows with the number of vouchers. */
export type SieRead = {
  readonly refusal: SieRefusal | null;
  readonly encoding: SieEncoding;
  readonly type: SieType | null;
  /** 1 where a program has taken the file in; null where #FLAGGA is missing, as in SIE 5. */
  readonly flagga: 0 | 1 | null;
  readonly program: string | null;
  readonly companyName: string | null;
  /** As the file writes it, checked by nobody. */
  readonly orgnr: string | null;
  /** In order from the newest. */
  readonly fiscalYears: readonly SieFiscalYear[];
  readonly accounts: readonly SieAccount[];
  readonly dimensions: readonly SieDimension[];
  readonly balances: readonly SieBalance[];
  /** Counted once: over its objects, the sum of a year, month and account is its true total. */
  readonly changes: readonly SieChange[];
  readonly changeSources: readonly {
    readonly yearIndex: number;
    readonly source: SieChangeSource;
  }[];
  /** #PBUDGET as the file has it: a row without objects may be the total of those with. */
  readonly budgets: readonly SieChange[];
  /** The number of vouchers. */
  readonly vouchers: number;
  /** At most `mostWarnings`, those about the whole file first. */
  readonly warnings: readonly SieWarning[];
  /** How many warnings there were. */
  readonly warningCount: number;
};

/** One row of a voucher, as a figure's passport shows it. Days YYYY-MM-DD; the amount in Tkr. */
export type SieVoucherRow = {
  /** In SIE 5 the line at which the row's element ends. */
  readonly line: number;
  readonly series: string;
  readonly number: string;
  /** The row's own day where it has one, else the voucher's. */
  readonly date: string;
  readonly text: string;
  readonly rowText: string;
  readonly account: string;
  readonly objects: readonly SieObject[];
  readonly amount: Tkr;
};
