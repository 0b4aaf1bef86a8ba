import type { Page } from 'playwright-core';
import { createBudgetpost, createInvestmentLine } from '#contract/investeringsbudget.ts';
import { invite } from '#contract/people.ts';
import { createScenario, setForecastRow } from '#contract/scenarios.ts';
import { acceptAdministratorLink, acceptInvitation } from '#contract/session.ts';
import { callAs } from '../harness/call.ts';
import type { Open } from '../harness/test.ts';

const password = 'stol lampa gurka 7';

/** An organisation of its own, and its ekonom's page. */
export type Newcomer = {
  readonly page: Page;
  readonly organisationId: string;
  /** Where its pages begin: `/forbundet`. */
  readonly root: string;
};

/** Makes the first organisation of an installation, with an ekonom who stands on its first page. */
export async function newOrganisation(open: Open, administratorLink: string): Promise<Newcomer> {
  const administrator = await open('/logga-in', { as: 'nobody' });
  const { organisations } = await callAs(administrator, acceptAdministratorLink, {
    params: {},
    body: {
      link: secretOf(administratorLink),
      name: 'Anna Ek',
      email: 'anna.ek@forbundet.se',
      password,
      organisation: { name: 'Förbundet' },
    },
  });
  const [organisation] = organisations;
  if (organisation === undefined) throw new Error('The organisation was not made');
  const { organisationId, slug } = organisation;
  const { link } = await callAs(administrator, invite, {
    params: { organisationId },
    body: { name: 'Bo Alm', email: 'bo.alm@forbundet.se', role: 'ekonom' },
  });
  const page = await open('/logga-in', { as: 'nobody' });
  await callAs(page, acceptInvitation, {
    params: {},
    body: { link: secretOf(link), name: 'Bo Alm', password },
  });
  return { page, organisationId, root: `/${slug}` };
}

function secretOf(link: string): string {
  return new URL(link).hash.slice(1);
}

const original = [
  ['Klienter', '8182'],
  ['Mobiltelefoner', '1539'],
  ['Accesspunkter', '2000'],
  ['Switchar', '500'],
  ['A/V-utrustning', '250'],
  ['Verksamhetssystem HR', '5574'],
  ['System/server', '3000'],
  ['Nät', '500'],
] as const;

/** What 2024 had been given; see `fixtures/itsam/2024/SOURCE.md`. */
const before = new Map([
  ['Klienter', '9000'],
  ['Mobiltelefoner', '2000'],
  ['Nät', '500'],
]);

/**
 * Enters what was decided before § 14: the lines, the budget of 2025 that is 21 545, the budgets of
 * 2024, and the scenario without the supplement.
 */
export async function enterBeforeParagraph14({ page, organisationId }: Newcomer): Promise<void> {
  const params = { organisationId };
  const beslut = { title: 'Budget', organ: 'Direktionen', date: '2024-10-24', paragraph: '§ 40' };
  for (const [name, amount] of original) {
    const { lineId } = await callAs(page, createInvestmentLine, { params, body: { name } });
    const post = { lineId, kind: 'ursprunglig', beslut } as const;
    await callAs(page, createBudgetpost, { params, body: { ...post, year: 2025, amount } });
    const earlier = before.get(name);
    if (earlier === undefined) continue;
    await callAs(page, createBudgetpost, {
      params,
      body: { ...post, year: 2024, amount: earlier },
    });
  }
  const { scenarioId } = await callAs(page, createScenario, {
    params,
    body: { name: 'Utan tillägg', openingYear: 2024, lastYear: 2026 },
  });
  const rows = [
    [2024, 'openingDebt', '58662'],
    [2025, 'borrowingInvestments', '20378'],
    [2025, 'borrowingEquityUse', '4000'],
    [2025, 'amortisation', '-22569'],
    [2026, 'borrowingInvestments', '32865'],
    [2026, 'borrowingEquityUse', '3000'],
    [2026, 'amortisation', '-26356'],
  ] as const;
  for (const [year, kind, amount] of rows) {
    const place = { ...params, scenarioId, year: `${year}`, kind };
    await callAs(page, setForecastRow, { params: place, body: { amount, comment: null } }, 0);
  }
}
