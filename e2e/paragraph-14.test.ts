import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { getFigurePassport } from '#contract/passport.ts';
import { listScenarios } from '#contract/scenarios.ts';
import { sv } from '../web/texts/sv.ts';
import { callAs } from './harness/call.ts';
import { eventually } from './harness/eventually.ts';
import { plain, seen } from './harness/seen.ts';
import { test } from './harness/test.ts';
import { entryTable } from './screens/arende.ts';
import { behovTable, enterNeed } from './screens/behov.ts';
import { forecastTable, passportOf, rowNamed } from './screens/borgensutrymme.ts';
import { budgetTable, field } from './screens/investeringsbudget.ts';
import { enterBeforeParagraph14, type Newcomer, newOrganisation } from './screens/newcomer.ts';
import { button, sentenceOf, untilSaved } from './screens/page.ts';
import { cellOf, figureAt, write } from './screens/table.ts';
import { bokslut, importFile, says, utfallTable } from './screens/utfall.ts';

const words = sv.arende;
const decision = 'Direktionen 2025-03-27, § 14';

/** The price of each article is chosen so that they come to 11 550 and 3 150. */
const needs = [
  { line: 'Klienter', article: 'PC', price: '9', volume: '450' },
  { line: 'Klienter', article: 'Surfplatta', price: '6', volume: '200' },
  { line: 'Klienter', article: 'Elevdator', price: '5,25', volume: '1 200' },
  { line: 'Mobiltelefoner', article: 'Mobiltelefon', price: '4,2', volume: '750' },
];

function entryRow(page: Page, line: string, kind: string): Locator {
  const name = new RegExp(`^${line}.*${kind}`, 'u');
  return entryTable(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });
}

const columns = Object.values({ ...words.columns, decided: undefined }).filter(
  (one): one is string => typeof one === 'string',
);

function inColumn(row: Locator, column: string): Locator {
  return row.getByRole('gridcell').nth(columns.indexOf(column));
}

/** Every decision that can be reached from a figure through its passports. */
async function decisionsBehind({ page, organisationId }: Newcomer, from: string) {
  const found = new Set<string>();
  const seenBefore = new Set<string>();
  const open = [from];
  for (let figure = open.pop(); figure !== undefined; figure = open.pop()) {
    if (seenBefore.has(figure)) continue;
    seenBefore.add(figure);
    const call = { params: { organisationId }, query: { figure } };
    const { beslut, parts } = await callAs(page, getFigurePassport, call);
    for (const { organ, date, paragraph, dnr } of beslut) {
      found.add(`${organ} ${date}, ${paragraph}, dnr ${dnr}`);
    }
    open.push(...parts.flatMap((part) => part.figure ?? []));
  }
  return found;
}

describe('§ 14, from an empty organisation', () => {
  test('goes from the closing to the decision, and every figure leads back to it', async ({
    open,
    administratorLink,
    expect,
  }) => {
    const newcomer = await newOrganisation(open, administratorLink);
    const { page, organisationId, root } = newcomer;
    await enterBeforeParagraph14(newcomer);

    // The outcome of 2024: 5 196 and 990 were not used.
    await page.goto(`${root}/investeringsbudget/importer`);
    await importFile(page, bokslut, '2024');
    await says(page, sv.imports.done(bokslut.name, '14 671'));
    await page.goto(`${root}/investeringsbudget/2024/utfall`);
    const closing = utfallTable(page);
    const unused = sv.utfall.deviation;
    await eventually(() => figureAt(closing, 'Klienter', unused)).toContain('5 196');
    await eventually(() => figureAt(closing, 'Mobiltelefoner', unused)).toContain('990');

    // The need of 2025, and what the budget lacks for it.
    await page.goto(`${root}/arenden/behov/2025`);
    for (const wish of needs) await enterNeed(page, wish);
    const needed = behovTable(page, 2025);
    await eventually(() => figureAt(needed, 'Klienter', sv.behov.need)).toBe('11 550');
    await eventually(() => figureAt(needed, 'Klienter', sv.behov.gap)).toBe('3 368');
    await eventually(() => figureAt(needed, 'Mobiltelefoner', sv.behov.need)).toBe('3 150');
    await eventually(() => figureAt(needed, 'Mobiltelefoner', sv.behov.gap)).toBe('1 611');

    // The proposal: 3 400 and 990 carried over, 620 asked for.
    await page.goto(`${root}/arenden`);
    await button(page, sv.arenden.create).first().click();
    const dialog = page.getByRole('dialog', { name: sv.arenden.create });
    await field(dialog, 'textbox', words.titleField).fill('Återbudgetering samt tilläggsäskande');
    await field(dialog, 'textbox', words.dnr).fill('2025/17');
    await field(dialog, 'combobox', words.year).selectOption('2025');
    await field(dialog, 'combobox', words.baseScenario).selectOption('Utan tillägg');
    await button(dialog, words.createSubmit).click();
    await button(page, words.suggestCarry('Klienter', '3\u00a0368', 2024)).click();
    const klienter = entryRow(page, 'Klienter', words.fromYear(2024));
    await klienter.waitFor();
    await button(page, words.suggestCarry('Mobiltelefoner', '990', 2024)).click();
    await button(page, words.requestFor('Mobiltelefoner', '621')).click();
    const asked = entryRow(page, 'Mobiltelefoner', words.kinds.tillaggsaskande);
    await asked.waitFor();
    await write(inColumn(klienter, words.columns.amount), '3400');
    await write(inColumn(asked, words.columns.amount), '620');
    await eventually(() => seen(inColumn(klienter, words.columns.over))).toBe(`+32 ${words.over}`);
    await eventually(() => seen(inColumn(asked, words.columns.over))).toBe(`−1 ${words.under}`);
    await untilSaved(page);
    const name = `Klienter, ${words.kinds.aterbudgetering} ${words.fromYear(2024)}`;
    const reason = page.getByRole('textbox', { name: words.reasonOf(name), exact: true });
    await reason.fill('Elevdatorer köps i hela förpackningar.');
    await page.keyboard.press('Tab');
    await untilSaved(page);
    await button(page, words.makeScenarios).click();
    await page.getByText(words.followedBy).waitFor();
    await button(page, words.toBeredning).click();

    // Decided, as the protocol says.
    await button(page, words.registerButton).click();
    const protocol = page.getByRole('dialog', { name: words.register });
    await protocol.getByText(words.outcomes.bifall, { exact: true }).click();
    await protocol.getByLabel(words.date, { exact: true }).fill('2025-03-27');
    await field(protocol, 'textbox', words.paragraph).fill('§ 14');
    await field(protocol, 'textbox', words.protocol).fill('Direktionens protokoll 2025-03-27');
    await button(protocol, words.registerSubmit).click();
    await page.getByText(words.decidedTitle).waitFor();
    await eventually(() => sentenceOf(page)).toBe(
      'Ärendet ökade investeringsbudgeten 2025 med 5 010 Tkr till 26 555 Tkr.',
    );

    // 26 555, and from it by its passport to the carry-over, its decision and the unused of 2024.
    await page.goto(`${root}/investeringsbudget/2025`);
    const total = sv.budget.total(2025);
    const budget = budgetTable(page);
    await eventually(() => figureAt(budget, sv.common.sum, total)).toBe('26 555');
    await (await cellOf(budget, sv.common.sum, total)).click();
    const passport = passportOf(page);
    const text = async (): Promise<string> => plain((await passport.textContent()) ?? '');
    await eventually(text).toContain(decision);
    await button(passport, 'Klienter, återbudgetering').click();
    await eventually(text).toMatch(/3 400.*§ 14.*Ärende 2025\/17/u);
    await button(passport, 'Outnyttjat 2024').click();
    await eventually(text).toMatch(/5 196.*5 600.*3 400.*−3 804/u);
    await button(passport, 'Utfall 2024, avgår').click();
    await eventually(text).toContain(`Ur ${bokslut.name}`);
    await button(passport, sv.figurePassport.backToFigure).click();
    await eventually(text).toContain('5 196');

    // The forecast follows the ärende.
    await page.goto(`${root}/borgensutrymme`);
    const forecast = forecastTable(page);
    const row = rowNamed('borrowingTillaggsbudget', 2025);
    const linked = await cellOf(forecast, row, 'Om 2025/17 bifalls');
    await eventually(() => seen(linked)).toBe('5 010');
    await linked.click();
    await eventually(text).toMatch(/3 400.*990.*620.*5 010.*§ 14/u);

    // And through the API: each of the figures has the decision behind it.
    const { scenarios } = await callAs(page, listScenarios, { params: { organisationId } });
    const { summary } = await callAs(page, getInvesteringsbudget, {
      params: { organisationId, year: '2025' },
    });
    const bifall = scenarios.find((one) => one.name === 'Om 2025/17 bifalls')?.scenarioId ?? '';
    const [klienterId, mobilId] = summary.rows.map(({ lineId }) => lineId);
    for (const figure of [
      'budget:2025:total:total',
      'budget:2025:total:aterbudgetering',
      'budget:2025:total:tillaggsaskande',
      `budget:2025:${klienterId}:total`,
      `budget:2025:${klienterId}:aterbudgetering`,
      `budget:2025:${mobilId}:tillaggsaskande`,
      `yearEnd:2024:${klienterId}:left`,
      `forecast:${bifall}:2025:borrowingTillaggsbudget`,
      `forecast:${bifall}:2025:debt`,
      `forecast:${bifall}:2026:debt`,
    ]) {
      expect([...(await decisionsBehind(newcomer, figure))], figure).toContain(
        'Direktionen 2025-03-27, § 14, dnr 2025/17',
      );
    }
  }, 120_000);
});
