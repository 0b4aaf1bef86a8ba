import type { ReactNode } from 'react';
import './sheet.css';

/** What a sheet takes. */
export type SheetProps = {
  readonly children: ReactNode;
  /** What the reader must know about the table, under it. */
  readonly note?: ReactNode;
};

/** The white paper a table lies on. */
export function Sheet({ children, note }: SheetProps) {
  return (
    <div className="sheet">
      {children}
      {note === undefined || note === null ? null : <div className="sheet-note">{note}</div>}
    </div>
  );
}

/** What a figure on a sheet takes. */
export type FigureSheetProps = {
  /** The conclusion, in words. */
  readonly title: ReactNode;
  /** What is shown, in what unit. */
  readonly detail?: ReactNode;
  readonly children: ReactNode;
};

/** A chart or a passport on white paper, under its conclusion. */
export function FigureSheet({ title, detail, children }: FigureSheetProps) {
  return (
    <figure className="sheet figure-sheet">
      <figcaption>
        {title}
        {detail === undefined ? null : <small>{detail}</small>}
      </figcaption>
      {children}
    </figure>
  );
}
