import { useSyncExternalStore } from 'react';
import { tkr } from '#domain/tkr.ts';
import { shown } from '../lib/format.ts';
import { SeriesKey } from '../ui/series-key.tsx';
import type { EndLabel } from './end-labels.tsx';

/** The names of the lines under the chart: on a phone they would leave no room for the lines. */
export function LineNames({ ends }: { readonly ends: readonly EndLabel[] }) {
  return (
    <ul className="chart-names">
      {ends.map(({ id, text, series }) => (
        <li key={id}>
          {series === null ? <span className="chart-ceiling-key" /> : <SeriesKey series={series} />}
          {text}
        </li>
      ))}
    </ul>
  );
}

const narrow = matchMedia('(max-width: 44rem)');

/** True where there is no room beside the lines. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed);
      return () => narrow.removeEventListener('change', changed);
    },
    () => narrow.matches,
  );
}

/** Room for the longest name beside the lines, in pixels: a letter takes about seven. */
export function roomFor(ends: readonly EndLabel[]): number {
  const longest = Math.max(0, ...ends.map(({ text }) => text.length));
  return Math.min(260, Math.max(148, 20 + 7 * longest));
}

/** How the marks of an axis are written. */
export const quietTick = { fill: 'var(--soft)', fontWeight: 400 };

/** An amount of a chart in words: whole Tkr. */
export function shownPoint(value: number): string {
  return shown(tkr(`${Math.round(value)}`));
}
