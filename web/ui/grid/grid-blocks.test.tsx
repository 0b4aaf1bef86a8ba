import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { Grid } from './grid.tsx';
import { gridLabelsSv } from './grid-labels.ts';
import {
  cell,
  columns,
  copy,
  focus,
  paste,
  prepareGridTests,
  press,
  renderGrid,
  rowsOf,
  said,
  start,
} from './grid-testing.tsx';

prepareGridTests();

describe('blocks', () => {
  test('a pasted block is one change with all its cells', () => {
    const { onCommit } = renderGrid();
    focus(cell('Rad b', 0));
    const event = paste('7\t8\r\n9\tx\r\n');
    expect(event.defaultPrevented).toBe(true);
    expect(onCommit).toHaveBeenCalledTimes(1);
    expect(onCommit.mock.calls[0]?.[0]).toHaveLength(4);
    expect(said()).toBe('Klistrade in 4 celler, 1 ogiltig');
    expect(
      [cell('Rad b', 0), cell('Rad b', 1), cell('Rad c', 0)].map((it) => it.textContent),
    ).toEqual(['7', '8', '9']);
    expect(cell('Rad c', 1).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(4);
  });

  test('one value fills the selection', () => {
    const { onCommit } = renderGrid();
    focus(cell('Rad b', 0));
    press('ArrowDown', { shiftKey: true });
    press('ArrowRight', { shiftKey: true });
    expect(said()).toBe('2 rader, 2 kolumner markerade');
    expect(document.activeElement).toBe(cell('Rad b', 0));
    paste('7');
    expect(onCommit.mock.calls[0]?.[0].map((change) => change.text)).toEqual(['7', '7', '7', '7']);
  });

  test('what does not fit is said', () => {
    renderGrid();
    focus(cell('Rad c', 1));
    paste('7\t8\n9');
    expect(said()).toBe(
      'Klistrade in 1 cell. 1 cell kan inte ändras här och lämnades som de var, 1 cell fick inte plats i tabellen',
    );
  });

  test('Delete clears the selection in one change', () => {
    const { onCommit } = renderGrid();
    focus(cell('Rad b', 0));
    press('ArrowDown', { shiftKey: true });
    press('Delete');
    expect(onCommit.mock.calls).toEqual([
      [
        [
          { rowId: 'b', columnId: 'x', text: '' },
          { rowId: 'c', columnId: 'x', text: '' },
        ],
      ],
    ]);
    expect(said()).toBe('Tömde 2 celler');
  });

  test('a copied range is figures, the whole table has its headers', () => {
    renderGrid();
    focus(cell('Rad c', 0));
    press('ArrowDown', { shiftKey: true });
    press('ArrowRight', { shiftKey: true });
    expect(copy().get('text/plain')).toBe('4\t-16\r\n8\t-10');
    press('a', { ctrlKey: true });
    const whole = copy();
    expect(whole.get('text/plain')).toBe(
      'Tkr\tOm tillägg\tUtan tillägg\r\nRad a\t1\t2\r\n2026\t\t\r\nRad b\t3\t4\r\nRad c\t4\t-16\r\nSumma\t8\t-10',
    );
    expect(whole.get('text/html')).toContain('<th scope="row">Rad a</th><td>1</td>');
    expect(said()).toBe('Kopierade 8 celler');
  });

  test('cut copies and clears', () => {
    const { onCommit } = renderGrid();
    focus(cell('Rad b', 0));
    expect(copy('cut').get('text/plain')).toBe('3');
    expect(onCommit.mock.calls).toEqual([[[{ rowId: 'b', columnId: 'x', text: '' }]]]);
  });

  test('Ctrl+Z and Ctrl+Y are the page’s', () => {
    const onUndo = vi.fn();
    const onRedo = vi.fn();
    renderGrid({ onUndo, onRedo });
    focus(cell('Rad b', 0));
    press('z', { ctrlKey: true });
    press('y', { ctrlKey: true });
    expect([onUndo.mock.calls.length, onRedo.mock.calls.length]).toEqual([1, 1]);
  });
});

test('a row that goes leaves the focus on the row that takes its place', () => {
  const { rerender } = render(
    <Grid
      label="Utfall"
      corner="Tkr"
      columns={columns}
      rows={rowsOf(start)}
      labels={gridLabelsSv}
    />,
  );
  focus(cell('Rad a', 1));
  const { a: _gone, ...rest } = start;
  const rows = rowsOf({ b: start['b'] ?? ['', ''], ...rest }).filter((row) => row.id !== 'b');
  rerender(
    <Grid label="Utfall" corner="Tkr" columns={columns} rows={rows} labels={gridLabelsSv} />,
  );
  expect(document.activeElement).toBe(cell('Rad c', 1));
});

test('rows of a read-only grid copy and take nothing', () => {
  render(
    <Grid
      label="Utfall"
      corner="Tkr"
      columns={columns}
      rows={rowsOf(start)}
      labels={gridLabelsSv}
    />,
  );
  expect(screen.getByRole('grid').getAttribute('aria-readonly')).toBe('true');
  focus(cell('Rad b', 1));
  expect(copy().get('text/plain')).toBe('4');
  press('5');
  paste('5');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(cell('Rad b', 1).textContent).toBe('4');
});

test('dragging with the mouse selects a range, Shift extends it', () => {
  renderGrid();
  fireEvent.mouseDown(cell('Rad b', 0));
  fireEvent.mouseOver(cell('Rad c', 1), { buttons: 1 });
  expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(4);
  fireEvent.mouseDown(cell('Rad b', 1), { shiftKey: true });
  expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(2);
  expect(document.activeElement).toBe(cell('Rad b', 0));
});
