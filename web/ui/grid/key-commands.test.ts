import { describe, expect, test } from 'vitest';
import { type Command, commandFor, type KeyPress } from './key-commands.ts';

function press(keys: string): KeyPress {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  return {
    key: key === 'Space' ? ' ' : key,
    ctrlKey: parts.includes('Ctrl') || parts.includes('AltGr'),
    metaKey: parts.includes('Cmd'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt') || parts.includes('AltGr'),
    altGraph: parts.includes('AltGr'),
  };
}

describe('keys mean', () => {
  test.each<[string, Command | undefined]>([
    ['ArrowDown', { kind: 'move', step: 'down' }],
    ['Shift+ArrowDown', { kind: 'extend', step: 'down' }],
    ['Ctrl+ArrowDown', { kind: 'move', step: 'last-row' }],
    ['Ctrl+Shift+ArrowLeft', { kind: 'extend', step: 'first-column' }],
    ['Home', { kind: 'move', step: 'first-column' }],
    ['Ctrl+End', { kind: 'move', step: 'last-cell' }],
    ['Cmd+Home', { kind: 'move', step: 'first-cell' }],
    ['PageDown', { kind: 'move', step: 'page-down' }],
    ['7', { kind: 'replace', text: '7' }],
    ['Shift+A', { kind: 'replace', text: 'A' }],
    ['AltGr+@', { kind: 'replace', text: '@' }],
    ['−', { kind: 'replace', text: '−' }],
    ['Dead', { kind: 'compose' }],
    ['Process', { kind: 'compose' }],
    ['F2', { kind: 'edit' }],
    ['Enter', { kind: 'edit' }],
    ['Shift+Enter', { kind: 'move', step: 'up' }],
    ['Delete', { kind: 'clear' }],
    ['Backspace', { kind: 'clear' }],
    ['Escape', { kind: 'escape' }],
    ['Ctrl+a', { kind: 'select-all' }],
    ['Ctrl+A', { kind: 'select-all' }],
    ['Ctrl+z', { kind: 'undo' }],
    ['Cmd+z', { kind: 'undo' }],
    ['Ctrl+Shift+Z', { kind: 'redo' }],
    ['Ctrl+y', { kind: 'redo' }],
    ['Shift+Space', { kind: 'select-rows' }],
    ['Ctrl+Space', { kind: 'select-columns' }],
    ['Space', { kind: 'nothing' }],
    // Left to the browser: leaving the grid, the clipboard, its own shortcuts, and a menu's opening.
    ['Tab', undefined],
    ['Shift+Tab', undefined],
    ['Ctrl+c', undefined],
    ['Ctrl+v', undefined],
    ['Ctrl+x', undefined],
    ['Ctrl+1', undefined],
    ['Alt+ArrowDown', undefined],
    ['Alt+d', undefined],
    ['F5', undefined],
    ['Shift', undefined],
    ['CapsLock', undefined],
  ])('%s', (keys, command) => {
    expect(commandFor(press(keys))).toEqual(command);
  });
});
