import { useState } from 'react';
import type { Refusal } from './content.ts';
import { editTextOf, type GridContent } from './content.ts';
import type { CellId, GridChange, GridRefusal } from './grid-types.ts';

/** Refused texts by row and column. */
export type RefusalMap = ReadonlyMap<string, ReadonlyMap<string, Refusal>>;

/** The refused texts, and what can be done about them. */
export type Refusals = {
  readonly refusals: RefusalMap;
  /** Hands changes to the page as one step; answers with what the page refused. */
  readonly commit: (changes: readonly GridChange[]) => readonly GridRefusal[];
  readonly discard: (cell: CellId) => void;
  /** Takes back the latest refused texts; true where the page has nothing of that step to undo. */
  readonly undoLatest: () => boolean;
};

type Commit = (changes: readonly GridChange[]) => readonly GridRefusal[];

/** Keeps what was typed and refused, until it is corrected, given up or overtaken. */
export function useRefusals(content: GridContent, onCommit: Commit | undefined): Refusals {
  const [refusals, setRefusals] = useState<RefusalMap>(new Map());
  const [latest, setLatest] = useState<{ refused: readonly CellId[]; isAll: boolean }>();

  function commit(changes: readonly GridChange[]): readonly GridRefusal[] {
    if (onCommit === undefined || changes.length === 0) return [];
    const refused = onCommit(changes);
    setRefusals((current) => withRefused(without(current, changes), changes, refused, content));
    setLatest({ refused, isAll: refused.length === changes.length });
    return refused;
  }

  function undoLatest(): boolean {
    const step = latest;
    if (step === undefined) return false;
    setLatest(undefined);
    setRefusals((current) => without(current, step.refused));
    return step.isAll;
  }

  return {
    refusals,
    commit,
    discard: (cell) => setRefusals((current) => without(current, [cell])),
    undoLatest,
  };
}

function without(map: RefusalMap, cells: readonly CellId[]): RefusalMap {
  const held = cells.filter((cell) => map.get(cell.rowId)?.has(cell.columnId) === true);
  if (held.length === 0) return map;
  const next = new Map(map);
  for (const { rowId, columnId } of held) {
    const row = new Map(next.get(rowId));
    row.delete(columnId);
    if (row.size === 0) next.delete(rowId);
    else next.set(rowId, row);
  }
  return next;
}

function withRefused(
  map: RefusalMap,
  changes: readonly GridChange[],
  refused: readonly GridRefusal[],
  content: GridContent,
): RefusalMap {
  if (refused.length === 0) return map;
  const rows = new Map(content.rows.map((row) => [row.id, row]));
  const next = new Map(map);
  for (const { rowId, columnId, reason } of refused) {
    const change = changes.find((one) => one.rowId === rowId && one.columnId === columnId);
    const against = editTextOf(rows.get(rowId)?.cells?.[columnId]);
    const row = new Map(next.get(rowId));
    row.set(columnId, { text: change?.text ?? '', reason, against });
    next.set(rowId, row);
  }
  return next;
}
