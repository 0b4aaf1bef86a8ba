import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { prognosFile } from '#contract/prognos-file.ts';
import { sv } from '../web/texts/sv.ts';
import { eventually } from './harness/eventually.ts';
import { plain, seen, seenOfAll } from './harness/seen.ts';
import { test } from './harness/test.ts';
import {
  borgensutrymmePath,
  forecastTable,
  omTillagg,
  passportOf,
  rowNamed,
} from './screens/borgensutrymme.ts';
import { button, untilSaved } from './screens/page.ts';
import { cellOf, columnNames, figureAt, write } from './screens/table.ts';

const words = sv.prognos;
const { borgensutrymme } = sv;
const budget2027 = 'Budget 2027';
const amortisation = rowNamed('amortisation', 2025);
const investments = rowNamed('borrowingInvestments', 2025);

async function chooseInMenu(page: Page, scenario: string, item: string): Promise<void> {
  await button(page, borgensutrymme.menuName(scenario)).click();
  // What an item does stands under its name, and is read out with it.
  await page.getByRole('menuitem').filter({ hasText: item }).click();
}

/** A scenario with the figures of "Om tillägg", which inherits its assumptions too. */
async function makeHeir(page: Page, name: string): Promise<void> {
  await button(page, borgensutrymme.newScenario).click();
  await page.getByRole('textbox', { name: borgensutrymme.name, exact: true }).fill(name);
  await page
    .getByLabel(borgensutrymme.startFrom)
    .selectOption({ label: borgensutrymme.copyOf(omTillagg) });
  // What is copied is inherited from, unless one says otherwise.
  const parent = page.getByLabel(words.wholeScenario.parentField);
  await eventually(() => parent.locator('option:checked').textContent()).toBe(omTillagg);
  await button(page, borgensutrymme.create).click();
  await eventually(() => columnNames(forecastTable(page))).toContain(name);
}

/** See `makeHeir`; all of it computed. Gives what is amortised in 2025. */
async function makeComputed(page: Page, name: string): Promise<string> {
  const table = forecastTable(page);
  await makeHeir(page, name);
  await chooseInMenu(page, name, words.wholeScenario.computeAll);
  await eventually(() => figureAt(table, amortisation, name)).not.toBe('−22 967');
  await untilSaved(page);
  return figureAt(table, amortisation, name);
}

async function discard(page: Page, scenario: string): Promise<void> {
  await page.getByRole('menuitem').first().waitFor({ state: 'detached' });
  await chooseInMenu(page, scenario, borgensutrymme.delete);
  await button(page, borgensutrymme.deleteConfirm).click();
  await eventually(() => columnNames(forecastTable(page))).not.toContain(scenario);
}

async function showSection(page: Page, name: 'antaganden' | 'kostnader' | 'skillnader') {
  await page.getByText(words.sectionNames[name], { exact: true }).first().click();
}

async function assumptionsOf(page: Page, scenario: string): Promise<Locator> {
  const { assumptions } = words;
  await page.getByLabel(assumptions.scenario, { exact: true }).selectOption({ label: scenario });
  const label = scenario === assumptions.organisation ? assumptions.organisation : scenario;
  const table = page.getByRole('table', { name: assumptions.tableLabel(label), exact: true });
  await table.waitFor();
  return table;
}

function rowOfAssumption(table: Locator, name: RegExp): Locator {
  return table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name }) });
}

const life = 'Livslängd, Klienter';

/** Another life for Klienter, in the scenario's own assumptions. */
async function setLife(table: Locator, months: string): Promise<void> {
  const page = table.page();
  await table.getByRole('button', { name: new RegExp(`^Ändra ${life}`, 'u') }).click();
  const field = page.getByLabel(words.assumptions.monthsField, { exact: true });
  await field.fill(months);
  await page.keyboard.press('Enter');
}

describe('a scenario that is computed', () => {
  test('inherits, is computed from its assumptions, typed over with a reason, and taken back', async ({
    open,
    expect,
  }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    await makeHeir(page, budget2027);
    const head = table.getByRole('columnheader', { name: /^Budget 2027/u });
    await eventually(() => head.locator('small').textContent()).toBe(
      `${borgensutrymme.draft}, ${words.wholeScenario.inherits(omTillagg)}`,
    );
    const at = (row: string) => figureAt(table, row, budget2027);
    const before = [await at(investments), await at(amortisation)];
    expect(before).toEqual(['20 378', '−22 967']);

    // Everything at once, and back again with one step.
    await chooseInMenu(page, budget2027, words.wholeScenario.computeAll);
    const cell = await cellOf(table, amortisation, budget2027);
    await eventually(() => cell.locator('.grid-computed').count()).toBe(1);
    const linked = await cellOf(table, investments, budget2027);
    await eventually(() => linked.locator('.grid-linked').count()).toBe(1);
    await untilSaved(page);
    const computed = await at(amortisation);
    expect(computed).not.toBe(before[1]);
    await button(page, sv.common.undo).click();
    await eventually(() => at(amortisation)).toBe(before[1]);
    await eventually(() => at(investments)).toBe(before[0]);
    await untilSaved(page);
    await button(page, sv.common.redo).click();
    await eventually(() => at(amortisation)).toBe(computed);
    await untilSaved(page);

    // A shorter life of its own: more is repaid, in this scenario only.
    const assumptions = await assumptionsOf(page, budget2027);
    await setLife(assumptions, '2 år');
    const row = rowOfAssumption(assumptions, /^Klienter/u);
    await eventually(async () => (await seenOfAll(row.locator('td'))).slice(0, 3)).toEqual([
      '24 månader, 2 år',
      'från 2025',
      words.assumptions.own(budget2027),
    ]);
    await eventually(() => at(amortisation)).not.toBe(computed);
    const shorter = await at(amortisation);
    await untilSaved(page);

    // Typed over: the reason is asked for, and both values are told.
    await write(await cellOf(table, amortisation, budget2027), '-22000');
    const dialog = page.getByRole('dialog', { name: words.source.askTitle(1) });
    await dialog.getByLabel(words.source.reason, { exact: true }).fill('Enligt lånebeskeden');
    await button(dialog, words.source.askSave).click();
    await eventually(() => at(amortisation)).toBe('−22 000');
    await untilSaved(page);
    await cell.click();
    const both = plain(words.source.instead('−22 000', shorter, true));
    await eventually(() => cell.locator('.grid-overridden').count()).toBe(1);
    await eventually(async () => plain((await cell.getAttribute('title')) ?? '')).toContain(both);
    await eventually(() => seenOfAll(passportOf(page).getByRole('definition'))).toContain(both);

    // What differs, in words.
    await showSection(page, 'skillnader');
    await page.getByLabel(words.differences.left, { exact: true }).selectOption(budget2027);
    await page.getByLabel(words.differences.right).selectOption(omTillagg);
    const { sentence, forLine, row: rowSentence } = words.differences;
    const sentences = (): Promise<string[]> => seenOfAll(page.locator('.difference-lists li'));
    const own = `${words.counted.life('24 månader, 2 år')}${forLine('Klienter')}`;
    await eventually(sentences).toContain(sentence(budget2027, own, omTillagg, '48 månader, 4 år'));
    await eventually(sentences).toContain(
      rowSentence(
        sv.figures.withYear('Beräknade amorteringar', 2025),
        budget2027,
        '−22 000',
        omTillagg,
        '−22 967',
      ),
    );

    // Back, step by step: the amount, the life, the whole scenario.
    await button(page, sv.common.undo).click();
    await eventually(() => at(amortisation)).toBe(shorter);
    await button(page, sv.common.undo).click();
    await eventually(() => at(amortisation)).toBe(computed);
    await button(page, sv.common.undo).click();
    await eventually(() => at(amortisation)).toBe(before[1]);
    await untilSaved(page);
    await discard(page, budget2027);
  });

  test('goes out as a file that says everything it is computed from', async ({ open, expect }) => {
    const page = await open(borgensutrymmePath);
    const name = 'Budget 2028';
    await makeComputed(page, name);
    const coming = page.waitForEvent('download');
    await chooseInMenu(page, name, words.wholeScenario.json);
    const file = await coming;
    const read = prognosFile.parse(JSON.parse(readFileSync(await file.path(), 'utf8')));
    expect([read.format, read.name, read.openingYear]).toEqual(['tkr-prognos-1', name, 2024]);
    const sources = new Set(read.rows.map(({ source }) => source));
    expect(sources).toEqual(new Set(['linked', 'typed', 'computed']));

    // The one that it inherits from cannot go.
    await button(page, borgensutrymme.menuName(omTillagg)).click();
    const gone = page.getByRole('menuitem', { name: borgensutrymme.delete });
    await eventually(() => gone.getAttribute('aria-disabled')).toBe('true');
    await eventually(() => seen(gone)).toContain(words.wholeScenario.inheritedBy(name));
    await page.keyboard.press('Escape');
    await discard(page, name);
  });

  test('is frozen with what it rests on, and does not move after that', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const table = forecastTable(page);
    const name = 'Budget 2029';
    const computed = await makeComputed(page, name);
    await chooseInMenu(page, name, borgensutrymme.freeze);
    await page.getByText(words.wholeScenario.freezeKept).waitFor();
    await button(page, borgensutrymme.freezeConfirm).click();
    const head = table.getByRole('columnheader', { name: new RegExp(`^${name}`, 'u') });
    await eventually(() => head.textContent()).toContain(borgensutrymme.frozen);

    // Another life for everybody moves what inherits, and not what is frozen.
    const assumptions = await assumptionsOf(page, words.assumptions.organisation);
    await setLife(assumptions, '12');
    await untilSaved(page);
    await eventually(() => figureAt(table, amortisation, name)).toBe(computed);
    await page.reload();
    await eventually(() => figureAt(table, amortisation, name)).toBe(computed);
    await assumptionsOf(page, name);
    await eventually(() => page.getByText(words.assumptions.frozen).count()).toBe(1);
    await button(page, sv.common.undo).click();
    await untilSaved(page);
  });
});

describe('an assumption', () => {
  test('that cannot be is refused beside its field, and kept as typed', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const table = await assumptionsOf(page, omTillagg);
    await button(table, words.assumptions.writeOf(words.kinds.executionRate)).click();
    const field = page.getByLabel(words.assumptions.percent, { exact: true });
    await field.fill('åttio');
    await page.keyboard.press('Enter');
    await eventually(() => field.getAttribute('aria-invalid')).toBe('true');
    await eventually(() => page.getByText(words.assumptions.percentWrong).count()).toBe(1);
    await eventually(() => field.inputValue()).toBe('åttio');
    // Esc leaves the form, and the focus is on the button that opened it.
    await field.press('Escape');
    await eventually(() => page.locator(':focus').getAttribute('aria-label')).toBe(
      words.assumptions.writeOf(words.kinds.executionRate),
    );
  });

  test('of a scenario’s own is taken away again, and the inherited one holds', async ({ open }) => {
    const page = await open(borgensutrymmePath);
    const table = await assumptionsOf(page, omTillagg);
    await button(table, words.assumptions.writeOf(words.kinds.executionRate)).click();
    await page.getByLabel(words.assumptions.percent, { exact: true }).fill('80');
    await page.keyboard.press('Enter');
    const row = rowOfAssumption(table, /^Genomförandegrad/u);
    await eventually(() => seenOfAll(row.locator('td'))).toContain(
      words.assumptions.own(omTillagg),
    );
    await untilSaved(page);
    await page.reload();
    await eventually(() => seenOfAll(row.locator('td'))).toContain('80 %');
    await button(table, words.assumptions.inheritAgainOf(words.kinds.executionRate)).click();
    await eventually(() => seenOfAll(row.locator('td'))).toContain('100 %');
    await untilSaved(page);
  });
});
