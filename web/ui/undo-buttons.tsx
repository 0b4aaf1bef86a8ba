import { type RefObject, useRef } from 'react';
import { useTexts } from '../texts/language.tsx';
import { Button } from './button.tsx';

/** What the buttons take. */
export type UndoButtonsProps = {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
};

/** Ångra and Gör om; the one that is left with nothing to do hands the focus to the other. */
export function UndoButtons({ canUndo, canRedo, undo, redo }: UndoButtonsProps) {
  const { common } = useTexts();
  const undoButton = useRef<HTMLButtonElement>(null);
  const redoButton = useRef<HTMLButtonElement>(null);
  const press = (act: () => void, other: RefObject<HTMLButtonElement | null>): void => {
    act();
    setTimeout(() => {
      const { activeElement } = document;
      const isLost = activeElement === null || activeElement.matches('body, :disabled');
      if (isLost) other.current?.focus();
    }, handOver);
  };
  return (
    <>
      <Button ref={undoButton} isDisabled={!canUndo} onPress={() => press(undo, redoButton)}>
        {common.undo}
      </Button>
      <Button ref={redoButton} isDisabled={!canRedo} onPress={() => press(redo, undoButton)}>
        {common.redo}
      </Button>
    </>
  );
}

/** Long enough for the buttons to have been drawn anew, in milliseconds. */
const handOver = 50;
