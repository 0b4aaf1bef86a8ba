/** The range of an axis and the values that it marks. */
export type Scale = {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
};

/**
 * A range that holds all values between round marks, four to six of them.
 *
 * A line chart compares, so the axis need not begin at zero; a share of the space below the lowest
 * value keeps it from looking like nothing.
 */
export function scaleFor(values: readonly number[]): Scale {
  if (values.length === 0) return { from: 0, to: 1, ticks: [0, 1] };
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const span = highest - lowest || Math.abs(highest) || 1;
  const step = roundStep(span / 3);
  // Adding zero turns −0 into 0, which is what an axis prints.
  const from = Math.floor((lowest - span * 0.05) / step) * step + 0;
  const to = Math.ceil(highest / step) * step + 0;
  const ticks = Array.from(
    { length: Math.round((to - from) / step) + 1 },
    (_, index) => Math.round(from + index * step) + 0,
  );
  return { from, to, ticks };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const digit = [1, 2, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  return Math.max(1, digit * power);
}

/** A label and where it would like to stand, in pixels from the top. */
export type Wish = { readonly id: string; readonly y: number };

/** Where each label stands: as near its wish as the distance to the others allows, from top to bottom. */
export function spreadLabels(
  wishes: readonly Wish[],
  distance: number,
  limits: { readonly top: number; readonly bottom: number },
): Map<string, number> {
  const placed = wishes
    .toSorted((left, right) => left.y - right.y)
    .map(({ id, y }) => ({ id, y: Math.max(y, limits.top) }));
  for (const [index, label] of placed.entries()) {
    const above = placed[index - 1];
    if (above !== undefined) label.y = Math.max(label.y, above.y + distance);
  }
  // What was pushed out below is pushed back up, from the last one on.
  let lowest = limits.bottom;
  for (const label of placed.toReversed()) {
    label.y = Math.min(label.y, lowest);
    lowest = label.y - distance;
  }
  return new Map(placed.map(({ id, y }) => [id, y]));
}

/** A day in milliseconds. */
export const dayLength = 86_400_000;

/** A day, `YYYY-MM-DD`, as a chart over time counts it: days since 1970. */
export function dayForChart(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
}
