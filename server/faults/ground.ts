import { createToken } from '#contract/account.ts';
import { type Answer, addressOf, type Call, type Endpoint } from '#contract/endpoint.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { createScenario } from '#contract/scenarios.ts';
import { enterDemo } from '#contract/session.ts';

/** What the writes of a run stand on: the demo organisation, and a scenario of the run's own. */
export type Ground = {
  readonly organisationId: string;
  readonly scenarioId: string;
  readonly lineId: string;
  readonly beslutId: string;
  /** The year that a move takes from, and the one that it gives to. */
  readonly years: readonly [number, number];
  /** A token of the demo's ekonom, as every request carries it; it outlives the server. */
  readonly token: string;
  /** What was there before any write, and so is in no log. */
  readonly seeded: ReadonlySet<string>;
};

/** Reads what the demo holds, and makes a scenario of twenty years to write in. */
export async function prepareGround(url: string): Promise<Ground> {
  const { organisationId, token } = await enterAsEkonom(url);
  const year = 2025;
  const params = { organisationId, year: `${year}` };
  const budget = await read(url, getInvesteringsbudget, { params, token });
  const seeded = [
    ...budget.lines.map(({ lineId }) => lineId),
    ...budget.beslut.map(({ beslutId }) => beslutId),
  ];
  for (const other of budget.years) {
    const asked = { params: { organisationId, year: `${other}` }, token };
    const { budgetposts } = await read(url, getInvesteringsbudget, asked);
    seeded.push(...budgetposts.map(({ budgetpostId }) => budgetpostId));
  }
  const body = { name: 'Feltest', openingYear: year, lastYear: year + 20 };
  const address = addressOf(createScenario, { params: { organisationId }, body });
  const answer = await fetch(`${url}${address}`, jsonRequest(createScenario, { body, token }));
  const { scenarioId } = createScenario.answer.parse(await answer.json());
  const lineId = budget.lines[0]?.lineId ?? '';
  const beslutId = budget.beslut[0]?.beslutId ?? '';
  const years = [year, year + 1] as const;
  return { organisationId, token, scenarioId, lineId, beslutId, years, seeded: new Set(seeded) };
}

/** Asks an endpoint that reads, over HTTP. Throws on any answer but a success. */
export async function read<E extends Endpoint>(
  url: string,
  endpoint: E,
  call: Call<E> & { readonly token: string },
): Promise<Answer<E>> {
  const headers = { authorization: `Bearer ${call.token}` };
  const response = await fetch(`${url}${addressOf(endpoint, call)}`, { headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${endpoint.operationId} gav ${response.status}: ${text}`);
  return JSON.parse(text) as Answer<E>;
}

/** The parts of a request that carry JSON and a token. */
export function jsonRequest(
  { method }: Endpoint,
  { body, token }: { readonly body: unknown; readonly token: string },
) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return { method, headers, body: JSON.stringify(body) };
}

/** Goes into the demo as its ekonom, as a page does, and makes a token there. */
export async function enterAsEkonom(
  url: string,
): Promise<{ readonly organisationId: string; readonly token: string }> {
  const page = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const entered = await fetch(`${url}${enterDemo.path}`, {
    method: enterDemo.method,
    headers: page,
    body: JSON.stringify({ role: 'ekonom' }),
  });
  const [cookie = ''] = entered.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  const { organisations } = enterDemo.answer.parse(await entered.json());
  const organisationId = organisations[0]?.organisationId ?? '';
  const body = { name: 'Program', scope: 'write' } as const;
  const made = await fetch(
    `${url}${addressOf(createToken, { params: { organisationId }, body })}`,
    {
      method: createToken.method,
      headers: { ...page, cookie },
      body: JSON.stringify(body),
    },
  );
  return { organisationId, token: createToken.answer.parse(await made.json()).secret };
}
