import type { ForecastRowKind } from '#domain/borgensutrymme.ts';
import { type PlanPart, partsOf } from '#domain/forecast/plan-parts.ts';
import { absolute, compare, sum } from '#domain/tkr.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import type { Texts } from '../../texts/sv.ts';
import type { Part } from '../../ui/parts.tsx';

/** The most parts that are named one by one; the smallest of more are added up. */
const most = 12;

/** What a computed figure, or one that follows the budget, is the sum of; the largest first. */
export function planParts(
  { plan, input }: Pick<ScenarioView, 'plan' | 'input'>,
  kind: ForecastRowKind,
  year: number,
  words: Texts['prognos']['source'],
): Part[] {
  const lineNames = new Map(input.lines.map(({ lineId, name }) => [lineId, name]));
  const loanNames = new Map(
    input.loans.map(({ loanId, lender, reference }) => [loanId, `${lender} ${reference}`.trim()]),
  );
  const named = (part: PlanPart): string => nameOf(part, { lineNames, loanNames, words });
  const parts = partsOf(plan, kind, year).toSorted((left, right) =>
    compare(absolute(right.amount), absolute(left.amount)),
  );
  const shown = parts.length > most ? parts.slice(0, most - 1) : parts;
  const rest = parts.slice(shown.length);
  return [
    ...shown.map((part, at) => ({ id: `${at}`, name: named(part), amount: part.amount })),
    ...(rest.length === 0
      ? []
      : [
          {
            id: 'rest',
            name: words.otherParts(rest.length),
            amount: sum(rest.map(({ amount }) => amount)),
          },
        ]),
  ];
}

type Names = {
  readonly lineNames: ReadonlyMap<string, string>;
  readonly loanNames: ReadonlyMap<string, string>;
  readonly words: Texts['prognos']['source'];
};

function nameOf(part: PlanPart, { lineNames, loanNames, words }: Names): string {
  const [first = ''] = part.ids;
  switch (part.of) {
    case 'loan':
      return words.partLoan(loanNames.get(first) ?? '');
    case 'equity':
      return words.partEquity(part.borrowedIn ?? 0);
    case 'openingRest':
      return words.partOpening;
    case 'lines': {
      const year = part.borrowedIn ?? 0;
      const lines = linesInWords(
        part.ids.map((id) => lineNames.get(id) ?? ''),
        words,
      );
      if (part.isExtra) return words.partExtra(lines, year);
      return part.kind === 'borrowingTillaggsbudget'
        ? words.partTillagg(lines, year)
        : words.partLines(lines, year);
    }
  }
}

/** Lines in words: the names of a few, or the first and how many more. */
export function linesInWords(
  names: readonly string[],
  { manyLines, budgetLines }: Texts['prognos']['source'],
): string {
  const [first = budgetLines] = names;
  if (names.length <= 3) return names.length === 0 ? first : names.join(', ');
  return manyLines(first, names.length - 1);
}
