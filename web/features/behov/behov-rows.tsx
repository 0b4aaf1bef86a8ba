import type { ReactNode } from 'react';
import type { LineNeed } from '#domain/behov.ts';
import { isNegative, isZero, type Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { formatVolume } from '#domain/volume.ts';
import { shown } from '../../lib/format.ts';
import type { Texts } from '../../texts/sv.ts';
import type { GridCell, GridColumn, GridRow } from '../../ui/grid/grid-types.ts';
import { Mark } from '../../ui/mark.tsx';
import type { BehovView, ItemView, LineView } from './behov.ts';

/** What the rows are made from. */
export type BehovRowsInput = {
  readonly view: BehovView;
  readonly mayEdit: boolean;
  readonly texts: Texts;
  /** The menus of lines and items, for those who may change them. */
  readonly lineControl: (line: LineView) => ReactNode;
  readonly itemControl: (item: ItemView) => ReactNode;
};

/** The row with the sums, and the columns that figures are asked about in. */
export const sumRow = 'sum';
export const needColumn = 'need';
export const budgetColumn = 'budget';
export const gapColumn = 'gap';

/** Volume and price, what they come to, and what there is for it. */
export function behovColumns({ behov: words }: Texts): GridColumn[] {
  return [
    { id: 'volume', name: words.volume, inputMode: 'decimal' },
    { id: 'unitPrice', name: words.unitPrice },
    { id: 'validFrom', name: words.validFrom },
    { id: needColumn, name: words.need },
    { id: budgetColumn, name: words.budget },
    { id: gapColumn, name: words.gap },
  ];
}

/** Each line with its items under it, and the sum. */
export function behovRows(input: BehovRowsInput): GridRow[] {
  const { view, mayEdit, texts } = input;
  const lines = view.lines.flatMap((line): GridRow[] => [
    {
      id: line.lineId,
      kind: 'group',
      name: line.name,
      ...(mayEdit ? { control: input.lineControl(line) } : {}),
      cells: needCells(line.need, texts),
    },
    ...line.items.map((item) => itemRow(item, line, input)),
  ]);
  const sum = { id: sumRow, kind: 'sum' as const, name: texts.common.sum };
  return [...lines, { ...sum, cells: needCells(view.total, texts) }];
}

function itemRow(item: ItemView, line: LineView, input: BehovRowsInput): GridRow {
  const { mayEdit, texts } = input;
  const { article, price, newer, comment } = item;
  const words = texts.behov;
  const mark =
    newer === null ? {} : { marks: <Mark>{words.newPriceMark(formatSwedish(newer.amount))}</Mark> };
  return {
    id: item.id,
    kind: 'data',
    name: article.name,
    groupName: line.name,
    detail: comment === null ? article.unit : `${article.unit} · ${comment}`,
    ...(mayEdit ? { control: input.itemControl(item) } : {}),
    cells: {
      volume: { text: formatVolume(item.volume), editable: mayEdit },
      unitPrice: { text: formatSwedish(price.amount), description: words.priceHelp, ...mark },
      validFrom: {
        text: price.validFrom,
        ...(price.source === null ? {} : { description: price.source }),
      },
      [needColumn]: amountCell(item.value),
    },
  };
}

function needCells(
  { need, budget, gap }: Omit<LineNeed, 'lineId'>,
  texts: Texts,
): Record<string, GridCell> {
  return {
    [needColumn]: amountCell(need),
    [budgetColumn]: amountCell(budget),
    [gapColumn]: gapCell(gap, texts),
  };
}

// The sign says it, and so does the word: the budget is not enough, or it is.
function gapCell(gap: Tkr | null, { behov: words }: Texts): GridCell {
  const cell = amountCell(gap);
  if (gap === null || isZero(gap)) return cell;
  const isEnough = isNegative(gap);
  const said = isEnough ? words.isOver : words.isMissing;
  return { ...cell, marks: <Mark tone={isEnough ? 'plain' : 'warn'}>{said}</Mark> };
}

function amountCell(amount: Tkr | null): GridCell {
  if (amount === null) return { text: '', editText: '', copyText: '', tone: 'none' };
  return { text: shown(amount), editText: formatSwedish(amount) };
}
