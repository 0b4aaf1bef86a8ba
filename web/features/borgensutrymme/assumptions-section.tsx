import { useMemo, useState } from 'react';
import { hasValue } from '#contract/assumptions.ts';
import { levelsOf } from '#contract/prognos-levels.ts';
import { type AssumptionChange, noAssumption } from '../../lib/assumption-editor.ts';
import type { BorgensprognosView, ScenarioView } from '../../lib/borgensprognos.ts';
import { type AssumptionPlace, assumptionIn } from '../../lib/forecast-cache.ts';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import { draftOf } from './assumption-draft.ts';
import { AssumptionForm } from './assumption-form.tsx';
import type { AssumptionRow, AssumptionRowsInput } from './assumption-rows.ts';
import { AssumptionTable, type EditedRow, editButtonId } from './assumption-table.tsx';
import { HeadroomStrip } from './headroom-strip.tsx';
import { timelinesOf } from './timeline.ts';
import type { ForecastActs } from './use-forecast-steps.ts';

/** The choice of the organisation's own assumptions instead of a scenario's. */
const organisation = 'organisation';

/** What the section takes. */
export type AssumptionsSectionProps = {
  readonly prognos: BorgensprognosView;
  readonly views: readonly ScenarioView[];
  readonly acts: ForecastActs;
};

/** The assumptions of one scenario, or of the organisation, to read and to change. */
export function AssumptionsSection({ prognos, views, acts }: AssumptionsSectionProps) {
  const { prognos: texts } = useTexts();
  const words = texts.assumptions;
  const [chosen, setChosen] = useState<string | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const view =
    chosen === organisation
      ? undefined
      : (views.find(({ scenario }) => scenario.scenarioId === chosen) ?? views[0]);
  const isFrozen = view?.scenario.status === 'faststalld';
  const mayEdit = useRight('editScenarios') && !isFrozen;
  return (
    <div className="assumptions">
      <div className="assumption-tools">
        <SelectField
          label={words.scenario}
          value={view?.scenario.scenarioId ?? organisation}
          options={[
            ...views.map(({ scenario }) => ({ value: scenario.scenarioId, label: scenario.name })),
            { value: organisation, label: words.organisation },
          ]}
          onChange={setChosen}
        />
        <ToggleButton isSelected={showsAll} onChange={setShowsAll}>
          {words.more}
        </ToggleButton>
      </div>
      <HeadroomStrip views={view === undefined ? views : [view]} />
      {isFrozen ? <p className="small">{words.frozen}</p> : null}
      <Sheet>
        <Table
          key={view?.scenario.scenarioId ?? organisation}
          prognos={prognos}
          view={view}
          views={views}
          showsAll={showsAll}
          mayEdit={mayEdit}
          acts={acts}
        />
      </Sheet>
    </div>
  );
}

type TableProps = AssumptionsSectionProps & {
  readonly view: ScenarioView | undefined;
  readonly showsAll: boolean;
  readonly mayEdit: boolean;
};

type Editing = { readonly edited: EditedRow; readonly row: AssumptionRow | null };

function Table({ prognos, view, views, showsAll, mayEdit, acts }: TableProps) {
  const { prognos: texts } = useTexts();
  const words = texts.assumptions;
  const [editing, setEditing] = useState<Editing | null>(null);
  const { answer } = prognos;
  const scenarioId = view?.scenario.scenarioId ?? null;
  const years = forecastYears(view === undefined ? views : [view]);
  // Without a forecast nothing has a first day, and what has always held is shown.
  const [firstYear = 1900] = years;
  const levels = useMemo(
    () => view?.levels ?? levelsOf({ ...answer, scenarios: [] }, ''),
    [view?.levels, answer],
  );
  const timelines = useMemo(() => timelinesOf(levels, `${firstYear}-01-01`), [levels, firstYear]);
  const kept = view?.input.lines ?? [];
  const lines = kept.length > 0 ? kept : answer.basis.lines;
  const lineNames = useMemo(
    () => new Map(lines.map(({ lineId, name }) => [lineId, name])),
    [lines],
  );
  const input: AssumptionRowsInput = {
    timelines,
    levels,
    scenarioId,
    lineNames,
    showsAll,
    words: texts,
  };
  const nameOf = view?.scenario.name ?? words.organisation;
  const close = (edited: EditedRow): void => {
    setEditing(null);
    // The form that had the focus is gone once the table is drawn anew.
    setTimeout(() => {
      document.getElementById(editButtonId(edited))?.querySelector('button')?.focus();
    });
  };
  const set = (change: AssumptionChange): void => {
    const line = change.lineId === null ? [] : [lineNames.get(change.lineId) ?? ''];
    const what = [texts.kinds[change.kind], ...line].join(', ');
    acts.setAssumption(change, words.stepName(what, nameOf));
  };
  const isTaken = (place: AssumptionPlace): boolean => {
    const found = assumptionIn(answer, place);
    return found !== undefined && hasValue(found);
  };
  return (
    <AssumptionTable
      input={input}
      label={words.tableLabel(nameOf)}
      mayEdit={mayEdit}
      edited={editing?.edited ?? null}
      form={
        editing === null ? null : (
          <AssumptionForm
            key={`${editing.edited.kind} ${editing.edited.key ?? ''}`}
            kind={editing.edited.kind}
            scenarioId={scenarioId}
            name={editing.row?.fullName ?? texts.kinds[editing.edited.kind]}
            start={draftOf(
              editing.row?.place ?? { kind: editing.edited.kind, lineId: null, from: null },
              editing.row?.state,
            )}
            isNew={editing.edited.key === null}
            lines={lines}
            years={years}
            isTaken={isTaken}
            onSave={(change) => {
              set(change);
              close(editing.edited);
            }}
            onClose={() => close(editing.edited)}
          />
        )
      }
      onEdit={(edited, row) => setEditing({ edited, row })}
      onInherit={(row) => set({ ...row.place, ...noAssumption })}
    />
  );
}

function forecastYears(views: readonly ScenarioView[]): number[] {
  const years = views.flatMap(({ forecast }) => forecast.years.map(({ year }) => year));
  return [...new Set(years)].toSorted((left, right) => left - right);
}
