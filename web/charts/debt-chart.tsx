import { useSyncExternalStore } from 'react';
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Tkr } from '#domain/tkr.ts';
import { tkr } from '#domain/tkr.ts';
import { forChart, shown } from '../lib/format.ts';
import { useTexts } from '../texts/language.tsx';
import { SeriesKey } from '../ui/series-key.tsx';
import { scaleFor } from './chart-scale.ts';
import { type EndLabel, EndLabels } from './end-labels.tsx';
import './debt-chart.css';

/** One line of the chart: a scenario's debt at the end of each year, null where it is not known. */
export type DebtSeries = {
  readonly id: string;
  readonly name: string;
  readonly series: 1 | 2 | 3 | 4 | 5;
  readonly debts: ReadonlyMap<number, Tkr>;
};

/** What the chart takes. */
export type DebtChartProps = {
  readonly years: readonly number[];
  readonly lines: readonly DebtSeries[];
  readonly ceilings: ReadonlyMap<number, Tkr>;
  readonly label: string;
};

type Point = { readonly year: number } & { readonly [id: string]: number };

/** The key of the ceiling among the scenarios' identifiers. */
const ceilingKey = 'borgenstak';

/** Debt against ceiling, a line a scenario with its name beside its end. */
export function DebtChart({ years, lines, ceilings, label }: DebtChartProps) {
  const texts = useTexts();
  const data = years.map((year): Point => {
    const debts = lines.flatMap(({ id, debts: known }) => pointOf(id, known.get(year)));
    return { year, ...Object.fromEntries([...debts, ...pointOf(ceilingKey, ceilings.get(year))]) };
  });
  const values = [...lines.map(({ debts }) => debts), ceilings].flatMap((known) =>
    [...known.values()].map(forChart),
  );
  const scale = scaleFor(values);
  const isNarrow = useIsNarrow();
  const ends = [
    ...lines.flatMap(({ id, name, debts, series }) => endOf(id, debts, { name, series })),
    ...endOf(ceilingKey, ceilings, { name: texts.chart.ceilingColumn, series: null }),
  ];
  return (
    <div className="debt-chart">
      <ResponsiveContainer width="100%" height={260}>
        <LineChart
          data={data}
          margin={{
            top: 16,
            right: isNarrow ? 16 : roomFor(ends),
            bottom: 4,
            left: isNarrow ? 0 : 8,
          }}
          title={label}
        >
          <CartesianGrid vertical={false} stroke="var(--hair)" />
          <XAxis
            dataKey="year"
            type="number"
            domain={['dataMin', 'dataMax']}
            ticks={[...years]}
            tick={quietTick}
            tickLine={false}
            axisLine={false}
            padding={{ left: 16, right: 8 }}
          />
          <YAxis
            domain={[scale.from, scale.to]}
            ticks={[...scale.ticks]}
            tickFormatter={shownPoint}
            tick={quietTick}
            tickLine={false}
            axisLine={false}
            width={64}
          />
          <Tooltip content={<PointTable lines={lines} ceiling={texts.chart.ceilingColumn} />} />
          <Line
            dataKey={ceilingKey}
            className="chart-ceiling"
            stroke="var(--warn)"
            strokeWidth={1.5}
            strokeDasharray="5 4"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            type="stepAfter"
          />
          {lines.map(({ id, series }) => (
            <Line
              key={id}
              dataKey={id}
              stroke={`var(--s${series})`}
              strokeDasharray={dashes[series]}
              strokeWidth={2.5}
              dot={{ r: 3, strokeWidth: 0, fill: `var(--s${series})` }}
              activeDot={{ r: 5, strokeWidth: 0 }}
              isAnimationActive={false}
            />
          ))}
          {isNarrow ? null : <EndLabels labels={ends} />}
        </LineChart>
      </ResponsiveContainer>
      {isNarrow ? <LineNames ends={ends} /> : null}
    </div>
  );
}

// Names beside the lines would leave no room for the lines.
function LineNames({ ends }: { readonly ends: readonly EndLabel[] }) {
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

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed);
      return () => narrow.removeEventListener('change', changed);
    },
    () => narrow.matches,
  );
}

/** Room for the longest name beside the lines, in pixels: a letter takes about seven. */
function roomFor(ends: readonly EndLabel[]): number {
  const longest = Math.max(0, ...ends.map(({ text }) => text.length));
  return Math.min(260, Math.max(148, 20 + 7 * longest));
}

const quietTick = { fill: 'var(--soft)', fontWeight: 400 };

const dashes = {
  1: '0',
  2: '7 4',
  3: '10 3 2 3',
  4: '2 4',
  5: '12 4',
} as const;

function pointOf(id: string, amount: Tkr | undefined): [string, number][] {
  return amount === undefined ? [] : [[id, forChart(amount)]];
}

type Named = { readonly name: string; readonly series: DebtSeries['series'] | null };

function endOf(id: string, debts: ReadonlyMap<number, Tkr>, { name, series }: Named) {
  const last = [...debts].at(-1);
  if (last === undefined) return [];
  const [year, amount] = last;
  return [{ id, text: `${name} ${shown(amount)}`, year, value: forChart(amount), series }];
}

function shownPoint(value: number): string {
  return shown(tkr(`${Math.round(value)}`));
}

type PointTableProps = {
  readonly lines: readonly DebtSeries[];
  readonly ceiling: string;
  readonly active?: boolean;
  readonly label?: string | number;
  readonly payload?: readonly { readonly dataKey?: unknown; readonly value?: unknown }[];
};

function PointTable({ lines, ceiling, active, label, payload }: PointTableProps) {
  if (active !== true || payload === undefined) return null;
  return (
    <div className="chart-point">
      <strong>31/12 {label}</strong>
      <dl>
        {payload.map(({ dataKey, value }) => (
          <div key={String(dataKey)}>
            <dt>{lines.find(({ id }) => id === dataKey)?.name ?? ceiling}</dt>
            <dd>{typeof value === 'number' ? shownPoint(value) : ''}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
