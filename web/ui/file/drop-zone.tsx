import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import './file.css';

/** What the place for files takes. */
export type DropZoneProps = {
  readonly onFile: (file: File) => void;
  /** Nothing is taken while another file is on its way. */
  readonly isBusy: boolean;
  /** What files are taken, in words: "En tabell som CSV eller XLSX." */
  readonly formats: string;
  /** The endings that the window for choosing files shows; others can be dropped and are told apart. */
  readonly endings: string;
  /** Shown in the place instead of the invitation: progress. */
  readonly children?: ReactNode;
};

/** Takes a file that is dropped anywhere on the page, or chosen. */
export function DropZone({ onFile, isBusy, formats, endings, children }: DropZoneProps) {
  const words = useTexts().imports;
  const input = useRef<HTMLInputElement>(null);
  const isOver = useFileDrop(onFile, isBusy);
  return (
    <div className="drop-zone" data-over={isOver || undefined}>
      {children ?? (
        <>
          <p className="drop-zone-title">{isOver ? words.dropNow : words.drop}</p>
          <p className="small">{formats}</p>
          <Button look="primary" onPress={() => input.current?.click()}>
            {words.choose}
          </Button>
        </>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={endings}
        aria-label={words.choose}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again after it was changed.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}

/** Hears files that are dragged over the window; true while one is. */
function useFileDrop(onFile: (file: File) => void, isBusy: boolean): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const hasFile = ({ dataTransfer }: DragEvent): boolean =>
      dataTransfer !== null && [...dataTransfer.types].includes('Files');
    const enter = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      depth += 1;
      setIsOver(!isBusy);
    };
    const leave = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    };
    // Without this the browser opens the file in place of the page.
    const over = (event: DragEvent): void => {
      if (hasFile(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      event.preventDefault();
      depth = 0;
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (!isBusy && file !== undefined) onFile(file);
    };
    addEventListener('dragenter', enter);
    addEventListener('dragleave', leave);
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragenter', enter);
      removeEventListener('dragleave', leave);
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, [onFile, isBusy]);
  return isOver;
}
