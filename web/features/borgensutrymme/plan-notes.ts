import { figureOf } from '#domain/borgensprognos-table.ts';
import { yearOf } from '#domain/forecast/month.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import type { PlanGap } from '#domain/forecast/plan-figures.ts';
import { absolute, isNegative, isZero } from '#domain/tkr.ts';
import { shownFrom, shownMonth } from '../../lib/assumption-words.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { shown } from '../../lib/format.ts';
import type { Texts } from '../../texts/sv.ts';
import { linesInWords } from './figure-parts.ts';
import { bufferBelow } from './forecast-rows.tsx';

/** What the reader must know about how a scenario is computed: what is missing, and what to do. */
export function planNotes(view: ScenarioView, { prognos }: Texts): string[] {
  return [
    ...gapNotes(view, prognos),
    ...budgetNotes(view, prognos),
    ...openingNotes(view, prognos),
    ...ceilingNotes(view, prognos),
  ];
}

type Words = Texts['prognos'];

// What is missing is said once, from the first year that it is missing in.
function gapNotes({ scenario, plan, input }: ScenarioView, words: Words): string[] {
  const names = new Map(input.lines.map(({ lineId, name }) => [lineId, name]));
  const said = new Set<PlanGap['missing']>();
  return plan.gaps.flatMap((gap) => {
    if (said.has(gap.missing)) return [];
    said.add(gap.missing);
    const lines = linesInWords(
      gap.lineIds.map((id) => names.get(id) ?? ''),
      words.source,
    );
    return [words.notes.gapOf(scenario.name, gapInWords(gap, lines, words))];
  });
}

function gapInWords({ missing, year }: PlanGap, lines: string, { notes }: Words): string {
  switch (missing) {
    case 'life':
      return notes.missingLife(lines, year);
    case 'loanShare':
      return notes.missingShare(lines, year);
    case 'loanRate':
      return notes.missingRate(year);
    case 'openingDebt':
      return notes.missingOpeningDebt(year);
  }
}

function budgetNotes({ scenario, plan }: ScenarioView, { notes }: Words): string[] {
  const years = plan.yearsWithoutBudget;
  return years.length === 0 ? [] : [notes.noBudget(scenario.name, years.join(', '))];
}

/** True where the loans matter: something is computed from them. */
function restsOnLoans({ figures }: Plan): boolean {
  return figures.some(({ kind, source }) => kind === 'amortisation' && source === 'computed');
}

function openingNotes({ scenario, plan, input }: ScenarioView, { notes }: Words): string[] {
  const { name, openingYear } = scenario;
  if (!restsOnLoans(plan)) return [];
  const { unexplained } = plan;
  const said: string[] = [];
  if (unexplained !== null && !isZero(unexplained)) {
    const amount = shown(absolute(unexplained));
    said.push(
      isNegative(unexplained)
        ? notes.overexplained(name, amount, openingYear)
        : notes.unexplained(name, amount, openingYear),
    );
  }
  const isWithin = (day: string): boolean => parseInt(day.slice(0, 4), 10) <= input.lastYear;
  const later = plan.loans.later.filter(({ drawnOn }) => isWithin(drawnOn));
  if (later.length > 0) {
    const loans = later.map(({ lender, reference }) => `${lender} ${reference}`.trim());
    said.push(notes.drawnLater(name, loans.join(', ')));
  }
  return said;
}

function ceilingNotes(view: ScenarioView, words: Words): string[] {
  const { scenario, plan } = view;
  const { name } = scenario;
  const { notes } = words;
  const said: string[] = [];
  for (const { assumption } of plan.assumptions.all('ceiling')) {
    const { from, amount } = assumption;
    const isInForce = plan.ceilings.some((one) => one.validFrom === from && one.amount === amount);
    if (from === null || amount === null || !isInForce) continue;
    said.push(notes.plannedCeiling(name, shown(amount), shownFrom(from, words)));
  }
  if (isBrokenWithin(plan)) {
    said.push(notes.brokenWithin(name, shownMonth(plan.firstBrokenMonth ?? 0, words)));
  }
  const [below] = plan.forecast.years.flatMap(({ year }) => {
    const buffer = bufferBelow(view, year);
    return buffer === null ? [] : [{ year, buffer }];
  });
  if (below !== undefined) {
    said.push(notes.belowBuffer(name, below.year, shown(below.buffer)));
  }
  return said;
}

/** True where the ceiling is first broken in a month of a year that ends below it. */
export function isBrokenWithin({ firstBrokenMonth, forecast }: Plan): boolean {
  if (firstBrokenMonth === null) return false;
  const headroom = figureOf(forecast, 'headroom', yearOf(firstBrokenMonth));
  return headroom !== null && !isNegative(headroom);
}
