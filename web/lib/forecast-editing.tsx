import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react';
import {
  type AssumptionEditor,
  createAssumptionEditor,
  type UnsettledAssumptions,
} from './assumption-editor.ts';
import { createForecastEditor, type ForecastEditor, type Unsettled } from './forecast-editor.ts';
import { useOrganisation } from './organisation.tsx';
import { useSaveQueue } from './saving.ts';

type Editors = { readonly figures: ForecastEditor; readonly assumptions: AssumptionEditor };

const EditorContext = createContext<Editors | null>(null);

/** Holds the editors above the pages, so that what is not settled outlives a change of page. */
export function ForecastEditingProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const { organisationId } = useOrganisation();
  const [editors] = useState(
    (): Editors => ({
      figures: createForecastEditor(client, queue, organisationId),
      assumptions: createAssumptionEditor(client, queue, organisationId),
    }),
  );
  return <EditorContext value={editors}>{children}</EditorContext>;
}

/** The editor of the organisation's scenarios, and what it has not been able to settle. */
export function useForecastEditor(): ForecastEditor & { readonly open: Unsettled } {
  const { figures } = useEditors();
  const open = useSyncExternalStore(figures.subscribe, figures.unsettled);
  return { ...figures, open };
}

/** The editor of the assumptions, and what it has not been able to settle. */
export function useAssumptionEditor(): AssumptionEditor & {
  readonly open: UnsettledAssumptions;
} {
  const { assumptions } = useEditors();
  const open = useSyncExternalStore(assumptions.subscribe, assumptions.unsettled);
  return { ...assumptions, open };
}

function useEditors(): Editors {
  const editors = useContext(EditorContext);
  if (editors === null) throw new Error('The editors stand above every page');
  return editors;
}
