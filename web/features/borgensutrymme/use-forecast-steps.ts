import { useMemo, useState } from 'react';
import { tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { type AssumptionChange, assumptionState } from '../../lib/assumption-editor.ts';
import type { BorgensprognosView } from '../../lib/borgensprognos.ts';
import { assumptionIn, type FigurePlace, figureIn } from '../../lib/forecast-cache.ts';
import { useAssumptionEditor, useForecastEditor } from '../../lib/forecast-editing.tsx';
import { type FigureState, stateOf } from '../../lib/forecast-figure.ts';
import type { SourcesChange } from '../../lib/forecast-sources.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useUndoHistory } from '../../lib/undo-history.ts';
import { useTexts } from '../../texts/language.tsx';
import { useLatest } from '../../ui/grid/use-latest.ts';
import {
  assumptionToPutBack,
  type FigureStep,
  type ForecastStep,
  figureToPutBack,
  type Standing,
  type StepEnd,
  stillHolds,
} from './forecast-step.ts';

/** What can be done to figures and assumptions from beside the table; the same from draw to draw. */
export type ForecastActs = {
  /** Changes one figure, as a step of its own. */
  readonly setFigure: (place: FigurePlace, after: FigureState, name: string) => void;
  /** Saves another comment; what is said of a figure is not what it is, and no step. */
  readonly setComment: (place: FigurePlace, comment: string | null) => void;
  /** Changes how several figures of one scenario come about, as one step. */
  readonly setSources: (change: SourcesChange, name: string) => void;
  /** Changes one assumption, as a step of its own. */
  readonly setAssumption: (change: AssumptionChange, name: string) => void;
  /** Says something about the table, read out and not shown. */
  readonly say: (text: string) => void;
};

/** Changes figures and assumptions step by step, undoes and redoes them. */
export function useForecastSteps(prognos: BorgensprognosView) {
  const texts = useTexts();
  const { organisationId } = useOrganisation();
  const editor = useForecastEditor();
  const assumptions = useAssumptionEditor();
  const history = useUndoHistory<ForecastStep>(`${organisationId}.prognos`);
  const [status, setStatus] = useState('');
  const { answer } = prognos;
  const standing = useMemo(
    (): Standing => ({
      figureAt: (place) => stateOf(figureIn(answer, place)),
      assumptionAt: (place) => assumptionState(assumptionIn(answer, place)),
    }),
    [answer],
  );

  const send = (place: FigurePlace, state: FigureState): void => {
    const { scenarioId, year, kind } = place;
    const typed = state.amount === null ? '' : formatSwedish(tkr(state.amount));
    editor.set({ scenarioId, year, kind, ...state, typed });
  };

  const doFigures = (figures: readonly FigureStep[], names: readonly string[]): void => {
    if (figures.length === 0) return;
    for (const step of figures) send(step, step.after);
    const [only = ''] = names;
    const name = names.length === 1 ? only : texts.borgensutrymme.stepMany(names.length);
    history.push({ name, figures, assumptions: [], isOneWrite: false });
  };

  const move = (step: ForecastStep | undefined, to: StepEnd): void => {
    if (step === undefined) return;
    if (!stillHolds(step, to === 'before' ? 'after' : 'before', standing)) {
      setStatus(texts.common.undoBlocked(step.name));
      return;
    }
    const back = step.figures.map((one) => ({
      place: one,
      state: figureToPutBack(one, to, standing.figureAt(one)),
    }));
    const [first] = step.figures;
    if (step.isOneWrite && first !== undefined) {
      const figures = back.map(({ place: { year, kind }, state }) => ({ year, kind, ...state }));
      editor.setSources({ scenarioId: first.scenarioId, figures });
    } else {
      for (const { place, state } of back) send(place, state);
    }
    for (const one of step.assumptions) assumptions.set(assumptionToPutBack(one, to));
    const { undone, redone } = texts.common;
    setStatus(to === 'before' ? undone(step.name) : redone(step.name));
  };

  const setFigure = useLatest((place: FigurePlace, after: FigureState, name: string): void => {
    doFigures([{ ...place, before: standing.figureAt(place), after }], [name]);
  });
  const setComment = useLatest((place: FigurePlace, comment: string | null): void => {
    send(place, { ...standing.figureAt(place), comment });
  });
  const setSources = useLatest((change: SourcesChange, name: string): void => {
    const { scenarioId } = change;
    const figures = change.figures.map(({ year, kind, ...after }): FigureStep => {
      const place = { scenarioId, year, kind };
      return { ...place, before: standing.figureAt(place), after };
    });
    editor.setSources(change);
    history.push({ name, figures, assumptions: [], isOneWrite: true });
  });
  const setAssumption = useLatest((change: AssumptionChange, name: string): void => {
    const { scenarioId, kind, lineId, from } = change;
    const place = { scenarioId, kind, lineId, from };
    const before = standing.assumptionAt(place);
    const step = { ...place, before, after: assumptionState(change) };
    assumptions.set(change);
    history.push({ name, figures: [], assumptions: [step], isOneWrite: false });
  });
  const acts = useMemo(
    (): ForecastActs => ({ setFigure, setComment, setSources, setAssumption, say: setStatus }),
    [setFigure, setComment, setSources, setAssumption],
  );
  const undo = useLatest((): void => move(history.takeUndo(), 'before'));
  const redo = useLatest((): void => move(history.takeRedo(), 'after'));

  return {
    doFigures,
    status,
    undo,
    redo,
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
    acts,
    editor,
    assumptions,
  };
}
