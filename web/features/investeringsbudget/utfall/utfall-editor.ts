import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { setUtfall, type UtfallAnswer, type UtfallCellAnswer } from '#contract/utfall.ts';
import { callApi } from '../../../lib/api.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import type { SaveQueue } from '../../../lib/save-queue.ts';
import { useSaveQueue } from '../../../lib/saving.ts';
import { utfallKey } from './use-utfall.ts';
import { type TypedCell, unsaved, withTyped } from './utfall-view.ts';

/** A wish to write an amount in a cell; null takes away what was typed there. */
export type TypedUtfall = TypedCell & { readonly year: number };

/** Writes outcome at once on screen, and in order on the server. */
export type UtfallEditor = {
  readonly type: (typed: TypedUtfall, refused: (error: unknown) => void) => void;
};

/** The editor of the organisation's outcome. */
export function useUtfallEditor(): UtfallEditor {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const { organisationId } = useOrganisation();
  return useMemo(
    () => createUtfallEditor(client, queue, organisationId),
    [client, queue, organisationId],
  );
}

function createUtfallEditor(
  client: QueryClient,
  queue: SaveQueue,
  organisationId: string,
): UtfallEditor {
  // What is on screen and not answered, in the order in which it was typed.
  let waiting: readonly TypedUtfall[] = [];
  const answerOf = (year: number): UtfallAnswer | undefined =>
    client.getQueryData<UtfallAnswer>(utfallKey(organisationId, year));
  const patch = (year: number, change: (old: UtfallAnswer) => UtfallAnswer): void => {
    client.setQueryData<UtfallAnswer>(utfallKey(organisationId, year), (old) => old && change(old));
  };
  // The cells as the server has them: what a call must name as replaced.
  const saved = new Map<string, readonly UtfallCellAnswer[]>();
  const savedKey = ({ year, lineId }: TypedUtfall): string => `${year} ${lineId}`;

  const type: UtfallEditor['type'] = (typed, refused) => {
    const { year, lineId, month, amount } = typed;
    const key = savedKey(typed);
    const isFirst = !waiting.some((one) => savedKey(one) === key);
    const answer = answerOf(year);
    if (answer === undefined) return;
    if (isFirst) saved.set(key, ofLine(answer.cells, lineId));
    waiting = [...waiting, typed];
    patch(year, (old) => ({ ...old, cells: withTyped(old.cells, typed, typedIn(old)) }));
    queue.add({
      send: async (idempotencyKey) => {
        const before = saved.get(key)?.find((cell) => cell.month === month);
        const body = { lineId, month, amount, replacesId: before?.sourceId ?? null };
        const call = { params: { organisationId, year: `${year}` }, body };
        const { source, cells } = await callApi(setUtfall, call, { idempotencyKey });
        saved.set(key, cells);
        waiting = waiting.filter((one) => one !== typed);
        const left = waiting.filter((one) => savedKey(one) === key);
        patch(year, (old) => {
          const others = old.cells.filter((cell) => cell.lineId !== lineId);
          return {
            ...old,
            sources: source === null ? old.sources : [...old.sources, source],
            cells: left.reduce<UtfallCellAnswer[]>(
              (all, one) => withTyped(all, one, typedIn(old)),
              [...others, ...cells],
            ),
          };
        });
      },
      refused: (error) => {
        waiting = waiting.filter((one) => one !== typed);
        void client.invalidateQueries({ queryKey: utfallKey(organisationId) });
        refused(error);
      },
    });
  };
  return { type };
}

// A source that is not told of yet is one that was typed here a moment ago.
function typedIn({ sources }: UtfallAnswer): (sourceId: string) => boolean {
  const imported = new Set(
    sources.filter(({ kind }) => kind !== 'typed').map(({ sourceId }) => sourceId),
  );
  return (sourceId) => !imported.has(sourceId);
}

function ofLine(cells: readonly UtfallCellAnswer[], lineId: string): UtfallCellAnswer[] {
  return cells.filter((cell) => cell.lineId === lineId && cell.sourceId !== unsaved);
}
