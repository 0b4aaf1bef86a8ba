import type { AssumptionAnswer } from '#contract/assumptions.ts';
import type { PrognosAssumption } from '#contract/prognos-file.ts';
import { toAssumption } from '#contract/prognos-input.ts';
import type { AssumptionLevel } from '#contract/prognos-levels.ts';
import type { Assumption, AssumptionKind } from '#domain/forecast/assumption-terms.ts';
import { type FoundAssumption, resolveAssumptions } from '#domain/forecast/assumptions.ts';

/** What holds of one kind for a line or for all, from a day until the next one. */
export type Held = {
  readonly kind: AssumptionKind;
  readonly lineId: string | null;
  /** The first day of it; null where it holds from the forecast's first day. */
  readonly from: string | null;
  /** Null where nobody has said anything. */
  readonly found: FoundAssumption | null;
};

/** The assumptions of a scenario, of every level, with what they were made from. */
export type Timelines = {
  readonly of: (kind: AssumptionKind, lineId: string | null) => readonly Held[];
  /** The lines that something of a kind is said of. */
  readonly linesOf: (kind: AssumptionKind) => readonly string[];
  readonly plainOf: (found: FoundAssumption) => AssumptionAnswer | PrognosAssumption | undefined;
};

/** The kinds that hold on one day or in one year only, and so have no time before or after. */
const single: readonly AssumptionKind[] = ['extraInvestment', 'ceiling'];

/**
 * Reads the levels of a scenario: which value holds when, from the forecast's first day on.
 *
 * `firstDay` is the first day of the forecast; what began before it and still holds has no day of its
 * own.
 */
export function timelinesOf(levels: readonly AssumptionLevel[], firstDay: string): Timelines {
  const plain = new Map<Assumption, AssumptionAnswer | PrognosAssumption>();
  const read = levels.map(({ assumptions }) =>
    assumptions.map((one) => {
      const assumption = toAssumption(one);
      plain.set(assumption, one);
      return assumption;
    }),
  );
  const resolved = resolveAssumptions(read);
  const linesOf = (kind: AssumptionKind): string[] => [
    ...new Set(resolved.all(kind).flatMap(({ assumption }) => assumption.lineId ?? [])),
  ];
  const of = (kind: AssumptionKind, lineId: string | null): Held[] => {
    const all = resolved.all(kind);
    if (single.includes(kind)) return nearestOfEachDay(all, kind, lineId);
    const days = all.flatMap(({ assumption: one }) =>
      (one.lineId === lineId || one.lineId === null) && one.from !== null && one.from > firstDay
        ? [one.from]
        : [],
    );
    const held: Held[] = [];
    for (const day of [null, ...[...new Set(days)].toSorted()]) {
      const found = resolved.find(kind, day ?? firstDay, lineId);
      const isOfLine = lineId === null || found?.assumption.lineId === lineId;
      const next: Held = { kind, lineId, from: day, found: isOfLine ? found : null };
      if (held.length === 0 || held.at(-1)?.found?.assumption !== next.found?.assumption) {
        held.push(next);
      }
    }
    // Of a line only what is said of it; elsewhere it does as all lines do.
    return lineId === null ? held : held.filter(({ found }) => found !== null);
  };
  return { of, linesOf, plainOf: ({ assumption }) => plain.get(assumption) };
}

function nearestOfEachDay(
  all: readonly FoundAssumption[],
  kind: AssumptionKind,
  lineId: string | null,
): Held[] {
  const nearest = new Map<string, FoundAssumption>();
  for (const found of all) {
    const { from, lineId: line } = found.assumption;
    if (line !== lineId || from === null) continue;
    const known = nearest.get(from);
    if (known === undefined || found.level < known.level) nearest.set(from, found);
  }
  return [...nearest]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([from, found]) => ({ kind, lineId, from, found }));
}
