import { type FigureReference, formatFigureReference } from '#domain/figure-reference.ts';
import { useTexts } from '../../texts/language.tsx';
import type { CellId } from '../../ui/grid/grid-types.ts';
import { FigurePassport } from '../../ui/passport/figure-passport.tsx';
import { PassportTrail } from '../../ui/passport/trail.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import type { ArendeView } from './arende-view.ts';
import { budgetRow } from './entry-rows.tsx';

/** What the passport is of. */
export type EntryPassportProps = {
  readonly view: ArendeView;
  readonly cell: CellId | undefined;
};

/** Where a figure of the table of entries comes from. */
export function EntryPassport({ view, cell }: EntryPassportProps) {
  const { title, hint } = useTexts().passport;
  const reference = cell === undefined ? null : referenceOf(view, cell);
  if (reference === null) {
    return (
      <FigureSheet title={title} detail={hint}>
        {null}
      </FigureSheet>
    );
  }
  const figure = formatFigureReference(reference);
  return (
    <PassportTrail start={figure}>
      <FigurePassport figure={figure} />
    </PassportTrail>
  );
}

function referenceOf({ answer, entries }: ArendeView, cell: CellId): FigureReference | null {
  const { arendeId } = answer;
  if (cell.rowId === budgetRow) {
    return cell.columnId === 'amount'
      ? { kind: 'arende', arendeId, entryId: null }
      : { kind: 'budget', year: answer.year, lineId: null, postKind: null };
  }
  const entry = entries.find(({ entryId }) => entryId === cell.rowId);
  if (entry === undefined) return null;
  const own = { kind: 'arende', arendeId, entryId: entry.entryId } as const;
  const { lineId, year, fromYear } = entry;
  if (lineId === null) return own;
  switch (cell.columnId) {
    case 'unused':
      return fromYear === null
        ? null
        : { kind: 'yearEnd', year: fromYear, lineId, figure: 'deviation' };
    case 'need':
      return { kind: 'behov', year, lineId };
    case 'before':
    case 'after':
      return { kind: 'budget', year, lineId, postKind: null };
    case 'gap':
    case 'over':
      return { kind: 'gap', year, lineId };
    default:
      return own;
  }
}
