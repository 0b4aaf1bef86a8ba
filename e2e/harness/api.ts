import type { z } from 'zod';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import { type Answer, addressOf, type Call, type Endpoint } from '#contract/endpoint.ts';
import { listOrganisations } from '#contract/organisations.ts';
import type { EditableFigure, ForecastFigure } from '#contract/scenarios.ts';
import { enterDemo } from '#contract/session.ts';

/** Reads from the server past every browser: what is saved, and not only shown. */
async function read<E extends Endpoint>(
  address: string,
  endpoint: E,
  call: Call<E> & { readonly cookie: string },
): Promise<Answer<E>> {
  const { cookie } = call;
  const response = await fetch(new URL(addressOf(endpoint, call), address), {
    headers: { cookie },
  });
  if (!response.ok) throw new Error(`${endpoint.operationId} gave ${response.status}`);
  return (endpoint.answer as z.ZodType<Answer<E>>).parse(await response.json());
}

/** A figure of a scenario as it is saved, with its version: one more for every time it was written. */
export async function savedFigure(
  address: string,
  scenarioName: string,
  { kind, year }: { readonly kind: EditableFigure; readonly year: number },
): Promise<ForecastFigure> {
  const cookie = await cookieOfEkonom(address);
  const { organisations } = await read(address, listOrganisations, { params: {}, cookie });
  const organisationId = organisations[0]?.organisationId ?? '';
  const asked = { params: { organisationId }, cookie };
  const { scenarios } = await read(address, getBorgensprognos, asked);
  const found = scenarios
    .find(({ scenario }) => scenario.name === scenarioName)
    ?.figures.find((figure) => figure.kind === kind && figure.year === year);
  if (found === undefined) throw new Error(`${scenarioName} has no ${kind} ${year}`);
  return found;
}

async function cookieOfEkonom(address: string): Promise<string> {
  const response = await fetch(new URL(enterDemo.path, address), {
    method: enterDemo.method,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ role: 'ekonom' }),
  });
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .join('; ');
}
