import { useState } from 'react';
import { exportMemberSharesCsv } from '#contract/borgen.ts';
import { addressOf } from '#contract/endpoint.ts';
import type { BorgensprognosView, ScenarioView } from '../../lib/borgensprognos.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { ScenarioShares } from './borgen.ts';
import { FeeDialog } from './fee-dialog.tsx';
import { feesOf, feeWords } from './fees.ts';
import { SharesTable } from './shares-table.tsx';

/** What the section takes; the view and its shares are there where there is a scenario. */
export type SharesSectionProps = {
  readonly prognos: BorgensprognosView;
  readonly view: ScenarioView | undefined;
  readonly shares: ScenarioShares | null;
  readonly onChoose: (scenarioId: string) => void;
};

/** Each member's part of a chosen scenario, year by year, and what it pays for it. */
export function SharesSection({ prognos, view, shares, onChoose }: SharesSectionProps) {
  const { borgen: words, common } = useTexts();
  const { organisationId } = useOrganisation();
  const mayExport = useRight('exportFigures');
  const mayEdit = useRight('editScenarios');
  const [isOpen, setIsOpen] = useState(false);
  if (view === undefined || shares === null) {
    return (
      <PageSection id="andelar" title={words.shares}>
        <Sheet>
          <p className="sheet-empty">{words.noScenarios}</p>
        </Sheet>
      </PageSection>
    );
  }
  const { scenarioId } = view.scenario;
  const csv = addressOf(exportMemberSharesCsv, {
    params: { organisationId },
    query: { scenario: scenarioId },
  });
  const fees = feesOf(prognos.answer);
  const notes = [feeWords(fees, words), words.notes.rounding];
  return (
    <PageSection id="andelar" title={words.shares} detail={words.sharesDetail}>
      <div className="tools borgen-tools">
        <SelectField
          label={words.scenario}
          value={scenarioId}
          options={prognos.scenarios.map(({ scenario }) => ({
            value: scenario.scenarioId,
            label: scenario.name,
          }))}
          onChange={onChoose}
        />
        <div className="tools-end">
          {mayEdit ? <Button onPress={() => setIsOpen(true)}>{words.setFee}</Button> : null}
          <Button onPress={() => print()}>{common.print}</Button>
          {mayExport ? (
            <a className="button button-standard" href={csv} download>
              {common.csv}
            </a>
          ) : null}
        </div>
      </div>
      <Sheet note={notes.map((note) => <p key={note}>{note}</p>)}>
        <SharesTable scenario={view.scenario} shares={shares} />
      </Sheet>
      {isOpen ? <FeeDialog fees={fees} onClose={() => setIsOpen(false)} /> : null}
    </PageSection>
  );
}
