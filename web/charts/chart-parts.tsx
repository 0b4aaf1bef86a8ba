import { useSyncExternalStore } from 'react';
import { tkr } from '#domain/tkr.ts';
import { shown } from '../lib/format.ts';
import { SeriesKey } from '../ui/series-key.tsx';
import type { Scale } from './chart-scale.ts';
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

/** The room around the lines: for their names beside them, where there is any. */
export function marginFor(ends: readonly EndLabel[], isNarrow: boolean) {
  const right = isNarrow ? 16 : roomFor(ends);
  return { top: 16, right, bottom: 4, left: isNarrow ? 0 : 8 };
}

/** An axis of years, or of months as parts of them. */
export const yearAxis = {
  type: 'number',
  domain: ['dataMin', 'dataMax'],
  tick: quietTick,
  tickLine: false,
  axisLine: false,
  padding: { left: 16, right: 8 },
} as const;

/** An axis of amounts over a scale. */
export function amountAxis({ from, to, ticks }: Scale) {
  return {
    domain: [from, to],
    ticks: [...ticks],
    tickFormatter: shownPoint,
    tick: quietTick,
    tickLine: false,
    axisLine: false,
    width: 64,
  };
}
