import './series-key.css';

/** A series in charts and column headers; each has a colour and a dash pattern of its own. */
export type SeriesNumber = 1 | 2 | 3 | 4 | 5;

/** A short piece of the series' line, beside its name. */
export function SeriesKey({ series }: { readonly series: SeriesNumber }) {
  return (
    <svg className={`series-key series-${series.toString()}`} aria-hidden="true" focusable="false">
      <line x1="0" x2="100%" y1="50%" y2="50%" />
    </svg>
  );
}
