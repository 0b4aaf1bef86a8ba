import type { InvestmentLineAnswer } from '#contract/investeringsbudget.ts';
import { compare, isZero, type Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import type { SourcedAmount } from '#domain/utfall.ts';
import { shown, shownMoment, shownWithSign } from '../../../lib/format.ts';
import { useTexts } from '../../../texts/language.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import {
  type Change,
  type Changes,
  changesOfYear,
  differenceOf,
  type KnownSource,
  totalOf,
} from './changes.ts';

/** What a preview takes. */
export type PreviewProps = {
  readonly changes: Changes;
  readonly years: readonly number[];
  readonly lines: readonly InvestmentLineAnswer[];
  /** The sources that are there, to name what is superseded. */
  readonly sources: readonly KnownSource[];
};

/** What would change: per line and in all, year by year, and the typed amounts that would give way. */
export function Preview({ changes, years, lines, sources }: PreviewProps) {
  return (
    <div className="stack">
      <SupersededNotice changes={changes} lines={lines} sources={sources} />
      {years.map((year) => (
        <YearChanges key={year} changes={changes} year={year} lines={lines} />
      ))}
    </div>
  );
}

type YearChangesProps = Pick<PreviewProps, 'changes' | 'lines'> & { readonly year: number };

function YearChanges({ changes, year, lines }: YearChangesProps) {
  const { common, imports: words, utfall } = useTexts();
  const rows = changesOfYear(
    changes,
    year,
    lines.map(({ lineId }) => lineId),
  );
  const onLines = rows.filter(({ target }) => target === 'line');
  const elsewhere = rows.filter(({ target }) => target !== 'line');
  const nameOf = ({ target, lineId }: Change): string =>
    target === 'line'
      ? (lines.find((line) => line.lineId === lineId)?.name ?? '')
      : utfall.targets[target];
  const cells = (name: string, change: Pick<Change, 'before' | 'after'>) => ({
    what: name,
    before: amountOrNone(change.before),
    after: amountOrNone(change.after),
    difference: <Difference of={differenceOf(change)} />,
  });
  return (
    <Sheet>
      <DataTable
        label={words.previewOf(year)}
        columns={[
          { id: 'what', title: `${year}` },
          { id: 'before', title: words.now, isFigure: true },
          { id: 'after', title: words.after, isFigure: true },
          { id: 'difference', title: words.difference, isFigure: true },
        ]}
        rows={[
          ...onLines.map((change) => ({
            id: change.lineId ?? '',
            cells: cells(nameOf(change), change),
          })),
          { id: 'sum', isSum: true, cells: cells(words.allLines, totalOf(onLines)) },
          ...elsewhere.map((change) => ({
            id: change.target,
            cells: cells(nameOf(change), change),
          })),
        ]}
      />
      {onLines.length === 0 ? <p className="sheet-note">{words.noLinesIn(year)}</p> : null}
      <span className="visually-hidden">{common.unit}</span>
    </Sheet>
  );
}

function amountOrNone(amount: Tkr | null): string {
  return amount === null ? '–' : shown(amount);
}

function Difference({ of }: { readonly of: Tkr }) {
  const words = useTexts().imports;
  if (isZero(of)) return <span className="preview-same">{words.same}</span>;
  return <b>{shownWithSign(of)}</b>;
}

function SupersededNotice({
  changes,
  lines,
  sources,
}: Pick<PreviewProps, 'changes' | 'lines' | 'sources'>) {
  const { imports: words, utfall } = useTexts();
  const sourceOf = ({ sourceId }: SourcedAmount) =>
    sources.find((source) => source.sourceId === sourceId)?.told;
  const typed = changes.superseded.filter((amount) => sourceOf(amount)?.kind === 'typed');
  const restored = changes.restored.filter(({ target }) => target === 'line');
  const imported = new Set(
    changes.superseded
      .filter((amount) => sourceOf(amount)?.kind !== 'typed')
      .map((amount) => sourceOf(amount)?.fileName ?? ''),
  );
  const sentence = (amount: SourcedAmount): string => {
    const line = lines.find(({ lineId }) => lineId === amount.lineId)?.name ?? '';
    const month =
      amount.month === null ? utfall.wholeYear : (utfall.longMonths[amount.month - 1] ?? '');
    const source = sourceOf(amount);
    const by = source === undefined ? '' : `${source.createdBy}, ${shownMoment(source.createdAt)}`;
    return words.typedAmount(`${line}, ${month} ${amount.year}`, formatSwedish(amount.amount), by);
  };
  if (typed.length === 0 && imported.size === 0 && restored.length === 0) return null;
  return (
    <Notice
      tone={typed.length === 0 ? 'info' : 'warn'}
      heading={typed.length === 0 ? words.replacesTitle : words.typedTitle(typed.length)}
      live="off"
    >
      {typed.length === 0 ? null : (
        <ul className="preview-typed">
          {typed.toSorted(byTime).map((amount) => (
            <li key={`${amount.sourceId} ${amount.lineId ?? ''} ${amount.month ?? ''}`}>
              {sentence(amount)}
            </li>
          ))}
        </ul>
      )}
      {imported.size === 0 ? null : <p>{words.replaces([...imported].join(', '))}</p>}
      {restored.length === 0 ? null : <p>{words.restores(restored.length)}</p>}
    </Notice>
  );
}

function byTime(left: SourcedAmount, right: SourcedAmount): number {
  return (
    left.year - right.year ||
    (left.month ?? 0) - (right.month ?? 0) ||
    compare(right.amount, left.amount)
  );
}
