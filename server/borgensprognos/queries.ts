import type { Beslut } from '#contract/beslut.ts';
import type { TableFigure } from '#domain/borgensprognos-table.ts';
import type { Borgenstak } from '#domain/borgensutrymme.ts';
import { type Tkr, tkr } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';

/** A ceiling with the decision that it comes from. */
export type DecidedBorgenstak = Borgenstak & { readonly beslut: Beslut };

/** All ceilings, by the day from which they hold. */
export async function allBorgenstak(trx: OrganisationTransaction): Promise<DecidedBorgenstak[]> {
  const rows = await trx
    .selectFrom('borgenstak')
    .innerJoin('beslut', (join) =>
      join
        .onRef('beslut.organisation_id', '=', 'borgenstak.organisation_id')
        .onRef('beslut.beslut_id', '=', 'borgenstak.beslut_id'),
    )
    .select([
      'valid_from',
      'amount',
      'beslut.beslut_id',
      'title',
      'organ',
      'decided_on',
      'paragraph',
      'dnr',
      'note',
    ])
    .orderBy('valid_from')
    .execute();
  return rows.map(({ valid_from, amount, beslut_id, decided_on, ...rest }) => ({
    validFrom: valid_from,
    amount: tkr(amount),
    beslut: { beslutId: beslut_id, date: decided_on, ...rest },
  }));
}

/** A printed figure of a scenario. */
export type PrintedScenarioFigure = {
  readonly scenarioId: string;
  readonly year: number;
  readonly figure: TableFigure;
  readonly printed: Tkr;
  readonly printedIn: 'table' | 'text';
  readonly source: string;
};

/** The printed figures of some scenarios. */
export async function printedOfScenarios(
  trx: OrganisationTransaction,
  scenarioIds: readonly string[],
): Promise<PrintedScenarioFigure[]> {
  if (scenarioIds.length === 0) return [];
  const rows = await trx
    .selectFrom('printed_figure')
    .select(['scenario_id', 'year', 'figure', 'amount', 'printed_in', 'source'])
    .where('scenario_id', 'in', scenarioIds)
    .orderBy('year')
    .execute();
  return rows.map((row) => ({
    scenarioId: row.scenario_id ?? '',
    year: row.year,
    figure: row.figure as TableFigure,
    printed: tkr(row.amount),
    printedIn: row.printed_in,
    source: row.source,
  }));
}
