import { useRef, useState } from 'react';
import { isStopped, type UploadOptions } from '../../lib/upload.ts';

/** Where a table is on its way in; the file stays chosen whatever goes wrong. */
export type TableImport<Reading, Done> = {
  readonly file: File | null;
  /** What was read in it; stays while it is read again in another way. */
  readonly reading: Reading | null;
  /** Under way: reading or importing, and how much has been sent, 0 to 1. */
  readonly sending: { readonly is: 'reading' | 'importing'; readonly share: number } | null;
  readonly error: Error | null;
  readonly done: { readonly fileName: string; readonly outcome: Done } | null;
};

/** How a file is read and taken in. */
export type TableImportSteps<Reading, Choice, Wish, Done> = {
  readonly read: (file: File, choice: Choice, options: UploadOptions) => Promise<Reading>;
  readonly take: (
    file: File,
    reading: Reading,
    wish: Wish,
    options: UploadOptions,
  ) => Promise<Done>;
};

/** Sends a table to be read, and then to be taken in; stops when asked, and keeps the file. */
export function useTableImport<Reading, Choice, Wish, Done>(
  { read, take }: TableImportSteps<Reading, Choice, Wish, Done>,
  unchosen: Choice,
) {
  const nothing: TableImport<Reading, Done> = {
    file: null,
    reading: null,
    sending: null,
    error: null,
    done: null,
  };
  const [state, setState] = useState(nothing);
  const stopper = useRef<AbortController | null>(null);
  const chosen = useRef(unchosen);

  const begin = (is: 'reading' | 'importing', more: Partial<typeof nothing>): UploadOptions => {
    stopper.current?.abort();
    const own = new AbortController();
    stopper.current = own;
    setState((old) => ({ ...old, error: null, ...more, sending: { is, share: 0 } }));
    return {
      signal: own.signal,
      onProgress: (share) => {
        if (!own.signal.aborted) setState((old) => ({ ...old, sending: { is, share } }));
      },
    };
  };
  const fail = (error: unknown): void => {
    if (isStopped(error)) return;
    const told = error instanceof Error ? error : new Error(String(error));
    setState((old) => ({ ...old, sending: null, error: told }));
  };

  /** Reads a file; with a choice, in another way than it says itself. */
  const readFile = async (file: File, choice: Choice = unchosen): Promise<void> => {
    chosen.current = choice;
    const options = begin('reading', choice === unchosen ? { ...nothing, file } : { file });
    try {
      const reading = await read(file, choice, options);
      if (!options.signal.aborted) setState((old) => ({ ...old, reading, sending: null }));
    } catch (error) {
      fail(error);
    }
  };

  /** Takes in the file that was read; true once it is. */
  const takeFile = async (wish: Wish): Promise<boolean> => {
    const { file, reading } = state;
    if (file === null || reading === null) return false;
    try {
      const outcome = await take(file, reading, wish, begin('importing', {}));
      setState({ ...nothing, done: { fileName: file.name, outcome } });
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  };

  return {
    state,
    read: readFile,
    take: takeFile,
    /** Stops what is under way; a file that was read stays as it was read. */
    stop: (): void => {
      stopper.current?.abort();
      setState((old) => (old.reading === null ? nothing : { ...old, sending: null }));
    },
    /** Tries again what was refused or lost. */
    retry: (): void => {
      if (state.file !== null) void readFile(state.file, chosen.current);
    },
    forget: (): void => {
      stopper.current?.abort();
      setState(nothing);
    },
  };
}
