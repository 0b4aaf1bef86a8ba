import { useMemo, useState } from 'react';
import { type GridContent, shapeOf } from './content.ts';
import { nearestStand } from './movement.ts';
import { type GridShape, isSame } from './position.ts';
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
  const [selection, setSelection] = useState<Selection>(() =>
    selectCell(nearestStand({ row: Math.min(0, shape.rows - 1), column: 0 }, shape)),
  );
  if (known.rows === rows && known.columns === columns) return { selection, setSelection, shape };
  const followed = followIds(selection, idsOf(known), idsOf(content));
  const stand = nearestStand(followed.active, shape);
  const next = isSame(stand, followed.active) ? followed : selectCell(stand);
  setKnown(content);
  setSelection(next);
  return { selection: next, setSelection, shape };
}

function idsOf(content: GridContent): GridIds {
  return {
    rows: content.rows.map((row) => row.id),
    columns: content.columns.map((column) => column.id),
  };
}
