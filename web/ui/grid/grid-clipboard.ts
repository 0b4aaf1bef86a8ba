import type { ClipboardEvent } from 'react';
import { blockOf, cellName, isHeadingRow } from './content.ts';
import { type GridController, isOwnEvent } from './grid-controller.ts';
import { formatHtmlTable } from './html-table.ts';
import { planPaste } from './paste.ts';
import { type Range, span } from './position.ts';
import { selectedRange } from './selection.ts';
import { formatTsv, parseTsv } from './tsv.ts';

/**
 * Copy, cut and paste by the browser's own events.
 *
 * They need no permission and no secure connection, as `navigator.clipboard` does.
 */
export function gridClipboard(grid: GridController) {
  const { props, content } = grid;

  function copy(event: ClipboardEvent<HTMLTableElement>): boolean {
    if (!isOwnEvent(event)) return false;
    const range = selectedRange(grid.selection);
    const block = blockOf(content, range);
    const headers = { row: range.top < 0, column: range.left < 0 };
    event.preventDefault();
    event.clipboardData.setData('text/plain', formatTsv(block));
    event.clipboardData.setData('text/html', formatHtmlTable(block, headers));
    grid.announce(props.labels.copied(countCells(grid, range)));
    return true;
  }

  function cut(event: ClipboardEvent<HTMLTableElement>) {
    if (copy(event)) grid.clearSelected();
  }

  function paste(event: ClipboardEvent<HTMLTableElement>) {
    if (!isOwnEvent(event)) return;
    const text = event.clipboardData.getData('text/plain');
    if (text === '') return;
    event.preventDefault();
    const plan = planPaste(parseTsv(text), selectedRange(grid.selection), content);
    const { changes, target, readOnly, outside } = plan;
    if (props.onCommit === undefined || (changes.length === 0 && readOnly > 0)) {
      grid.announce(props.labels.readOnly(cellName(content, grid.selection.active)));
      return;
    }
    const refused = grid.refusals.commit(changes);
    const leftOut = readOnly + outside > 0 ? props.labels.leftOut(readOnly, outside) : '';
    const result = props.labels.pasted(changes.length, refused.length);
    grid.announce([result, leftOut].filter(Boolean).join('. '));
    grid.select({
      active: target.top < 0 ? grid.selection.active : { row: target.top, column: target.left },
      anchor: { row: target.top, column: target.left },
      extent: { row: target.bottom, column: target.right },
    });
  }

  return { onCopy: copy, onCut: cut, onPaste: paste };
}

function countCells(grid: GridController, range: Range): number {
  const rows = span(Math.max(0, range.top), range.bottom);
  const withCells = rows.filter((row) => !isHeadingRow(grid.content.rows[row]));
  return withCells.length * Math.max(0, range.right - Math.max(0, range.left) + 1);
}
