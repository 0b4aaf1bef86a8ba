import { useRef, useState } from 'react';
import { readPopulationFile } from '#contract/borgen.ts';
import type { PopulationFile } from '#contract/population-file.ts';
import { ApiProblem } from '../../lib/api.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { isStopped, uploadFile } from '../../lib/upload.ts';
import { useLanguage } from '../../texts/language.tsx';

type State = {
  readonly fileName: string;
  readonly reading: PopulationFile | null;
  /** How much has been sent, 0 to 1; null where nothing is on its way. */
  readonly sending: number | null;
  readonly error: Error | null;
};

const nothing: State = { fileName: '', reading: null, sending: null, error: null };

/** Sends a table of inhabitants to be read, and stops when asked. */
export function usePopulationFile() {
  const { organisationId } = useOrganisation();
  const [state, setState] = useState(nothing);
  const stopper = useRef<AbortController | null>(null);
  const read = (file: File): void => {
    stopper.current?.abort();
    const own = new AbortController();
    stopper.current = own;
    setState({ ...nothing, fileName: file.name, sending: 0 });
    const change = (part: Partial<State>): void => {
      if (!own.signal.aborted) setState((old) => ({ ...old, ...part }));
    };
    const call = { params: { organisationId }, query: { fileName: file.name } };
    uploadFile(readPopulationFile, call, file, {
      signal: own.signal,
      onProgress: (sending) => change({ sending }),
    }).then(
      (reading) => change({ reading, sending: null }),
      (error: unknown) => {
        if (isStopped(error)) return;
        const told = error instanceof Error ? error : new Error(String(error));
        change({ error: told, sending: null });
      },
    );
  };
  const stop = (): void => {
    stopper.current?.abort();
    setState(nothing);
  };
  return { state, read, stop, failure: useReadingFailure(state.error) };
}

// What is wrong with the file itself says more than that it cannot be read.
function useReadingFailure(error: Error | null): string | undefined {
  const { texts, language } = useLanguage();
  const failure = useFailureText(error);
  if (error === null) return undefined;
  if (!(error instanceof ApiProblem)) return texts.borgen.importLost;
  const [field] = error.problem.fields ?? [];
  const said = language === 'en' ? field?.en : field?.message;
  return said ?? failure;
}
