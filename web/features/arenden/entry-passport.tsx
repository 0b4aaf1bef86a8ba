import { type FigureReference, formatFigureReference } from '#domain/figure-reference.ts';
import { negate, subtract, type Tkr } from '#domain/tkr.ts';
import { shown } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import type { CellId } from '../../ui/grid/grid-types.ts';
import { type Part, Parts } from '../../ui/parts.tsx';
import { FigurePassport } from '../../ui/passport/figure-passport.tsx';
import { PassportTrail } from '../../ui/passport/trail.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import type { ArendeView, EntryView } from './arende-view.ts';
import { budgetRow } from './entry-rows.tsx';

/** What the passport is of. */
export type EntryPassportProps = {
  readonly view: ArendeView;
  readonly cell: CellId | undefined;
};

/** Where a figure of the table of entries comes from. */
export function EntryPassport({ view, cell }: EntryPassportProps) {
  const texts = useTexts();
  const { title, hint } = texts.passport;
  const sums = cell === undefined ? null : sumsOf(view, cell, texts);
  if (cell !== undefined && sums !== null) {
    return (
      <PassportTrail start={`${cell.rowId} ${cell.columnId}`}>
        <FigureSheet title={title} detail={sums.name}>
          <p className="big-figure">{shown(sums.total)}</p>
          <Parts parts={sums.parts} total={sums.parts.length > 1 ? sums.total : null} />
        </FigureSheet>
      </PassportTrail>
    );
  }
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

type Sums = { readonly name: string; readonly total: Tkr; readonly parts: readonly Part[] };

// What the ärende itself computes, from the budget as it was before it: the budget of now can be
// another one, and has its own passport.
function sumsOf(view: ArendeView, cell: CellId, texts: Texts): Sums | null {
  if (cell.rowId === budgetRow) return sumsOfWhole(view, cell.columnId, texts);
  const entry = view.entries.find(({ entryId }) => entryId === cell.rowId);
  return entry === undefined ? null : sumsOfEntry(entry, cell.columnId, texts);
}

function sumsOfWhole({ answer, budgets }: ArendeView, column: string, texts: Texts): Sums | null {
  const { columns, budgetNow, theArende } = texts.arende;
  const { arendeId, year } = answer;
  const whole = budgets.find((budget) => budget.year === year);
  if (whole === undefined) return null;
  const { before, added, after } = whole;
  if (column === 'before') {
    const now = part(budgetNow, null, { kind: 'budget', year, lineId: null, postKind: null });
    return { name: columns.before, total: before, parts: [now] };
  }
  if (column !== 'after') return null;
  const all = part(theArende, added, { kind: 'arende', arendeId, entryId: null });
  return { name: columns.after, total: after, parts: [part(columns.before, before), all] };
}

function sumsOfEntry(entry: EntryView, column: string, texts: Texts): Sums | null {
  const { columns, budgetNow, theArende } = texts.arende;
  const { lineId, year } = entry;
  const { budgetBefore, budgetAfter, need, gap, overNeed } = entry.figures;
  if (budgetBefore === null || budgetAfter === null) return null;
  const before = part(columns.before, budgetBefore);
  const name = (of: string): string => `${entry.lineName}, ${of}`;
  if (column === 'before') {
    const budget = { kind: 'budget', year, lineId, postKind: null } as const;
    const parts = lineId === null ? [] : [part(budgetNow, null, budget)];
    return { name: name(columns.before), total: budgetBefore, parts };
  }
  if (column === 'after') {
    const added = part(theArende, subtract(budgetAfter, budgetBefore));
    return { name: name(columns.after), total: budgetAfter, parts: [before, added] };
  }
  if (need === null) return null;
  const needed = lineId === null ? undefined : ({ kind: 'behov', year, lineId } as const);
  if (column === 'gap' && gap !== null) {
    const less = part(columns.before, negate(budgetBefore));
    return { name: name(columns.gap), total: gap, parts: [part(columns.need, need, needed), less] };
  }
  if (column !== 'over' || overNeed === null) return null;
  const parts = [part(columns.after, budgetAfter), part(columns.need, negate(need), needed)];
  return { name: name(columns.over), total: overNeed, parts };
}

function part(name: string, amount: Tkr | null, figure?: FigureReference): Part {
  const reference = figure === undefined ? null : formatFigureReference(figure);
  return { id: name, name, amount, figure: reference };
}

function referenceOf({ answer, entries }: ArendeView, cell: CellId): FigureReference | null {
  const { arendeId } = answer;
  if (cell.rowId === budgetRow) return { kind: 'arende', arendeId, entryId: null };
  const entry = entries.find(({ entryId }) => entryId === cell.rowId);
  if (entry === undefined) return null;
  const { entryId, lineId, year, fromYear } = entry;
  if (lineId !== null && cell.columnId === 'unused') {
    if (fromYear === null) return null;
    return { kind: 'yearEnd', year: fromYear, lineId, figure: 'deviation' };
  }
  if (lineId !== null && cell.columnId === 'need') return { kind: 'behov', year, lineId };
  return { kind: 'arende', arendeId, entryId };
}
