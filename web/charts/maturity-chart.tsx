import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Tkr } from '#domain/tkr.ts';
import { subtract, zero } from '#domain/tkr.ts';
import { forChart } from '../lib/format.ts';
import { quietTick, useIsNarrow } from './chart-parts.tsx';
import './maturity-chart.css';

/** What is repaid in a year, and how much of it new loans have to replace. */
export type MaturityBar = {
  readonly year: number;
  readonly amount: Tkr;
  readonly refinanced: Tkr;
  /** The figures in words, beside the bar. */
  readonly text: string;
  /** The same where there is little room. */
  readonly shortText: string;
};

/** What the chart takes. */
export type MaturityChartProps = {
  readonly bars: readonly MaturityBar[];
  readonly label: string;
};

/** The height of a year, in pixels: a bar and its words. */
const rowHeight = 30;

/** What is repaid each year, a bar a year; what has to be replaced is full, the rest is hatched. */
export function MaturityChart({ bars, label }: MaturityChartProps) {
  const isNarrow = useIsNarrow();
  const data = bars.map(({ year, amount, refinanced, text, shortText }) => ({
    year: `${year}`,
    refinanced: forChart(refinanced),
    amortised: forChart(subtract(amount, refinanced)),
    text: isNarrow ? shortText : text,
  }));
  const most = Math.max(...bars.map(({ amount }) => forChart(amount)), forChart(zero), 1);
  return (
    <div className="maturity-chart">
      <ResponsiveContainer width="100%" height={bars.length * rowHeight + 8}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 0, right: roomFor(data.map(({ text }) => text)), bottom: 0, left: 0 }}
          barCategoryGap="28%"
          title={label}
        >
          <defs>
            <pattern
              id="maturity-hatch"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" className="maturity-hatch-ground" />
              <rect width="2.5" height="6" className="maturity-hatch-line" />
            </pattern>
          </defs>
          <XAxis type="number" domain={[0, most]} hide />
          <YAxis
            type="category"
            dataKey="year"
            interval={0}
            tick={quietTick}
            tickLine={false}
            axisLine={false}
            width={44}
          />
          <Bar
            dataKey="refinanced"
            stackId="year"
            fill="var(--accent)"
            isAnimationActive={false}
            activeBar={false}
          />
          <Bar
            dataKey="amortised"
            stackId="year"
            fill="url(#maturity-hatch)"
            stroke="var(--accent)"
            isAnimationActive={false}
            activeBar={false}
          >
            <LabelList dataKey="text" position="right" offset={8} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Room for the words beside the longest bar, in pixels: a letter takes about six and a half. */
function roomFor(texts: readonly string[]): number {
  return 16 + Math.ceil(6.5 * Math.max(0, ...texts.map(({ length }) => length)));
}
