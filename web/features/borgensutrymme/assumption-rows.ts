import type { AssumptionLevel } from '#contract/prognos-levels.ts';
import { isOfLines, isOnlyInScenario } from '#domain/forecast/assumption-rules.ts';
import type { AssumptionKind } from '#domain/forecast/assumption-terms.ts';
import { type AssumptionState, assumptionState } from '../../lib/assumption-editor.ts';
import { defaultOf, isNeeded, shownFrom, shownValue } from '../../lib/assumption-words.ts';
import { type AssumptionPlace, assumptionKey } from '../../lib/forecast-cache.ts';
import type { Texts } from '../../texts/sv.ts';
import type { Held, Timelines } from './timeline.ts';

/** The kinds under their headings, in the order of the page. */
export const assumptionGroups = [
  ['investments', ['loanShare', 'executionRate', 'priceChange', 'extraInvestment']],
  [
    'repayment',
    [
      'life',
      'lifeShift',
      'drawSpan',
      'paymentInterval',
      'equityLife',
      'equityInterval',
      'openingLife',
      'openingInterval',
      'refinancedShare',
    ],
  ],
  ['rates', ['plannedRate', 'rateShift', 'internranta', 'borgensavgift']],
  ['ceiling', ['ceiling', 'buffer']],
  ['ranges', ['executionRange', 'priceRange', 'rateRange']],
] as const satisfies readonly (readonly [string, readonly AssumptionKind[]])[];

/** The kinds that are always there; the others where somebody has said something, or when asked for. */
const common: readonly AssumptionKind[] = [
  'loanShare',
  'executionRate',
  'life',
  'drawSpan',
  'paymentInterval',
  'plannedRate',
  'internranta',
  'borgensavgift',
  'buffer',
];

/** One row of the table of assumptions. */
export type AssumptionRow = {
  readonly key: string;
  readonly kind: AssumptionKind;
  readonly lineId: string | null;
  /** What it is called: the kind, or the line under it. */
  readonly name: string;
  /** What it is called where the rows around it are not seen. */
  readonly fullName: string;
  /** True for a line, or another day, under its kind. */
  readonly isBelow: boolean;
  readonly value: string;
  readonly when: string;
  readonly origin: string;
  readonly tone: 'own' | 'inherited' | 'missing';
  readonly comment: string | null;
  /** Where a change of it is written. */
  readonly place: AssumptionPlace;
  /** What is said now; what the form begins with. */
  readonly state: AssumptionState | undefined;
};

/** What the rows are made from. */
export type AssumptionRowsInput = {
  readonly timelines: Timelines;
  readonly levels: readonly AssumptionLevel[];
  /** The scenario, or null for the organisation. */
  readonly scenarioId: string | null;
  readonly lineNames: ReadonlyMap<string, string>;
  /** Also those that nobody has said anything of. */
  readonly showsAll: boolean;
  readonly words: Texts['prognos'];
};

/** The rows of one kind: for all lines, then for each line that has its own; none where it is hidden. */
export function rowsOfKind(kind: AssumptionKind, input: AssumptionRowsInput): AssumptionRow[] {
  const { timelines, scenarioId, showsAll } = input;
  if (scenarioId === null && isOnlyInScenario(kind)) return [];
  const general = timelines.of(kind, null);
  const lines = isOfLines(kind) ? timelines.linesOf(kind) : [];
  const isSaid = lines.length > 0 || general.some(({ found }) => found !== null);
  if (!isSaid && !showsAll && !common.includes(kind)) return [];
  const ofLines = lines
    .toSorted((left, right) => nameOf(left, input).localeCompare(nameOf(right, input), 'sv'))
    .flatMap((lineId) => timelines.of(kind, lineId));
  const all = general.length === 0 ? [{ kind, lineId: null, from: null, found: null }] : general;
  return [...all, ...ofLines].map((held, at) => rowOf(held, at === 0, input));
}

function nameOf(lineId: string, { lineNames }: AssumptionRowsInput): string {
  return lineNames.get(lineId) ?? '';
}

function rowOf(held: Held, isFirst: boolean, input: AssumptionRowsInput): AssumptionRow {
  const { kind, lineId, found } = held;
  const { levels, scenarioId, timelines, words } = input;
  const level = found === null ? undefined : levels[found.level];
  const isOwn = level !== undefined && !level.isKept && level.scenarioId === scenarioId;
  const plain = found === null ? undefined : timelines.plainOf(found);
  const place = { scenarioId, kind, lineId, from: found?.assumption.from ?? null };
  const kindName = words.kinds[kind];
  const name = isFirst ? kindName : lineId === null ? whenOf(held, words) : nameOf(lineId, input);
  const isMissing = found === null && defaultOf(kind) === null;
  return {
    key: assumptionKey({ ...place, from: held.from }),
    kind,
    lineId,
    name,
    fullName: [kindName, ...(lineId === null ? [] : [nameOf(lineId, input)]), ...dayOf(held, words)]
      .filter(Boolean)
      .join(', '),
    isBelow: !isFirst,
    value: valueOf(held, words),
    when: isMissing || kind === 'rateShift' ? '' : whenOf(held, words),
    origin: originOf(held, level, isOwn, words),
    tone: isMissing && isNeeded(kind) ? 'missing' : isOwn ? 'own' : 'inherited',
    comment: plain?.comment ?? null,
    place,
    state: plain === undefined ? undefined : assumptionState(plain),
  };
}

function dayOf(held: Held, words: Texts['prognos']): string[] {
  return held.from === null ? [] : [whenOf(held, words)];
}

function valueOf({ kind, found }: Held, words: Texts['prognos']): string {
  const value = found?.assumption ?? defaultOf(kind);
  if (value !== null) return shownValue(kind, value, words);
  return isNeeded(kind) ? words.assumptions.missing : words.assumptions.none;
}

function whenOf({ kind, from, found }: Held, words: Texts['prognos']): string {
  if (kind === 'extraInvestment') return from?.slice(0, 4) ?? '';
  const day = from ?? found?.assumption.from ?? null;
  if (day === null) return words.always;
  return words.from(shownFrom(day, words));
}

function originOf(
  { kind, found }: Held,
  level: AssumptionLevel | undefined,
  isOwn: boolean,
  { assumptions: words }: Texts['prognos'],
): string {
  if (found === null || level === undefined) {
    return defaultOf(kind) === null ? '' : words.byDefault;
  }
  const { name } = level;
  if (level.isKept) return words.kept(name ?? '');
  if (level.scenarioId === null) return isOwn ? words.ownOrganisation : words.fromOrganisation;
  return isOwn ? words.own(name ?? '') : words.inherited(name ?? '');
}
