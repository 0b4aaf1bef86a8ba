import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { ScenarioAnswer } from '#contract/scenarios.ts';
import type { Assumption } from '#domain/forecast/assumption-terms.ts';
import { computePlan } from '#domain/forecast/plan.ts';
import { withAssumptions } from '#domain/forecast/what-if.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { useLatest } from '../../ui/grid/use-latest.ts';
import { Notice } from '../../ui/notice.tsx';
import { BorgenTabs } from '../../ui/page/borgen-tabs.tsx';
import { Page } from '../../ui/page/page.tsx';
import { focusTitle } from '../../ui/page/title-focus.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { DebtComparison } from './debt-comparison.tsx';
import { FanSection } from './fan-section.tsx';
import { Gaps } from './gaps.tsx';
import { KeyFigures } from './key-figures.tsx';
import { LeverPanel } from './lever-panel.tsx';
import { leverWords } from './lever-words.ts';
import { joined, leverAssumptions, movedLevers, untouched } from './levers.ts';
import { Questions } from './questions.tsx';
import { changedKinds, type RangeRow, rangeRows, readRanges } from './ranges.ts';
import { SaveDialog } from './save-dialog.tsx';
import { ReadOut, Say } from './say.tsx';
import { TornadoFigure } from './tornado-figure.tsx';
import { useSettled } from './use-settled.ts';
import { compareWith } from './what-if.ts';
import { YearTable } from './year-table.tsx';

/** What the page of one scenario takes. */
export type WorkbenchProps = {
  readonly view: ScenarioView;
  readonly scenarios: readonly ScenarioView[];
  /** True where the address named a scenario that is not there. */
  readonly isOther: boolean;
  readonly onChoose: (scenarioId: string) => void;
};

/** How long a lever rests before what takes longer to answer is answered, in milliseconds. */
const pause = 150;

/** A scenario that is to be saved: its own assumptions and a name to begin with. */
type Saving = { readonly assumptions: readonly Assumption[]; readonly name: string };

/** One scenario with its levers, and everything that follows them. */
export function Workbench({ view, scenarios, isOther, onChoose }: WorkbenchProps) {
  const texts = useTexts();
  const words = texts.tankOm;
  const { scenario, input, plan: base, series } = view;
  const [levers, setLevers] = useState(untouched);
  const [ranges, setRanges] = useState<readonly RangeRow[] | null>(null);
  const [saving, setSaving] = useState<Saving | null>(null);
  const [saved, setSaved] = useState<ScenarioAnswer | null>(null);
  const tried = useMemo(() => {
    const own = withAssumptions(input, leverAssumptions(levers, base));
    const plan = own === input ? base : computePlan(own);
    return { input: own, plan };
  }, [input, base, levers]);
  const rested = useSettled(tried, pause);
  const comparison = useMemo(() => compareWith(base, tried.plan), [base, tried.plan]);
  const subject = {
    scenario: scenario.name,
    moved: movedLevers(levers).map((name) => leverWords(name, levers, input.lines, texts)),
    hasCeiling: tried.plan.ceilings.length > 0,
  };
  const save = useLatest((more: readonly Assumption[], name: string): void => {
    setSaved(null);
    setSaving({
      assumptions: joined(leverAssumptions(levers, base), changedRanges(view, ranges), more),
      name,
    });
  });
  return (
    <Page
      title={words.title}
      place={words.place(base.years.first, base.years.last)}
      tabs={<BorgenTabs />}
      say={<Say comparison={comparison} subject={subject} />}
    >
      <ReadOut comparison={comparison} subject={subject} />
      {isOther ? <Notice heading={words.unknownScenario} live="off" /> : null}
      {saved === null ? null : (
        <Saved scenario={saved} triedOn={scenario} onClose={() => setSaved(null)} />
      )}
      <Tools
        view={view}
        scenarios={scenarios}
        onChoose={onChoose}
        onSave={() => save([], words.save.nameOf(scenario.name))}
      />
      <Gaps plan={tried.plan} lines={input.lines} />
      <p className="print-only">{subject.moved.join(', ')}</p>
      <div className="what-if">
        <LeverPanel input={input} base={base} levers={levers} onChange={setLevers} />
        <div className="what-if-answers">
          <KeyFigures comparison={comparison} plan={tried.plan} />
          <YearTable comparison={comparison} name={scenario.name} />
          <DebtComparison name={scenario.name} series={series} now={base} tried={tried.plan} />
        </div>
      </div>
      <Questions {...rested} isBehind={rested !== tried} onTake={save} />
      <TornadoFigure {...rested} />
      <FanSection {...rested} view={view} draft={ranges} onChange={setRanges} />
      {saving === null ? null : (
        <SaveDialog
          {...saving}
          scenario={scenario}
          lines={input.lines}
          onClose={() => setSaving(null)}
          onSaved={(made) => {
            setSaving(null);
            setSaved(made);
            // The window gives the focus back to a button that may be gone.
            setTimeout(focusTitle);
          }}
        />
      )}
    </Page>
  );
}

// Ranges that are as the scenario has them are inherited, and not said again.
function changedRanges({ plan }: ScenarioView, draft: readonly RangeRow[] | null): Assumption[] {
  if (draft === null) return [];
  const kinds = changedKinds(rangeRows(plan), draft);
  return readRanges(draft).assumptions.filter(({ kind }) => kinds.some((one) => one === kind));
}

type ToolsProps = Pick<WorkbenchProps, 'view' | 'scenarios' | 'onChoose'> & {
  readonly onSave: () => void;
};

function Tools({ view, scenarios, onChoose, onSave }: ToolsProps) {
  const { common, tankOm: words } = useTexts();
  const mayEdit = useRight('editScenarios');
  return (
    <>
      <div className="tools what-if-tools">
        <SelectField
          label={words.scenario}
          value={view.scenario.scenarioId}
          options={scenarios.map(({ scenario }) => ({
            value: scenario.scenarioId,
            label:
              scenario.status === 'faststalld'
                ? `${scenario.name}, ${words.frozen}`
                : scenario.name,
          }))}
          onChange={onChoose}
        />
        <div className="tools-end">
          <Button onPress={() => print()}>{common.print}</Button>
          {mayEdit ? (
            <Button look="primary" onPress={onSave}>
              {words.save.open}
            </Button>
          ) : null}
        </div>
      </div>
      <p className="print-only">
        {words.scenario}: {view.scenario.name}
      </p>
      {mayEdit ? null : <p className="small what-if-note">{words.save.readersNote}</p>}
    </>
  );
}

function Saved({
  scenario: { scenarioId, name },
  triedOn,
  onClose,
}: {
  readonly scenario: ScenarioAnswer;
  readonly triedOn: ScenarioAnswer;
  readonly onClose: () => void;
}) {
  const { common, tankOm: words } = useTexts();
  const { slug } = useOrganisation();
  const root = `/${slug}/borgensutrymme`;
  return (
    <Notice
      heading={words.save.saved(name)}
      actions={
        <>
          <Link to={`${root}?scenario=${triedOn.scenarioId},${scenarioId}`}>
            {words.save.toForecast}
          </Link>
          <Link to={`${root}/tank-om?scenario=${scenarioId}`}>{words.save.tryOn}</Link>
          <Button look="quiet" onPress={onClose}>
            {common.close}
          </Button>
        </>
      }
    >
      {words.save.savedBody}
    </Notice>
  );
}
