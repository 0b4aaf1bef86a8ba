import type { Locator, Page } from 'playwright-core';
import { type BorgensprognosAnswer, getBorgensprognos } from '#contract/borgensprognos.ts';
import { toPlanInput } from '#contract/prognos.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import type { Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { sv } from '../../web/texts/sv.ts';
import { callAs, demoId } from '../harness/call.ts';
import { plain } from '../harness/seen.ts';
import { tableOf } from './table.ts';

/** Where the page is. */
export const tankOmPath = '/itsam/borgensutrymme/tank-om';

/** The scenario of the demo that is computed from its budget, loans and assumptions. */
export const beraknad = 'Beräknad 2025–2029';

/** The table that follows the levers. */
export function yearTable(page: Page): Locator {
  return tableOf(page, sv.tankOm.table.label);
}

/** A lever by its name, to drag or to step. */
export function lever(page: Page, name: string): Locator {
  return page.getByRole('slider', { name, exact: true });
}

/** The field beside a lever. */
export function exactField(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name: sv.tankOm.levers.exact(name), exact: true });
}

/** A question with its fields and its answer. */
export function question(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

/** The words at the ends of the lines in the chart that follows the levers. */
export async function endsOfLines(page: Page): Promise<string[]> {
  const chart = page.getByRole('application', { name: sv.tankOm.chart.label });
  return (await chart.locator('.chart-end-labels text').allTextContents()).map(plain);
}

/** An amount as the page shows it. */
export function shown(amount: Tkr | null | undefined): string {
  return amount === null || amount === undefined ? '–' : plain(formatSwedish(amount, 0));
}

/** The debts of a plan at the ends of its years, as the page shows them. */
export function debtsOf({ forecast }: Plan): string[] {
  return forecast.years.map(({ closing }) => shown(closing));
}

/** What the server says, and what a scenario of it is computed from, past what the page shows. */
export async function inputOf(
  page: Page,
  name: string,
): Promise<{ readonly answer: BorgensprognosAnswer; readonly input: PlanInput }> {
  const organisationId = await demoId(page);
  const answer = await callAs(page, getBorgensprognos, { params: { organisationId } });
  const entry = answer.scenarios.find(({ scenario }) => scenario.name === name);
  if (entry === undefined) throw new Error(`There is no scenario ${name}`);
  return { answer, input: toPlanInput(answer, entry) };
}
