import { useRef, useState } from 'react';
import type { Answer } from '#contract/endpoint.ts';
import { importUtfallFile, readUtfallFile } from '#contract/utfall.ts';
import type { TableChoice } from '#contract/utfall-table.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { isStopped, uploadFile } from '../../../lib/upload.ts';

/** What the server read in a file. */
export type FileReading = Answer<typeof readUtfallFile>;

/** What came of an import. */
export type ImportDone = Answer<typeof importUtfallFile>;

/** Where a file is on its way in; it stays chosen whatever goes wrong. */
export type FileImport = {
  readonly file: File | null;
  /** What was read in it; stays while it is read again in another way. */
  readonly reading: FileReading | null;
  /** How a table was asked to be read, until it has been: the next choice builds on it. */
  readonly asked: TableChoice | null;
  /** Under way: reading or importing, and how much has been sent, 0 to 1. */
  readonly sending: { readonly is: 'reading' | 'importing'; readonly share: number } | null;
  readonly error: Error | null;
  readonly done: ImportDone | null;
};

const nothing: FileImport = {
  file: null,
  reading: null,
  asked: null,
  sending: null,
  error: null,
  done: null,
};

/** How an import is asked for. */
export type ImportWish = { readonly mappingVersion: number; readonly years: readonly number[] };

/** Sends a file to be read, and then to be imported; stops when asked, and keeps the file. */
export function useFileImport() {
  const { organisationId } = useOrganisation();
  const [state, setState] = useState<FileImport>(nothing);
  const stopper = useRef<AbortController | null>(null);
  const chosen = useRef<TableChoice | null>(null);

  const begin = (is: 'reading' | 'importing', more: Partial<FileImport>) => {
    stopper.current?.abort();
    const own = new AbortController();
    stopper.current = own;
    setState((old) => ({ ...old, error: null, ...more, sending: { is, share: 0 } }));
    return {
      signal: own.signal,
      onProgress: (share: number): void => {
        if (!own.signal.aborted) setState((old) => ({ ...old, sending: { is, share } }));
      },
    };
  };
  const fail = (error: unknown): void => {
    if (isStopped(error)) return;
    const told = error instanceof Error ? error : new Error(String(error));
    setState((old) => ({ ...old, asked: null, sending: null, error: told }));
  };
  const queryOf = (file: File, choice: TableChoice | null) => ({
    fileName: file.name,
    ...(choice === null ? {} : { columns: JSON.stringify(choice) }),
  });

  /** Reads a file; with a choice, a table in another way than was proposed. */
  const read = async (file: File, choice: TableChoice | null = null): Promise<void> => {
    chosen.current = choice;
    const options = begin(
      'reading',
      choice === null ? { ...nothing, file } : { file, asked: choice },
    );
    try {
      const call = { params: { organisationId }, query: queryOf(file, choice) };
      const reading = await uploadFile(readUtfallFile, call, file, options);
      if (!options.signal.aborted)
        setState((old) => ({ ...old, reading, asked: null, sending: null }));
    } catch (error) {
      fail(error);
    }
  };

  /** Imports the file that was read, by a mapping that is saved. */
  const take = async ({ mappingVersion, years }: ImportWish): Promise<ImportDone | null> => {
    const { file, reading } = state;
    if (file === null || reading === null) return null;
    const options = begin('importing', {});
    try {
      const query = {
        ...queryOf(file, chosen.current),
        sha256: reading.sha256,
        mappingVersion: `${mappingVersion}`,
        years: years.join(','),
        problems: `${reading.table?.problemCount ?? 0}`,
      };
      const call = { params: { organisationId }, query };
      const done = await uploadFile(importUtfallFile, call, file, options);
      setState({ ...nothing, done });
      return done;
    } catch (error) {
      fail(error);
      return null;
    }
  };

  return {
    state,
    read,
    take,
    /** Takes up an error of what comes before the import: the mapping could not be saved. */
    fail,
    /** Stops what is under way; a file that was read stays as it was read. */
    stop: () => {
      stopper.current?.abort();
      setState((old) => (old.reading === null ? nothing : { ...old, sending: null }));
    },
    /** Tries again what was refused or lost. */
    retry: () => {
      if (state.file !== null) void read(state.file, chosen.current);
    },
    forget: () => {
      stopper.current?.abort();
      setState(nothing);
    },
  };
}
