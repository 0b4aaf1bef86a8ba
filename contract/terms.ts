import type { TableFigure } from '#domain/borgensprognos-table.ts';
import type { BudgetpostKind } from '#domain/budgetpost.ts';
import type { Sentence } from './field-texts.ts';

/** The field's words for the kinds of entries, the same on screen and in files. */
export const kindTerms: { readonly [kind in BudgetpostKind]: Sentence } = {
  ursprunglig: { sv: 'ursprunglig', en: 'original' },
  aterbudgetering: { sv: 'återbudgetering', en: 'carry-over' },
  tillaggsaskande: { sv: 'tilläggsäskande', en: 'supplementary request' },
  omdisponering: { sv: 'omdisponering', en: 'transfer' },
};

/** The field's words for the rows of the forecast, without their year. */
export const figureTerms: { readonly [figure in TableFigure]: Sentence } = {
  debt: { sv: 'Låneskuld', en: 'Debt' },
  borrowingInvestments: {
    sv: 'Upplåning, budgeterade investeringar',
    en: 'Borrowing, budgeted investments',
  },
  borrowingTillaggsbudget: { sv: 'Tilläggsbudget', en: 'Supplementary budget' },
  borrowingEquityUse: {
    sv: 'Upplåning, nyttjande av eget kapital',
    en: 'Borrowing, use of equity',
  },
  amortisation: { sv: 'Beräknade amorteringar', en: 'Computed amortisation' },
  headroom: { sv: 'Kvar av borgensutrymme', en: 'Guarantee headroom left' },
};

/** A row's name as a protocol prints it: the line, and the kind where it is not the original budget. */
export function budgetpostLabel(line: string, kind: BudgetpostKind): string {
  return kind === 'ursprunglig' ? line : `${line} – ${kindTerms[kind].sv}`;
}

/** A forecast row's name with its year or, for balances, its day: `Låneskuld 31/12 2025`. */
export function figureLabel(figure: TableFigure, year: number): string {
  const isBalance = figure === 'debt' || figure === 'headroom';
  return `${figureTerms[figure].sv} ${isBalance ? '31/12 ' : ''}${year}`;
}
