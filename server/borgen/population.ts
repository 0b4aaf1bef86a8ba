import type { readPopulationFile } from '#contract/borgen.ts';
import { populationNoteTexts, populationProblemTexts } from '#contract/population-texts.ts';
import { tableNoteTexts, tableSentence } from '#contract/table-texts.ts';
import { matchPopulation, unmatchedRegions } from '#domain/population-match.ts';
import { accepted } from '#domain/result.ts';
import { type PopulationTable, readPopulationTable } from '#domain/scb-population.ts';
import type { TableFile } from '../files/tables/table-file.ts';
import { allMembers } from '../organisations/queries.ts';
import type { ReadContext } from '../plugins/context.ts';
import { ProblemError } from '../plugins/problems.ts';
import type { ReceivedTable } from '../plugins/receive-table.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';

/** How many regions that nobody is, and rows that cannot be read, are told one by one. */
const told = 30;

/** What a file says of the members' inhabitants. Nothing is kept. */
export async function tellPopulation(
  { trx }: ReadContext,
  _asked: Asked<typeof readPopulationFile>,
  { table, sha256 }: ReceivedTable,
): Promise<Outcome<typeof readPopulationFile>> {
  const found = populationIn(table);
  const members = await allMembers(trx);
  const matches = matchPopulation(found.rows, members);
  const ignored = unmatchedRegions(found.rows, matches);
  return accepted({
    sha256,
    periods: matches.map(({ period, matched, missing }) => ({
      period,
      matched: matched.map(({ population, ...one }) => ({
        ...one,
        population: population.toString(),
      })),
      missing: [...missing],
    })),
    ignored: ignored.slice(0, told),
    ignoredCount: ignored.length,
    problems: found.problems.slice(0, told).map(({ row, code, region, text }) => ({
      row,
      ...tableSentence(populationProblemTexts[code], { region, text }),
    })),
    notes: notesOf(table, found),
  });
}

// The first sheet that has such a table: workbooks often begin with one that tells about itself.
function populationIn({ sheets }: TableFile): PopulationTable {
  for (const { rows } of sheets) {
    const found = readPopulationTable(rows);
    if (found !== null && found.rows.length > 0) return found;
  }
  throw new ProblemError('population_file_unreadable');
}

function notesOf({ notes }: TableFile, { added }: PopulationTable) {
  const summed = added.map((column) => tableSentence(populationNoteTexts.added, { column }));
  return [
    ...summed,
    ...notes.map(({ code, details }) => tableSentence(tableNoteTexts[code], details)),
  ];
}
