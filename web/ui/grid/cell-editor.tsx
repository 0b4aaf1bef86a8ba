import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Step } from './movement.ts';

/** How editing began: over the old text, at its end, or with a key that composes a character. */
export type EditStart = { readonly text: string; readonly isReplacing: boolean };

/** Where to go after a text was taken. */
export type EditMove = Step | 'next' | 'previous' | 'stay';

/** How editing ended. */
export type EditEnd =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'commit'; readonly text: string; readonly move: EditMove };

type CellEditorProps = {
  readonly name: string;
  readonly start: EditStart;
  readonly inputMode: 'decimal' | 'text';
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly onTyping: (text: string) => void;
  readonly onEnd: (end: EditEnd) => void;
};

const arrows: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The field that lies over a cell while it is edited. Holds the text itself until it is taken. */
export function CellEditor(props: CellEditorProps) {
  const { name, start, inputMode, describedBy, isInvalid, onTyping, onEnd } = props;
  const input = useRef<HTMLInputElement>(null);
  const isReplacing = useRef(start.isReplacing);
  const hasEnded = useRef(false);

  useLayoutEffect(() => {
    const field = input.current;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  function end(outcome: EditEnd) {
    if (hasEnded.current) return;
    hasEnded.current = true;
    onEnd(outcome);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'F2') isReplacing.current = !isReplacing.current;
    const outcome = endFor(event, isReplacing.current);
    if (outcome === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    end(outcome);
  }

  function leave(event: { readonly currentTarget: HTMLInputElement }) {
    // Changing window is not leaving the cell: the field is still the page's active element.
    if (document.activeElement === event.currentTarget) return;
    end({ kind: 'commit', text: event.currentTarget.value, move: 'stay' });
  }

  return (
    <input
      ref={input}
      className="grid-editor"
      type="text"
      inputMode={inputMode}
      autoComplete="off"
      spellCheck={false}
      aria-label={name}
      aria-describedby={describedBy}
      aria-invalid={isInvalid || undefined}
      defaultValue={start.text}
      onChange={(event) => onTyping(event.target.value)}
      onKeyDown={press}
      onBlur={leave}
    />
  );
}

function endFor(event: KeyboardEvent<HTMLInputElement>, isReplacing: boolean): EditEnd | undefined {
  if (event.key === 'Escape') return { kind: 'cancel' };
  const text = event.currentTarget.value;
  if (event.key === 'Enter') return { kind: 'commit', text, move: event.shiftKey ? 'up' : 'down' };
  if (event.key === 'Tab') {
    return { kind: 'commit', text, move: event.shiftKey ? 'previous' : 'next' };
  }
  const step = arrows[event.key];
  const hasModifier = event.shiftKey || event.ctrlKey || event.metaKey || event.altKey;
  if (!isReplacing || step === undefined || hasModifier) return undefined;
  return { kind: 'commit', text, move: step };
}
