import type { LoanFileEntry } from '#contract/loan-files.ts';
import { type LoanTermsAnswer, toLoan } from '#contract/loans.ts';
import type { LoanChange } from '#domain/forecast/loan-table-terms.ts';
import { tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useLoans } from './loans.ts';
import { useRateWords } from './rate-words.ts';

/** What the table takes. */
export type ImportRowsProps = {
  readonly loans: readonly LoanFileEntry[];
  /** Stored loans that differ become as in the file. */
  readonly isUpdating: boolean;
};

/** Each loan of a file: whether it is new, the same, differs or cannot be read, and why. */
export function ImportRows({ loans, isUpdating }: ImportRowsProps) {
  const { loans: terms, loanImport: words } = useTexts();
  const termWords = useTermWords();
  const rows = loans.map((entry) => ({
    id: `${entry.rows[0] ?? 0}`,
    cells: {
      loan: <LoanOf entry={entry} />,
      principal: entry.loan === null ? '' : formatSwedish(tkr(entry.loan.principal)),
      rates: entry.loan === null ? '' : termWords(entry.loan, 'ratePeriods'),
      matures: <span className="loans-whole">{entry.loan?.maturesOn}</span>,
      outcome: <OutcomeOf entry={entry} isUpdating={isUpdating} />,
    },
  }));
  return (
    <Sheet>
      <DataTable
        label={words.loansLabel}
        columns={[
          { id: 'loan', title: words.loan },
          { id: 'principal', title: terms.principal, isFigure: true },
          { id: 'rates', title: terms.rates },
          { id: 'matures', title: terms.maturesColumn },
          { id: 'outcome', title: words.outcome },
        ]}
        rows={rows}
      />
    </Sheet>
  );
}

function LoanOf({ entry }: { readonly entry: LoanFileEntry }) {
  const { loanImport: words } = useTexts();
  const { lender, reference, rows } = entry;
  const name = [lender, reference].filter(Boolean).join(' ');
  return (
    <>
      {name === '' ? words.unnamed : name}
      <small>{words.rowsOf(rows)}</small>
    </>
  );
}

type OutcomeOfProps = { readonly entry: LoanFileEntry; readonly isUpdating: boolean };

function OutcomeOf({ entry, isUpdating }: OutcomeOfProps) {
  const { texts, language } = useLanguage();
  const words = texts.loanImport;
  const termWords = useTermWords();
  const { outcome, problems, notes, changes, loan, stored } = entry;
  const isWarned = outcome === 'problem' || (outcome === 'changed' && !isUpdating);
  return (
    <>
      <Mark tone={isWarned ? 'warn' : 'plain'}>
        {outcome === 'changed' && isUpdating ? words.isUpdated : words.outcomes[outcome]}
      </Mark>
      <ul className="loan-file-words">
        {problems.map((problem, at) => (
          <li key={at}>
            {words.cell(problem.row, problem.column)}: {problem[language]}
            {problem.text === '' ? '' : ` ${words.stands(problem.text)}`}
          </li>
        ))}
        {loan === null || stored === null
          ? null
          : changes.map((change) => (
              <li key={change}>
                {words.fromTo(
                  words.changes[change],
                  termWords(stored, change),
                  termWords(loan, change),
                )}
              </li>
            ))}
        {notes.map((note) => (
          <li key={note.code}>{note[language]}</li>
        ))}
      </ul>
    </>
  );
}

/** What a term of a loan is, in words. */
function useTermWords(): (loan: LoanTermsAnswer, term: LoanChange) => string {
  const { loans: words, common } = useTexts();
  const { view } = useLoans();
  const { periodWords } = useRateWords(view?.curves ?? []);
  return (loan, term) => {
    switch (term) {
      case 'principal':
        return formatSwedish(tkr(loan.principal));
      case 'form':
        return words.forms[loan.form];
      case 'ratePeriods':
        return toLoan(loan).ratePeriods.map(periodWords).join('; ');
      case 'comment':
        return loan.comment ?? common.missing;
      case 'paymentsAYear':
        return `${loan.paymentsAYear}`;
      case 'drawnOn':
      case 'firstPaymentOn':
      case 'maturesOn':
        return loan[term];
    }
  };
}
