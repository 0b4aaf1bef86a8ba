import { setAssumption } from '#contract/assumptions.ts';
import { createScenario, deleteScenario, type ScenarioAnswer } from '#contract/scenarios.ts';
import type { Assumption } from '#domain/forecast/assumption-terms.ts';
import { type Percent, percentToPlain } from '#domain/percent.ts';
import { toPlain } from '#domain/tkr.ts';
import { ApiProblem, callApi } from '../../lib/api.ts';

/** A scenario to be made of what was tried. */
export type NewScenario = {
  readonly name: string;
  /** The one that it has its figures from, and inherits from. */
  readonly parentId: string;
  /** What it says itself. */
  readonly assumptions: readonly Assumption[];
  readonly comment: string;
};

/** What came of it: all of it, nothing, or a scenario with some of its assumptions. */
export type Written =
  | { readonly type: 'saved'; readonly scenario: ScenarioAnswer }
  | { readonly type: 'undone'; readonly error: Error }
  | {
      readonly type: 'kept';
      readonly scenario: ScenarioAnswer;
      readonly saved: number;
      readonly error: Error;
    };

/**
 * Makes the scenario and writes its assumptions one by one. Where one of them is not taken the
 * scenario is removed again, so that it is there as a whole or not at all; where that fails too, the
 * answer says how much is kept.
 */
export async function writeWhatIf(organisationId: string, wish: NewScenario): Promise<Written> {
  const { name, parentId, assumptions, comment } = wish;
  let scenario: ScenarioAnswer;
  try {
    const body = { name, copyFrom: parentId, parentId };
    const call = { params: { organisationId }, body };
    scenario = await twice((idempotencyKey) => callApi(createScenario, call, { idempotencyKey }));
  } catch (error) {
    return { type: 'undone', error: asError(error) };
  }
  for (const [saved, assumption] of assumptions.entries()) {
    try {
      const body = { ...bodyOf(assumption), scenarioId: scenario.scenarioId, comment };
      const call = { params: { organisationId }, body };
      const written = await twice((idempotencyKey) =>
        callApi(setAssumption, call, { version: 0, idempotencyKey }),
      );
      scenario = written.scenario ?? scenario;
    } catch (error) {
      const isGone = await isRemoved(organisationId, scenario);
      return isGone
        ? { type: 'undone', error: asError(error) }
        : { type: 'kept', scenario, saved, error: asError(error) };
    }
  }
  return { type: 'saved', scenario };
}

async function isRemoved(
  organisationId: string,
  { scenarioId, revision: version }: ScenarioAnswer,
): Promise<boolean> {
  try {
    const call = { params: { organisationId, scenarioId } };
    await twice((idempotencyKey) => callApi(deleteScenario, call, { version, idempotencyKey }));
    return true;
  } catch {
    return false;
  }
}

// An answer that was lost on the way is asked for once more: the same key is answered, not repeated.
async function twice<Answer>(send: (idempotencyKey: string) => Promise<Answer>): Promise<Answer> {
  const key = crypto.randomUUID();
  try {
    return await send(key);
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    return send(key);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function bodyOf({ percent, low, high, amount, ...assumption }: Assumption) {
  return {
    ...assumption,
    percent: plainOf(percent),
    low: plainOf(low),
    high: plainOf(high),
    amount: amount === null ? null : toPlain(amount),
  };
}

function plainOf(percent: Percent | null): string | null {
  return percent === null ? null : percentToPlain(percent);
}
