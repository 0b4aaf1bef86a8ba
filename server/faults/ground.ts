import { type Answer, addressOf, type Call, type Endpoint } from '#contract/endpoint.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { listOrganisations } from '#contract/organisations.ts';
import { createScenario } from '#contract/scenarios.ts';

/** What the writes of a run stand on: the demo organisation, and a scenario of the run's own. */
export type Ground = {
  readonly organisationId: string;
  readonly scenarioId: string;
  readonly lineId: string;
  readonly beslutId: string;
  /** The year that a move takes from, and the one that it gives to. */
  readonly years: readonly [number, number];
  /** What was there before any write, and so is in no log. */
  readonly seeded: ReadonlySet<string>;
};

/** Reads what the demo holds, and makes a scenario of twenty years to write in. */
export async function prepareGround(url: string): Promise<Ground> {
  const { organisations } = await read(url, listOrganisations, { params: {} });
  const organisationId = organisations[0]?.organisationId ?? '';
  const year = 2025;
  const params = { organisationId, year: `${year}` };
  const budget = await read(url, getInvesteringsbudget, { params });
  const seeded = [
    ...budget.lines.map(({ lineId }) => lineId),
    ...budget.beslut.map(({ beslutId }) => beslutId),
  ];
  for (const other of budget.years) {
    const asked = { params: { organisationId, year: `${other}` } };
    const { budgetposts } = await read(url, getInvesteringsbudget, asked);
    seeded.push(...budgetposts.map(({ budgetpostId }) => budgetpostId));
  }
  const body = { name: 'Feltest', openingYear: year, lastYear: year + 20 };
  const address = addressOf(createScenario, { params: { organisationId }, body });
  const answer = await fetch(`${url}${address}`, jsonRequest(createScenario, body));
  const { scenarioId } = createScenario.answer.parse(await answer.json());
  const lineId = budget.lines[0]?.lineId ?? '';
  const beslutId = budget.beslut[0]?.beslutId ?? '';
  const years = [year, year + 1] as const;
  return { organisationId, scenarioId, lineId, beslutId, years, seeded: new Set(seeded) };
}

/** Asks an endpoint that reads, over HTTP. Throws on any answer but a success. */
export async function read<E extends Endpoint>(
  url: string,
  endpoint: E,
  call: Call<E>,
): Promise<Answer<E>> {
  const response = await fetch(`${url}${addressOf(endpoint, call)}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`${endpoint.operationId} gav ${response.status}: ${text}`);
  return JSON.parse(text) as Answer<E>;
}

/** The parts of a request that carry JSON. */
export function jsonRequest({ method }: Endpoint, body: unknown) {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
