import { useMemo } from 'react';
import { type ForecastEffect, forecastEffect } from '#domain/arende-effect.ts';
import { useBorgensprognos } from '../../lib/borgensprognos.ts';
import type { ArendeView } from './arende-view.ts';

/**
 * Debt and headroom with the ärende and without it, computed here from its base scenario and from
 * what is being written; null where no scenario is chosen, or where the reader may not see it.
 */
export function useEffectOf(view: ArendeView): ForecastEffect | null {
  const { view: prognos } = useBorgensprognos();
  const { baseScenarioId } = view.answer;
  const base = prognos?.scenarios.find(({ scenario }) => scenario.scenarioId === baseScenarioId);
  const input = base?.input;
  const { addedParts } = view;
  return useMemo(
    () => (input === undefined ? null : forecastEffect(input, addedParts)),
    [input, addedParts],
  );
}
