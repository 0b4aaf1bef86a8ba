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
  const right = Math.max(...at.map(({ x }) => x));
  const ended = at.filter(({ x }) => x === right);
  const places = spreadLabels(ended, lineHeight, {
    top: area.y,
    bottom: area.y + area.height,
  });
  return (
    <g className="chart-end-labels">
      {at.map(({ id, text, x, y, series }) =>
        x === right ? (
          <text
            key={id}
            x={x + gap}
            y={places.get(id) ?? y}
            dominantBaseline="central"
            className={series === null ? 'chart-ceiling-label' : undefined}
          >
            {text}
          </text>
        ) : (
          // A line that ends inside the chart has its name above its end.
          <text key={id} x={x} y={y - gap - 3} textAnchor="middle">
            {text}
          </text>
        ),
      )}
    </g>
  );
}
