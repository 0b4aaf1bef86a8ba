import { useMemo } from 'react';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { useLanguage } from '../../texts/language.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../../ui/grid/grid-labels.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { costNotes, costRows, costViews } from './cost-rows.ts';

/** What the debt and the investments of each scenario cost, year by year. */
export function CostsSection({ views }: { readonly views: readonly ScenarioView[] }) {
  const { texts, language } = useLanguage();
  const costs = useMemo(() => costViews(views), [views]);
  const rows = useMemo(() => costRows(costs, texts), [costs, texts]);
  const columns = useMemo(
    () => views.map(({ scenario }) => ({ id: scenario.scenarioId, name: scenario.name })),
    [views],
  );
  const notes = costNotes(costs, texts.prognos);
  return (
    <Sheet note={notes.map((note) => <p key={note}>{note}</p>)}>
      <Grid
        label={texts.prognos.costs.tableLabel}
        corner={texts.common.unit}
        columns={columns}
        rows={rows}
        labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
      />
    </Sheet>
  );
}
