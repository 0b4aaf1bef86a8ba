import type { ReactNode } from 'react';
import type { Beslut } from '#contract/beslut.ts';
import { kindTerms } from '#contract/terms.ts';
import { type BudgetpostKind, budgetpostKinds, inForce } from '#domain/budgetpost.ts';
import { type AmountByKind, isVoided, protocolRows } from '#domain/investeringsbudget.ts';
import { type Tkr, tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shown } from '../../lib/format.ts';
import type { Language } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import type { GridCell, GridColumn, GridRow } from '../../ui/grid/grid-types.ts';
import { Mark } from '../../ui/mark.tsx';
import { type BudgetView, type LineView, type PostView, rootOf } from './budget.ts';

/** What the rows are made from. */
export type BudgetRowsInput = {
  readonly view: BudgetView;
  readonly showsPrinted: boolean;
  readonly mayEdit: boolean;
  readonly texts: Texts;
  readonly language: Language;
  /** The menu of a line, for those who may change it. */
  readonly controlOf: (line: LineView) => ReactNode;
  readonly beslutLine: (beslut: Beslut) => string;
};

/** The identifier of the row with the sum, and of the one before the year's decisions. */
export const sumRow = 'sum';
export const beforeRow = 'before';
export const totalColumn = 'total';
export const beslutColumn = 'beslut';

/** The columns of the summary: the kinds that are in use, and the total. */
export function summaryColumns(view: BudgetView, texts: Texts): GridColumn[] {
  const words = texts.budget;
  const names: { readonly [kind in BudgetpostKind]: string } = {
    ursprunglig: words.original,
    aterbudgetering: words.aterbudgetering,
    tillaggsaskande: words.tillaggsaskande,
    omdisponering: words.omdisponering,
  };
  const used = budgetpostKinds.filter(
    (kind) => kind !== 'omdisponering' || view.summary.byKind.omdisponering !== null,
  );
  return [
    ...used.map((kind) => ({ id: kind, name: names[kind] })),
    { id: totalColumn, name: words.total(view.year) },
  ];
}

/** A row a line, and the sum. */
export function summaryRows(input: BudgetRowsInput): GridRow[] {
  const { view, texts } = input;
  const lines = view.summary.rows.map(({ line, byKind, total }): GridRow => {
    const known = view.lines.find(({ id }) => id === line.id);
    return {
      id: line.id,
      kind: 'data',
      name: line.name,
      ...(known === undefined || !input.mayEdit ? {} : { control: input.controlOf(known) }),
      cells: {
        ...kindCells(byKind, { editable: input.mayEdit }),
        [totalColumn]: amountCell(total, { description: texts.budget.computed }),
      },
    };
  });
  return [...lines, ...sumRows(input, kindCells(view.summary.byKind, {}), 'sum')];
}

function kindCells(byKind: AmountByKind, more: Partial<GridCell>): Record<string, GridCell> {
  return Object.fromEntries(budgetpostKinds.map((kind) => [kind, amountCell(byKind[kind], more)]));
}

function amountCell(amount: Tkr | null, more: Partial<GridCell> = {}): GridCell {
  if (amount === null) return { text: '', editText: '', copyText: '', tone: 'none', ...more };
  return { text: shown(amount), editText: formatSwedish(amount), ...more };
}

/** The columns of the protocol: the amount, and the decision that it comes from. */
export function protocolColumns(view: BudgetView, texts: Texts): GridColumn[] {
  return [
    { id: totalColumn, name: texts.budget.total(view.year) },
    { id: beslutColumn, name: texts.budget.beslut, align: 'start' },
  ];
}

/** A row an entry, as the protocol prints it, and the sum. */
export function protocolGridRows(input: BudgetRowsInput): GridRow[] {
  const { view, language, beslutLine, texts } = input;
  const rows = protocolRows(view.lines, view.posts, view.year).map(({ line, post }): GridRow => {
    const told = view.posts.find(({ id }) => id === post.id);
    const beslut = view.beslut.find(({ beslutId }) => beslutId === told?.beslutId);
    const label =
      post.kind === 'ursprunglig' ? line.name : `${line.name} – ${kindTerms[post.kind][language]}`;
    const { otherYear } = post;
    return {
      id: told === undefined ? post.id : rootOf(view.posts, told).id,
      kind: 'data',
      name: label,
      ...(otherYear === null
        ? {}
        : { detail: texts.budget.otherYear(otherYear, otherYear < post.year) }),
      cells: {
        [totalColumn]: amountCell(post.amount, { editable: input.mayEdit }),
        [beslutColumn]: { text: beslut === undefined ? '' : shortBeslut(beslut, beslutLine) },
      },
    };
  });
  return [...rows, ...sumRows(input, {}, 'highlight')];
}

// A decision whose day the source lacks is known by its title; the passport says what is missing.
function shortBeslut(beslut: Beslut, beslutLine: BudgetRowsInput['beslutLine']): string {
  return beslut.date === null ? beslut.title : beslutLine(beslut);
}

function sumRows(
  input: BudgetRowsInput,
  cells: Readonly<Record<string, GridCell>>,
  kind: 'sum' | 'highlight',
): GridRow[] {
  const { view, texts } = input;
  const total = amountCell(view.summary.total, printedMark('total', input));
  const before = amountCell(view.summary.beforeDecisions, printedMark('beforeDecisions', input));
  return [
    { id: sumRow, kind, name: texts.common.sum, cells: { ...cells, [totalColumn]: total } },
    {
      id: beforeRow,
      kind: 'data',
      name: texts.budget.beforeDecisions,
      cells: { [totalColumn]: before },
    },
  ];
}

function printedMark(
  figure: BudgetView['printed'][number]['figure'],
  { view, showsPrinted, texts }: BudgetRowsInput,
): Partial<GridCell> {
  const differing = view.printed.find((one) => one.figure === figure && one.verdict !== 'agrees');
  if (!showsPrinted || differing === undefined) return {};
  const printed = texts.common.printedAs(shown(tkr(differing.printed)));
  return { marks: <Mark>{printed}</Mark> };
}

/** The entries in force behind a cell: of one line and kind, or the one of a protocol row. */
export function postsBehind(
  view: BudgetView,
  { rowId, columnId }: { readonly rowId: string; readonly columnId: string },
): PostView[] {
  const counted = inForce(view.posts).filter((post) => post.year === view.year && !isVoided(post));
  const ofRoot = counted.filter((post) => rootOf(view.posts, post).id === rowId);
  if (ofRoot.length > 0) return ofRoot;
  if (rowId === beforeRow) return counted.filter(({ kind }) => kind === 'ursprunglig');
  return counted.filter(
    ({ lineId, kind }) =>
      (rowId === sumRow || rowId === lineId) && (columnId === totalColumn || columnId === kind),
  );
}
