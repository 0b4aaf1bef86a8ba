import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useSaveQueue } from '../../lib/saving.ts';
import { type ArendeEditor, createArendeEditor, type OpenWishes } from './arende-editor.ts';
import { createTextEditor, type TextDraft, type TextEditor } from './text-editor.ts';

type Editors = { readonly entries: ArendeEditor; readonly texts: TextEditor };

const EditorContext = createContext<Editors | null>(null);

/** Holds the editors above the pages, so that what is not settled outlives a change of page. */
export function ArendeEditingProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const { organisationId } = useOrganisation();
  const [editors] = useState<Editors>(() => ({
    entries: createArendeEditor(client, queue, organisationId),
    texts: createTextEditor(client, queue, organisationId),
  }));
  return <EditorContext value={editors}>{children}</EditorContext>;
}

function useEditors(): Editors {
  const editors = useContext(EditorContext);
  if (editors === null) throw new Error('The editors stand above every page');
  return editors;
}

/** The editor of the entries of ärenden, and what it has not been able to settle. */
export function useArendeEditor(): { readonly editor: ArendeEditor; readonly wishes: OpenWishes } {
  const { entries } = useEditors();
  return { editor: entries, wishes: useSyncExternalStore(entries.subscribe, entries.open) };
}

/** The editor of the texts of ärenden, and what is being written. */
export function useTextEditor(): {
  readonly editor: TextEditor;
  readonly drafts: readonly TextDraft[];
} {
  const { texts } = useEditors();
  return { editor: texts, drafts: useSyncExternalStore(texts.subscribe, texts.drafts) };
}
