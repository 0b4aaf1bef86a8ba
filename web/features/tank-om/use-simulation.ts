import { useEffect, useRef, useState } from 'react';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import {
  createRunner,
  idle,
  type SimulationPort,
  type SimulationRunner,
  type SimulationState,
} from './simulation-runner.ts';

/** How often a forecast is drawn. */
export const runs = 10_000;

/** Simulates a scenario beside the page, again whenever it or the seed changes; nothing where it is null. */
export function useSimulation(input: PlanInput | null, seed: number): SimulationState {
  const [state, setState] = useState(idle);
  const runner = useRef<SimulationRunner | null>(null);
  useEffect(() => {
    runner.current = createRunner(openWorker, setState);
    return () => runner.current?.stop();
  }, []);
  useEffect(() => {
    if (input !== null) runner.current?.ask({ input, seed, runs });
  }, [input, seed]);
  return state;
}

function openWorker(): SimulationPort {
  return new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
}
