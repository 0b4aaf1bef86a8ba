import { useMemo, useState } from 'react';
import { type GridContent, shapeOf } from './content.ts';
import type { GridShape } from './position.ts';
import type { GridIds, Selection } from './selection.ts';
import { followIds, selectCell } from './selection.ts';

/** The selection, and how to change it. */
export type SelectionState = {
  readonly selection: Selection;
  readonly setSelection: (selection: Selection) => void;
  readonly shape: GridShape;
};

/** Keeps the selection on its cells while rows and columns come, go and change places. */
export function useSelection(content: GridContent): SelectionState {
  const { rows, columns, corner } = content;
  const shape = useMemo(() => shapeOf({ rows, columns, corner }), [rows, columns, corner]);
  const [known, setKnown] = useState(content);
  const [selection, setSelection] = useState<Selection>(() => selectCell(firstCell(shape)));
  if (known.rows === rows && known.columns === columns) return { selection, setSelection, shape };
  const followed = followIds(selection, idsOf(known), idsOf(content));
  setKnown(content);
  setSelection(followed);
  return { selection: followed, setSelection, shape };
}

function firstCell(shape: GridShape) {
  let row = 0;
  while (row < shape.rows - 1 && shape.isHeading(row)) row += 1;
  return { row: Math.min(row, shape.rows - 1), column: Math.min(0, shape.columns - 1) };
}

function idsOf(content: GridContent): GridIds {
  return {
    rows: content.rows.map((row) => row.id),
    columns: content.columns.map((column) => column.id),
  };
}
