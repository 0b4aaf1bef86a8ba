import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { sv } from '../web/texts/sv.ts';
import { gridLabelsSv } from '../web/ui/grid/grid-labels.ts';
import { savedFigure } from './harness/api.ts';
import { eventually } from './harness/eventually.ts';
import { plain, seen } from './harness/seen.ts';
import { test } from './harness/test.ts';
import {
  borgensutrymmePath,
  forecastTable,
  omTillagg,
  rowNamed,
} from './screens/borgensutrymme.ts';
import { button, saveStatusOf, untilSaved } from './screens/page.ts';
import { cellOf, columnNames, figureAt, write } from './screens/table.ts';

const words = sv.borgensutrymme;
const place = { kind: 'borrowingTillaggsbudget', year: 2025 } as const;
const row = rowNamed(place.kind, place.year);
const stale = /the server responded with a status of 412/u;
const refused = /the server responded with a status of 409/u;
const noNetwork = /net::ERR_(?:INTERNET_DISCONNECTED|FAILED)/u;

function supplementary(page: Page): Promise<string> {
  return figureAt(forecastTable(page), row, omTillagg);
}

async function enter(page: Page, amount: string): Promise<void> {
  await write(await cellOf(forecastTable(page), row, omTillagg), amount);
}

function conflictNotice(page: Page): Locator {
  return page.getByRole('alert', { name: words.conflictTitle });
}

/** Two people have the page open, and the second writes over what the first has just saved. */
async function disagree(one: Page, other: Page, amounts: readonly [string, string]): Promise<void> {
  await eventually(() => supplementary(other)).toBe('5 010');
  await enter(one, amounts[0]);
  await untilSaved(one);
  await enter(other, amounts[1]);
}

async function takeBack(page: Page): Promise<void> {
  await page.reload();
  await enter(page, '5010');
  await untilSaved(page);
}

describe('two people who change the same figure', () => {
  test('see both values, and keep the one that was first', async ({ open, address, expect }) => {
    const one = await open(borgensutrymmePath);
    const other = await open(borgensutrymmePath, { expected: [stale] });
    await disagree(one, other, ['6000', '7000,5']);
    const cell = words.cellName(`Tilläggsbudget 2025`, omTillagg);
    await eventually(() => seen(conflictNotice(other))).toContain(
      plain(words.conflictBody(cell, '7 000,5', '6 000', 'Demoekonom')),
    );
    await eventually(() => saveStatusOf(other)).toBe(sv.saving.refused);
    await eventually(() => supplementary(other)).toBe('6 000');

    await button(other, words.takeTheirs('6 000')).click();
    await eventually(() => conflictNotice(other).count()).toBe(0);
    await eventually(() => supplementary(other)).toBe('6 000');
    await eventually(() => saveStatusOf(other)).not.toBe(sv.saving.refused);
    expect((await savedFigure(address, omTillagg, place)).amount).toBe('6000');
    await takeBack(one);
  });

  test('see both values, and save the one that was last', async ({ open, address, expect }) => {
    const one = await open(borgensutrymmePath);
    const other = await open(borgensutrymmePath, { expected: [stale] });
    await disagree(one, other, ['6000', '7000,5']);
    await button(other, words.keepMine('7 000,5')).click();
    await eventually(() => conflictNotice(other).count()).toBe(0);
    await eventually(() => supplementary(other)).toBe('7 001');
    await untilSaved(other);
    expect((await savedFigure(address, omTillagg, place)).amount).toBe('7000.5');
    await one.reload();
    await eventually(() => supplementary(one)).toBe('7 001');
    await takeBack(one);
  });
});

describe('a network that goes away', () => {
  test('keeps the changes, says that they wait, and saves each of them once', async ({
    open,
    address,
    expect,
  }) => {
    const page = await open(borgensutrymmePath, { expected: [noNetwork] });
    await eventually(() => supplementary(page)).toBe('5 010');
    const before = await savedFigure(address, omTillagg, place);
    await page.context().setOffline(true);
    await enter(page, '5500');
    await eventually(() => saveStatusOf(page)).toBe(sv.saving.waiting(1));
    await enter(page, '5600');
    await eventually(() => saveStatusOf(page)).toBe(sv.saving.waiting(2));
    await eventually(() => supplementary(page)).toBe('5 600');
    expect(await savedFigure(address, omTillagg, place)).toEqual(before);

    await page.context().setOffline(false);
    await untilSaved(page);
    await eventually(() => supplementary(page)).toBe('5 600');
    const after = await savedFigure(address, omTillagg, place);
    expect([after.amount, after.version]).toEqual(['5600', before.version + 2]);
    await takeBack(page);
  });

  test('and swallows an answer does not make the change twice', async ({
    open,
    address,
    expect,
  }) => {
    const page = await open(borgensutrymmePath, { expected: [noNetwork] });
    await eventually(() => supplementary(page)).toBe('5 010');
    const before = await savedFigure(address, omTillagg, place);
    const keys: (string | null)[] = [];
    await page.route(/\/rows\/2025\/borrowingTillaggsbudget$/u, async (route) => {
      keys.push(await route.request().headerValue('idempotency-key'));
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort('failed');
    });
    await enter(page, '5500');
    await untilSaved(page);
    expect(keys).toEqual([expect.any(String), keys[0]]);
    const after = await savedFigure(address, omTillagg, place);
    expect([after.amount, after.version]).toEqual(['5500', before.version + 1]);
    await page.unrouteAll();
    await takeBack(page);
  });
});

describe('a scenario that somebody else has frozen', () => {
  test('takes no more, and what was typed stays with the reason', async ({
    open,
    address,
    expect,
  }) => {
    const one = await open(borgensutrymmePath);
    await button(one, words.menuName(omTillagg)).click();
    await one.getByRole('menuitem', { name: words.copy, exact: true }).click();
    await one.getByRole('textbox', { name: words.name, exact: true }).fill('Till direktionen');
    await button(one, words.create).click();
    await eventually(() => columnNames(forecastTable(one))).toContain('Till direktionen');
    const other = await open(borgensutrymmePath, { expected: [refused] });
    await eventually(() => columnNames(forecastTable(other))).toContain('Till direktionen');

    await button(one, words.menuName('Till direktionen')).click();
    await one.getByRole('menuitem', { name: words.freeze, exact: true }).click();
    await button(one, words.freezeConfirm).click();
    const head = forecastTable(one).getByRole('columnheader', { name: /^Till direktionen/u });
    await eventually(() => head.textContent()).toContain(words.frozen);

    const table = forecastTable(other);
    await write(await cellOf(table, row, 'Till direktionen'), '9999');
    const problem = other.getByRole('listitem').filter({ hasText: `${row}, Till direktionen` });
    await eventually(() => seen(problem)).toContain(plain(refusalTexts.scenario_frozen.sv));
    await eventually(() => figureAt(table, row, 'Till direktionen')).toMatch(/^9 ?999$/u);
    await eventually(() => saveStatusOf(other)).toBe(sv.saving.refused);
    // The sums are those of the frozen figure.
    await eventually(() => figureAt(table, rowNamed('debt', 2025), 'Till direktionen')).toBe(
      '65 083',
    );
    const saved = await savedFigure(address, 'Till direktionen', place);
    expect(saved.amount).toBe('5010');

    const discard = `${gridLabelsSv.discard}: ${row}, Till direktionen`;
    await button(problem, discard).click();
    await eventually(() => figureAt(table, row, 'Till direktionen')).toBe('5 010');
    await eventually(() => problem.count()).toBe(0);
    await eventually(() => saveStatusOf(other)).not.toBe(sv.saving.refused);
  });
});
