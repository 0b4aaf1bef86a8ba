import { describe, expect, test } from 'vitest';
import type { GridContent } from './content.ts';
import type { GridChange, GridRow } from './grid-types.ts';
import { planClearing, planPaste } from './paste.ts';
import type { Range } from './position.ts';

function row(id: string, one: string, two: string, isOpen = true): GridRow {
  return {
    id,
    kind: isOpen ? 'data' : 'sum',
    name: `Rad ${id}`,
    cells: { x: { text: one, editable: isOpen }, y: { text: two, editable: isOpen } },
  };
}

// A heading between rows b and c, and a sum of everything at the foot.
const content: GridContent = {
  corner: 'Tkr',
  columns: [
    { id: 'x', name: 'Ett' },
    { id: 'y', name: 'Två' },
  ],
  rows: [
    row('a', '1', '2'),
    row('b', '3', '4'),
    { id: 'h', kind: 'group', name: 'Rubrik' },
    row('c', '5', '6'),
    row('s', '9', '\u221212', false),
  ],
};

function range(top: number, left: number, bottom = top, right = left): Range {
  return { top, left, bottom, right };
}

function short(changes: readonly GridChange[]): string {
  return changes.map((change) => `${change.rowId}${change.columnId}=${change.text}`).join(' ');
}

describe('a pasted block', () => {
  test.each<[string, string[][], Range, string, number, number]>([
    ['goes into one cell', [['7']], range(0, 0), 'ax=7', 0, 0],
    [
      'lies from the active cell',
      [
        ['7', '8'],
        ['9', '0'],
      ],
      range(0, 0),
      'ax=7 ay=8 bx=9 by=0',
      0,
      0,
    ],
    [
      'lies from the corner of a selection it does not fit',
      [['7'], ['8']],
      range(0, 0, 2, 1),
      'ax=7 bx=8',
      0,
      0,
    ],
    ['of one value fills the selection', [['7']], range(0, 0, 1, 1), 'ax=7 ay=7 bx=7 by=7', 0, 0],
    ['of one value fills across a heading', [['7']], range(1, 0, 3, 0), 'bx=7 cx=7', 0, 0],
    ['of one row fills several', [['7', '8']], range(0, 0, 1, 1), 'ax=7 ay=8 bx=7 by=8', 0, 0],
    ['of the same size lies once', [['7'], ['8']], range(0, 0, 1, 0), 'ax=7 bx=8', 0, 0],
    [
      'passes a heading it knows nothing of',
      [['7'], ['8'], ['9']],
      range(0, 0),
      'ax=7 bx=8 cx=9',
      0,
      0,
    ],
    [
      'spends its empty line on a heading',
      [['7'], ['8'], [''], ['9']],
      range(0, 0),
      'ax=7 bx=8 cx=9',
      0,
      0,
    ],
    ['clears with its empty cells', [['', '8']], range(0, 0), 'ax= ay=8', 0, 0],
    ['leaves what it does not mention', [['7'], ['8', '9']], range(0, 0), 'ax=7 bx=8 by=9', 0, 0],
    ['loses spaces around figures', [[' 7 ']], range(0, 0), 'ax=7', 0, 0],
    ['meets the edge to the right', [['7', '8']], range(0, 1), 'ay=7', 0, 1],
    ['meets the foot', [['7'], ['9'], ['5'], ['']], range(3, 0), 'cx=7', 0, 1],
    ['meets a sum that differs', [['7'], ['8']], range(3, 0), 'cx=7', 1, 0],
    ['meets a sum that agrees', [['7'], ['-12']], range(3, 1), 'cy=7', 0, 0],
    ['meets headers', [['Annan', '7']], range(0, -1), 'ax=7', 1, 0],
    [
      'of figures starts at the figures of a whole selection',
      [['7']],
      range(0, -1, 0, 0),
      'ax=7',
      0,
      0,
    ],
  ])('%s', (_name, block, selected, changes, readOnly, outside) => {
    const plan = planPaste(block, selected, content);
    expect(short(plan.changes)).toBe(changes);
    expect({ readOnly: plan.readOnly, outside: plan.outside }).toEqual({ readOnly, outside });
  });

  test('that is a copy of the whole table finds its own place', () => {
    const block = [
      ['Tkr', 'Ett', 'Två'],
      ['Rad a', '10', '2'],
      ['Rad b', '3', '4'],
      ['Rubrik', '', ''],
      ['Rad c', '5', '60'],
      ['Rad s', '9', '-12'],
    ];
    const plan = planPaste(block, range(3, 1), content);
    expect(short(plan.changes)).toBe('ax=10 ay=2 bx=3 by=4 cx=5 cy=60');
    expect(plan.readOnly).toBe(0);
    expect(plan.target).toEqual(range(-1, -1, 4, 1));
  });

  test('selects where it lies', () => {
    expect(planPaste([['7'], ['8'], ['9']], range(0, 1), content).target).toEqual(
      range(0, 1, 3, 1),
    );
  });
});

test('clearing takes what can be changed and leaves the rest', () => {
  expect(short(planClearing(range(1, 0, 4, 0), content))).toBe('bx= cx=');
});
