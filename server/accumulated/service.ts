import type {
  AccumulatedAnswer,
  AccumulatedLineAnswer,
  exportAccumulatedCsv,
  getAccumulated,
  YearEndAnswer,
} from '#contract/accumulated.ts';
import type { InvestmentLineAnswer } from '#contract/investeringsbudget.ts';
import { type AccumulatedLine, accumulate } from '#domain/accumulated.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { startYear } from '#domain/start-year.ts';
import { sum, type Tkr, tkr, toPlain } from '#domain/tkr.ts';
import { projectTotals, type Totalutgift } from '#domain/totalutgift.ts';
import { lastDayOf } from '#domain/year.ts';
import type { LineUtfall, YearEnd } from '#domain/year-end.ts';
import { totalsOf } from '../carry-over/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { type CsvCell, toCsv } from '../files/csv.ts';
import {
  allLines,
  postsBetween,
  yearsWithChanges,
  yearsWithPosts,
} from '../investeringsbudget/queries.ts';
import type { ReadContext, Refusal } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { lineUtfallOf } from './queries.ts';

type Query = Asked<typeof getAccumulated>['query'];

const longestSpan = 30;

/** The lines over several years: had, spent, carried, and what is left. */
export async function readAccumulated(
  { trx, now }: ReadContext,
  { query }: Asked<typeof getAccumulated>,
): Promise<Outcome<typeof getAccumulated>> {
  return answerFor(trx, query, now.getUTCFullYear());
}

async function answerFor(
  trx: OrganisationTransaction,
  query: Query,
  thisYear: number,
): Promise<Result<AccumulatedAnswer, Refusal>> {
  const lines = await allLines(trx);
  const lineIds = lines.map(({ lineId }) => lineId);
  // A project's outcome is counted from its start, which can lie before the years asked for.
  const utfall = await lineUtfallOf(trx, lineIds);
  const withAmounts = [...(await yearsWithPosts(trx)), ...utfall.map(({ year }) => year)];
  const workedOn = [...(await yearsWithChanges(trx)), ...utfall.map(({ year }) => year)];
  const years = [...new Set(withAmounts)].toSorted((left, right) => left - right);
  const toYear = query.to ?? Math.max(query.from ?? 0, startYear({ years, workedOn }, thisYear));
  const fromYear = query.from ?? Math.min(toYear, Math.max(years[0] ?? toYear, toYear - 5));
  if (fromYear > toYear || toYear - fromYear >= longestSpan) {
    return refused({ code: 'years_not_a_span' });
  }
  const posts = await postsBetween(trx, fromYear, toYear);
  const found = accumulate(lineIds, posts, utfall, fromYear, toYear);
  const totals = await totalsOf(trx);
  const rows = lines.flatMap((line, at) => {
    const row = found.lines[at];
    return row === undefined ? [] : [toRow(line, row, { totals, utfall, toYear })];
  });
  const { yearsWithoutUtfall, unused, overrun } = found;
  return accepted({
    fromYear,
    toYear,
    years,
    yearsWithoutUtfall: [...yearsWithoutUtfall],
    lines,
    rows,
    unused: toPlain(unused),
    overrun: toPlain(overrun),
  });
}

type Known = {
  readonly totals: readonly Totalutgift[];
  readonly utfall: readonly LineUtfall[];
  readonly toYear: number;
};

function toRow(
  { lineId, name, lineType }: InvestmentLineAnswer,
  line: AccumulatedLine,
  known: Known,
): AccumulatedLineAnswer {
  const project = lineType === 'projekt' ? projectOf(lineId, known) : null;
  const years = line.years.map((end): YearEndAnswer => ({ year: end.year, ...plain(end) }));
  return { lineId, name, ...plain(line), years, project };
}

function projectOf(
  lineId: string,
  { totals, utfall, toYear }: Known,
): AccumulatedLineAnswer['project'] {
  const { beslutad, beraknad, deviation } = projectTotals(totals, lineId, lastDayOf(toYear));
  const own = utfall.filter((one) => one.lineId === lineId && one.year <= toYear);
  const outcome = own.length === 0 ? null : sum(own.map(({ amount }) => amount));
  return {
    beslutad: plainOrNull(beslutad),
    beraknad: plainOrNull(beraknad),
    deviation: plainOrNull(deviation),
    outcome: plainOrNull(outcome),
  };
}

type Figures = Omit<YearEnd, 'lineId' | 'year'>;

function plain({ budget, outcome, deviation, carriedIn, carriedOut, left }: Figures) {
  return {
    budget: plainOrNull(budget),
    outcome: plainOrNull(outcome),
    deviation: plainOrNull(deviation),
    carriedIn: toPlain(carriedIn),
    carriedOut: toPlain(carriedOut),
    left: plainOrNull(left),
  };
}

function plainOrNull(amount: Tkr | null): string | null {
  return amount === null ? null : toPlain(amount);
}

/** The same as CSV: a row a line and year, and a row a line for all of them together. */
export async function writeAccumulatedCsv(
  { trx, now }: ReadContext,
  { query }: Asked<typeof exportAccumulatedCsv>,
): Promise<Outcome<typeof exportAccumulatedCsv>> {
  const answer = await answerFor(trx, query, now.getUTCFullYear());
  if (!answer.ok) return answer;
  const { fromYear, toYear, rows, unused, overrun } = answer.value;
  const empty = Array.from({ length: 6 }, () => null);
  const cells = rows.flatMap(({ name, years, project, ...sums }): CsvCell[][] => [
    ...years.map((end) => [name, `${end.year}`, ...figures(end), null, null]),
    [
      name,
      `${fromYear}–${toYear}`,
      ...figures(sums),
      cell(project?.beslutad ?? null),
      cell(project?.beraknad ?? null),
    ],
  ]);
  const text = toCsv([
    [
      'Tkr',
      'År',
      'Budget',
      'Utfall',
      'Avvikelse',
      'Infört',
      'Utfört',
      'Kvar',
      'Beslutad totalutgift',
      'Beräknad totalutgift',
    ],
    ...cells,
    ['Sammanlagt outnyttjat', null, null, null, cell(unused), ...empty.slice(1)],
    ['Sammanlagt överdrag', null, null, null, cell(overrun), ...empty.slice(1)],
  ]);
  return accepted({ fileName: `investeringar-${fromYear}-${toYear}.csv`, text });
}

function figures(sums: Omit<YearEndAnswer, 'year'>): CsvCell[] {
  const { budget, outcome, deviation, carriedIn, carriedOut, left } = sums;
  return [budget, outcome, deviation, carriedIn, carriedOut, left].map(cell);
}

function cell(amount: string | null): CsvCell {
  return amount === null ? null : tkr(amount);
}
