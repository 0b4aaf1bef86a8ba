import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { monthAt } from '#domain/forecast/month.ts';
import type { Tkr } from '#domain/tkr.ts';
import { shownMonth } from '../lib/assumption-words.ts';
import { forChart, shown } from '../lib/format.ts';
import { useTexts } from '../texts/language.tsx';
import type { Texts } from '../texts/sv.ts';
import {
  amountAxis,
  LineNames,
  marginFor,
  shownPoint,
  useIsNarrow,
  yearAxis,
} from './chart-parts.tsx';
import { scaleFor } from './chart-scale.ts';
import type { DebtLimit, DebtMark } from './debt-shape.ts';
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
  /** At the end of each year, and of each month in which the ceiling changes. */
  readonly ceilings: ReadonlyMap<number, Tkr>;
  readonly limits?: readonly DebtLimit[];
  readonly marks?: readonly DebtMark[];
  readonly label: string;
};

type Point = { readonly at: number } & { readonly [id: string]: number };

/** The key of the ceiling among the scenarios' identifiers. */
const ceilingKey = 'borgenstak';

/** Debt against ceiling, a line a scenario with its name beside its end. */
export function DebtChart(props: DebtChartProps) {
  const { years, lines, ceilings, limits = [], marks = [], label } = props;
  const texts = useTexts();
  const data = pointsOf(props);
  const values = [
    ...lines.map(({ debts }) => debts),
    ceilings,
    ...limits.map(({ steps }) => steps),
  ].flatMap((known) => [...known.values()].map(forChart));
  const scale = scaleFor(values);
  const isNarrow = useIsNarrow();
  const ends = [
    ...lines.flatMap(({ id, name, debts, series }) => endOf(id, debts, { name, series })),
    ...endOf(ceilingKey, ceilings, { name: texts.chart.ceilingColumn, series: null }),
    ...limits.flatMap(({ id, name, steps }) => endOf(id, steps, { name, series: null })),
  ];
  const { beside, below } = parted(ends);
  const names = new Map([
    ...[...lines, ...limits].map(({ id, name }) => [id, name] as const),
    [ceilingKey, texts.chart.ceilingColumn] as const,
  ]);
  return (
    <div className="debt-chart">
      <ResponsiveContainer width="100%" height={260}>
        <LineChart data={data} margin={marginFor(beside, isNarrow)} title={label}>
          <CartesianGrid vertical={false} stroke="var(--hair)" />
          <XAxis dataKey="at" {...yearAxis} ticks={[...years]} />
          <YAxis {...amountAxis(scale)} />
          <Tooltip content={<PointTable names={names} words={texts.prognos} />} />
          {limits.map(limitLine)}
          <Line
            dataKey={ceilingKey}
            className="chart-ceiling"
            stroke="var(--warn)"
            strokeWidth={1.5}
            strokeDasharray="5 4"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            connectNulls
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
              connectNulls
            />
          ))}
          {marks.map(markDot)}
          {isNarrow ? null : <EndLabels labels={beside} />}
        </LineChart>
      </ResponsiveContainer>
      {isNarrow ? <LineNames ends={ends} /> : null}
      {isNarrow || below.length === 0 ? null : <LineNames ends={below} />}
      <MarkNames marks={marks} />
    </div>
  );
}

// One line that ends before the others is named where it ends; the names of several would stand on
// each other and on the lines that go on, and so stand below with the year.
function parted(ends: readonly EndLabel[]) {
  const last = Math.max(...ends.map(({ year }) => year));
  const early = ends.filter(({ year, series }) => series !== null && year < last);
  if (early.length < 2) return { beside: ends, below: [] };
  return {
    beside: ends.filter((end) => !early.includes(end)),
    below: early.map((end) => ({ ...end, text: `${end.text} (${end.year})` })),
  };
}

function limitLine({ id, kind }: DebtLimit) {
  return (
    <Line
      key={id}
      dataKey={id}
      stroke="var(--warn)"
      strokeWidth={1.25}
      strokeDasharray={limitDashes[kind]}
      dot={false}
      activeDot={false}
      isAnimationActive={false}
      connectNulls
      type="stepAfter"
    />
  );
}

function markDot({ id, kind, at, amount }: DebtMark) {
  return (
    <ReferenceDot
      key={`${kind} ${id}`}
      x={at}
      y={forChart(amount)}
      r={kind === 'broken' ? 5 : 7}
      fill={kind === 'broken' ? 'var(--warn)' : 'none'}
      stroke="var(--warn)"
      strokeWidth={1.5}
    />
  );
}

// Years are points of every line; a month in which something happens is one of its own.
function pointsOf({ years, lines, ceilings, limits = [] }: DebtChartProps): Point[] {
  const all = [
    ...lines.map(({ id, debts }) => ({ id, values: debts })),
    { id: ceilingKey, values: ceilings },
    ...limits.map(({ id, steps }) => ({ id, values: steps })),
  ];
  const places = new Set([...years, ...all.flatMap(({ values }) => [...values.keys()])]);
  return [...places]
    .toSorted((left, right) => left - right)
    .map((at) => ({
      ...Object.fromEntries(all.flatMap(({ id, values }) => pointOf(id, values.get(at)))),
      at,
    }));
}

/** What the rings and dots mean; once for each meaning. */
function MarkNames({ marks }: { readonly marks: readonly DebtMark[] }) {
  const names = new Map(marks.map((mark) => [`${mark.kind} ${mark.text}`, mark]));
  if (names.size === 0) return null;
  return (
    <ul className="chart-names chart-mark-names">
      {[...names].map(([key, { kind, text }]) => (
        <li key={key}>
          <span className={`chart-mark-key chart-mark-${kind}`} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  );
}

const limitDashes = { planned: '10 4', buffer: '1 4' } as const;

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

type PointTableProps = {
  readonly names: ReadonlyMap<unknown, string>;
  readonly words: Texts['prognos'];
  readonly active?: boolean;
  readonly label?: string | number;
  readonly payload?: readonly { readonly dataKey?: unknown; readonly value?: unknown }[];
};

function PointTable({ names, words, active, label, payload }: PointTableProps) {
  if (active !== true || payload === undefined) return null;
  return (
    <div className="chart-point">
      <strong>{placeInWords(label, words)}</strong>
      <dl>
        {payload.map(({ dataKey, value }) => (
          <div key={String(dataKey)}>
            <dt>{names.get(dataKey)}</dt>
            <dd>{typeof value === 'number' ? shownPoint(value) : ''}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function placeInWords(place: string | number | undefined, words: Texts['prognos']): string {
  if (typeof place !== 'number' || Number.isInteger(place)) return `31/12 ${place ?? ''}`;
  const month = Math.round((place - Math.floor(place)) * 12);
  return shownMonth(monthAt(Math.floor(place) + 1, month), words);
}
