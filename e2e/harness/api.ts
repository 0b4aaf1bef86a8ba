import type { z } from 'zod';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import { type Answer, addressOf, type Call, type Endpoint } from '#contract/endpoint.ts';
import { listOrganisations } from '#contract/organisations.ts';
import type { EditableFigure, ForecastFigure } from '#contract/scenarios.ts';

/** Reads from the server past every browser: what is saved, and not only shown. */
async function read<E extends Endpoint>(
  address: string,
  endpoint: E,
  call: Call<E>,
): Promise<Answer<E>> {
  const response = await fetch(new URL(addressOf(endpoint, call), address));
  if (!response.ok) throw new Error(`${endpoint.operationId} gave ${response.status}`);
  return (endpoint.answer as z.ZodType<Answer<E>>).parse(await response.json());
}

/** A figure of a scenario as it is saved, with its version: one more for every time it was written. */
export async function savedFigure(
  address: string,
  scenarioName: string,
  { kind, year }: { readonly kind: EditableFigure; readonly year: number },
): Promise<ForecastFigure> {
  const { organisations } = await read(address, listOrganisations, { params: {} });
  const organisationId = organisations[0]?.organisationId ?? '';
  const { scenarios } = await read(address, getBorgensprognos, { params: { organisationId } });
  const found = scenarios
    .find(({ scenario }) => scenario.name === scenarioName)
    ?.figures.find((figure) => figure.kind === kind && figure.year === year);
  if (found === undefined) throw new Error(`${scenarioName} has no ${kind} ${year}`);
  return found;
}
