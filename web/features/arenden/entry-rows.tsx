import { compare, isZero, type Tkr, zero } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shown, shownWithSign } from '../../lib/format.ts';
import type { Language } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import type { GridCell, GridColumn, GridRow } from '../../ui/grid/grid-types.ts';
import { Mark } from '../../ui/mark.tsx';
import type { RefusedWish } from './arende-editor.ts';
import type { ArendeView, EntryView } from './arende-view.ts';
import { entryDetail } from './entry-names.ts';
import { refusalSentence } from './refusal-sentence.ts';

/** The columns that are written in. */
export const amountColumn = 'amount';
export const reasonColumn = 'reason';

/** The row with the whole budget of the ärende's year. */
export const budgetRow = 'budget';

/** What the rows are made from. */
export type EntryRowsInput = {
  readonly view: ArendeView;
  /** The same without what is being typed just now. */
  readonly written: ArendeView;
  readonly refused: readonly RefusedWish[];
  readonly mayEdit: boolean;
  readonly texts: Texts;
  readonly language: Language;
  /** The menu of an entry, for those who may change it. */
  readonly controlOf: (entry: EntryView) => GridRow['control'];
};

/** The columns of the table, with what was decided beside what was proposed where it differs. */
export function entryColumns(view: ArendeView, texts: Texts): GridColumn[] {
  const words = texts.arende.columns;
  const isChanged = view.entries.some(({ decidedAmount }) => decidedAmount !== null);
  return [
    { id: 'unused', name: words.unused },
    { id: 'need', name: words.need },
    { id: 'before', name: words.before },
    { id: 'gap', name: words.gap },
    { id: amountColumn, name: words.amount },
    ...(isChanged ? [{ id: 'decided', name: words.decided }] : []),
    { id: 'after', name: words.after },
    { id: 'over', name: words.over },
    { id: reasonColumn, name: words.reason, align: 'start' as const, inputMode: 'text' as const },
  ];
}

/** A row an entry, and the whole budget of the year under them. */
export function entryRows(input: EntryRowsInput): GridRow[] {
  const { view, texts } = input;
  const rows = view.entries.map((entry) => entryRow(entry, input));
  const whole = view.budgets.find(({ year }) => year === view.answer.year);
  if (rows.length === 0 || whole === undefined) return rows;
  return [
    ...rows,
    {
      id: budgetRow,
      kind: 'highlight',
      name: texts.arende.wholeBudget(view.answer.year),
      cells: {
        before: amountCell(whole.before),
        [amountColumn]: { ...amountCell(whole.added), text: shownWithSign(whole.added) },
        after: amountCell(whole.after),
      },
    },
  ];
}

function entryRow(entry: EntryView, input: EntryRowsInput): GridRow {
  const { view, texts, mayEdit } = input;
  const { figures } = entry;
  const stands = input.written.entries.find(({ entryId }) => entryId === entry.entryId);
  const writtenAmount = stands?.amount ?? entry.amount;
  return {
    id: entry.entryId,
    kind: 'data',
    name: entry.lineName,
    detail: entryDetail(entry, view.answer.year, texts),
    ...(mayEdit ? { control: input.controlOf(entry) } : {}),
    cells: {
      unused: unusedCell(entry, texts),
      need: amountCell(figures.need, texts),
      before: amountCell(figures.budgetBefore, texts),
      gap: amountCell(figures.gap, texts),
      [amountColumn]: {
        ...amountCell(writtenAmount),
        ...(mayEdit ? { editable: true } : {}),
        ...refusedIn(entry, 'amount', input),
        ...(view.answer.status === 'beslutad' ? {} : stopped(entry, texts)),
      },
      ...(entry.decidedAmount === null ? {} : { decided: amountCell(entry.decidedAmount) }),
      after: amountCell(figures.budgetAfter, texts),
      over: overCell(figures.overNeed, texts),
      [reasonColumn]: {
        text: shortened(entry.reason ?? ''),
        editText: entry.reason ?? '',
        copyText: entry.reason ?? '',
        ...(mayEdit ? { editable: true } : {}),
        ...refusedIn(entry, 'reason', input),
        ...(mayEdit ? asked(entry, texts) : {}),
      },
    },
  };
}

function amountCell(amount: Tkr | null, texts?: Texts): GridCell {
  if (amount !== null) return { text: shown(amount), editText: formatSwedish(amount) };
  const accessibleName = texts?.common.missing ?? '';
  return { text: '–', editText: '', copyText: '', accessibleName, tone: 'none' };
}

// Only an återbudgetering takes from what is unused; the others have nothing to say there.
function unusedCell({ kind, figures }: EntryView, texts: Texts): GridCell {
  if (kind !== 'aterbudgetering') return { text: '', editText: '', copyText: '' };
  const { unused, left } = figures;
  const isLess = unused !== null && left !== null && compare(left, unused) < 0;
  return {
    ...amountCell(unused, texts),
    ...(isLess ? { description: texts.arende.leftOfUnused(shown(left)) } : {}),
  };
}

function overCell(over: Tkr | null, texts: Texts): GridCell {
  const words = texts.arende;
  if (over === null) return amountCell(null, texts);
  if (isZero(over)) return { text: words.even, editText: '0' };
  const isOver = compare(over, zero) > 0;
  return {
    text: `${shownWithSign(over)}\u00a0${isOver ? words.over : words.under}`,
    editText: formatSwedish(over),
    ...(isOver ? { tone: 'warn' } : {}),
  };
}

function stopped({ marks }: EntryView, texts: Texts): Partial<GridCell> {
  const isStopped = marks.some(({ severity }) => severity === 'refused');
  return isStopped ? { marks: <Mark>{texts.arende.stops}</Mark>, tone: 'warn' } : {};
}

/** True where somebody has to say why and nobody has. */
export function lacksReason({ marks, reason }: Pick<EntryView, 'marks' | 'reason'>): boolean {
  return reason === null && marks.some(({ severity }) => severity === 'needsReason');
}

function asked(entry: EntryView, texts: Texts): Partial<GridCell> {
  return lacksReason(entry) ? { marks: <Mark>{texts.arende.writeWhy}</Mark> } : {};
}

function refusedIn(
  { entryId }: EntryView,
  field: RefusedWish['field'],
  { refused, language }: EntryRowsInput,
): Partial<GridCell> {
  const found = refused.find((one) => one.entryId === entryId && one.field === field);
  if (found === undefined) return {};
  return { invalid: { text: found.typed, reason: refusalSentence(found, language) } };
}

/** The most of a reason that the table shows; all of it stands below, with the judgement. */
const longestShown = 34;

function shortened(reason: string): string {
  const line = reason.replaceAll('\n', ' ');
  return line.length <= longestShown ? line : `${line.slice(0, longestShown - 1).trimEnd()}…`;
}
