import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { sv } from '../web/texts/sv.ts';
import { eventually } from './harness/eventually.ts';
import { plain } from './harness/seen.ts';
import { test } from './harness/test.ts';
import {
  borgensutrymmePath,
  forecastTable,
  omTillagg,
  rowNamed,
} from './screens/borgensutrymme.ts';
import { button, saveStatusOf, sentenceOf, untilSaved } from './screens/page.ts';
import { cellOf, figureAt, write } from './screens/table.ts';

const tillaggsbudget = rowNamed('borrowingTillaggsbudget', 2025);
const headroom = rowNamed('headroom', 2026);
const saving = /\/rows\/2025\/borrowingTillaggsbudget$/u;

async function seesTheCeilingBroken(page: Page): Promise<void> {
  const table = forecastTable(page);
  await eventually(() => figureAt(table, tillaggsbudget, omTillagg)).toBe('20 000');
  await eventually(() => figureAt(table, headroom, omTillagg)).toBe('−8 337');
  await eventually(() => sentenceOf(page)).toContain(
    plain(sv.conclusion.over(omTillagg, '8 337', 2026).join('')),
  );
  await eventually(() => chartLabels(page)).toContain(`${omTillagg} 88 337`);
  await eventually(() => chart(page, sv.chart.overTitle).count()).toBe(1);
}

async function seesTheCeilingHeld(page: Page): Promise<void> {
  const table = forecastTable(page);
  await eventually(() => figureAt(table, tillaggsbudget, omTillagg)).toBe('5 010');
  await eventually(() => figureAt(table, headroom, omTillagg)).toBe('6 653');
  await eventually(() => sentenceOf(page)).toContain(
    plain(sv.conclusion.left(omTillagg, '6 653', 2026).join('')),
  );
  await eventually(() => chartLabels(page)).toContain(`${omTillagg} 73 347`);
  await eventually(() => chart(page, sv.chart.nearTitle).count()).toBe(1);
}

function chart(page: Page, title: string) {
  return page.getByRole('figure').filter({ hasText: title });
}

async function chartLabels(page: Page): Promise<string[]> {
  const texts = await page.getByRole('main').locator('figure svg text').allTextContents();
  return texts.map(plain);
}

describe('what if the supplementary budget of "Om tillägg" were 20 000', () => {
  test('shows the broken ceiling at once, before and after it is saved', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    await seesTheCeilingHeld(page);
    const answer = Promise.withResolvers<void>();
    await page.route(saving, async (route) => {
      await answer.promise;
      await route.continue();
    });
    await write(await cellOf(forecastTable(page), tillaggsbudget, omTillagg), '20000');
    await seesTheCeilingBroken(page);
    await eventually(() => saveStatusOf(page)).toBe(sv.saving.saving);
    answer.resolve();
    await untilSaved(page);
    await seesTheCeilingBroken(page);
    await button(page, sv.common.undo).click();
    await untilSaved(page);
  });

  test('is undone after a reload, stays undone after another, and is done again', async ({
    open,
  }) => {
    const page = await open(borgensutrymmePath);
    await write(await cellOf(forecastTable(page), tillaggsbudget, omTillagg), '20000');
    await untilSaved(page);
    await page.reload();
    await seesTheCeilingBroken(page);

    await button(page, sv.common.undo).click();
    await seesTheCeilingHeld(page);
    await untilSaved(page);
    await page.reload();
    await seesTheCeilingHeld(page);

    await button(page, sv.common.redo).click();
    await seesTheCeilingBroken(page);
    await untilSaved(page);
    await page.reload();
    await seesTheCeilingBroken(page);

    await button(page, sv.common.undo).click();
    await untilSaved(page);
    await seesTheCeilingHeld(page);
  });
});
