import type { getFigurePassport, PassportAnswer } from '#contract/passport.ts';
import { type FigureReference, parseFigureReference } from '#domain/figure-reference.ts';
import { accepted, refused } from '#domain/result.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { ReadContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { arendePassport } from './arende.ts';
import { behovItemPassport, behovPassport, gapPassport } from './behov.ts';
import { budgetPassport, budgetpostPassport } from './budget.ts';
import { effectPassport } from './effect.ts';
import { borgenstakPassport, forecastPassport } from './forecast.ts';
import { loanPassport } from './loan.ts';
import { memberSharePassport } from './members.ts';
import { utfallPassport } from './utfall.ts';
import { yearEndPassport } from './year-end.ts';

/** Where a figure comes from. */
export async function readPassport(
  { trx }: ReadContext,
  { query }: Asked<typeof getFigurePassport>,
): Promise<Outcome<typeof getFigurePassport>> {
  const figure = parseFigureReference(query.figure);
  const passport = figure === null ? null : await passportFor(trx, figure);
  return passport === null ? refused({ code: 'figure_not_found' }) : accepted(passport);
}

function passportFor(
  trx: OrganisationTransaction,
  figure: FigureReference,
): Promise<PassportAnswer | null> {
  switch (figure.kind) {
    case 'budget':
      return budgetPassport(trx, figure);
    case 'budgetpost':
      return budgetpostPassport(trx, figure);
    case 'utfall':
      return utfallPassport(trx, figure);
    case 'yearEnd':
      return yearEndPassport(trx, figure);
    case 'behov':
      return behovPassport(trx, figure);
    case 'behovItem':
      return behovItemPassport(trx, figure);
    case 'gap':
      return gapPassport(trx, figure);
    case 'arende':
      return arendePassport(trx, figure);
    case 'forecast':
      return forecastPassport(trx, figure);
    case 'effect':
      return effectPassport(trx, figure);
    case 'loan':
      return loanPassport(trx, figure);
    case 'borgenstak':
      return borgenstakPassport(trx, figure);
    case 'memberShare':
      return memberSharePassport(trx, figure);
  }
}
