import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  createScenario,
  deleteScenario,
  freezeScenario,
  type ScenarioAnswer,
  updateScenario,
} from '#contract/scenarios.ts';
import { callApi } from '../../lib/api.ts';
import { borgensprognosKey } from '../../lib/borgensprognos.ts';
import { useOrganisation } from '../../lib/organisation.tsx';

/** What can be done with a whole scenario. */
export type ScenarioWish =
  | {
      readonly do: 'copy';
      readonly name: string;
      readonly copyFrom: string;
      /** The scenario that it inherits from; null for none. */
      readonly parentId: string | null;
    }
  | {
      readonly do: 'create';
      readonly name: string;
      readonly parentId: string | null;
      readonly openingYear: number;
      readonly lastYear: number;
    }
  | {
      readonly do: 'change';
      readonly scenario: ScenarioAnswer;
      readonly name?: string;
      readonly lastYear?: number;
      readonly isPrivate?: boolean;
      readonly parentId?: string | null;
    }
  | {
      readonly do: 'freeze';
      readonly scenario: ScenarioAnswer;
      /** The SHA-256 of what it is computed from, as it was seen. */
      readonly basis: string | null;
    }
  | { readonly do: 'delete'; readonly scenario: ScenarioAnswer };

/**
 * Does something with a scenario and fetches the new state before it says that it is done.
 *
 * Gives the scenario, or null for a deleted one.
 */
export function useScenarioAction() {
  const client = useQueryClient();
  const { organisationId } = useOrganisation();
  return useMutation({
    mutationFn: (wish: ScenarioWish) => send(organisationId, wish),
    // Also after a refusal: what the page showed may be what was refused.
    onSettled: () => client.invalidateQueries({ queryKey: borgensprognosKey(organisationId) }),
  });
}

function send(organisationId: string, wish: ScenarioWish): Promise<ScenarioAnswer | null> {
  const idempotencyKey = crypto.randomUUID();
  switch (wish.do) {
    case 'copy':
    case 'create': {
      const { do: _, ...body } = wish;
      return callApi(createScenario, { params: { organisationId }, body }, { idempotencyKey });
    }
    case 'change': {
      const { do: _, scenario, ...body } = wish;
      const params = { organisationId, scenarioId: scenario.scenarioId };
      const version = scenario.version;
      return callApi(updateScenario, { params, body }, { version, idempotencyKey });
    }
    case 'freeze': {
      const { scenario, basis } = wish;
      const params = { organisationId, scenarioId: scenario.scenarioId };
      const options = { version: scenario.revision, idempotencyKey };
      return callApi(freezeScenario, { params, body: { basis } }, options);
    }
    case 'delete': {
      const params = { organisationId, scenarioId: wish.scenario.scenarioId };
      const options = { version: wish.scenario.revision, idempotencyKey };
      return callApi(deleteScenario, { params }, options);
    }
  }
}
