import type { Step } from './movement.ts';

/** A key with what is held down beside it. */
export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** Whether AltGr is down: it reports Ctrl and Alt, and yet writes a character. */
  readonly altGraph: boolean;
};

/** What a key asks for while no cell is being edited. */
export type Command =
  | { readonly kind: 'move' | 'extend'; readonly step: Step }
  | { readonly kind: 'replace'; readonly text: string }
  | {
      readonly kind:
        | 'edit'
        | 'compose'
        | 'clear'
        | 'select-all'
        | 'select-rows'
        | 'select-columns'
        | 'undo'
        | 'redo'
        | 'escape'
        | 'nothing';
    };

const plainSteps: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first-column',
  End: 'last-column',
  PageUp: 'page-up',
  PageDown: 'page-down',
};

const controlSteps: Readonly<Record<string, Step>> = {
  ArrowUp: 'first-row',
  ArrowDown: 'last-row',
  ArrowLeft: 'first-column',
  ArrowRight: 'last-column',
  Home: 'first-cell',
  End: 'last-cell',
};

/** What a key press means; undefined where the key is none of the grid's business. */
export function commandFor(press: KeyPress): Command | undefined {
  const writes = press.key.length === 1 && (press.altGraph || !(hasControl(press) || press.altKey));
  if (writes && press.key !== ' ') return { kind: 'replace', text: press.key };
  if (press.altKey) return undefined;
  return hasControl(press) ? controlCommand(press) : plainCommand(press);
}

function hasControl(press: KeyPress): boolean {
  return press.ctrlKey || press.metaKey;
}

function stepCommand(step: Step, press: KeyPress): Command {
  return { kind: press.shiftKey ? 'extend' : 'move', step };
}

function controlCommand(press: KeyPress): Command | undefined {
  const step = controlSteps[press.key];
  if (step !== undefined) return stepCommand(step, press);
  switch (press.key.toLowerCase()) {
    case 'a':
      return { kind: 'select-all' };
    case 'z':
      return { kind: press.shiftKey ? 'redo' : 'undo' };
    case 'y':
      return { kind: 'redo' };
    case ' ':
      return { kind: 'select-columns' };
    default:
      return undefined;
  }
}

function plainCommand(press: KeyPress): Command | undefined {
  const step = plainSteps[press.key];
  if (step !== undefined) return stepCommand(step, press);
  switch (press.key) {
    case 'F2':
      return { kind: 'edit' };
    case 'Enter':
      return press.shiftKey ? { kind: 'move', step: 'up' } : { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Escape':
      return { kind: 'escape' };
    case ' ':
      // Space alone would scroll the page away from under the reader.
      return { kind: press.shiftKey ? 'select-rows' : 'nothing' };
    case 'Dead':
    case 'Process':
      return { kind: 'compose' };
    default:
      return undefined;
  }
}
