import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Tkr } from '#domain/tkr.ts';
import { forChart, shown } from '../lib/format.ts';
import { useTexts } from '../texts/language.tsx';
import { LineNames, roomFor, shownPoint, useIsNarrow } from './chart-parts.tsx';
import { scaleFor, spreadLabels } from './chart-scale.ts';
import type { DebtChartProps, DebtSeries } from './debt-chart.tsx';
import type { EndLabel } from './end-labels.tsx';
import { type ChartFrame, frameOf } from './quick-chart.ts';
import './debt-chart.css';
import './quick-chart.css';

const height = 260;
const lineHeight = 16;

/**
 * The chart of the debt, drawn by hand: it follows a lever from frame to frame, which a chart library
 * takes too long for. Looks and is used like the other one. See `docs/decisions/`.
 */
export function QuickDebtChart(props: DebtChartProps) {
  const { years, lines, ceilings, label } = props;
  const texts = useTexts();
  const isNarrow = useIsNarrow();
  const [box, width] = useWidth();
  const [active, setActive] = useState<number | null>(null);
  const ends = endsOf(props, texts.chart.ceilingColumn);
  const scale = scaleFor(
    [...lines.map(({ debts }) => debts), ceilings].flatMap((known) =>
      [...known.values()].map(forChart),
    ),
  );
  const frame = frameOf({ years, scale, width, height, right: isNarrow ? 16 : roomFor(ends) });
  const step = (by: number): void => {
    const from = active ?? (by > 0 ? -1 : years.length);
    setActive(Math.max(0, Math.min(years.length - 1, from + by)));
  };
  const hear = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight') step(1);
    else if (event.key === 'ArrowLeft') step(-1);
    else if (event.key === 'Escape') setActive(null);
    else return;
    event.preventDefault();
  };
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setActive(frame.nearest(event.clientX - left));
  };
  const year = active === null ? undefined : years[active];
  return (
    <div className="debt-chart quick-chart" ref={box}>
      {/* Arrow keys read it year by year, as in the other charts. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="application"
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={hear}
        onPointerMove={point}
        onPointerLeave={() => setActive(null)}
        onBlur={() => setActive(null)}
      >
        <Axes years={years} ticks={scale.ticks} frame={frame} />
        <path
          d={frame.steps([...ceilings].map(([at, amount]) => [at, forChart(amount)]))}
          className="quick-ceiling"
        />
        {lines.map(({ id, series, debts }) => (
          <Line key={id} series={series} debts={debts} frame={frame} />
        ))}
        {year === undefined ? null : (
          <line
            x1={frame.x(year)}
            x2={frame.x(year)}
            y1={frame.top}
            y2={frame.bottom}
            className="quick-cursor"
          />
        )}
        {isNarrow ? null : <Names ends={ends} frame={frame} />}
      </svg>
      <div className="quick-point" role="status" style={pointStyle(frame, year)}>
        {year === undefined ? null : <PointList {...props} year={year} />}
      </div>
      {isNarrow ? <LineNames ends={ends} /> : null}
    </div>
  );
}

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => setWidth(Math.max(240, Math.round(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}

type AxesProps = {
  readonly years: readonly number[];
  readonly ticks: readonly number[];
  readonly frame: ChartFrame;
};

function Axes({ years, ticks, frame }: AxesProps) {
  return (
    <g className="quick-axes">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={frame.left} x2={frame.right} y1={frame.y(tick)} y2={frame.y(tick)} />
          <text x={frame.left - 8} y={frame.y(tick)} textAnchor="end" dominantBaseline="central">
            {shownPoint(tick)}
          </text>
        </g>
      ))}
      {years
        .filter((_, at) => at % frame.everyYear === 0)
        .map((year) => (
          <text key={year} x={frame.x(year)} y={frame.bottom + 20} textAnchor="middle">
            {year}
          </text>
        ))}
    </g>
  );
}

type LineProps = Pick<DebtSeries, 'series' | 'debts'> & { readonly frame: ChartFrame };

function Line({ series, debts, frame }: LineProps) {
  const points = [...debts].map(([year, amount]) => [year, forChart(amount)] as const);
  return (
    <g className={`quick-line quick-line-${series}`}>
      <path d={frame.line(points)} />
      {points.map(([year, value]) => (
        <circle key={year} cx={frame.x(year)} cy={frame.y(value)} r={3} />
      ))}
    </g>
  );
}

function Names({
  ends,
  frame,
}: {
  readonly ends: readonly EndLabel[];
  readonly frame: ChartFrame;
}) {
  const places = spreadLabels(
    ends.map(({ id, value }) => ({ id, y: frame.y(value) })),
    lineHeight,
    { top: frame.top, bottom: frame.bottom },
  );
  return (
    <g className="chart-end-labels">
      {ends.map(({ id, text, year, value, series }) => (
        <text
          key={id}
          x={frame.x(year) + 9}
          y={places.get(id) ?? frame.y(value)}
          dominantBaseline="central"
          className={series === null ? 'chart-ceiling-label' : undefined}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

function PointList({ lines, ceilings, year }: DebtChartProps & { readonly year: number }) {
  const { chart } = useTexts();
  const rows: [string, string, Tkr | undefined][] = [
    ['borgenstak', chart.ceilingColumn, ceilings.get(year)],
    ...lines.map(({ id, name, debts }): [string, string, Tkr | undefined] => [
      id,
      name,
      debts.get(year),
    ]),
  ];
  return (
    <div className="chart-point">
      <strong>31/12 {year}</strong>
      <dl>
        {rows.map(([id, name, amount]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{amount === undefined ? '–' : shown(amount)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

// Beside the year that it is about, on the side where there is room.
function pointStyle(frame: ChartFrame, year: number | undefined) {
  if (year === undefined) return {};
  const x = frame.x(year);
  return x > (frame.left + frame.right) / 2
    ? { right: `calc(100% - ${x - 10}px)`, top: frame.top }
    : { left: x + 10, top: frame.top };
}

function endsOf({ lines, ceilings }: DebtChartProps, ceiling: string): EndLabel[] {
  const all: { id: string; name: string; series: EndLabel['series']; known: [number, Tkr][] }[] = [
    ...lines.map(({ id, name, series, debts }) => ({ id, name, series, known: [...debts] })),
    { id: 'borgenstak', name: ceiling, series: null, known: [...ceilings] },
  ];
  return all.flatMap(({ known, name, ...line }) => {
    const last = known.at(-1);
    if (last === undefined) return [];
    const [year, amount] = last;
    return [{ ...line, text: `${name} ${shown(amount)}`, year, value: forChart(amount) }];
  });
}
