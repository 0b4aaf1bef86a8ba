import type { Scale } from './chart-scale.ts';

/** What a chart over years is drawn in, in pixels. */
export type ChartFrame = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** 1 where every year is written under the axis, 2 where every other is, and so on. */
  readonly everyYear: number;
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
  /** The year, by its place among the years, that is nearest to a point. */
  readonly nearest: (x: number) => number;
  /** The path through the points. */
  readonly line: (points: readonly Point[]) => string;
  /** The path of what holds from each point to the next. */
  readonly steps: (points: readonly Point[]) => string;
};

type Point = readonly [year: number, value: number];

/** What is drawn, and on how much. */
export type FrameOf = {
  readonly years: readonly number[];
  readonly scale: Scale;
  readonly width: number;
  readonly height: number;
  /** Room to the right, for the names of the lines. */
  readonly right: number;
};

/** Room for the marks of the axes, and for a year's own. */
const [axis, foot, head, inset, widthOfYear] = [68, 30, 16, 16, 44];

/** Lays out a chart over years; the first year stands at the left and the last at the right. */
export function frameOf({ years, scale, width, height, right: room }: FrameOf): ChartFrame {
  const [left, right, top, bottom] = [axis, Math.max(axis + 80, width - room), head, height - foot];
  const first = years[0] ?? 0;
  const span = Math.max(1, (years.at(-1) ?? 0) - first);
  const reach = right - left - inset * 1.5;
  const x = (year: number): number => rounded(left + inset + ((year - first) / span) * reach);
  const y = (value: number): number =>
    rounded(bottom - ((value - scale.from) / (scale.to - scale.from)) * (bottom - top));
  const line = (points: readonly Point[]): string =>
    points.map(([year, value], at) => `${at === 0 ? 'M' : 'L'}${x(year)} ${y(value)}`).join('');
  const steps = (points: readonly Point[]): string =>
    points
      .map(([year, value], at) =>
        at === 0 ? `M${x(year)} ${y(value)}` : `H${x(year)}V${y(value)}`,
      )
      .join('');
  const nearest = (at: number): number =>
    Math.max(0, Math.min(years.length - 1, Math.round(((at - left - inset) / reach) * span)));
  const everyYear = Math.ceil((years.length * widthOfYear) / Math.max(1, right - left));
  return { left, right, top, bottom, everyYear, x, y, nearest, line, steps };
}

// A tenth of a pixel is finer than any screen shows.
function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
