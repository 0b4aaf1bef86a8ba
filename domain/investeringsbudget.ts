import { type Budgetpost, type BudgetpostKind, budgetpostKinds, inForce } from './budgetpost.ts';
import { roundingDifference } from './rounding.ts';
import { isZero, sum, type Tkr } from './tkr.ts';

/** One line (rad) of the investeringsbudget, in the order that the organisation gave its lines. */
export type InvestmentLine = {
  readonly id: string;
  readonly name: string;
  readonly position: number;
};

/** Amounts by kind; a kind without entries is null, which is not zero. */
export type AmountByKind = { readonly [kind in BudgetpostKind]: Tkr | null };

/** One line of the summary (sammanställning). */
export type SummaryRow = {
  readonly line: InvestmentLine;
  readonly byKind: AmountByKind;
  readonly total: Tkr | null;
  /** Shown total less the sum of the shown parts; zero where they agree. */
  readonly roundingDifference: Tkr;
};

/** The investeringsbudget of one year, a row a line. All amounts in Tkr, exact. */
export type BudgetSummary = {
  readonly rows: readonly SummaryRow[];
  readonly byKind: AmountByKind;
  readonly total: Tkr;
  /** The budget before what was decided during the year: the sum of the ursprunglig entries. */
  readonly beforeDecisions: Tkr;
  readonly roundingDifference: Tkr;
};

/**
 * The budget of a year as the sum of the entries in force, a row a line.
 *
 * Lines without entries that year stay in the table, empty; a voided entry is none.
 */
export function summarise(
  lines: readonly InvestmentLine[],
  posts: readonly Budgetpost[],
  year: number,
): BudgetSummary {
  const counted = inForce(posts).filter((post) => post.year === year && !isVoided(post));
  const rows = inOrder(lines).map((line) => {
    const ofLine = counted.filter((post) => post.lineId === line.id);
    const byKind = amountsByKind(ofLine);
    const total = ofLine.length === 0 ? null : sum(ofLine.map((post) => post.amount));
    return { line, byKind, total, roundingDifference: acrossDifference(byKind, total) };
  });
  const byKind = amountsByKind(counted);
  const total = sum(counted.map((post) => post.amount));
  const totals = rows.flatMap((row) => (row.total === null ? [] : [row.total]));
  return {
    rows,
    byKind,
    total,
    beforeDecisions: byKind.ursprunglig ?? sum([]),
    roundingDifference: roundingDifference(totals, total),
  };
}

function amountsByKind(posts: readonly Budgetpost[]): AmountByKind {
  const amountOf = (kind: BudgetpostKind): Tkr | null => {
    const ofKind = posts.filter((post) => post.kind === kind);
    return ofKind.length === 0 ? null : sum(ofKind.map((post) => post.amount));
  };
  return {
    ursprunglig: amountOf('ursprunglig'),
    aterbudgetering: amountOf('aterbudgetering'),
    tillaggsaskande: amountOf('tillaggsaskande'),
    omdisponering: amountOf('omdisponering'),
  };
}

function acrossDifference(byKind: AmountByKind, total: Tkr | null): Tkr {
  const parts = budgetpostKinds.flatMap((kind) => byKind[kind] ?? []);
  return total === null ? sum([]) : roundingDifference(parts, total);
}

/** One printed row of the protocol's layout: a line's entry of one kind. */
export type ProtocolRow = { readonly line: InvestmentLine; readonly post: Budgetpost };

/**
 * The budget of a year as the protocol prints it: a row an entry, by line and then by kind.
 *
 * Entries of one line and kind keep the order in which they were entered. A voided entry (replaced
 * by zero) has no row.
 */
export function protocolRows(
  lines: readonly InvestmentLine[],
  posts: readonly Budgetpost[],
  year: number,
): ProtocolRow[] {
  const counted = inForce(posts).filter((post) => post.year === year && !isVoided(post));
  return inOrder(lines).flatMap((line) =>
    budgetpostKinds.flatMap((kind) =>
      counted
        .filter((post) => post.lineId === line.id && post.kind === kind)
        .map((post) => ({ line, post })),
    ),
  );
}

/** True for a correction that took an entry away. */
export function isVoided(post: Budgetpost): boolean {
  return post.replacesId !== null && isZero(post.amount);
}

function inOrder(lines: readonly InvestmentLine[]): InvestmentLine[] {
  return lines.toSorted((left, right) => left.position - right.position);
}
