import { createEvent, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import {
  cell,
  columns,
  focus,
  prepareGridTests,
  press,
  renderGrid,
  rowsOf,
  said,
  start,
  type,
} from './grid-testing.tsx';
import type { GridRow } from './grid-types.ts';

prepareGridTests();

describe('moving', () => {
  test('the grid is one tab stop and arrow keys move the focus', () => {
    renderGrid();
    const stops = screen.getByRole('grid').querySelectorAll('[tabindex="0"]');
    expect([...stops]).toEqual([cell('Rad a', 0)]);
    focus(cell('Rad a', 0));
    press('ArrowDown');
    expect(document.activeElement).toBe(cell('Rad b', 0));
    press('ArrowRight');
    expect(document.activeElement).toBe(cell('Rad b', 1));
    expect(screen.getByRole('grid').querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  test('Tab is left to the browser while nothing is edited', () => {
    renderGrid();
    focus(cell('Rad a', 0));
    const event = createEvent.keyDown(cell('Rad a', 0), { key: 'Tab' });
    fireEvent(cell('Rad a', 0), event);
    expect(event.defaultPrevented).toBe(false);
  });

  test('a menu key in a header is left to the menu, an arrow is not', () => {
    const press = vi.fn();
    const control = (
      <button type="button" onKeyDown={(event) => void press(event.key)}>
        Om tillägg
      </button>
    );
    renderGrid({ columns: [{ id: 'x', name: 'Om tillägg', control }, ...columns.slice(1)] });
    focus(cell('Rad a', 0));
    fireEvent.keyDown(cell('Rad a', 0), { key: 'ArrowUp' });
    const button = screen.getByRole('button', { name: 'Om tillägg' });
    expect(document.activeElement).toBe(button);
    fireEvent.keyDown(button, { key: 'Enter' });
    fireEvent.keyDown(button, { key: 'ArrowDown' });
    expect(press.mock.calls).toEqual([['Enter']]);
    expect(document.activeElement).toBe(cell('Rad a', 0));
  });

  test('draws only the rows it leaves and reaches', () => {
    const drawn = new Set<string>();
    const rows = ['a', 'b', 'c', 'd'].map((id): GridRow => {
      const cell = {
        get text() {
          drawn.add(id);
          return id;
        },
      };
      return { id, kind: 'data', name: id, cells: { x: cell } };
    });
    renderGrid({ rows });
    focus(screen.getByRole('gridcell', { name: 'a' }));
    drawn.clear();
    press('ArrowDown');
    expect([...drawn]).toEqual(['a', 'b']);
  });

  test('the page hears which cell is active', () => {
    const onActiveCellChange = vi.fn();
    renderGrid({ onActiveCellChange });
    expect(onActiveCellChange).not.toHaveBeenCalled();
    focus(cell('Rad a', 0));
    press('ArrowRight');
    press('ArrowUp');
    expect(onActiveCellChange.mock.calls).toEqual([
      [{ rowId: 'a', columnId: 'x' }],
      [{ rowId: 'a', columnId: 'y' }],
      [undefined],
    ]);
  });
});

describe('editing', () => {
  test('typing replaces, Enter takes it and moves down', () => {
    const { onCommit } = renderGrid();
    focus(cell('Rad b', 0));
    type('77');
    expect(screen.getByRole('textbox', { name: 'Rad b, Om tillägg' })).toBe(document.activeElement);
    press('Enter');
    expect(onCommit.mock.calls).toEqual([[[{ rowId: 'b', columnId: 'x', text: '77' }]]]);
    expect(cell('Rad b', 0).textContent).toBe('77');
    expect(document.activeElement).toBe(cell('Rad c', 0));
  });

  test('F2 starts from the exact text, Esc leaves it as it was', () => {
    const { onCommit } = renderGrid();
    focus(cell('Rad b', 1));
    press('F2');
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('4');
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '999' } });
    press('Escape');
    expect(onCommit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(cell('Rad b', 1));
    expect(cell('Rad b', 1).textContent).toBe('4');
  });

  test('Tab takes it and goes to the next cell that can be edited', () => {
    renderGrid();
    focus(cell('Rad a', 1));
    type('7');
    press('Tab');
    expect(document.activeElement).toBe(cell('Rad b', 0));
    type('8');
    press('Tab', { shiftKey: true });
    expect(document.activeElement).toBe(cell('Rad a', 1));
  });

  test('leaving takes it', () => {
    const { onCommit } = renderGrid({}, <button type="button">Utanför</button>);
    focus(cell('Rad a', 0));
    type('7');
    focus(screen.getByRole('button', { name: 'Utanför' }));
    expect(onCommit.mock.calls).toEqual([[[{ rowId: 'a', columnId: 'x', text: '7' }]]]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Utanför' }));
  });

  test('pressing another cell takes it in the cell where it was typed', () => {
    const { onCommit } = renderGrid();
    focus(cell('Rad a', 0));
    type('7');
    fireEvent.mouseDown(cell('Rad c', 1));
    expect(onCommit.mock.calls).toEqual([[[{ rowId: 'a', columnId: 'x', text: '7' }]]]);
    expect(document.activeElement).toBe(cell('Rad c', 1));
  });

  test('a text that did not change is no change', () => {
    const { onCommit } = renderGrid();
    focus(cell('Rad a', 0));
    press('F2');
    press('Enter');
    expect(onCommit).not.toHaveBeenCalled();
  });

  test('a sum says that it cannot be changed', () => {
    renderGrid();
    focus(cell('Summa', 0));
    press('5');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(said()).toBe('Summa, Om tillägg kan inte ändras här');
    expect(cell('Summa', 0).getAttribute('aria-readonly')).toBe('true');
  });
});

describe('a refused text', () => {
  function refuse() {
    const page = renderGrid({ onUndo: vi.fn() });
    focus(cell('Rad b', 0));
    type('1.5');
    press('Enter');
    return page;
  }

  test('stays in its cell with the reason', () => {
    refuse();
    const refused = cell('Rad b', 0);
    expect(refused.textContent).toBe('1.5');
    expect(refused.getAttribute('aria-invalid')).toBe('true');
    const reason = document.getElementById(refused.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toContain('Skriv siffror.');
    expect(said()).toBe('Rad b, Om tillägg: Skriv siffror.');
  });

  test('is where editing starts, and goes when it is corrected', () => {
    refuse();
    focus(cell('Rad b', 0));
    press('F2');
    const field = screen.getByRole<HTMLInputElement>('textbox');
    expect(field.value).toBe('1.5');
    fireEvent.change(field, { target: { value: '15' } });
    press('Enter');
    expect(cell('Rad b', 0).textContent).toBe('15');
    expect(cell('Rad b', 0).getAttribute('aria-invalid')).toBeNull();
  });

  test('can be given up with Esc', () => {
    const { onCommit } = refuse();
    focus(cell('Rad b', 0));
    press('Escape');
    expect(cell('Rad b', 0).textContent).toBe('3');
    expect(onCommit).toHaveBeenCalledTimes(1);
  });

  test('can be given up in the list under the table', () => {
    refuse();
    fireEvent.click(screen.getByRole('button', { name: 'Kasta: Rad b, Om tillägg' }));
    expect(cell('Rad b', 0).textContent).toBe('3');
    expect(document.activeElement).toBe(cell('Rad b', 0));
  });

  test('is itself what Ctrl+Z takes back, before anything older', () => {
    const onUndo = vi.fn();
    renderGrid({ onUndo });
    focus(cell('Rad b', 0));
    type('1.5');
    press('Enter');
    press('z', { ctrlKey: true });
    expect(onUndo).not.toHaveBeenCalled();
    expect(cell('Rad b', 0).textContent).toBe('3');
    press('z', { ctrlKey: true });
    expect(onUndo).toHaveBeenCalledTimes(1);
  });

  test('from the page or the server is shown in the same way', () => {
    const onDiscardInvalid = vi.fn();
    const rows = rowsOf(start).map((row) =>
      row.id === 'c'
        ? {
            ...row,
            cells: { x: { text: '4', editable: true, invalid: { text: '9', reason: 'Nekad.' } } },
          }
        : row,
    );
    renderGrid({ rows, onDiscardInvalid });
    expect(cell('Rad c', 0).textContent).toBe('9');
    fireEvent.click(screen.getByRole('button', { name: 'Kasta: Rad c, Om tillägg' }));
    expect(onDiscardInvalid).toHaveBeenCalledWith({ rowId: 'c', columnId: 'x' });
  });
});
