import type { Locator, Page } from 'playwright-core';
import { addArendeEntry, changeArendeEntry, createArende, moveArende } from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { createArticle, createBehov, getBehov } from '#contract/behov.ts';
import {
  correctBudgetpost,
  createBudgetpost,
  getInvesteringsbudget,
} from '#contract/investeringsbudget.ts';
import { listScenarios } from '#contract/scenarios.ts';
import { getUtfall, setUtfall } from '#contract/utfall.ts';
import { sv } from '../../web/texts/sv.ts';
import { callAs, demoId } from '../harness/call.ts';
import { tableOf } from './table.ts';

/** Where the list is. */
export const arendenPath = '/itsam/arenden';

/** The proposed entries of the ärende that is open. */
export function entryTable(page: Page): Locator {
  return tableOf(page, sv.arende.entriesLabel);
}

/** The lines of the demo by name. */
export async function linesOf(page: Page): Promise<ReadonlyMap<string, string>> {
  const organisationId = await demoId(page);
  const params = { organisationId, year: '2025' };
  const { lines } = await callAs(page, getInvesteringsbudget, { params });
  return new Map(lines.map(({ name, lineId }) => [name, lineId]));
}

/**
 * Puts the demo back to before § 14: what was decided for 2025 after the first budget is voided, so
 * that it is 21 545; 2024 closes with 5 196 and 990 unused; 11 550 and 3 150 are needed in 2025.
 */
export async function beforeParagraph14(page: Page): Promise<void> {
  const organisationId = await demoId(page);
  const at = (year: string) => ({ params: { organisationId, year } });
  const { budgetposts, beslut } = await callAs(page, getInvesteringsbudget, at('2025'));
  const replaced = new Set(budgetposts.map(({ replacesId }) => replacesId));
  const decided = budgetposts.filter(
    ({ kind, budgetpostId, amount }) =>
      kind !== 'ursprunglig' && !replaced.has(budgetpostId) && amount !== '0',
  );
  for (const { budgetpostId } of decided) {
    const params = { organisationId, budgetpostId };
    await callAs(page, correctBudgetpost, { params, body: { amount: '0' } });
  }
  await setOutcome(page, 'Klienter', '3804');
  await setOutcome(page, 'Mobiltelefoner', '1010');
  const { items } = await callAs(page, getBehov, at('2025'));
  if (items.length > 0) return;
  const beslutId = beslut[0]?.beslutId ?? '';
  await firstBudget(page, 'Klienter', { amount: '9000', beslutId });
  await firstBudget(page, 'Mobiltelefoner', { amount: '2000', beslutId });
  // Chosen so that they come to 11 550 and 3 150.
  await needOf(page, 'Klienter', { name: 'PC', price: '9', volume: '450' });
  await needOf(page, 'Klienter', { name: 'Surfplatta', price: '4.5', volume: '200' });
  await needOf(page, 'Klienter', { name: 'Elevdator', price: '5.5', volume: '1200' });
  await needOf(page, 'Mobiltelefoner', { name: 'Mobiltelefon', price: '4.2', volume: '750' });
}

type Given = { readonly amount: string; readonly beslutId: string };

async function firstBudget(page: Page, line: string, given: Given): Promise<void> {
  const params = { organisationId: await demoId(page) };
  const lineId = (await linesOf(page)).get(line) ?? '';
  const body = { lineId, year: 2024, kind: 'ursprunglig', ...given } as const;
  await callAs(page, createBudgetpost, { params, body });
}

/** Types a line's outcome of a year as a whole, over what stood there. */
export async function setOutcome(
  page: Page,
  line: string,
  amount: string,
  year = 2024,
): Promise<void> {
  const organisationId = await demoId(page);
  const lineId = (await linesOf(page)).get(line) ?? '';
  const params = { organisationId, year: `${year}` };
  const { cells } = await callAs(page, getUtfall, { params });
  const here = cells.find((cell) => cell.lineId === lineId && cell.month === null);
  const body = { lineId, month: null, amount, replacesId: here?.sourceId ?? null };
  await callAs(page, setUtfall, { params, body });
}

/** What is needed of an article. */
type Need = { readonly name: string; readonly price: string; readonly volume: string };

/** Enters a need of a new article, with its price from the first day of the year. */
export async function needOf(
  page: Page,
  line: string,
  { name, price, volume }: Need,
  year = 2025,
): Promise<void> {
  const params = { organisationId: await demoId(page) };
  const lineId = (await linesOf(page)).get(line) ?? '';
  const { articleId } = await callAs(page, createArticle, {
    params,
    body: { name, unit: 'st', price: { validFrom: `${year}-01-01`, amount: price } },
  });
  await callAs(page, createBehov, { params, body: { lineId, year, articleId, volume } });
}

/** What an ärende of these tests is called and numbered. */
export type Named = { readonly title: string; readonly dnr: string };

/** The ärende of § 14 as a draft, made past the page, without reasons. */
export async function draftOfParagraph14(
  page: Page,
  named: Named = { title: 'Återbudgetering på nytt', dnr: '2025/71' },
): Promise<ArendeAnswer> {
  const organisationId = await demoId(page);
  const lines = await linesOf(page);
  const { scenarios } = await callAs(page, listScenarios, { params: { organisationId } });
  const base = scenarios.find(({ name }) => name === 'Utan tillägg');
  const made = await callAs(page, createArende, {
    params: { organisationId },
    body: {
      ...named,
      year: 2025,
      baseScenarioId: base?.scenarioId ?? null,
    },
  });
  const params = { organisationId, arendeId: made.arendeId };
  const entries = [
    ['Klienter', 'aterbudgetering', 2024, '3400'],
    ['Mobiltelefoner', 'aterbudgetering', 2024, '990'],
    ['Mobiltelefoner', 'tillaggsaskande', null, '620'],
  ] as const;
  let latest = made;
  for (const [line, kind, fromYear, amount] of entries) {
    const lineId = lines.get(line) ?? '';
    latest = await callAs(page, addArendeEntry, {
      params,
      body: { kind, lineId, year: 2025, fromYear, amount },
    });
  }
  return latest;
}

/** The same with its reason, sent to preparation. */
export async function preparedParagraph14(page: Page, named: Named): Promise<ArendeAnswer> {
  const draft = await draftOfParagraph14(page, named);
  const params = { organisationId: await demoId(page), arendeId: draft.arendeId };
  const entryId = draft.entries[0]?.entryId ?? '';
  const body = { reason: 'Elevdatorer köps i hela förpackningar.' };
  const explained = await callAs(
    page,
    changeArendeEntry,
    { params: { ...params, entryId }, body },
    draft.version,
  );
  return callAs(page, moveArende, { params, body: { to: 'beredning' } }, explained.version);
}
