import {
  carriedOutOf,
  changesOf,
  type EntryChange,
  type Place,
  type ProposedEntry,
  planEntry,
  receivingLine,
} from './arende-entries.ts';
import { type Budgetpost, inForce } from './budgetpost.ts';
import {
  type CarryOverMark,
  type CarryOverPolicy,
  judgeCarryOver,
  judgeNeed,
  type MarkSeverity,
  severityOf,
} from './carry-over.ts';
import { add, compare, isNegative, negate, subtract, sum, type Tkr, zero } from './tkr.ts';
import { type LineUtfall, type YearEnd, yearEnds } from './year-end.ts';

/** Everything that can be said about an entry of an ärende. */
export const entryMarkKinds = [
  'overUnused',
  'outcomeMissing',
  'alreadyCorrected',
  'overNeed',
  'underNeed',
  'overDelegation',
  'lapses',
  'noPolicy',
  'belowZero',
] as const satisfies readonly EntryMark['kind'][];

/** A mark on an entry; `by` is how much, in Tkr, and positive. */
export type EntryMark =
  | CarryOverMark
  /** What it corrects has been replaced by something else. */
  | { readonly kind: 'alreadyCorrected' }
  /** The line that gives, or is corrected, is left with less than nothing. */
  | { readonly kind: 'belowZero'; readonly by: Tkr };

/** See `MarkSeverity`. */
export function severityOfEntryMark(mark: EntryMark): MarkSeverity {
  if (mark.kind === 'alreadyCorrected') return 'refused';
  return mark.kind === 'belowZero' ? 'needsReason' : severityOf(mark);
}

/** What the entries of an ärende are judged against: how things stood before it. Tkr. */
export type ArendeGround = {
  /** Budgetposts of every year that the ärende touches, replaced ones too, without its own. */
  readonly posts: readonly Budgetpost[];
  readonly utfall: readonly LineUtfall[];
  /** What is needed, for the lines and years where something was said to be. */
  readonly needs: readonly (Place & { readonly need: Tkr })[];
  /** The policy in force for each line on the day of the judgement. */
  readonly policyOf: ReadonlyMap<string, CarryOverPolicy | null>;
};

/** The figures behind a judgement, in Tkr; null where nobody knows them. */
export type EntryFigures = {
  /** What the from-year left unused, positive, or its overrun, negative. */
  readonly unused: Tkr | null;
  /** What of it was left to carry, before the ärende. */
  readonly left: Tkr | null;
  readonly need: Tkr | null;
  readonly budgetBefore: Tkr;
  /** With everything that the ärende does to the line and year. */
  readonly budgetAfter: Tkr;
  /** Need − budget before. */
  readonly gap: Tkr | null;
  /** Budget after − need. */
  readonly overNeed: Tkr | null;
};

/** What is said of one entry. */
export type EntryJudgement = {
  readonly entryId: string;
  readonly marks: readonly EntryMark[];
  readonly figures: EntryFigures;
  /** What it adds to its own line and year. */
  readonly adds: Tkr;
};

/**
 * Judges all entries of an ärende together, in their order.
 *
 * What is carried is summed over all of them for a line and from-year, and a budget is compared with
 * its need after all of them, so that the order of the entries changes nothing. Source: DOMAIN §1
 * (+32 and −1), §3.
 */
export function judgeEntries(
  entries: readonly ProposedEntry[],
  ground: ArendeGround,
): EntryJudgement[] {
  const changes = entries.flatMap((entry) => changesOf(entry, ground.posts));
  const budget = budgetsOf(ground.posts);
  return entries.map((entry) => {
    const own = changes.filter(({ entryId }) => entryId === entry.id);
    const place = { lineId: receivingLine(entry), year: entry.year };
    const from = own.find((change) => change.kind === 'aterbudgetering' && !isAt(change, place));
    const yearEnd = from === undefined ? null : yearEndAt(from, ground);
    const budgetBefore = budget(place);
    const budgetAfter = add(budgetBefore, totalAt(changes, place));
    const need = ground.needs.find((one) => isAt(one, place))?.need ?? null;
    const adds = totalAt(own, place);
    return {
      entryId: entry.id,
      marks: [
        ...correctionMarks(entry, ground.posts),
        ...(yearEnd === null ? [] : carryMarks(yearEnd, changes, ground)),
        ...judgeNeed(budgetAfter, need),
        ...belowZeroMarks(own, changes, budget),
      ],
      figures: {
        unused: yearEnd?.deviation ?? null,
        left: yearEnd?.left ?? null,
        need,
        budgetBefore,
        budgetAfter,
        gap: need === null ? null : subtract(need, budgetBefore),
        overNeed: need === null ? null : subtract(budgetAfter, need),
      },
      adds,
    };
  });
}

/** True where something stops the entry. */
export function isRefused({ marks }: Pick<EntryJudgement, 'marks'>): boolean {
  return marks.some((mark) => severityOfEntryMark(mark) === 'refused');
}

/** True where somebody has to say why. */
export function needsReason({ marks }: Pick<EntryJudgement, 'marks'>): boolean {
  return marks.some((mark) => severityOfEntryMark(mark) === 'needsReason');
}

function correctionMarks(entry: ProposedEntry, posts: readonly Budgetpost[]): EntryMark[] {
  if (entry.kind !== 'correction') return [];
  const planned = planEntry(entry, posts);
  const isLate = !planned.ok && planned.refusal === 'budgetpost_already_corrected';
  return isLate ? [{ kind: 'alreadyCorrected' }] : [];
}

function carryMarks(
  yearEnd: YearEnd,
  changes: readonly EntryChange[],
  ground: ArendeGround,
): EntryMark[] {
  const amount = carriedOutOf(changes, yearEnd);
  // A correction that gives money back to its year takes nothing from what was unused.
  if (compare(amount, zero) <= 0) return [];
  const { left, budget, lineId } = yearEnd;
  return judgeCarryOver({ amount, left, budget, policy: ground.policyOf.get(lineId) ?? null });
}

function belowZeroMarks(
  own: readonly EntryChange[],
  changes: readonly EntryChange[],
  budget: (place: Place) => Tkr,
): EntryMark[] {
  // What leaves a closed year unused is never missed there.
  const taken = own.filter(({ kind, amount }) => isNegative(amount) && kind !== 'aterbudgetering');
  return taken.flatMap((place): EntryMark[] => {
    const after = add(budget(place), totalAt(changes, place));
    return isNegative(after) ? [{ kind: 'belowZero', by: negate(after) }] : [];
  });
}

function yearEndAt({ lineId, year }: Place, { posts, utfall }: ArendeGround): YearEnd | null {
  return yearEnds([lineId], posts, utfall, year)[0] ?? null;
}

/** The budget of a line in a year, from the entries in force; zero without any. */
export function budgetsOf(posts: readonly Budgetpost[]): (place: Place) => Tkr {
  const counted = inForce(posts);
  return (place) => totalAt(counted, place);
}

/** The sum of what stands at a line and year, in Tkr. */
export function totalAt(parts: readonly (Place & { readonly amount: Tkr })[], place: Place): Tkr {
  return sum(parts.filter((part) => isAt(part, place)).map(({ amount }) => amount));
}

function isAt(left: Place, right: Place): boolean {
  return left.lineId === right.lineId && left.year === right.year;
}
