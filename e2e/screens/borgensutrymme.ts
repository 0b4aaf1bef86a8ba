import type { Locator, Page } from 'playwright-core';
import { listScenarios } from '#contract/scenarios.ts';
import { figureTerms } from '#contract/terms.ts';
import type { TableFigure } from '#domain/borgensprognos-table.ts';
import { sv } from '../../web/texts/sv.ts';
import { callAs, demoId } from '../harness/call.ts';
import { tableOf } from './table.ts';

/** Where the page is. */
export const borgensutrymmePath = '/itsam/borgensutrymme';

/** The scenarios of the demo that a protocol has printed, in their order; a computed one comes after. */
export const [omTillagg, utanTillagg, budget2025, budget2026] = [
  'Om tillägg',
  'Utan tillägg',
  'Budget 2025',
  'Budget 2026',
];

/** Opens the page with the printed scenarios alone: the computed one has more years and figures. */
export async function showPrintedScenarios(page: Page): Promise<void> {
  const params = { organisationId: await demoId(page) };
  const { scenarios } = await callAs(page, listScenarios, { params });
  const printed: readonly string[] = [omTillagg, utanTillagg, budget2025, budget2026];
  const ids = printed.map((name) => scenarios.find((one) => one.name === name)?.scenarioId ?? '');
  await page.goto(`${borgensutrymmePath}?scenario=${ids.join(',')}`);
}

/** The table of scenarios side by side. */
export function forecastTable(page: Page): Locator {
  return tableOf(page, sv.borgensutrymme.tableLabel);
}

/** A row's whole name: "Tilläggsbudget, 2025", "Låneskuld 31/12 2025". */
export function rowNamed(figure: TableFigure, year: number): string {
  if (figure === 'debt') return sv.figures.debtAt(year);
  if (figure === 'headroom') return sv.figures.headroomAt(year);
  return `${figureTerms[figure].sv}, ${year}`;
}

/** The sheet that says where the figure one stands on comes from. */
export function passportOf(page: Page): Locator {
  return page.getByRole('figure', { name: sv.passport.title });
}
