import { useMemo } from 'react';
import { isNegative, type Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shown, shownWithSign } from '../../lib/format.ts';
import { useLanguage } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../../ui/grid/grid-labels.ts';
import type { GridCell, GridRow } from '../../ui/grid/grid-types.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { ComparedYear, Comparison } from './what-if.ts';

const measures = ['debt', 'headroom', 'cost'] as const;

/** What is tried against the scenario as it stands, year by year. */
export function YearTable({
  comparison,
  name,
}: {
  readonly comparison: Comparison;
  readonly name: string;
}) {
  const { texts, language } = useLanguage();
  const words = texts.tankOm.table;
  const columns = useMemo(
    () =>
      measures.flatMap((measure) => [
        { id: measure, name: words[measure] },
        { id: `${measure}Change`, name: words[`${measure}Change`], header: words.change },
      ]),
    [words],
  );
  return (
    <Sheet note={<p>{words.note(name)}</p>}>
      <Grid
        label={words.label}
        corner={texts.common.unit}
        columns={columns}
        rows={comparison.years.map((year) => rowOf(year, texts))}
        labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
      />
    </Sheet>
  );
}

function rowOf(year: ComparedYear, texts: Texts): GridRow {
  const cells = measures.flatMap((measure) => {
    const { tried, change } = year[measure];
    const cell = cellOf(tried, shown, texts);
    const isOver = measure === 'headroom' && tried !== null && isNegative(tried);
    return [
      [measure, isOver ? { ...cell, tone: 'warn' as const } : cell],
      [`${measure}Change`, cellOf(change, shownWithSign, texts)],
    ] as const;
  });
  return {
    id: `${year.year}`,
    kind: 'data',
    name: `${year.year}`,
    cells: Object.fromEntries(cells),
  };
}

function cellOf(amount: Tkr | null, show: (amount: Tkr) => string, texts: Texts): GridCell {
  return amount === null
    ? { text: '–', accessibleName: texts.common.missing, copyText: '' }
    : { text: show(amount), editText: formatSwedish(amount) };
}
