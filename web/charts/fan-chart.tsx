import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { type Tkr, tkr } from '#domain/tkr.ts';
import { forChart, shown } from '../lib/format.ts';
import { amountAxis, LineNames, marginFor, useIsNarrow, yearAxis } from './chart-parts.tsx';
import { scaleFor } from './chart-scale.ts';
import { type EndLabel, EndLabels } from './end-labels.tsx';
import './debt-chart.css';
import './fan-chart.css';

/** How the debt may turn out at the end of a year, in Tkr: 5, 25, 50, 75 and 95 of a hundred. */
export type FanYear = {
  readonly year: number;
  readonly p5: Tkr;
  readonly p25: Tkr;
  readonly p50: Tkr;
  readonly p75: Tkr;
  readonly p95: Tkr;
};

/** What the chart takes; the first year is the one whose debt is given. */
export type FanChartProps = {
  readonly years: readonly FanYear[];
  readonly ceilings: ReadonlyMap<number, Tkr>;
  readonly label: string;
  readonly words: {
    readonly low: string;
    readonly middle: string;
    readonly high: string;
    readonly half: string;
    readonly ceiling: string;
  };
};

type Point = {
  readonly year: number;
  readonly middle: number;
  readonly half: readonly [number, number];
  readonly most: readonly [number, number];
  readonly low: number;
  readonly high: number;
  readonly ceiling?: number;
};

/** How the debt may turn out: bands around the middle, against the ceiling. */
export function FanChart({ years, ceilings, label, words }: FanChartProps) {
  const isNarrow = useIsNarrow();
  const data = years.map((one): Point => {
    const ceiling = ceilings.get(one.year);
    return {
      year: one.year,
      middle: forChart(one.p50),
      half: [forChart(one.p25), forChart(one.p75)],
      most: [forChart(one.p5), forChart(one.p95)],
      low: forChart(one.p5),
      high: forChart(one.p95),
      ...(ceiling === undefined ? {} : { ceiling: forChart(ceiling) }),
    };
  });
  const scale = scaleFor([
    ...data.flatMap(({ most }) => most),
    ...[...ceilings.values()].map(forChart),
  ]);
  const ends = endsOf(years, ceilings, words);
  return (
    <div className="debt-chart fan-chart">
      <ResponsiveContainer width="100%" height={300}>
        <ComposedChart data={data} margin={marginFor(ends, isNarrow)} title={label}>
          <CartesianGrid vertical={false} stroke="var(--hair)" />
          <XAxis dataKey="year" {...yearAxis} ticks={years.map(({ year }) => year)} />
          <YAxis {...amountAxis(scale)} />
          <Tooltip content={<YearTable years={years} words={words} />} />
          <Area dataKey="most" className="fan-most" {...still} />
          <Area dataKey="half" className="fan-half" {...still} />
          <Line dataKey="low" stroke="var(--s1)" strokeDasharray="2 4" {...still} />
          <Line dataKey="high" stroke="var(--s1)" strokeDasharray="2 4" {...still} />
          <Line dataKey="middle" stroke="var(--s1)" strokeWidth={2.5} {...still} />
          <Line
            dataKey="ceiling"
            className="chart-ceiling"
            stroke="var(--warn)"
            strokeWidth={1.5}
            strokeDasharray="5 4"
            type="stepAfter"
            {...still}
          />
          {isNarrow ? null : <EndLabels labels={ends} />}
        </ComposedChart>
      </ResponsiveContainer>
      {isNarrow ? <LineNames ends={ends} /> : null}
    </div>
  );
}

const still = { dot: false, activeDot: false, isAnimationActive: false } as const;

function endsOf(
  years: readonly FanYear[],
  ceilings: ReadonlyMap<number, Tkr>,
  words: FanChartProps['words'],
): EndLabel[] {
  const last = years.at(-1);
  if (last === undefined) return [];
  const { year, p5, p50, p95 } = last;
  const own = [
    { id: 'high', text: words.high, amount: p95 },
    { id: 'middle', text: words.middle, amount: p50 },
    { id: 'low', text: words.low, amount: p5 },
  ].map(({ amount, text, id }): EndLabel => ({ ...endOf(amount, text, year), id, series: 1 }));
  const ceiling = ceilings.get(year);
  if (ceiling === undefined) return own;
  return [...own, { ...endOf(ceiling, words.ceiling, year), id: 'ceiling', series: null }];
}

function endOf(amount: Tkr, text: string, year: number) {
  return { text: `${text} ${shown(amount)}`, year, value: forChart(amount) };
}

type YearTableProps = {
  readonly years: readonly FanYear[];
  readonly words: FanChartProps['words'];
  readonly active?: boolean;
  readonly label?: string | number;
  readonly payload?: readonly { readonly dataKey?: unknown; readonly value?: unknown }[];
};

function YearTable({ years, words, active, label, payload }: YearTableProps) {
  const found = years.find(({ year }) => year === label);
  if (active !== true || found === undefined) return null;
  const ceiling = payload?.find(({ dataKey }) => dataKey === 'ceiling')?.value;
  const rows: [string, string][] = [
    [words.high, shown(found.p95)],
    [words.half, `${shown(found.p25)}–${shown(found.p75)}`],
    [words.middle, shown(found.p50)],
    [words.low, shown(found.p5)],
    ...(typeof ceiling === 'number'
      ? [[words.ceiling, shown(tkr(`${Math.round(ceiling)}`))] as [string, string]]
      : []),
  ];
  return (
    <div className="chart-point">
      <strong>31/12 {label}</strong>
      <dl>
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
