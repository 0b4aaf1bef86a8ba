import type {
  correctBudgetpost,
  createBudgetpost,
  exportInvesteringsbudgetCsv,
  getInvesteringsbudget,
  InvestmentLineAnswer,
} from '#contract/investeringsbudget.ts';
import { budgetpostLabel } from '#contract/terms.ts';
import { reconcile } from '#domain/avstamning.ts';
import { planBudgetposts, planCorrection } from '#domain/budgetpost.ts';
import {
  type AmountByKind,
  type BudgetSummary,
  type InvestmentLine,
  protocolRows,
  summarise,
} from '#domain/investeringsbudget.ts';
import { accepted, refused } from '#domain/result.ts';
import { startYear } from '#domain/start-year.ts';
import { type Tkr, tkr, toPlain } from '#domain/tkr.ts';
import { appendAudit } from '../audit/queries.ts';
import { type CsvCell, toCsv } from '../files/csv.ts';
import { newId } from '../ids.ts';
import type { ReadContext, WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { resolveBeslut } from './beslut.ts';
import {
  allBeslut,
  allLines,
  insertPosts,
  type NewBudgetpost,
  type PrintedBudgetFigure,
  postsById,
  postsOfYear,
  printedOfYear,
  replacementOf,
  sidesOfPair,
  toBudgetpostAnswer,
  yearsWithChanges,
  yearsWithPosts,
} from './queries.ts';

/** The investeringsbudget of a year: lines, entries, decisions, sums, and what was printed. */
export async function readInvesteringsbudget(
  { trx, now }: ReadContext,
  { params }: Asked<typeof getInvesteringsbudget>,
): Promise<Outcome<typeof getInvesteringsbudget>> {
  const lines = await allLines(trx);
  const posts = await postsOfYear(trx, params.year);
  const summary = summarise(lines.map(asLine), posts, params.year);
  const printed = await printedOfYear(trx, params.year);
  const years = await yearsWithPosts(trx);
  const workedOn = await yearsWithChanges(trx);
  return accepted({
    year: params.year,
    years,
    startYear: startYear({ years, workedOn }, now.getUTCFullYear()),
    lines,
    budgetposts: posts.map(toBudgetpostAnswer),
    beslut: await allBeslut(trx),
    summary: {
      rows: summary.rows.map(({ line, byKind, total }) => ({
        lineId: line.id,
        name: line.name,
        ...plainByKind(byKind),
        total: plainOrNull(total),
      })),
      ...plainByKind(summary.byKind),
      total: toPlain(summary.total),
      beforeDecisions: toPlain(summary.beforeDecisions),
      roundingDifference: toPlain(summary.roundingDifference),
    },
    printed: printed.map((figure) => reconciled(figure, summary)),
  });
}

function asLine(line: InvestmentLineAnswer): InvestmentLine {
  return { id: line.lineId, name: line.name, position: line.position };
}

function reconciled(
  { figure, printed, printedIn, source }: PrintedBudgetFigure,
  summary: BudgetSummary,
) {
  const addedRows = summary.rows.length;
  const { verdict, difference } = reconcile({
    printed,
    computed: summary[figure],
    addedRows,
    printedIn,
    decimals: 0,
  });
  return {
    figure,
    printed: toPlain(printed),
    printedIn,
    source,
    verdict,
    difference: plainOrNull(difference),
  };
}

function plainByKind(byKind: AmountByKind) {
  return {
    ursprunglig: plainOrNull(byKind.ursprunglig),
    aterbudgetering: plainOrNull(byKind.aterbudgetering),
    tillaggsaskande: plainOrNull(byKind.tillaggsaskande),
    omdisponering: plainOrNull(byKind.omdisponering),
  };
}

function plainOrNull(amount: Tkr | null): string | null {
  return amount === null ? null : toPlain(amount);
}

/** Enters an amount by a decision; a move becomes its two sides. */
export async function enterBudgetpost(
  context: WriteContext,
  { body }: Asked<typeof createBudgetpost>,
): Promise<Outcome<typeof createBudgetpost>> {
  const planned = planBudgetposts({ ...body, amount: tkr(body.amount) });
  if (!planned.ok) return refused({ code: planned.refusal });
  const known = new Set((await allLines(context.trx)).map(({ lineId }) => lineId));
  if (!planned.value.every(({ lineId }) => known.has(lineId))) {
    return refused({ code: 'line_not_found' });
  }
  const beslut = await resolveBeslut(context, body);
  if (!beslut.ok) return beslut;
  const pairId = planned.value.length > 1 ? newId() : null;
  const { comment } = body;
  const identity = { pairId, replacesId: null, beslutId: beslut.value, comment };
  return write(
    context,
    'createBudgetpost',
    planned.value.map((entry) => ({ ...entry, ...identity, id: newId() })),
  );
}

/** Replaces an entry, and the other side of its move, by a new amount; zero voids it. */
export async function correctEntry(
  context: WriteContext,
  { params, body }: Asked<typeof correctBudgetpost>,
): Promise<Outcome<typeof correctBudgetpost>> {
  const { trx } = context;
  const [post] = await postsById(trx, [params.budgetpostId]);
  if (post === undefined) return refused({ code: 'budgetpost_not_found' });
  const replacement = await replacementOf(trx, post.id);
  if (replacement !== null) {
    const conflict = { yours: body, current: toBudgetpostAnswer(replacement) };
    return refused({ code: 'budgetpost_already_corrected', conflict });
  }
  const sides = post.pairId === null ? [] : await sidesOfPair(trx, post.pairId);
  const otherSide = sides.find(({ id }) => id !== post.id) ?? null;
  const planned = planCorrection(post, otherSide, tkr(body.amount));
  if (!planned.ok) return refused({ code: planned.refusal });
  const { comment } = body;
  const beslutId = body.beslutId ?? post.beslutId;
  const beslut = await resolveBeslut(context, { beslutId, beslut: null });
  if (!beslut.ok) return beslut;
  const entries = planned.value.map(({ replaces, amount }) => {
    const identity = { id: newId(), replacesId: replaces.id, beslutId, comment };
    return { ...replaces, ...identity, amount };
  });
  return write(context, 'correctBudgetpost', entries);
}

async function write(context: WriteContext, action: string, entries: readonly NewBudgetpost[]) {
  await insertPosts(context, entries);
  const ids = entries.map(({ id }) => id);
  const budgetposts = (await postsById(context.trx, ids)).map(toBudgetpostAnswer);
  for (const after of budgetposts) {
    await appendAudit(context, { action, entityId: after.budgetpostId, before: null, after });
  }
  return accepted({ budgetposts });
}

/** The budget of a year as CSV, by line or as the protocol prints it. */
export async function writeInvesteringsbudgetCsv(
  { trx }: ReadContext,
  { params, query }: Asked<typeof exportInvesteringsbudgetCsv>,
): Promise<Outcome<typeof exportInvesteringsbudgetCsv>> {
  const lines = (await allLines(trx)).map(asLine);
  const posts = await postsOfYear(trx, params.year);
  const summary = summarise(lines, posts, params.year);
  const rows =
    query.layout === 'summary'
      ? summaryCells(summary, params.year)
      : [
          ['Tkr', `Budget ${params.year}`],
          ...protocolRows(lines, posts, params.year).map(({ line, post }) => [
            budgetpostLabel(line.name, post.kind),
            post.amount,
          ]),
          ['Summa', summary.total],
        ];
  const layout = query.layout === 'summary' ? 'sammanställning' : 'protokoll';
  const fileName = `investeringsbudget-${params.year}-${layout}.csv`;
  return accepted({ fileName, text: toCsv(rows) });
}

function summaryCells(summary: BudgetSummary, year: number): CsvCell[][] {
  const amounts = (byKind: AmountByKind): CsvCell[] => [
    byKind.ursprunglig,
    byKind.aterbudgetering,
    byKind.tillaggsaskande,
    byKind.omdisponering,
  ];
  return [
    ['Tkr', 'Ursprunglig', 'Återbudgetering', 'Tilläggsäskande', 'Omdisponering', `Budget ${year}`],
    ...summary.rows.map(({ line, byKind, total }) => [line.name, ...amounts(byKind), total]),
    ['Summa', ...amounts(summary.byKind), summary.total],
  ];
}
