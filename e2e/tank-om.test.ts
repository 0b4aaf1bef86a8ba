import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { computePlan } from '#domain/forecast/plan.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { howMuchMore } from '#domain/forecast/questions.ts';
import { assumptionOf, withAssumptions } from '#domain/forecast/what-if.ts';
import { percentOf } from '#domain/percent.ts';
import { sv } from '../web/texts/sv.ts';
import { eventually } from './harness/eventually.ts';
import { plain, seen, seenOfAll } from './harness/seen.ts';
import { test } from './harness/test.ts';
import { forecastTable, omTillagg, rowNamed } from './screens/borgensutrymme.ts';
import { button, sentenceOf, untilSaved } from './screens/page.ts';
import { columnNames, figureAt } from './screens/table.ts';
import {
  beraknad,
  debtsOf,
  endsOfLines,
  exactField,
  inputOf,
  lever,
  question,
  shown,
  tankOmPath,
  yearTable,
} from './screens/tank-om.ts';

const words = sv.tankOm;

/** The debts of the table that follows the levers, year by year. */
async function debtsIn(page: Page): Promise<string[]> {
  const cells = yearTable(page).locator('tbody tr').locator('td:nth-of-type(1)');
  return seenOfAll(cells);
}

/** Sees sentence, table and chart agree with a plan that was computed here. */
async function seesExecutionAt(page: Page, input: PlanInput, percent: number): Promise<void> {
  const set = assumptionOf({ kind: 'executionRate', percent: percentOf(`${percent}`) });
  const plan = computePlan(withAssumptions(input, [set]));
  const last = plan.forecast.years.at(-1);
  await eventually(() => debtsIn(page)).toEqual(debtsOf(plan));
  await eventually(() => sentenceOf(page)).toContain(
    plain(`Med ${words.what.execution(`${percent}`)} återstår ${shown(last?.headroom)} Tkr`),
  );
  await eventually(() => endsOfLines(page)).toContain(
    `${words.chart.tried} ${shown(last?.closing)}`,
  );
}

describe('the execution rate from 100 to 80 per cent', () => {
  test('with the keyboard, one step at a time', async ({ open, expect }) => {
    const page = await open(tankOmPath);
    const { input } = await inputOf(page, beraknad);
    await eventually(() => debtsIn(page)).toEqual(debtsOf(computePlan(input)));
    const slider = lever(page, words.levers.execution);
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await seesExecutionAt(page, input, 99);
    for (let step = 0; step < 19; step += 1) await page.keyboard.press('ArrowLeft');
    await seesExecutionAt(page, input, 80);
    await eventually(() => slider.getAttribute('aria-valuetext')).toBe(words.levers.percent('80'));
    await eventually(() => exactField(page, words.levers.execution).inputValue()).toBe('80');
    // Nothing of it is with the server.
    expect((await inputOf(page, beraknad)).input.levels).toEqual(input.levels);
    await button(page, words.levers.resetAll).click();
    await eventually(() => debtsIn(page)).toEqual(debtsOf(computePlan(input)));
  }, 120_000);

  test('with the pointer, while it is still held down', async ({ open }) => {
    const page = await open(tankOmPath);
    const slider = lever(page, words.levers.execution);
    const { input } = await inputOf(page, beraknad);
    await yearTable(page).waitFor();
    const { at, y } = await trackOf(slider);
    await page.mouse.move(at(100), y);
    await page.mouse.down();
    await page.mouse.move(at(90), y, { steps: 5 });
    await eventually(() => slider.inputValue()).toBe('90');
    await seesExecutionAt(page, input, 90);
    await page.mouse.move(at(80), y, { steps: 5 });
    await eventually(() => slider.inputValue()).toBe('80');
    await seesExecutionAt(page, input, 80);
    await page.mouse.up();
    await seesExecutionAt(page, input, 80);
  }, 120_000);

  test('with the exact figure, and a text that is none is said to be so', async ({ open }) => {
    const page = await open(tankOmPath);
    const field = exactField(page, words.levers.execution);
    await field.fill('80,5 %');
    await eventually(() => lever(page, words.levers.execution).inputValue()).toMatch(/^8[01]$/u);
    await field.fill('mycket');
    await page.keyboard.press('Tab');
    await page.getByText(words.levers.notPercent).waitFor();
    await eventually(() => field.inputValue()).toBe('mycket');
  });
});

/** Where a slider's values from 0 to 150 lie, in pixels of the page. */
async function trackOf(slider: Locator) {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error('The slider is not shown');
  const thumb = 18;
  const reach = box.width - thumb;
  const at = (value: number): number => box.x + thumb / 2 + (reach * value) / 150;
  return { at, y: box.y + box.height / 2 };
}

describe('how much more can be invested on Klienter 2026', () => {
  test('is taken over as a scenario, frozen, and compared with “Om tillägg”', async ({ open }) => {
    const page = await open(tankOmPath);
    const { input } = await inputOf(page, beraknad);
    const lineId = input.lines.find(({ name }) => name === 'Klienter')?.lineId ?? '';
    const answer = howMuchMore(input, { year: 2026, lines: [{ lineId, weight: 1n }] });
    if (answer.type !== 'amount') throw new Error('The demo has room for more');

    const card = question(page, words.questions.more.title);
    await card.getByRole('combobox', { name: words.questions.more.on }).selectOption('Klienter');
    await card.getByRole('combobox', { name: words.questions.more.year }).selectOption('2026');
    await eventually(() => seen(card)).toContain(`${shown(answer.amount)} Tkr`);
    await eventually(() => seen(card)).toContain(words.questions.more.oneMore);

    await button(card, words.questions.more.take).click();
    const dialog = page.getByRole('dialog', { name: words.save.title });
    await dialog.getByRole('textbox', { name: words.save.name }).fill('Budget 2027');
    await button(dialog, words.save.confirm).click();
    const saved = page.getByRole('status', { name: words.save.saved('Budget 2027') });
    await saved.getByRole('link', { name: words.save.toForecast }).click();

    const table = forecastTable(page);
    await eventually(() => columnNames(table)).toEqual([beraknad, 'Budget 2027']);
    await button(page, sv.borgensutrymme.showAll).click();
    // As much as fits leaves the buffer of 2 000, and not an öre more or less.
    const limit = rowNamed('headroom', answer.limitedBy);
    await eventually(() => figureAt(table, limit, 'Budget 2027')).toBe('2 000');
    await button(page, sv.borgensutrymme.menuName('Budget 2027')).click();
    await page.getByRole('menuitem', { name: sv.borgensutrymme.freeze, exact: true }).click();
    await button(page, sv.borgensutrymme.freezeConfirm).click();
    await eventually(() => page.getByRole('alertdialog').count()).toBe(0);
    await untilFrozen(page, 'Budget 2027');

    await button(page, sv.borgensutrymme.columns).click();
    const columns = page.getByRole('dialog', { name: sv.borgensutrymme.columnsTitle });
    await columns.getByRole('checkbox', { name: beraknad, exact: true }).uncheck();
    await columns.getByRole('checkbox', { name: omTillagg, exact: true }).check();
    await button(columns, sv.borgensutrymme.showColumns).click();
    await eventually(() => columnNames(table)).toEqual(['Budget 2027', omTillagg]);
    await eventually(() => figureAt(table, limit, 'Budget 2027')).toBe('2 000');
    await eventually(() => figureAt(table, limit, omTillagg)).toBe('6 653');
  });
});

async function untilFrozen(page: Page, name: string): Promise<void> {
  await eventually(async () => {
    const { answer } = await inputOf(page, name);
    return answer.scenarios.find(({ scenario }) => scenario.name === name)?.scenario.status;
  }).toBe('faststalld');
}

describe('how certain it is', () => {
  const chance = /^Sannolikhet att taket hålls/u;

  test('is the same for the same seed, and another when the ranges are', async ({
    open,
    expect,
  }) => {
    const page = await open(tankOmPath);
    const figure = page.getByRole('figure', { name: chance });
    await figure.waitFor();
    const ends = () => figure.locator('.chart-end-labels text').allTextContents();
    await eventually(ends).toHaveLength(4);
    const first = await ends();

    const seed = page.getByRole('textbox', { name: words.fan.seed });
    await seed.fill('42');
    await eventually(ends).not.toEqual(first);
    await seed.fill('1');
    await eventually(ends).toEqual(first);

    const from = words.fan.of(words.fan.kinds.executionRange, words.fan.always);
    await page.getByRole('textbox', { name: `${words.fan.low} ${from}` }).fill('95');
    await page.getByText(words.fan.notOrdered).waitFor();
    expect(await ends()).toEqual(first);
    await page.getByRole('textbox', { name: `${words.fan.likely} ${from}` }).fill('98');
    await eventually(ends).not.toEqual(first);
    await page.getByText(words.fan.tried).waitFor();

    await button(page, words.fan.save).click();
    await untilSaved(page);
    await page.reload();
    await eventually(() =>
      page.getByRole('textbox', { name: `${words.fan.low} ${from}` }).inputValue(),
    ).toBe('95');
  });
});

describe('a direktion', () => {
  test('tries the same, and is told that the ekonom saves it', async ({ open, expect }) => {
    const page = await open(tankOmPath, { as: 'direktion' });
    const { input } = await inputOf(page, beraknad);
    await page.getByText(words.save.readersNote).waitFor();
    await lever(page, words.levers.execution).focus();
    await page.keyboard.press('ArrowLeft');
    await seesExecutionAt(page, input, 99);
    expect(await button(page, words.save.open).count()).toBe(0);
    expect(await button(page, words.questions.more.take).count()).toBe(0);
  });
});
