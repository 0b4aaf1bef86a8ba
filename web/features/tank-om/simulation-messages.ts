import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { type Simulation, simulate } from '#domain/forecast/simulation.ts';

/** What the page asks the worker: a scenario with its ranges, and the draws. */
export type SimulationRequest = {
  readonly id: number;
  readonly input: PlanInput;
  readonly seed: number;
  readonly runs: number;
};

/** What the worker answers, to the question with the same id; null where nothing can be simulated. */
export type SimulationReply =
  | {
      readonly type: 'done';
      readonly id: number;
      readonly simulation: Simulation | null;
      readonly milliseconds: number;
    }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string };

/** Answers a question; what goes wrong is an answer too, so that nobody waits for ever. */
export function replyTo(
  { id, input, seed, runs }: SimulationRequest,
  clock: () => number,
): SimulationReply {
  const start = clock();
  try {
    const simulation = simulate(input, { seed, runs });
    return { type: 'done', id, simulation, milliseconds: Math.round(clock() - start) };
  } catch (error) {
    return { type: 'failed', id, reason: String(error) };
  }
}
