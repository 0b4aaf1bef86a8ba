import { memo, useMemo, useState } from 'react';
import { refusalTexts } from '#contract/refusal-texts.ts';
import type { Assumption } from '#domain/forecast/assumption-terms.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { useAssumptionEditor } from '../../lib/forecast-editing.tsx';
import { useRight } from '../../lib/session.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FanFigure } from './fan-figure.tsx';
import { RangeForm } from './range-form.tsx';
import {
  changedKinds,
  type RangeKind,
  type RangeRow,
  rangeChanges,
  rangeKinds,
  rangeRows,
  readRanges,
  withRanges,
} from './ranges.ts';
import { useSettled } from './use-settled.ts';
import { runs, useSimulation } from './use-simulation.ts';
import { yearsOf } from './what-if.ts';

/** What the section takes. */
export type FanSectionProps = {
  readonly view: ScenarioView;
  /** The scenario with what is tried, once the levers rest. */
  readonly input: PlanInput;
  readonly plan: Plan;
  /** The ranges as they are written; null while they are as the scenario has them. */
  readonly draft: readonly RangeRow[] | null;
  readonly onChange: (draft: readonly RangeRow[] | null) => void;
};

/** How long a text rests before the forecast is drawn anew, in milliseconds. */
const pause = 300;

/** How certain the forecast is: within which bounds things may turn out, and what comes of it. */
export const FanSection = memo(function FanSection({
  view,
  input,
  plan,
  draft,
  onChange,
}: FanSectionProps) {
  const words = useTexts().tankOm.fan;
  const saved = useMemo(() => rangeRows(view.plan), [view.plan]);
  const rows = draft ?? saved;
  const read = useMemo(() => readRanges(rows), [rows]);
  const [seed, setSeed] = useState('1');
  // A row that is half written draws nothing anew.
  const [whole, setWhole] = useState(read.assumptions);
  if (read.problems.size === 0 && whole !== read.assumptions) setWhole(read.assumptions);
  const ranges = useSettled(whole, pause);
  const asked = useMemo(
    () => (ranges.length === 0 ? null : withRanges(input, ranges)),
    [input, ranges],
  );
  const changed = draft === null ? [] : changedKinds(saved, draft);
  return (
    <PageSection id="osakerhet" title={words.title} detail={words.detail}>
      <div className="fan-layout">
        <div className="fan-form">
          <RangeForm
            rows={rows}
            problems={read.problems}
            years={yearsOf(plan.years)}
            onChange={onChange}
          />
          <SaveRanges
            view={view}
            ranges={read.assumptions}
            changed={changed}
            hasProblems={read.problems.size > 0}
            onDone={() => onChange(null)}
          />
        </div>
        <Outcome input={asked} plan={plan} seed={seed} onSeed={setSeed} />
      </div>
    </PageSection>
  );
});

type OutcomeProps = {
  readonly input: PlanInput | null;
  readonly plan: Plan;
  readonly seed: string;
  readonly onSeed: (seed: string) => void;
};

/** The largest seed that is taken: 32 bits. */
const largestSeed = 4_294_967_295;

function Outcome({ input, plan, seed, onSeed }: OutcomeProps) {
  const words = useTexts().tankOm.fan;
  const isSeed = /^\d{1,10}$/u.test(seed) && parseInt(seed, 10) <= largestSeed;
  // A seed that is none draws nothing anew.
  const [drawn, setDrawn] = useState(seed);
  if (isSeed && drawn !== seed) setDrawn(seed);
  const { isRunning, hasFailed, last } = useSimulation(input, parseInt(drawn, 10));
  if (input === null) {
    return (
      <Notice heading={words.emptyTitle} live="off">
        {words.emptyBody}
      </Notice>
    );
  }
  const simulation = last?.reply.simulation ?? null;
  return (
    <div className="fan-outcome">
      {simulation === null ? (
        <p className="loading" role="status">
          {isRunning ? words.running : hasFailed ? words.failed : words.unknown}
        </p>
      ) : (
        <FanFigure
          simulation={simulation}
          plan={plan}
          isOld={isRunning}
          status={
            isRunning
              ? words.runningAgain
              : hasFailed
                ? words.failed
                : words.ready(last?.reply.milliseconds ?? 0)
          }
        />
      )}
      <div className="seed no-print">
        <TextField
          label={words.seed}
          inputMode="numeric"
          autoComplete="off"
          value={seed}
          onChange={onSeed}
          description={words.seedHelp}
          error={isSeed ? undefined : words.notSeed}
        />
        <Button onPress={() => onSeed(`${crypto.getRandomValues(new Uint32Array(1))[0] ?? 1}`)}>
          {words.newSeed}
        </Button>
      </div>
      <p className="print-only small">
        {words.seed} {drawn}, {runs}
      </p>
    </div>
  );
}

type SaveRangesProps = {
  readonly view: ScenarioView;
  readonly ranges: readonly Assumption[];
  readonly changed: readonly RangeKind[];
  readonly hasProblems: boolean;
  readonly onDone: () => void;
};

function SaveRanges({ view, ranges, changed, hasProblems, onDone }: SaveRangesProps) {
  const { texts, language } = useLanguage();
  const words = texts.tankOm.fan;
  const mayEdit = useRight('editScenarios');
  const editor = useAssumptionEditor();
  const { scenarioId, status } = view.scenario;
  const refused = editor.open.refused.filter(({ mine }) => isOurs(mine, scenarioId));
  const conflicts = editor.open.conflicts.filter(({ mine }) => isOurs(mine, scenarioId));
  const save = (): void => {
    const own = view.levels[0]?.scenarioId === scenarioId ? view.levels[0].assumptions : [];
    const before = own.flatMap((one) => ('assumptionId' in one ? [one] : []));
    for (const change of rangeChanges(scenarioId, ranges, before, changed)) editor.set(change);
    onDone();
  };
  const isInherited = view.input.levels
    .slice(1)
    .some((level) => level.some(({ kind }) => changed.some((one) => one === kind)));
  return (
    <div className="save-ranges no-print">
      {[...refused, ...conflicts].map(({ mine, ...why }) => (
        <Notice
          key={`${mine.kind} ${mine.from ?? ''}`}
          tone="warn"
          heading={words.refused}
          actions={<Button onPress={() => editor.settle(mine)}>{texts.common.close}</Button>}
        >
          {`${texts.prognos.kinds[mine.kind]}: `}
          {'code' in why ? refusalSentence(why.code, language, why.detail) : words.changedElsewhere}
        </Notice>
      ))}
      {changed.length === 0 ? null : <p className="small">{words.tried}</p>}
      {changed.length > 0 && isInherited ? <p className="small">{words.inherited}</p> : null}
      {!mayEdit ? <p className="small">{words.readersNote}</p> : null}
      {mayEdit && status === 'faststalld' ? <p className="small">{words.frozenNote}</p> : null}
      {changed.length === 0 ? null : (
        <div className="save-ranges-tools">
          {mayEdit && status !== 'faststalld' ? (
            <Button isDisabled={hasProblems} onPress={save}>
              {words.save}
            </Button>
          ) : null}
          <Button look="quiet" onPress={onDone}>
            {words.undo}
          </Button>
        </div>
      )}
    </div>
  );
}

function isOurs(
  mine: { readonly scenarioId: string | null; readonly kind: string },
  scenarioId: string,
): boolean {
  return mine.scenarioId === scenarioId && rangeKinds.some((kind) => kind === mine.kind);
}

function refusalSentence(code: string, language: 'sv' | 'en', detail: string): string {
  if (language === 'sv') return detail;
  return Object.entries(refusalTexts).find(([known]) => known === code)?.[1].en ?? detail;
}
