import type { importLoansFile, LoanFileEntry, readLoansFile } from '#contract/loan-files.ts';
import { loanNoteTexts } from '#contract/loan-table-texts.ts';
import type { LoanAnswer, LoanTermsAnswer } from '#contract/loans.ts';
import { readLoanTable } from '#domain/forecast/loan-table.ts';
import { findLoanHeader } from '#domain/forecast/loan-table-heading.ts';
import type { TableLoan } from '#domain/forecast/loan-table-loan.ts';
import { type LoanChange, loanChanges, loanKey } from '#domain/forecast/loan-table-terms.ts';
import { percentToPlain } from '#domain/percent.ts';
import { accepted, refused } from '#domain/result.ts';
import { toPlain } from '#domain/tkr.ts';
import { cellAt, plainText } from '#domain/utfall-table-cell.ts';
import { appendAudit } from '../audit/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { newId } from '../ids.ts';
import type { ReadContext, Refusal, WriteContext } from '../plugins/context.ts';
import { ProblemError } from '../plugins/problems.ts';
import type { ReceivedTable } from '../plugins/receive-table.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { curveNames } from './curve-queries.ts';
import { insertLoans, loanAnswers, writeLoan } from './queries.ts';
import {
  chosenSheet,
  factsOf,
  fieldsOf,
  filledRows,
  markOf,
  tellProblems,
  tellSkipped,
} from './tables.ts';

/** The most rows that a file of loans is read with: more nobody looks through. */
const mostRows = 5_000;

/** The loans of a file as they would be saved, beside those that are stored. Nothing is kept. */
export async function tellOfLoans(
  { trx }: ReadContext,
  { query }: Asked<typeof readLoansFile>,
  received: ReceivedTable,
): Promise<Outcome<typeof readLoansFile>> {
  const read = await readingOf(trx, query, received);
  return read.ok ? accepted(read.value) : read;
}

/** Takes a file's loans in, all or none: new ones, and where it is asked for those that differ. */
export async function importLoans(
  context: WriteContext,
  { query }: Asked<typeof importLoansFile>,
  received: ReceivedTable,
): Promise<Outcome<typeof importLoansFile>> {
  const { sha256, fileName, changed } = query;
  if (received.sha256 !== sha256) return refused({ code: 'table_file_differs' });
  const read = await readingOf(context.trx, query, received);
  if (!read.ok) return read;
  const { loans, preview, counts } = read.value;
  if (counts.problem > 0) {
    const fields = fieldsOf(loans.flatMap(({ problems }) => problems));
    throw new ProblemError('table_has_problems', { fields });
  }
  if (preview !== query.preview) return refused({ code: 'table_preview_differs' });
  if (loans.length === 0) return refused({ code: 'table_nothing_to_import' });
  const added = loans.flatMap(({ loan, outcome }) =>
    loan === null || outcome !== 'new' ? [] : { ...loan, loanId: newId() },
  );
  const updated = loans.flatMap(({ loan, stored, outcome }) =>
    loan === null || stored === null || outcome !== 'changed' || changed === 'keep'
      ? []
      : { ...loan, loanId: stored.loanId, version: stored.version + 1 },
  );
  await insertLoans(context, added);
  for (const loan of updated) await writeLoan(context, loan);
  const before = new Map(loans.flatMap(({ stored }) => (stored ? [[stored.loanId, stored]] : [])));
  const written = new Map((await loanAnswers(context.trx)).map((loan) => [loan.loanId, loan]));
  const all = (places: readonly { readonly loanId: string }[]): LoanAnswer[] =>
    places.flatMap(({ loanId }) => written.get(loanId) ?? []);
  for (const loan of [...all(added), ...all(updated)]) {
    await appendAudit(context, {
      action: 'importLoansFile',
      entityId: loan.loanId,
      before: before.get(loan.loanId) ?? null,
      after: { ...loan, fileName, sha256 },
    });
  }
  const kept = loans.length - added.length - updated.length;
  return accepted({ added: all(added), updated: all(updated), kept });
}

type Query = Pick<Asked<typeof readLoansFile>['query'], 'sheet' | 'unit'>;

async function readingOf(
  trx: OrganisationTransaction,
  { sheet, unit }: Query,
  received: ReceivedTable,
) {
  const chosen = chosenSheet(received.table, sheet, (rows) => findLoanHeader(rows) !== null);
  if (chosen === null) return refused<Refusal>({ code: 'input_invalid' });
  if (filledRows(chosen) > mostRows) return refused<Refusal>({ code: 'loan_file_too_long' });
  const curves = await curveNames(trx);
  const read = readLoanTable(chosen.rows, { unit: unit ?? null, curves });
  const storedOf = new Map(
    (await loanAnswers(trx)).map((loan) => [loanKey(loan.lender, loan.reference), loan]),
  );
  const hasComments = read.header?.columns.includes('comment') ?? false;
  const loans = read.loans.map((one) => {
    const stored = storedOf.get(loanKey(one.lender, one.reference)) ?? null;
    // A file without comments says nothing of them.
    const comment = hasComments ? one.comment : (stored?.comment ?? null);
    return entryOf({ ...one, comment }, stored);
  });
  const count = (outcome: LoanFileEntry['outcome']): number =>
    loans.filter((loan) => loan.outcome === outcome).length;
  const headings = chosen.rows[read.header?.at ?? -1] ?? [];
  return accepted({
    ...factsOf(received, chosen.at),
    headerRow: read.header === null ? null : read.header.at + 1,
    skipped: tellSkipped(read.skipped),
    columns: (read.header?.columns ?? []).map((is, at) => ({
      column: at + 1,
      heading: plainText(cellAt(headings, at)).slice(0, 100),
      is,
    })),
    missing: [...read.missing],
    unit: read.unit,
    loans,
    counts: {
      new: count('new'),
      changed: count('changed'),
      same: count('same'),
      problem: count('problem'),
    },
    preview: markOf({ sheet: chosen.at, unit: read.unit, loans }),
  });
}

function entryOf(read: TableLoan, stored: LoanAnswer | null): LoanFileEntry {
  const { rows, lender, reference } = read;
  const loan = termsOf(read, stored);
  const changes = loan === null || stored === null ? [] : changesOf(loan, stored);
  return {
    outcome: outcomeOf(loan, stored, changes),
    rows: [...rows],
    lender,
    reference,
    loan,
    stored,
    changes,
    problems: tellProblems(read.problems),
    notes: read.notes.map((code) => ({ code, ...loanNoteTexts[code] })),
  };
}

function outcomeOf(
  loan: LoanTermsAnswer | null,
  stored: LoanAnswer | null,
  changes: readonly LoanChange[],
): LoanFileEntry['outcome'] {
  if (loan === null) return 'problem';
  if (stored === null) return 'new';
  return changes.length === 0 ? 'same' : 'changed';
}

// A loan that is stored keeps the spelling of its names.
function termsOf(read: TableLoan, stored: LoanAnswer | null): LoanTermsAnswer | null {
  if (read.loan === null) return null;
  const { principal, ratePeriods, ...terms } = read.loan;
  return {
    ...terms,
    lender: stored?.lender ?? terms.lender,
    reference: stored?.reference ?? terms.reference,
    principal: toPlain(principal),
    comment: read.comment,
    ratePeriods: ratePeriods.map((period) =>
      period.type === 'fixed'
        ? { type: 'fixed', from: period.from, rate: percentToPlain(period.rate) }
        : {
            type: 'reference',
            from: period.from,
            curveId: period.curveId,
            margin: percentToPlain(period.margin),
          },
    ),
  };
}

function changesOf(loan: LoanTermsAnswer, stored: LoanTermsAnswer): LoanChange[] {
  return loanChanges.filter((name) => JSON.stringify(loan[name]) !== JSON.stringify(stored[name]));
}
