import type { TableFigure } from '#domain/borgensprognos-table.ts';
import { type Tkr, tkr } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';

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
