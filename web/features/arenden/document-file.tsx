import { type ReactNode, useId, useState } from 'react';
import { sha256Of } from '../../lib/sha256.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';

/** How far the sum of a file has come. */
export type FileSum =
  | { readonly kind: 'none' }
  | { readonly kind: 'counting'; readonly fileName: string }
  | { readonly kind: 'known'; readonly fileName: string; readonly sha256: string }
  | { readonly kind: 'failed'; readonly fileName: string };

/** What the field takes. */
export type DocumentFileProps = {
  readonly sum: FileSum;
  readonly onSum: (sum: FileSum) => void;
  readonly onFile: (fileName: string) => void;
};

/** Takes a file that is chosen or dropped, and computes its sum here; the file stays here. */
export function DocumentFile({ sum, onSum, onFile }: DocumentFileProps) {
  const { arende: words } = useTexts();
  const [isOver, setIsOver] = useState(false);
  const inputId = useId();
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const { name: fileName } = file;
    onFile(fileName);
    onSum({ kind: 'counting', fileName });
    try {
      onSum({ kind: 'known', fileName, sha256: await sha256Of(file) });
    } catch {
      onSum({ kind: 'failed', fileName });
    }
  };
  return (
    // Dropping is a second way: the button does the same with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="document-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <p>
        <input
          id={inputId}
          type="file"
          className="visually-hidden"
          onChange={({ target }) => {
            void take(target.files?.[0]);
            // The same file can be chosen again.
            target.value = '';
          }}
        />
        <label className="button button-standard" htmlFor={inputId}>
          {words.chooseFile}
        </label>{' '}
        {words.orDrop}
      </p>
      <p className="small">{words.notUploaded}</p>
      <p className="document-sum" role="status">
        {sumText(sum, words)}
      </p>
    </div>
  );
}

function sumText(sum: FileSum, words: Texts['arende']): ReactNode {
  switch (sum.kind) {
    case 'none':
      return null;
    case 'counting':
      return words.counting(sum.fileName);
    case 'failed':
      return words.unreadable(sum.fileName);
    case 'known':
      return (
        <>
          <span>{words.sumOf(sum.fileName)}</span> <code>{sum.sha256}</code>
        </>
      );
  }
}
