import {
  act,
  cleanup,
  createEvent,
  fireEvent,
  render,
  screen,
  within,
} from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeAll, vi } from 'vitest';
import { Grid } from './grid.tsx';
import { gridLabelsSv } from './grid-labels.ts';
import type { GridChange, GridProps, GridRow } from './grid-types.ts';

/** The texts of the figures by row. */
export type Texts = Readonly<Record<string, readonly [string, string]>>;

/** Two scenarios. */
export const columns = [
  { id: 'x', name: 'Om tillägg' },
  { id: 'y', name: 'Utan tillägg' },
];

/** Three rows of figures, a heading after the first, a sum at the foot. */
export function rowsOf(texts: Texts): GridRow[] {
  const rows = Object.entries(texts).map(
    ([id, [x, y]]): GridRow => ({
      id,
      kind: 'data',
      name: `Rad ${id}`,
      cells: { x: { text: x, editable: true }, y: { text: y, editable: true } },
    }),
  );
  return [
    ...rows.slice(0, 1),
    { id: 'h', kind: 'group', name: '2026' },
    ...rows.slice(1),
    { id: 's', kind: 'sum', name: 'Summa', cells: { x: { text: '8' }, y: { text: '−10' } } },
  ];
}

function accept(texts: Texts, changes: readonly GridChange[]): Texts {
  return changes.reduce<Texts>((all, { rowId, columnId, text }) => {
    const [x, y] = all[rowId] ?? ['', ''];
    return { ...all, [rowId]: columnId === 'x' ? [text, y] : [x, text] };
  }, texts);
}

/** What the grid starts with. */
export const start: Texts = { a: ['1', '2'], b: ['3', '4'], c: ['4', '−16'] };

/** A page around the grid that takes digits only, and counts how often it is asked. */
export function renderGrid(more: Partial<GridProps> = {}, after?: ReactNode) {
  const onCommit = vi.fn((changes: readonly GridChange[]) =>
    changes
      .filter((change) => !/^[−\d]*$/.test(change.text))
      .map(({ rowId, columnId }) => ({ rowId, columnId, reason: 'Skriv siffror.' })),
  );
  function Page() {
    const [texts, setTexts] = useState(start);
    return (
      <Grid
        label="Prognos"
        corner="Tkr"
        columns={columns}
        rows={rowsOf(texts)}
        labels={gridLabelsSv}
        onCommit={(changes) => {
          const refused = onCommit(changes);
          const isRefused = (one: GridChange) =>
            refused.some((it) => it.rowId === one.rowId && it.columnId === one.columnId);
          setTexts((current) =>
            accept(
              current,
              changes.filter((one) => !isRefused(one)),
            ),
          );
          return refused;
        }}
        {...more}
      />
    );
  }
  render(
    <>
      <Page />
      {after}
    </>,
  );
  return { onCommit };
}

/** The cell of a row that is named so, in the first or the second scenario. */
export function cell(row: string, column: 0 | 1): HTMLElement {
  const found = within(screen.getByRole('row', { name: new RegExp(row) })).getAllByRole('gridcell');
  const one = found[column];
  if (one === undefined) throw new Error(`No cell ${row} ${column}`);
  return one;
}

/** Presses a key where the focus is. */
export function press(key: string, held: Partial<KeyboardEventInit> = {}) {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...held });
}

/** Types over the active cell, without leaving it. */
export function type(text: string) {
  press(text.slice(0, 1));
  const field = screen.getByRole('textbox');
  fireEvent.change(field, { target: { value: text } });
}

/** Pastes where the focus is. */
export function paste(text: string) {
  const target = document.activeElement ?? document.body;
  const event = createEvent.paste(target, { clipboardData: { getData: () => text } });
  fireEvent(target, event);
  return event;
}

/** Copies or cuts where the focus is; answers with what is on the clipboard, by format. */
export function copy(kind: 'copy' | 'cut' = 'copy') {
  const held = new Map<string, string>();
  const clipboardData = { setData: (format: string, text: string) => held.set(format, text) };
  fireEvent[kind](document.activeElement ?? document.body, { clipboardData });
  return held;
}

/** What was said last. */
export function said(): string {
  return screen
    .getAllByRole('status')
    .map((one) => one.textContent)
    .join('')
    .trim();
}

/** Puts the focus on an element, as a reader's own move does. */
export function focus(element: HTMLElement) {
  act(() => element.focus());
}

/** What the tests of the grid need from the place they run in. */
export function prepareGridTests() {
  beforeAll(() => {
    // jsdom has no layout and therefore nothing to scroll.
    Element.prototype.scrollIntoView = () => undefined;
  });
  afterEach(cleanup);
}
