import type { InvestmentLineAnswer } from '#contract/investeringsbudget.ts';
import { changesOf, type EntryChange } from '#domain/arende-entries.ts';
import type { ArendeGround } from '#domain/arende-judgement.ts';
import { policyAt } from '#domain/carry-over.ts';
import { lineUtfallOf } from '../accumulated/queries.ts';
import { needsOf, type StoredNeed } from '../behov/queries.ts';
import { policiesOf } from '../carry-over/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allLines, type StoredBudgetpost } from '../investeringsbudget/queries.ts';
import { entriesOf, type StoredEntry } from './entry-queries.ts';
import { type Ledger, postsBefore, readLedger } from './ledger.ts';
import { decisionsOf, type StoredArende, type StoredDecision } from './queries.ts';

/** Everything that an ärende is judged by and told from. */
export type ArendeFigures = {
  readonly arende: StoredArende;
  readonly entries: readonly StoredEntry[];
  readonly decisions: readonly StoredDecision[];
  readonly lines: readonly InvestmentLineAnswer[];
  readonly ledger: Ledger;
  /** The budgetposts that stood before it. */
  readonly before: readonly StoredBudgetpost[];
  /** What its entries would add, or did, also where it was turned down. */
  readonly changes: readonly EntryChange[];
  readonly needs: readonly (StoredNeed & { readonly year: number })[];
  readonly ground: ArendeGround;
};

/**
 * Reads what an ärende stands on: the ledger before it, the outcome of the years that it carries
 * from, what is needed in the years that it adds to, and the policy in force on `today`, or on the
 * day when it was decided.
 */
export async function readFigures(
  trx: OrganisationTransaction,
  arende: StoredArende,
  today: string,
  entries?: readonly StoredEntry[],
): Promise<ArendeFigures> {
  const { arendeId } = arende;
  const proposed = entries ?? (await entriesOf(trx, arendeId));
  const decisions = await decisionsOf(trx, arendeId);
  const lines = await allLines(trx);
  const ledger = await readLedger(trx);
  const before = postsBefore(ledger, arende, decisions);
  const changes = proposed.flatMap((entry) => changesOf(entry, before));
  const years = [...new Set([...changes, ...proposed].map(({ year }) => year))];
  const needs = [];
  for (const year of years) {
    for (const need of await needsOf(trx, year)) needs.push({ ...need, year });
  }
  const decided = arende.status === 'beslutad' ? decisions.at(-1) : undefined;
  const day = decided === undefined ? today : dayOf(decided.createdAt);
  const policies = await policiesOf(trx);
  const ground: ArendeGround = {
    posts: before,
    utfall: await lineUtfallOf(
      trx,
      lines.map(({ lineId }) => lineId),
      years,
    ),
    needs,
    policyOf: new Map(
      lines.map(({ lineId, lineType }) => [lineId, policyAt(policies, lineType, day)]),
    ),
  };
  return { arende, entries: proposed, decisions, lines, ledger, before, changes, needs, ground };
}

/** The day of a moment, as `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The years that entries give to, in order. */
export function yearsOf(entries: readonly Pick<StoredEntry, 'year'>[]): number[] {
  const years = new Set(entries.map(({ year }) => year));
  return [...years].toSorted((left, right) => left - right);
}

/** What a line is called; one that is not there yet by the name that its entry gives it. */
export function lineNames({
  lines,
  entries,
}: Pick<ArendeFigures, 'lines' | 'entries'>): (id: string) => string {
  const names = new Map(lines.map(({ lineId, name }) => [lineId, name]));
  for (const { id, newLineName } of entries) {
    if (newLineName !== null) names.set(id, newLineName);
  }
  return (id) => names.get(id) ?? '';
}
