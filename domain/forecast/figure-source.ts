import type { ForecastRowKind, ForecastRowSource } from '../borgensutrymme.ts';

/** What a figure of a scenario is: one of a year's rows, or the debt that the forecast begins with. */
type FigureKind = ForecastRowKind | 'openingDebt';

/** How a figure comes about: what it follows where it is linked. */
export type FigureSource = {
  readonly kind: FigureKind;
  readonly source: ForecastRowSource;
  readonly arendeId: string | null;
};

/**
 * True where a figure can come about so.
 *
 * Borrowing for planned investments follows the investeringsbudget; borrowing for the supplementary
 * budget follows one ärende, or is computed from all that are decided; amortisation and the opening
 * debt are computed; the use of equity is always typed. Source: DESIGN §5.
 */
export function canComeAbout({ kind, source, arendeId }: FigureSource): boolean {
  if (source === 'linked') {
    if (arendeId !== null) return kind === 'borrowingTillaggsbudget';
    return kind === 'borrowingInvestments';
  }
  if (arendeId !== null) return false;
  if (source === 'typed') return true;
  return kind !== 'borrowingInvestments' && kind !== 'borrowingEquityUse';
}
