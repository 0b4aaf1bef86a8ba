import { useEffect } from 'react';
import type { GridContent } from './content.ts';
import type { CellId, GridProps, GridSelection } from './grid-types.ts';
import { type Range, span } from './position.ts';
import { type Selection, selectedRange } from './selection.ts';
import { useLatest } from './use-latest.ts';

/** Tells the page which cell is active and what is selected, once someone has been in the grid. */
export function useReports(
  props: GridProps,
  content: GridContent,
  selection: Selection,
  isUsed: boolean,
): void {
  const rowId = content.rows[selection.active.row]?.id;
  const columnId = content.columns[selection.active.column]?.id;
  const { top, left, bottom, right } = selectedRange(selection);

  const reportActive = useLatest((cell: CellId | undefined) => props.onActiveCellChange?.(cell));
  useEffect(() => {
    if (!isUsed) return;
    reportActive(rowId === undefined || columnId === undefined ? undefined : { rowId, columnId });
  }, [isUsed, rowId, columnId, reportActive]);

  const reportSelection = useLatest((range: Range) =>
    props.onSelectionChange?.(namesIn(content, range)),
  );
  useEffect(() => {
    if (isUsed) reportSelection({ top, left, bottom, right });
  }, [isUsed, top, left, bottom, right, reportSelection]);
}

/** Tells the page what is being typed in the active cell; undefined once the cell is left. */
export function useTyping(
  props: GridProps,
  content: GridContent,
  { active }: Selection,
): (text: string | undefined) => void {
  const rowId = content.rows[active.row]?.id;
  const columnId = content.columns[active.column]?.id;
  return useLatest((text: string | undefined) => {
    const isKnown = text !== undefined && rowId !== undefined && columnId !== undefined;
    props.onTyping?.(isKnown ? { rowId, columnId, text } : undefined);
  });
}

function namesIn(content: GridContent, range: Range): GridSelection {
  const rows = span(Math.max(0, range.top), range.bottom);
  const columns = span(Math.max(0, range.left), range.right);
  return {
    rowIds: rows.flatMap((row) => content.rows[row]?.id ?? []),
    columnIds: columns.flatMap((column) => content.columns[column]?.id ?? []),
  };
}

/** Tells the page how many texts are not taken, and that there are none when the grid leaves. */
export function useProblemReport(
  onChange: ((count: number) => void) | undefined,
  count: number,
): void {
  const tell = useLatest((reported: number) => onChange?.(reported));
  useEffect(() => tell(count), [tell, count]);
  useEffect(() => () => tell(0), [tell]);
}
