import { type ReactNode, useState } from 'react';
import type {
  AccumulatedAnswer,
  AccumulatedLineAnswer,
  YearEndAnswer,
} from '#contract/accumulated.ts';
import { isNegative, isZero, negate, roundForDisplay, type Tkr, tkr } from '#domain/tkr.ts';
import { shown } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { Amount } from '../../ui/amount.tsx';
import { Mark } from '../../ui/mark.tsx';
import { FigureButton } from '../../ui/passport/figure-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import { type Figure, figures, sumOf } from './accumulated.ts';
import { referenceOf } from './references.ts';

/** What the table takes. */
export type YearsTableProps = { readonly answer: AccumulatedAnswer };

/** A row a line for all the years together, and under it, where it is opened, a row a year. */
export function YearsTable({ answer }: YearsTableProps) {
  const texts = useTexts();
  const { fleraAr: words, common } = texts;
  const { rows } = answer;
  // Without any outcome the sums are empty, and the years are all that there is to see.
  const isUnknown = rows.every(({ outcome }) => outcome === null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set(isUnknown ? rows.map(({ lineId }) => lineId) : []),
  );
  const isAllOpen = rows.every(({ lineId }) => opened.has(lineId));
  const toggle = (lineId: string): void => {
    const next = new Set(opened);
    if (!next.delete(lineId)) next.add(lineId);
    setOpened(next);
  };
  const openAll = (isOpen: boolean): void =>
    setOpened(new Set(isOpen ? rows.map(({ lineId }) => lineId) : []));
  const notes = notesOf(answer, texts);
  return (
    <>
      <p className="flera-ar-toggle no-print">
        <ToggleButton isSelected={isAllOpen} onChange={openAll}>
          {words.showAll}
        </ToggleButton>
      </p>
      <Sheet note={notes.map((note) => <p key={note}>{note}</p>)}>
        {/* A region that scrolls must be reached by the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="flera-ar-scroll" role="group" aria-label={words.tableLabel} tabIndex={0}>
          <table className="flera-ar-table" aria-label={words.tableLabel}>
            <thead>
              <tr>
                <th scope="col">{common.unit}</th>
                {figures.map((figure) => (
                  <th key={figure} scope="col">
                    {words[figure]}
                  </th>
                ))}
              </tr>
            </thead>
            {rows.map((row) => (
              <LineRows
                key={row.lineId}
                row={row}
                isOpen={opened.has(row.lineId)}
                onToggle={() => toggle(row.lineId)}
              />
            ))}
            <Sums answer={answer} />
          </table>
        </div>
      </Sheet>
    </>
  );
}

type LineRowsProps = {
  readonly row: AccumulatedLineAnswer;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

function LineRows({ row, isOpen, onToggle }: LineRowsProps) {
  const { fleraAr: words } = useTexts();
  return (
    <tbody>
      <tr className="flera-ar-line">
        <th scope="row">
          <button
            type="button"
            className="flera-ar-open"
            aria-expanded={isOpen}
            aria-label={words.years(row.name)}
            onClick={onToggle}
          >
            {row.name}
          </button>
        </th>
        {figures.map((figure) => (
          <td key={figure}>
            <Value amount={amountOf(row, figure)} figure={figure} />
          </td>
        ))}
      </tr>
      {isOpen ? row.years.map((end) => <YearRow key={end.year} row={row} end={end} />) : null}
    </tbody>
  );
}

type YearRowProps = { readonly row: AccumulatedLineAnswer; readonly end: YearEndAnswer };

function YearRow({ row, end }: YearRowProps) {
  const { fleraAr: words } = useTexts();
  return (
    <tr className="flera-ar-year">
      <th scope="row">
        {end.year}
        <span className="visually-hidden">, {row.name}</span>
      </th>
      {figures.map((figure) => (
        <td key={figure}>
          <Value
            amount={amountOf(end, figure)}
            figure={figure}
            name={words.figureOf(row.name, words[figure].toLowerCase(), end.year)}
            reference={referenceOf(figure, end, row.lineId)}
          />
        </td>
      ))}
    </tr>
  );
}

function amountOf(end: Pick<YearEndAnswer, Figure>, figure: Figure): Tkr | null {
  const amount = end[figure];
  return amount === null ? null : told(figure, tkr(amount));
}

// What was never carried is told by an empty cell, and not by a column of zeros.
function told(figure: Figure, amount: Tkr | null): Tkr | null {
  const isCarried = figure === 'carriedIn' || figure === 'carriedOut';
  return amount !== null && isCarried && isZero(amount) ? null : amount;
}

type ValueProps = {
  readonly amount: Tkr | null;
  readonly figure: Figure;
  /** The figure's own name and reference, where it has a passport. */
  readonly name?: string;
  readonly reference?: string | null;
};

/** A figure, with the word for its sign where it is a deviation. */
function Value({ amount, figure, name, reference = null }: ValueProps) {
  const { fleraAr: words } = useTexts();
  if (amount === null) {
    const isUnknown = figure === 'outcome' || figure === 'deviation' || figure === 'left';
    return isUnknown ? <span className="flera-ar-unknown">{words.unknown}</span> : null;
  }
  const value: ReactNode = <Amount value={amount} />;
  return (
    <>
      {figure === 'deviation' ? <DeviationWord amount={amount} /> : null}
      {reference === null || name === undefined ? (
        value
      ) : (
        <FigureButton figure={reference} name={name}>
          {value}
        </FigureButton>
      )}
    </>
  );
}

function DeviationWord({ amount }: { readonly amount: Tkr }) {
  const { fleraAr: words } = useTexts();
  if (isZero(roundForDisplay(amount))) return null;
  return isNegative(amount) ? (
    <Mark>{words.overrun}</Mark>
  ) : (
    <Mark tone="plain">{words.unused}</Mark>
  );
}

function Sums({ answer }: YearsTableProps) {
  const { fleraAr: words, common } = useTexts();
  const { rows, unused, overrun } = answer;
  if (rows.every(({ outcome }) => outcome === null)) return null;
  const only = [
    { name: words.sumUnused, amount: tkr(unused) },
    { name: words.sumOverrun, amount: negate(tkr(overrun)) },
  ];
  return (
    <tfoot>
      <tr className="flera-ar-sum">
        <th scope="row">{common.sum}</th>
        {figures.map((figure) => {
          const amount = told(figure, sumOf(rows, figure));
          return <td key={figure}>{amount === null ? null : <Amount value={amount} />}</td>;
        })}
      </tr>
      {only.map(({ name, amount }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {figures.map((figure) => (
            <td key={figure}>{figure === 'deviation' ? shown(amount) : null}</td>
          ))}
        </tr>
      ))}
    </tfoot>
  );
}

function notesOf(answer: AccumulatedAnswer, { fleraAr: words }: Texts): string[] {
  const { yearsWithoutUtfall: without, fromYear, toYear } = answer;
  return [
    ...(without.length === 0 ? [] : [words.noteWithout(without.join(', '))]),
    ...(fromYear === toYear ? [] : [words.noteOnce]),
    words.noteNames,
  ];
}
