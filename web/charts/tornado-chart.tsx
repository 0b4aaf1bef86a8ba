import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { type Tkr, tkr } from '#domain/tkr.ts';
import { forChart, shownWithSign } from '../lib/format.ts';
import { quietTick, useIsNarrow } from './chart-parts.tsx';
import './debt-chart.css';
import './tornado-chart.css';

/** One way of pulling a lever: what it is set to, and what changes, in Tkr. */
export type TornadoSide = { readonly label: string; readonly change: Tkr | null };

/** One lever, pulled either way. */
export type TornadoBar = {
  readonly id: string;
  readonly name: string;
  readonly low: TornadoSide;
  readonly high: TornadoSide;
};

/** What the chart takes: the bars from the top down. */
export type TornadoChartProps = { readonly bars: readonly TornadoBar[]; readonly label: string };

type Point = { readonly name: string; readonly low: number; readonly high: number };

/** How far a figure moves when one thing at a time changes: a pair of bars each, named at their ends. */
export function TornadoChart({ bars, label }: TornadoChartProps) {
  const isNarrow = useIsNarrow();
  const data = bars.map(
    ({ name, low, high }): Point => ({ name, low: floatOf(low), high: floatOf(high) }),
  );
  const widest = Math.max(1, ...data.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  // The words stand outside the ends of the bars, on either side.
  const reach = widest * (isNarrow ? 2.6 : 1.55);
  return (
    <div className="debt-chart tornado-chart">
      <ResponsiveContainer width="100%" height={40 + bars.length * 58}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 8, right: 8, bottom: 4, left: 0 }}
          barGap={3}
          title={label}
        >
          <CartesianGrid horizontal={false} stroke="var(--hair)" />
          <XAxis
            type="number"
            domain={[-reach, reach]}
            ticks={[-widest, 0, widest]}
            tickFormatter={signed}
            tick={quietTick}
            tickLine={false}
            axisLine={false}
          />
          <YAxis
            type="category"
            dataKey="name"
            width={isNarrow ? 126 : 132}
            tick={nameTick}
            tickLine={false}
            axisLine={false}
          />
          <ReferenceLine x={0} stroke="var(--ink)" strokeWidth={1} />
          <Tooltip cursor={false} content={<BarTable bars={bars} />} />
          {(['low', 'high'] as const).map((side) => (
            <Bar
              key={side}
              dataKey={side}
              barSize={16}
              className={`tornado-${side}`}
              isAnimationActive={false}
            >
              <LabelList
                dataKey={side}
                content={<EndOfBar bars={bars} side={side} isNarrow={isNarrow} />}
              />
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

const nameTick = { fill: 'var(--ink)', fontWeight: 500 };

function floatOf({ change }: TornadoSide): number {
  return change === null ? 0 : forChart(change);
}

function signed(value: number): string {
  return shownWithSign(tkr(`${Math.round(value)}`));
}

type EndOfBarProps = {
  readonly bars: readonly TornadoBar[];
  readonly side: 'low' | 'high';
  readonly isNarrow: boolean;
  readonly index?: number;
  /** The bar, in pixels. */
  readonly x?: number | string;
  readonly y?: number | string;
  readonly width?: number | string;
  readonly height?: number | string;
};

function EndOfBar({ bars, side, isNarrow, index = -1, ...box }: EndOfBarProps) {
  const told = bars[index]?.[side];
  if (told === undefined || told.change === null) return null;
  const isLeft = told.change < 0n;
  const [x, y, width, height] = [
    Number(box.x ?? 0),
    Number(box.y ?? 0),
    Number(box.width ?? 0),
    Number(box.height ?? 0),
  ];
  const [left, right] = [Math.min(x, x + width), Math.max(x, x + width)];
  const change = shownWithSign(told.change);
  const outside = isLeft
    ? ({ x: left - 6, textAnchor: 'end' } as const)
    : ({ x: right + 6, textAnchor: 'start' } as const);
  const across = isLeft
    ? ({ x: right + 6, textAnchor: 'start' } as const)
    : ({ x: left - 6, textAnchor: 'end' } as const);
  const shared = {
    y: y + height / 2,
    dominantBaseline: 'central',
    className: 'tornado-label',
  } as const;
  // On a phone there is room for half of the words on either side of the middle.
  return isNarrow ? (
    <>
      <text {...shared} {...outside}>
        {change}
      </text>
      <text {...shared} {...across}>
        {told.label}
      </text>
    </>
  ) : (
    <text {...shared} {...outside}>{`${told.label}: ${change}`}</text>
  );
}

type BarTableProps = {
  readonly bars: readonly TornadoBar[];
  readonly active?: boolean;
  readonly label?: string | number;
};

function BarTable({ bars, active, label }: BarTableProps) {
  const bar = bars.find(({ name }) => name === label);
  if (active !== true || bar === undefined) return null;
  return (
    <div className="chart-point">
      <strong>{bar.name}</strong>
      <dl>
        {[bar.low, bar.high].map(({ label: side, change }) => (
          <div key={side}>
            <dt>{side}</dt>
            <dd>{change === null ? '–' : shownWithSign(change)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
