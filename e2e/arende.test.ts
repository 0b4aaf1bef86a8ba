import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { sv } from '../web/texts/sv.ts';
import { barriers, everyLook, twoLooks } from './harness/accessibility.ts';
import { eventually } from './harness/eventually.ts';
import { press, seesFocus, standsOn, stepTo, typeDay, walkTo } from './harness/keyboard.ts';
import { plain, seen } from './harness/seen.ts';
import { test } from './harness/test.ts';
import {
  arendenPath,
  beforeParagraph14,
  draftOfParagraph14,
  entryTable,
  preparedParagraph14,
  setOutcome,
} from './screens/arende.ts';
import {
  borgensutrymmePath,
  forecastTable,
  passportOf,
  rowNamed,
} from './screens/borgensutrymme.ts';
import { budgetTable, field, investeringsbudgetPath } from './screens/investeringsbudget.ts';
import { button, sentenceOf, untilAllButRefusedIsSaved, untilSaved } from './screens/page.ts';
import { cellOf, figureAt, rowsOf, write } from './screens/table.ts';

const words = sv.arende;
/** The whole way from what is unused to the decision and the forecast, in milliseconds. */
const longWalk = 180_000;

const reason = 'Elevdatorer köps i hela förpackningar.';
const title = 'Återbudgetering på nytt';

/** The row of an entry: "Klienter, återbudgetering från 2024". */
function entryRow(page: Page, line: string, kind: string): Locator {
  return entryTable(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${line}.*${kind}`, 'u') }) });
}

const columns = Object.values({ ...words.columns, decided: undefined }).filter(
  (one): one is string => typeof one === 'string',
);

function amountOf(row: Locator): Locator {
  return row.getByRole('gridcell').nth(columns.indexOf(words.columns.amount));
}

async function overOf(row: Locator): Promise<string> {
  return seen(row.getByRole('gridcell').nth(columns.indexOf(words.columns.over)));
}

function carried(page: Page, line: string): Locator {
  return entryRow(page, line, `${words.kinds.aterbudgetering} ${words.fromYear(2024)}`);
}

function requested(page: Page, line: string): Locator {
  return entryRow(page, line, words.kinds.tillaggsaskande);
}

function reasonField(page: Page): Locator {
  const name = `Klienter, ${words.kinds.aterbudgetering} ${words.fromYear(2024)}`;
  return page.getByRole('textbox', { name: words.reasonOf(name), exact: true });
}

async function openArende(page: Page, { arendeId }: { arendeId: string }): Promise<void> {
  await page.goto(`${arendenPath}/${arendeId}`);
  await entryTable(page).waitFor();
}

/** Fills in what the protocol says, and registers it. */
async function register(page: Page, outcome: string): Promise<void> {
  await button(page, words.registerButton).click();
  const dialog = page.getByRole('dialog', { name: words.register });
  await dialog.getByText(outcome, { exact: true }).click();
  await dialog.getByLabel(words.date, { exact: true }).fill('2025-03-27');
  await field(dialog, 'textbox', words.paragraph).fill('§ 14');
  await field(dialog, 'textbox', words.protocol).fill('Direktionens protokoll 2025-03-27');
  await button(dialog, words.registerSubmit).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('§ 14', () => {
  test(
    'is proposed from what is unused and needed, judged, decided, and then stands',
    async ({ open, expect }) => {
      const page = await open(arendenPath, { expected: [/status of 422/u] });
      await beforeParagraph14(page);
      await page.reload();
      await button(page, sv.arenden.create).first().click();
      const dialog = page.getByRole('dialog', { name: sv.arenden.create });
      await field(dialog, 'textbox', words.titleField).fill(title);
      await field(dialog, 'textbox', words.dnr).fill('2025/71');
      await field(dialog, 'combobox', words.year).selectOption('2025');
      await field(dialog, 'combobox', words.baseScenario).selectOption('Utan tillägg');
      await button(dialog, words.createSubmit).click();

      // The gaps 3 368 and 1 611, filled with what is unused.
      await button(page, words.suggestCarry('Klienter', '3\u00a0368', 2024)).click();
      await carried(page, 'Klienter').waitFor();
      await button(page, words.suggestCarry('Mobiltelefoner', '990', 2024)).click();
      await button(page, words.requestFor('Mobiltelefoner', '621')).click();
      await requested(page, 'Mobiltelefoner').waitFor();
      expect(await overOf(carried(page, 'Klienter'))).toBe(words.even);

      // Rounded by hand: 3 400 is 32 over the need, and 620 is 1 short of it. Shown while it is typed.
      await amountOf(carried(page, 'Klienter')).click();
      await page.keyboard.type('3400');
      await eventually(() => overOf(carried(page, 'Klienter'))).toBe(`+32 ${words.over}`);
      await page.keyboard.press('Enter');
      await write(amountOf(requested(page, 'Mobiltelefoner')), '620');
      await eventually(() => overOf(requested(page, 'Mobiltelefoner'))).toBe(`−1 ${words.under}`);
      await untilSaved(page);
      const effect =
        'Ärendet ökar investeringsbudgeten 2025 med 5 010 Tkr till 26 555 Tkr. Kvar av borgensutrymmet 31/12 2026 blir 5 010 Tkr om det bifalls och 10 020 Tkr om det avslås.';
      await eventually(() => sentenceOf(page)).toBe(effect);

      // Over the need without a reason: not yet.
      await button(page, words.toBeredning).click();
      await page.getByRole('alert', { name: sv.common.refusedTitle }).waitFor();
      await reasonField(page).fill(reason);
      await page.keyboard.press('Tab');
      await untilSaved(page);
      await button(page, words.makeScenarios).click();
      await page.getByText(words.followedBy).waitFor();
      await button(page, words.toBeredning).click();
      await button(page, words.registerButton).waitFor();
      await page.goto(arendenPath);
      await eventually(() => sentenceOf(page)).toBe('Ett ärende bereds: 5 010 Tkr för 2025.');

      await page.getByRole('link', { name: title }).click();
      await register(page, words.outcomes.bifall);
      await page.getByText(words.decidedTitle).waitFor();
      await eventually(() => sentenceOf(page)).toBe(
        'Ärendet ökade investeringsbudgeten 2025 med 5 010 Tkr till 26 555 Tkr.',
      );

      // Nothing can be changed any more.
      await amountOf(carried(page, 'Klienter')).click();
      await page.keyboard.type('1');
      await page.keyboard.press('Enter');
      await eventually(() => seen(amountOf(carried(page, 'Klienter')))).toBe('3 400');
      expect(await entryTable(page).getAttribute('aria-readonly')).toBe('true');
      for (const name of [
        words.addEntryShort,
        words.more,
        words.toBeredning,
        words.registerButton,
      ]) {
        expect(await button(page, name).count()).toBe(0);
      }
      expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
      expect(await barriers(page, twoLooks)).toEqual([]);

      // The budget has the entries, and the forecast follows.
      await page.goto(investeringsbudgetPath);
      const total = sv.budget.total(2025);
      await eventually(() => figureAt(budgetTable(page), sv.common.sum, total)).toBe('26 555');
      await page.goto(borgensutrymmePath);
      const table = forecastTable(page);
      const linked = await cellOf(
        table,
        rowNamed('borrowingTillaggsbudget', 2025),
        'Om 2025/71 bifalls',
      );
      await linked.click();
      await eventually(() => seen(linked)).toBe('5 010');
      expect(await linked.locator('.grid-linked').count()).toBe(1);
      const passport = passportOf(page);
      await passport.getByRole('link', { name: /2025\/71/u }).waitFor();
      await eventually(async () => plain((await passport.textContent()) ?? '')).toMatch(
        /Klienter, återbudgetering från 20243 400.*990.*620.*5 010.*§ 14/u,
      );
      // Typed over by hand with a reason, the passport has both values.
      await write(linked, '4000');
      const why = page.getByRole('dialog', { name: sv.prognos.source.askTitle(1) });
      await field(why, 'textbox', sv.prognos.source.reason).fill('Lånet delas på två år.');
      await button(why, sv.prognos.source.askSave).click();
      await untilSaved(page);
      await linked.click();
      await eventually(async () => plain((await passport.textContent()) ?? '')).toMatch(
        /4 000.*5 010/u,
      );
      expect(await linked.locator('.grid-linked').count()).toBe(0);
      await button(page, sv.common.undo).click();
      await untilSaved(page);
    },
    longWalk,
  );
});

describe('an organ', () => {
  test('sends it back, and then grants other amounts, in the name of who decided', async ({
    open,
    expect,
  }) => {
    const ekonom = await open(arendenPath);
    await beforeParagraph14(ekonom);
    const named = { title: 'Yrkande', dnr: '2025/18' };
    const made = await preparedParagraph14(ekonom, named);
    await openArende(ekonom, made);
    await register(ekonom, words.outcomes.aterremiss);
    await ekonom.getByText(words.returnedTitle).waitFor();
    // The preparation goes on.
    await write(amountOf(requested(ekonom, 'Mobiltelefoner')), '621');
    await untilSaved(ekonom);

    const direktion = await open(`${arendenPath}/${made.arendeId}`, { as: 'direktion' });
    await entryTable(direktion).waitFor();
    expect(await button(direktion, words.addEntryShort).count()).toBe(0);
    await button(direktion, words.decideButton).click();
    const dialog = direktion.getByRole('dialog', { name: words.decideTitle });
    await button(dialog, words.decideSubmit.bifall).click();
    await eventually(() => dialog.locator('[aria-invalid]').count()).toBeGreaterThan(1);
    expect(await barriers(direktion, twoLooks)).toEqual([]);
    await dialog.getByLabel(words.date, { exact: true }).fill('2025-04-24');
    await field(dialog, 'textbox', words.paragraph).fill('§ 21');
    await dialog.getByLabel(/^Klienter/u).click();
    await press(direktion, 'Control+a');
    await direktion.keyboard.type('3368');
    await button(dialog, words.decideSubmit.bifall).click();
    await dialog.waitFor({ state: 'detached' });
    await eventually(() => sentenceOf(direktion)).toContain('till 26 524 Tkr');
    await eventually(async () =>
      plain((await direktion.getByRole('main').textContent()) ?? ''),
    ).toMatch(/Återremiss.*§ 14.*Registrerat av.*Bifall.*§ 21.*Beslutat i Tkr av/u);
    const [first] = await rowsOf(entryTable(direktion));
    expect(first?.slice(5, 7)).toEqual(['3 400', '3 368']);
  });

  test('refuses it, and the budget stays', async ({ open }) => {
    const page = await open(arendenPath);
    await beforeParagraph14(page);
    const made = await preparedParagraph14(page, { title: 'Avslaget', dnr: '2025/19' });
    await openArende(page, made);
    await register(page, words.outcomes.avslag);
    await eventually(() => sentenceOf(page)).toBe(plain(words.sayRefused(2025, '5 010')));
    await page.goto(investeringsbudgetPath);
    const total = sv.budget.total(2025);
    await eventually(() => figureAt(budgetTable(page), sv.common.sum, total)).toBe('21 545');
  });

  test('sees no draft, and an auditor changes nothing', async ({ open, expect }) => {
    const ekonom = await open(arendenPath);
    await beforeParagraph14(ekonom);
    const draft = await draftOfParagraph14(ekonom, { title: 'Bara utkast', dnr: '2025/20' });
    const direktion = await open(arendenPath, { as: 'direktion', expected: [/status of 404/u] });
    expect(await direktion.getByRole('link', { name: 'Bara utkast' }).count()).toBe(0);
    await direktion.goto(`${arendenPath}/${draft.arendeId}`);
    await direktion.getByRole('alert', { name: sv.common.loadFailed }).waitFor();
    const revisor = await open(`${arendenPath}/${draft.arendeId}`, { as: 'revisor' });
    await entryTable(revisor).waitFor();
    expect(await entryTable(revisor).getAttribute('aria-readonly')).toBe('true');
    expect(await revisor.getByRole('main').getByRole('textbox').count()).toBe(0);
    expect(await button(revisor, words.registerButton).count()).toBe(0);
    expect(await barriers(revisor, twoLooks)).toEqual([]);
  });
});

describe('when less was unused after the decision', () => {
  test('the ärende, the list and Översikt say so, and a correction is proposed', async ({
    open,
    expect,
  }) => {
    const page = await open(arendenPath);
    await beforeParagraph14(page);
    const made = await preparedParagraph14(page, { title: 'Rörligt underlag', dnr: '2025/21' });
    await openArende(page, made);
    await register(page, words.outcomes.bifall);
    // 9 000 − 5 704 = 3 296 is unused now, and 3 400 was carried.
    await setOutcome(page, 'Klienter', '5704');
    const says = page.getByRole('status', { name: words.movedTitle('2025/21', '104') });
    for (const path of [arendenPath, '/itsam/oversikt', `${arendenPath}/${made.arendeId}`]) {
      await page.goto(path);
      await says.waitFor();
      await eventually(async () => plain((await says.textContent()) ?? '')).toContain('3 296 Tkr');
      expect(await barriers(page, [{ colorScheme: 'light', width: 360 }])).toEqual([]);
    }
    await button(says, words.proposeCorrection).click();
    await page.getByRole('heading', { level: 1, name: /Rättelse/u }).waitFor();
    await eventually(() => sentenceOf(page)).toContain(
      'minskar investeringsbudgeten 2025 med 104 Tkr',
    );
    await eventually(async () => (await rowsOf(entryTable(page)))[0]?.[5]).toBe('3 296');
    await setOutcome(page, 'Klienter', '3804');
  });
});

describe('what is written', () => {
  test('can be undone and done again, a removed entry too', async ({ open }) => {
    const page = await open(arendenPath);
    await beforeParagraph14(page);
    await openArende(page, await draftOfParagraph14(page, { title: 'Ångra', dnr: '2025/22' }));
    await write(amountOf(carried(page, 'Klienter')), '3000');
    await eventually(() => sentenceOf(page)).toContain('med 4 610 Tkr');
    await carried(page, 'Klienter').getByRole('button').click();
    await page.getByRole('menuitem', { name: words.removeEntry }).click();
    await eventually(() => sentenceOf(page)).toContain('med 1 610 Tkr');
    await button(page, sv.common.undo).click();
    await eventually(() => sentenceOf(page)).toContain('med 4 610 Tkr');
    await eventually(async () => (await rowsOf(entryTable(page)))[0]?.[5]).toBe('3 000');
    await button(page, sv.common.undo).click();
    await eventually(() => sentenceOf(page)).toContain('med 5 010 Tkr');
    await button(page, sv.common.redo).click();
    await button(page, sv.common.redo).click();
    await eventually(() => sentenceOf(page)).toContain('med 1 610 Tkr');
    await untilSaved(page);
  });

  test('in the same cell by two is shown as both values; in two cells it is no conflict', async ({
    open,
    expect,
  }) => {
    const stale = [/status of 412/u];
    const one = await open(arendenPath, { expected: stale });
    await beforeParagraph14(one);
    const made = await draftOfParagraph14(one, { title: 'Två skriver', dnr: '2025/23' });
    await openArende(one, made);
    const other = await open(`${arendenPath}/${made.arendeId}`, { expected: stale });
    await entryTable(other).waitFor();
    await write(amountOf(carried(one, 'Klienter')), '3300');
    await untilSaved(one);
    // Another cell: nobody needs to choose.
    await write(amountOf(requested(other, 'Mobiltelefoner')), '600');
    await untilSaved(other);
    await eventually(() => seen(amountOf(carried(other, 'Klienter')))).toBe('3 300');

    await write(amountOf(carried(one, 'Klienter')), '3200');
    await untilSaved(one);
    await write(amountOf(carried(other, 'Klienter')), '3100');
    const asks = other.getByRole('alert', { name: sv.borgensutrymme.conflictTitle });
    await asks.waitFor();
    await eventually(async () => plain((await asks.textContent()) ?? '')).toMatch(/3 100.*3 200/u);
    await untilAllButRefusedIsSaved(other);
    expect(await barriers(other, twoLooks)).toEqual([]);
    await button(asks, sv.borgensutrymme.keepMine('3\u00a0100')).click();
    await untilSaved(other);
    await one.reload();
    await eventually(() => seen(amountOf(carried(one, 'Klienter')))).toBe('3 100');
  });

  test('in the same text by two is kept, and one chooses', async ({ open, expect }) => {
    const one = await open(arendenPath);
    await beforeParagraph14(one);
    const made = await draftOfParagraph14(one, { title: 'Två texter', dnr: '2025/24' });
    await openArende(one, made);
    const other = await open(`${arendenPath}/${made.arendeId}`, { expected: [/status of 412/u] });
    const textOf = (page: Page) => field(page.getByRole('main'), 'textbox', words.blocks.beslut);
    await textOf(other).waitFor();
    await textOf(one).fill('Direktionen beslutar enligt förslaget.');
    await one.keyboard.press('Tab');
    await untilSaved(one);
    await textOf(other).fill('Direktionen beslutar något annat.');
    await other.keyboard.press('Tab');
    const asks = other.getByRole('alert', { name: words.textConflict });
    await asks.waitFor();
    await eventually(() => asks.textContent()).toContain('enligt förslaget');
    expect(await textOf(other).inputValue()).toBe('Direktionen beslutar något annat.');
    await button(asks, words.keepMyText).click();
    await untilSaved(other);
    await button(other, words.backToSuggestionOf(words.blocks.beslut)).click();
    await eventually(async () => plain(await textOf(other).inputValue())).toContain('3 400 Tkr');
    await untilSaved(other);
  });

  test('of a document is its name, date and sum, and the file stays here', async ({
    open,
    expect,
  }) => {
    const page = await open(arendenPath);
    await beforeParagraph14(page);
    await openArende(page, await draftOfParagraph14(page, { title: 'Underlag', dnr: '2025/25' }));
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    const form = page.getByRole('form', { name: words.addDocument });
    const file = { name: 'Tjänsteskrivelse.pdf', mimeType: 'application/pdf' };
    const buffer = Buffer.from('abc');
    await form.getByLabel(words.chooseFile).setInputFiles({ ...file, buffer });
    await form.getByLabel(words.documentDate, { exact: true }).fill('2025-03-20');
    await form.locator('code').waitFor();
    await button(form, words.addDocument).click();
    const sum = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    await page.getByRole('listitem').filter({ hasText: sum }).waitFor();
    expect(sent.filter((body) => body.includes('abc') && !body.includes(sum))).toEqual([]);
    await button(page, words.removeDocument('Tjänsteskrivelse.pdf')).click();
    await page.getByText(words.noDocuments).waitFor();
  });
});

describe('nobody is shut out', () => {
  test('from the list and an ärende, in every look', async ({ open, expect }) => {
    const page = await open(arendenPath);
    await beforeParagraph14(page);
    const made = await draftOfParagraph14(page, { title: 'Alla ser', dnr: '2025/26' });
    await page.reload();
    await page.getByRole('link', { name: 'Alla ser' }).waitFor();
    expect(await barriers(page, everyLook)).toEqual([]);
    await button(page, sv.arenden.create).click();
    const dialog = page.getByRole('dialog', { name: sv.arenden.create });
    await button(dialog, words.createSubmit).click();
    await eventually(() => dialog.locator('[aria-invalid]').count()).toBe(1);
    expect(await barriers(page, twoLooks)).toEqual([]);
    await openArende(page, made);
    await page.getByRole('columnheader', { name: words.ifGranted }).waitFor();
    expect(await barriers(page, everyLook)).toEqual([]);
    await button(page, words.addEntryShort).click();
    await page.getByRole('dialog', { name: words.addEntry }).waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
  });
});

describe('a person without a mouse', () => {
  test('makes an ärende, writes in it, explains it, and registers the decision', async ({
    open,
  }) => {
    const page = await open(arendenPath);
    await beforeParagraph14(page);
    await page.reload();
    await button(page, sv.arenden.create).first().waitFor();
    await walkTo(button(page, sv.arenden.create).first());
    await press(page, 'Enter');
    const create = page.getByRole('dialog', { name: sv.arenden.create });
    await standsOn(field(create, 'textbox', words.titleField));
    await page.keyboard.type('Utan mus');
    await walkTo(field(create, 'combobox', words.year));
    await page.keyboard.type('2025');
    await walkTo(button(create, words.createSubmit));
    await press(page, 'Enter');
    await standsOn(page.getByRole('heading', { level: 1, name: 'Utan mus' }));

    await walkTo(button(page, words.suggestCarry('Klienter', '3\u00a0368', 2024)));
    await press(page, 'Enter');
    await carried(page, 'Klienter').waitFor();
    // The button is gone with what it proposed; the next one has the focus.
    await standsOn(button(page, words.suggestCarry('Mobiltelefoner', '990', 2024)));
    // Back up into the table, to the amount.
    await walkTo(carried(page, 'Klienter').getByRole('gridcell').first(), 'Shift+Tab');
    await stepTo(amountOf(carried(page, 'Klienter')));
    await page.keyboard.type('3400');
    await press(page, 'Enter');
    await eventually(() => overOf(carried(page, 'Klienter'))).toBe(`+32 ${words.over}`);
    await walkTo(reasonField(page));
    await page.keyboard.type(reason);
    await walkTo(button(page, words.toBeredning), 'Shift+Tab');
    await untilSaved(page);
    await press(page, 'Enter');
    await button(page, words.registerButton).waitFor();
    // The button that was pressed is gone: the title has the focus.
    await standsOn(page.getByRole('heading', { level: 1, name: 'Utan mus' }));
    await walkTo(button(page, words.registerButton));
    await press(page, 'Enter');

    const dialog = page.getByRole('dialog', { name: words.register });
    await walkTo(dialog.getByLabel(words.date, { exact: true }));
    await typeDay(dialog.getByLabel(words.date, { exact: true }), '2025-03-27');
    await walkTo(field(dialog, 'textbox', words.paragraph));
    await page.keyboard.type('§ 14');
    await walkTo(field(dialog, 'textbox', words.protocol));
    await page.keyboard.type('Direktionens protokoll 2025-03-27');
    await press(page, 'Enter');
    await page.getByText(words.decidedTitle).waitFor();
    await seesFocus(page);
  });
});
