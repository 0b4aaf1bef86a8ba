import type { Beslut } from '#contract/beslut.ts';
import type { BudgetpostAnswer, InvestmentLineAnswer } from '#contract/investeringsbudget.ts';
import type { Budgetpost, PlannedBudgetpost } from '#domain/budgetpost.ts';
import { type Tkr, tkr, toPlain } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

/** An entry with what is told about it beyond the rules: its decision, comment, time and person. */
export type StoredBudgetpost = Budgetpost & {
  readonly beslutId: string;
  readonly comment: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
};

/** All lines of the organisation, in order. */
export async function allLines(trx: OrganisationTransaction): Promise<InvestmentLineAnswer[]> {
  const rows = await trx
    .selectFrom('investment_line')
    .select(['line_id', 'name', 'position', 'line_type as lineType', 'version'])
    .orderBy('position')
    .orderBy('line_id')
    .execute();
  return rows.map(({ line_id, ...row }) => ({ lineId: line_id, ...row }));
}

/** Writes a new line. */
export async function insertLine(
  { trx, scope, now }: WriteContext,
  line: InvestmentLineAnswer,
): Promise<void> {
  await trx
    .insertInto('investment_line')
    .values({
      organisation_id: scope.organisationId,
      line_id: line.lineId,
      name: line.name,
      position: line.position,
      line_type: line.lineType,
      version: line.version,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}

/** Writes the name, place, type and version of a line that is there. */
export async function updateLine(
  { trx }: WriteContext,
  { lineId, lineType, ...changed }: InvestmentLineAnswer,
): Promise<void> {
  await trx
    .updateTable('investment_line')
    .set({ ...changed, line_type: lineType })
    .where('line_id', '=', lineId)
    .execute();
}

function selectPosts(trx: OrganisationTransaction) {
  return trx
    .selectFrom('budgetpost')
    .innerJoin('person', 'person.person_id', 'budgetpost.created_by')
    .select([
      'budgetpost_id',
      'line_id',
      'year',
      'kind',
      'amount',
      'other_year',
      'other_line_id',
      'pair_id',
      'replaces_id',
      'beslut_id',
      'comment',
      'budgetpost.created_at',
      'person.name as created_by_name',
    ])
    .orderBy('entry_number');
}

type PostRow = Awaited<ReturnType<ReturnType<typeof selectPosts>['execute']>>[number];

function toPost(row: PostRow): StoredBudgetpost {
  return {
    id: row.budgetpost_id,
    lineId: row.line_id,
    year: row.year,
    kind: row.kind,
    amount: tkr(row.amount),
    otherYear: row.other_year,
    otherLineId: row.other_line_id,
    pairId: row.pair_id,
    replacesId: row.replaces_id,
    beslutId: row.beslut_id,
    comment: row.comment,
    createdAt: row.created_at,
    createdBy: row.created_by_name,
  };
}

/** All entries of a year, in the order in which they were entered, replaced ones too. */
export async function postsOfYear(
  trx: OrganisationTransaction,
  year: number,
): Promise<StoredBudgetpost[]> {
  return (await selectPosts(trx).where('year', '=', year).execute()).map(toPost);
}

/** All entries of several years, the first and the last too, as `postsOfYear`. */
export async function postsBetween(
  trx: OrganisationTransaction,
  firstYear: number,
  lastYear: number,
): Promise<StoredBudgetpost[]> {
  const rows = await selectPosts(trx)
    .where('year', '>=', firstYear)
    .where('year', '<=', lastYear)
    .execute();
  return rows.map(toPost);
}

/** Certain entries, in the order in which they were entered. */
export async function postsById(
  trx: OrganisationTransaction,
  ids: readonly string[],
): Promise<StoredBudgetpost[]> {
  return (await selectPosts(trx).where('budgetpost_id', 'in', ids).execute()).map(toPost);
}

/** The entries in force of a pair: the two sides of a move. */
export async function sidesOfPair(
  trx: OrganisationTransaction,
  pairId: string,
): Promise<StoredBudgetpost[]> {
  const rows = await selectPosts(trx).where('pair_id', '=', pairId).execute();
  const replaced = new Set(rows.map((row) => row.replaces_id));
  return rows.filter((row) => !replaced.has(row.budgetpost_id)).map(toPost);
}

/** The entry that replaces another one, if any. */
export async function replacementOf(
  trx: OrganisationTransaction,
  postId: string,
): Promise<StoredBudgetpost | null> {
  const row = await selectPosts(trx).where('replaces_id', '=', postId).executeTakeFirst();
  return row === undefined ? null : toPost(row);
}

/** The years that have entries, in order. */
export async function yearsWithPosts(trx: OrganisationTransaction): Promise<number[]> {
  const rows = await trx
    .selectFrom('budgetpost')
    .select('year')
    .distinct()
    .orderBy('year')
    .execute();
  return rows.map((row) => row.year);
}

/** The years that have entries besides their original budget, in order. */
export async function yearsWithChanges(trx: OrganisationTransaction): Promise<number[]> {
  const rows = await trx
    .selectFrom('budgetpost')
    .select('year')
    .where('kind', '<>', 'ursprunglig')
    .distinct()
    .orderBy('year')
    .execute();
  return rows.map((row) => row.year);
}

/** An entry that is about to be written. */
export type NewBudgetpost = PlannedBudgetpost & {
  readonly id: string;
  readonly pairId: string | null;
  readonly replacesId: string | null;
  readonly beslutId: string;
  readonly comment: string | null;
};

/** Writes entries, in order. */
export async function insertPosts(
  { trx, scope, now }: WriteContext,
  posts: readonly NewBudgetpost[],
): Promise<void> {
  const rows = posts.map((post) => ({
    organisation_id: scope.organisationId,
    budgetpost_id: post.id,
    line_id: post.lineId,
    year: post.year,
    kind: post.kind,
    amount: toPlain(post.amount),
    other_year: post.otherYear,
    other_line_id: post.otherLineId,
    pair_id: post.pairId,
    replaces_id: post.replacesId,
    beslut_id: post.beslutId,
    comment: post.comment,
    created_at: now,
    created_by: scope.personId,
  }));
  for (const row of rows) await trx.insertInto('budgetpost').values(row).execute();
}

/** Every decision of the organisation: those without a date first, then by date and title. */
export async function allBeslut(trx: OrganisationTransaction): Promise<Beslut[]> {
  const rows = await trx
    .selectFrom('beslut')
    .select(['beslut_id', 'title', 'organ', 'decided_on', 'paragraph', 'dnr', 'note'])
    .execute();
  const swedish = new Intl.Collator('sv');
  const inOrder = rows.toSorted(
    (left, right) =>
      swedish.compare(left.decided_on ?? '', right.decided_on ?? '') ||
      swedish.compare(left.title, right.title),
  );
  return inOrder.map(({ beslut_id, decided_on, ...row }) => ({
    beslutId: beslut_id,
    date: decided_on,
    ...row,
  }));
}

/** True where the decision is there. */
export async function beslutExists(
  trx: OrganisationTransaction,
  beslutId: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('beslut')
    .select('beslut_id')
    .where('beslut_id', '=', beslutId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes a new decision. */
export async function insertBeslut(
  { trx, scope, now }: WriteContext,
  { beslutId, date, ...beslut }: Beslut,
): Promise<void> {
  await trx
    .insertInto('beslut')
    .values({
      ...beslut,
      organisation_id: scope.organisationId,
      beslut_id: beslutId,
      decided_on: date,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}

/** A printed figure of the budget. */
export type PrintedBudgetFigure = {
  readonly figure: 'total' | 'beforeDecisions';
  readonly printed: Tkr;
  readonly printedIn: 'table' | 'text';
  readonly source: string;
};

/** The printed figures of a year's budget. */
export async function printedOfYear(
  trx: OrganisationTransaction,
  year: number,
): Promise<PrintedBudgetFigure[]> {
  const rows = await trx
    .selectFrom('printed_figure')
    .select(['figure', 'amount', 'printed_in', 'source'])
    .where('year', '=', year)
    .where('scenario_id', 'is', null)
    .orderBy('printed_in')
    .orderBy('figure', 'desc')
    .execute();
  return rows.map((row) => ({
    figure: row.figure === 'total' ? 'total' : 'beforeDecisions',
    printed: tkr(row.amount),
    printedIn: row.printed_in,
    source: row.source,
  }));
}

/** An entry as the API gives it. */
export function toBudgetpostAnswer(post: StoredBudgetpost): BudgetpostAnswer {
  const { id, amount, createdAt, ...rest } = post;
  return {
    ...rest,
    budgetpostId: id,
    amount: toPlain(amount),
    createdAt: createdAt.toISOString(),
  };
}
