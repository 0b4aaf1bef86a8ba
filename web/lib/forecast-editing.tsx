import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react';
import { createForecastEditor, type ForecastEditor, type Unsettled } from './forecast-editor.ts';
import { useOrganisation } from './organisation.tsx';
import { useSaveQueue } from './saving.ts';

const EditorContext = createContext<ForecastEditor | null>(null);

/** Holds the editor above the pages, so that what is not settled outlives a change of page. */
export function ForecastEditingProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const { organisationId } = useOrganisation();
  const [editor] = useState(() => createForecastEditor(client, queue, organisationId));
  return <EditorContext value={editor}>{children}</EditorContext>;
}

/** The editor of the organisation's scenarios, and what it has not been able to settle. */
export function useForecastEditor(): ForecastEditor & { readonly open: Unsettled } {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('The editor stands above every page');
  const open = useSyncExternalStore(editor.subscribe, editor.unsettled);
  return { ...editor, open };
}
