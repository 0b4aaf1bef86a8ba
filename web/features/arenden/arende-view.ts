import type { ArendeAnswer, ArendeEntryAnswer } from '#contract/arende-answer.ts';
import type { AddedPart } from '#domain/arende-effect.ts';
import { judgeNeed, severityOf } from '#domain/carry-over.ts';
import {
  add,
  compare,
  isNegative,
  negate,
  subtract,
  sum,
  type Tkr,
  tkr,
  zero,
} from '#domain/tkr.ts';

/** What somebody has written in an entry and the server has not answered yet. */
export type EntryDraft = { readonly amount?: string; readonly reason?: string | null };

/** The drafts of an ärende by the id of their entry. */
export type EntryDrafts = ReadonlyMap<string, EntryDraft>;

/** What is said of an entry; `by` and `limit` in Tkr, positive. */
export type MarkView = Pick<ArendeEntryAnswer['marks'][number], 'kind' | 'severity'> & {
  readonly by: Tkr | null;
  readonly limit: Tkr | null;
};

/** The figures beside an entry, in Tkr; null where nobody knows them. */
export type EntryFiguresView = {
  readonly [figure in keyof ArendeEntryAnswer['figures']]: Tkr | null;
};

/** An entry as the page shows it: with what is being written in it. */
export type EntryView = Omit<
  ArendeEntryAnswer,
  'amount' | 'decidedAmount' | 'adds' | 'marks' | 'figures' | 'corrects'
> & {
  readonly amount: Tkr;
  readonly decidedAmount: Tkr | null;
  readonly adds: Tkr;
  readonly marks: readonly MarkView[];
  readonly figures: EntryFiguresView;
  readonly corrects: ArendeEntryAnswer['corrects'];
};

/** The whole budget of a year before and after the ärende, in Tkr. */
export type BudgetView = {
  readonly year: number;
  readonly before: Tkr;
  readonly added: Tkr;
  readonly after: Tkr;
};

/** An ärende as the page shows it: computed here and now from its entries and what is being written. */
export type ArendeView = {
  readonly answer: ArendeAnswer;
  readonly entries: readonly EntryView[];
  /** What it adds to its own year's budget. */
  readonly total: Tkr;
  readonly budgets: readonly BudgetView[];
  readonly added: ReadonlyMap<number, Tkr>;
  /** The same by line; none for a line that it proposes. */
  readonly addedParts: readonly AddedPart[];
};

/**
 * The ärende with drafts put in.
 *
 * A draft moves every figure that stands on it: the budget after of each entry of the same line and
 * year, what is over the need, what is carried against what is unused, and the totals of the years.
 * What only the server can judge stays as it said last.
 */
export function toArendeView(answer: ArendeAnswer, drafts: EntryDrafts): ArendeView {
  const before = answer.entries.map(toEntry);
  const changed = before.map((entry) => withDraft(entry, drafts.get(entry.entryId)));
  const moved = changed.flatMap((entry, at): Change[] => {
    const old = before[at];
    return old === undefined ? [] : changesOf(entry, subtract(entry.adds, old.adds));
  });
  const entries = changed.map((entry) => judged(withChanges(entry, moved), changed));
  const added = addedByYear(entries);
  const budgets = answer.budget.map(({ year, before: plain }) => {
    const gives = added.get(year) ?? zero;
    return { year, before: tkr(plain), added: gives, after: add(tkr(plain), gives) };
  });
  const total = added.get(answer.year) ?? zero;
  return { answer, entries, total, budgets, added, addedParts: entries.flatMap(addedPartsOf) };
}

function toEntry(entry: ArendeEntryAnswer): EntryView {
  const { figures } = entry;
  return {
    ...entry,
    amount: tkr(entry.amount),
    decidedAmount: orNull(entry.decidedAmount),
    adds: tkr(entry.adds),
    marks: entry.marks.map((mark) => ({
      ...mark,
      by: orNull(mark.by),
      limit: orNull(mark.limit),
    })),
    figures: {
      unused: orNull(figures.unused),
      left: orNull(figures.left),
      need: orNull(figures.need),
      budgetBefore: tkr(figures.budgetBefore),
      budgetAfter: tkr(figures.budgetAfter),
      gap: orNull(figures.gap),
      overNeed: orNull(figures.overNeed),
    },
  };
}

function orNull(plain: string | null): Tkr | null {
  return plain === null ? null : tkr(plain);
}

function withDraft(entry: EntryView, draft: EntryDraft | undefined): EntryView {
  if (draft === undefined) return entry;
  const amount = draft.amount === undefined ? entry.amount : tkr(draft.amount);
  return {
    ...entry,
    amount,
    adds: add(entry.adds, subtract(amount, entry.amount)),
    reason: draft.reason === undefined ? entry.reason : draft.reason,
  };
}

/** An amount more on a line in a year, negative where it is less. */
type Change = { readonly line: string; readonly year: number; readonly amount: Tkr };

/** Where the money of an entry goes and where it comes from; `amount` is what its own line gets. */
function changesOf(entry: EntryView, amount: Tkr): Change[] {
  const line = entry.lineId ?? entry.entryId;
  const own = { line, year: entry.year, amount };
  const back = negate(amount);
  const fromYear = entry.fromYear ?? entry.corrects?.otherYear ?? null;
  const fromLine = entry.fromLineId ?? entry.corrects?.otherLineId ?? null;
  if (fromYear !== null) return [own, { line, year: fromYear, amount: back }];
  if (fromLine !== null) return [own, { line: fromLine, year: entry.year, amount: back }];
  return [own];
}

function withChanges(entry: EntryView, moved: readonly Change[]): EntryView {
  const line = entry.lineId ?? entry.entryId;
  const here = moved.filter((change) => change.line === line && change.year === entry.year);
  const { figures } = entry;
  const budgetAfter = add(figures.budgetAfter ?? zero, sum(here.map(({ amount }) => amount)));
  const overNeed = figures.need === null ? null : subtract(budgetAfter, figures.need);
  return { ...entry, figures: { ...figures, budgetAfter, overNeed } };
}

function judged(entry: EntryView, all: readonly EntryView[]): EntryView {
  const { figures } = entry;
  const need =
    figures.budgetAfter === null || isNegative(entry.adds)
      ? []
      : judgeNeed(figures.budgetAfter, figures.need);
  const carried = carriedWith(entry, all);
  const kept = entry.marks.flatMap((mark): MarkView[] => {
    if (mark.kind === 'overNeed' || mark.kind === 'underNeed' || mark.kind === 'overUnused') {
      return [];
    }
    if (mark.kind !== 'overDelegation' || mark.limit === null || carried === null) return [mark];
    const by = subtract(carried, mark.limit);
    return compare(by, zero) > 0 ? [{ ...mark, by }] : [];
  });
  const unused =
    carried === null || figures.left === null ? zero : subtract(carried, atLeastZero(figures.left));
  const over: MarkView[] =
    compare(unused, zero) > 0
      ? [{ kind: 'overUnused', severity: 'refused', by: unused, limit: null }]
      : [];
  const needs = need.map(
    (mark): MarkView => ({
      kind: mark.kind,
      severity: severityOf(mark),
      by: 'by' in mark ? mark.by : null,
      limit: null,
    }),
  );
  const marks = [...over, ...kept, ...needs];
  const inOrder = severities.flatMap((one) => marks.filter(({ severity }) => severity === one));
  return { ...entry, marks: inOrder };
}

/** What stops an entry comes first, and what is only told last. */
const severities = ['refused', 'needsReason', 'information'] as const;

/** What this entry and its siblings carry from the same line and year together. */
function carriedWith(entry: EntryView, all: readonly EntryView[]): Tkr | null {
  if (entry.kind !== 'aterbudgetering') return null;
  const siblings = all.filter(
    ({ kind, lineId, fromYear }) =>
      kind === 'aterbudgetering' && lineId === entry.lineId && fromYear === entry.fromYear,
  );
  return sum(siblings.map(({ adds }) => adds));
}

function atLeastZero(amount: Tkr): Tkr {
  return isNegative(amount) ? zero : amount;
}

function addedPartsOf(entry: EntryView): AddedPart[] {
  return changesOf(entry, entry.adds).map(({ line, year, amount }) => ({
    lineId: entry.lineId === null && line === entry.entryId ? null : line,
    year,
    amount,
  }));
}

function addedByYear(entries: readonly EntryView[]): Map<number, Tkr> {
  const totals = new Map<number, Tkr>();
  for (const { year, amount } of entries.flatMap((entry) => changesOf(entry, entry.adds))) {
    totals.set(year, add(totals.get(year) ?? zero, amount));
  }
  return totals;
}
