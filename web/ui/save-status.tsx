import { type ReactNode, useEffect, useState } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';
import './save-status.css';

/** Where the latest changes are: with the server, on the way, waiting here, or refused. */
export type SaveState = 'saved' | 'saving' | 'waiting' | 'refused';

/** What the save status takes. */
export type SaveStatusProps = {
  readonly state: SaveState;
  /** The words: "Sparat 14:02", "Sparar…", "Väntar på nätet, 3 ändringar", "1 ändring nekades". */
  readonly text: string;
  /** What can be done about it: "Försök igen". */
  readonly action?: ReactNode;
};

/**
 * Says whether what was typed is safe.
 *
 * Read out only when the answer changes and has settled, so that an hour of typing is not an hour of
 * "sparar, sparat".
 */
export function SaveStatus({ state, text, action }: SaveStatusProps) {
  const spoken = useSettled(state, text);
  return (
    <div className="save-status" data-state={state}>
      <span className="save-dot" aria-hidden="true" />
      <span>{text}</span>
      {action}
      <VisuallyHidden>
        <span role="status">{spoken}</span>
      </VisuallyHidden>
    </div>
  );
}

const settleMilliseconds = 1500;

function useSettled(state: SaveState, text: string): string {
  const [last, setLast] = useState<{ state: SaveState; text: string }>({
    state: 'saved',
    text: '',
  });
  useEffect(() => {
    if (state === 'saving' || state === last.state) return;
    const timer = setTimeout(() => setLast({ state, text }), settleMilliseconds);
    return () => clearTimeout(timer);
  }, [state, text, last.state]);
  return last.text;
}
