import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { quietTick } from './chart-parts.tsx';
import { dayLength } from './chart-scale.ts';
import './debt-chart.css';

/** A rate from a day on, as a chart takes it. */
export type RatePoint = {
  /** Days since 1970. */
  readonly day: number;
  readonly percent: number;
};

/** What the chart takes. */
export type RateChartProps = {
  /** In the order of the days. */
  readonly points: readonly RatePoint[];
  /** The day that the last value is drawn until, where it is later. */
  readonly until: number;
  /** How a percentage is written on the axis, and beside the end of the line. */
  readonly text: (percent: number) => string;
  readonly label: string;
};

/** Days that the last value is drawn for at least, so that it is seen. */
const leastOfLast = 120;

/** A reference rate over time, as steps: each value holds until the next. */
export function RateChart({ points, until, text, label }: RateChartProps) {
  const last = points.at(-1);
  const first = points[0];
  if (first === undefined || last === undefined) return null;
  const end = Math.max(until, last.day + leastOfLast);
  const data = [...points, { day: end, percent: last.percent }];
  const years = newYears(first.day, end);
  return (
    <div className="debt-chart">
      <ResponsiveContainer width="100%" height={220}>
        <LineChart data={data} margin={{ top: 12, right: 16, bottom: 4, left: 8 }} title={label}>
          <CartesianGrid vertical={false} stroke="var(--hair)" />
          <XAxis
            dataKey="day"
            type="number"
            domain={[first.day, end]}
            ticks={years}
            tickFormatter={yearOf}
            tick={quietTick}
            tickLine={false}
            axisLine={false}
            minTickGap={12}
          />
          <YAxis
            domain={['auto', 'auto']}
            tickFormatter={text}
            tick={quietTick}
            tickLine={false}
            axisLine={false}
            width={64}
          />
          <Line
            dataKey="percent"
            type="stepAfter"
            stroke="var(--s1)"
            strokeWidth={2}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

// The first of January of every year between two days, or the first day where there is none.
function newYears(from: number, to: number): number[] {
  const first = parseInt(yearOf(from), 10);
  const last = parseInt(yearOf(to), 10);
  const all = Array.from({ length: last - first + 1 }, (_, at) =>
    Math.round(Date.UTC(first + at, 0, 1) / dayLength),
  ).filter((day) => day >= from && day <= to);
  return all.length === 0 ? [from] : all;
}

function yearOf(day: number): string {
  return `${new Date(day * dayLength).getUTCFullYear()}`;
}
