import type { Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shown } from '../lib/format.ts';
import { useLanguage, useTexts } from '../texts/language.tsx';
import { Grid } from '../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../ui/grid/grid-labels.ts';
import type { GridRow } from '../ui/grid/grid-types.ts';
import type { DebtChartProps } from './debt-chart.tsx';

/** What the chart of the debt shows, as a table. */
export function DebtTable({ years, lines, ceilings, limits = [], label }: DebtChartProps) {
  const texts = useTexts();
  const { language } = useLanguage();
  const columns = [
    ...lines.map(({ id, name }) => ({ id, name })),
    { id: 'borgenstak', name: texts.chart.ceilingColumn },
    ...limits.map(({ id, name }) => ({ id, name })),
  ];
  const cellOf = (amount: Tkr | undefined) =>
    amount === undefined
      ? { text: '–', accessibleName: texts.common.missing, copyText: '' }
      : { text: shown(amount), editText: formatSwedish(amount) };
  const rows = years.map((year): GridRow => {
    const cells = [
      ...lines.map(({ id, debts }) => [id, cellOf(debts.get(year))] as const),
      ['borgenstak', cellOf(ceilings.get(year))] as const,
      ...limits.map(({ id, steps }) => [id, cellOf(steps.get(year))] as const),
    ];
    return {
      id: `${year}`,
      kind: 'data',
      name: `31/12 ${year}`,
      cells: Object.fromEntries(cells),
    };
  });
  return (
    <Grid
      label={label}
      corner={texts.chart.year}
      columns={columns}
      rows={rows}
      labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
    />
  );
}
