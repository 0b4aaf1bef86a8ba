import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { type BehovAnswer, type BehovItemAnswer, behovItem, updateBehov } from '#contract/behov.ts';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { toPlainVolume, type Volume } from '#domain/volume.ts';
import { ApiProblem, callApi, refusalCode } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useSaveQueue } from '../../lib/saving.ts';
import { useLanguage } from '../../texts/language.tsx';
import { behovKey } from './behov.ts';

/** Two people changed the same need: what was typed here, and what holds there. */
export type VolumeConflict = { readonly mine: Volume; readonly theirs: BehovItemAnswer };

/** The versions that the server gave to items while later changes of them waited. */
const latestVersion = new Map<string, number>();
const waiting = new Map<string, number>();

/** Changes volumes at once on screen and in order on the server. */
export function useBehovEditor(year: number) {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const { organisationId } = useOrganisation();
  const { texts, language } = useLanguage();
  const [conflicts, setConflicts] = useState<readonly VolumeConflict[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isHolding = conflicts.length > 0 || refusal !== null;
  useEffect(() => {
    queue.hold('behov', isHolding);
    // What is held goes with the page.
    return () => queue.hold('behov', false);
  }, [queue, isHolding]);

  const key = useMemo(() => behovKey(organisationId, year), [organisationId, year]);
  const patch = (behovId: string, change: (item: BehovItemAnswer) => BehovItemAnswer): void => {
    client.setQueryData<BehovAnswer>(
      key,
      (old) =>
        old && {
          ...old,
          items: old.items.map((item) => (item.behovId === behovId ? change(item) : item)),
        },
    );
  };
  const settle = (behovId: string): void =>
    setConflicts((old) => old.filter(({ theirs }) => theirs.behovId !== behovId));

  const setVolume = (behovId: string, volume: Volume): void => {
    const items = client.getQueryData<BehovAnswer>(key)?.items ?? [];
    const seen = items.find((item) => item.behovId === behovId);
    if (seen === undefined) return;
    const isBehindAnother = (waiting.get(behovId) ?? 0) > 0;
    waiting.set(behovId, (waiting.get(behovId) ?? 0) + 1);
    const isLast = (): boolean => {
      const left = (waiting.get(behovId) ?? 1) - 1;
      waiting.set(behovId, left);
      return left === 0;
    };
    settle(behovId);
    setRefusal(null);
    const plain = toPlainVolume(volume);
    patch(behovId, (item) => ({ ...item, volume: plain }));
    queue.add({
      send: async (idempotencyKey) => {
        const version = (isBehindAnother ? latestVersion.get(behovId) : undefined) ?? seen.version;
        const call = { params: { organisationId, behovId }, body: { volume: plain } };
        const saved = await callApi(updateBehov, call, { version, idempotencyKey });
        latestVersion.set(behovId, saved.version);
        // A later change of the same need is on the screen already; only its version moves on.
        const shown = isLast() ? saved : { version: saved.version };
        patch(behovId, (item) => ({ ...item, ...shown }));
      },
      refused: (error) => {
        if (isLast()) patch(behovId, () => seen);
        const theirs = theirsIn(error);
        if (theirs !== null) {
          patch(behovId, () => theirs);
          setConflicts((old) => [...old, { mine: volume, theirs }]);
          return;
        }
        void client.invalidateQueries({ queryKey: key });
        const code = refusalCode(error);
        const known = Object.entries(refusalTexts).find(([one]) => one === code)?.[1];
        setRefusal(known?.[language] ?? texts.common.lostBody);
      },
    });
  };
  return { setVolume, settle, conflicts, refusal, dismissRefusal: () => setRefusal(null) };
}

/** See `useBehovEditor`. */
export type BehovEditor = ReturnType<typeof useBehovEditor>;

function theirsIn(error: unknown): BehovItemAnswer | null {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'version_stale') return null;
  return behovItem.safeParse(error.problem.conflict?.current).data ?? null;
}
