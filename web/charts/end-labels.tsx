import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { spreadLabels } from './chart-scale.ts';

/** A name beside the last point of a line. */
export type EndLabel = {
  readonly id: string;
  readonly text: string;
  readonly year: number;
  readonly value: number;
  /** The line's number, or null for the ceiling. */
  readonly series: 1 | 2 | 3 | 4 | 5 | null;
};

const lineHeight = 16;
const gap = 9;

/** Names the lines where they end, so that no legend has to be matched by colour. */
export function EndLabels({ labels }: { readonly labels: readonly EndLabel[] }) {
  const area = usePlotArea();
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  if (area === undefined || toX === undefined || toY === undefined) return null;
  const at = labels.flatMap((label) => {
    const [x, y] = [toX(label.year), toY(label.value)];
    return typeof x === 'number' && typeof y === 'number' ? [{ ...label, x, y }] : [];
  });
  const limits = { top: area.y, bottom: area.y + area.height };
  const places = new Map<string, number>();
  for (const x of new Set(at.map((label) => label.x))) {
    const wishes = at.filter((label) => label.x === x).map(({ id, y }) => ({ id, y }));
    for (const [id, y] of spreadLabels(wishes, lineHeight, limits)) places.set(id, y);
  }
  return (
    <g className="chart-end-labels">
      {at.map(({ id, text, x, y, series }) => (
        <text
          key={id}
          x={x + gap}
          y={places.get(id) ?? y}
          dominantBaseline="central"
          className={series === null ? 'chart-ceiling-label' : undefined}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
