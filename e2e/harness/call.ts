import type { Page } from 'playwright-core';
import type { z } from 'zod';
import { type Answer, addressOf, type Call, type Endpoint } from '#contract/endpoint.ts';
import { listOrganisations } from '#contract/organisations.ts';

/** Calls the API as the person of the page, past what the page shows. Throws where it is refused. */
export async function callAs<E extends Endpoint>(
  page: Page,
  endpoint: E,
  call: Call<E>,
  version?: number,
): Promise<Answer<E>> {
  const response = await page.request.fetch(addressOf(endpoint, call), {
    method: endpoint.method,
    headers: {
      'sec-fetch-site': 'same-origin',
      'idempotency-key': crypto.randomUUID(),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(call.body === undefined ? {} : { data: call.body }),
  });
  if (!response.ok()) throw new Error(`${endpoint.operationId}: ${await response.text()}`);
  return (endpoint.answer as z.ZodType<Answer<E>>).parse(await response.json());
}

/** The organisation of the demo. */
export async function demoId(page: Page): Promise<string> {
  const { organisations } = await callAs(page, listOrganisations, { params: {} });
  return organisations[0]?.organisationId ?? '';
}
