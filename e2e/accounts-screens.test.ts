import { describe } from 'vitest';
import { en } from '../web/texts/en.ts';
import { sv } from '../web/texts/sv.ts';
import { barriers, everyLook, horizontalOverflow, twoLooks } from './harness/accessibility.ts';
import { savedFigure } from './harness/api.ts';
import { eventually } from './harness/eventually.ts';
import { test } from './harness/test.ts';
import { forecastTable, omTillagg, rowNamed } from './screens/borgensutrymme.ts';
import { button, saveStatusOf, untilSaved } from './screens/page.ts';
import { cellOf, figureAt, tableOf, write } from './screens/table.ts';

describe('nobody is shut out', () => {
  test('from the login, with what is missing said', async ({ open, expect }) => {
    const page = await open('/logga-in', { as: 'nobody' });
    expect(await barriers(page, everyLook)).toEqual([]);
    await button(page, sv.login.submit).click();
    await page.getByText(sv.front.missingPassword).first().waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
    expect(await horizontalOverflow(page)).toBe(0);
  });

  test('from links that lead nowhere', async ({ open, expect }) => {
    const dead = `#${'A'.repeat(43)}`;
    for (const path of ['/forsta-administrator', '/nytt-losenord', `/inbjudan${dead}`]) {
      // The invitation alone is looked up before anybody has done anything.
      const expected = path.startsWith('/inbjudan') ? [/status of 404/u] : [];
      const page = await open(path, { as: 'nobody', expected });
      await page.getByRole('main').getByText(/./u).first().waitFor();
      expect(await barriers(page, twoLooks), path).toEqual([]);
    }
  });

  test('from Inställningar, its windows, and the own account', async ({ open, expect }) => {
    const page = await open('/itsam/installningar', { as: 'administrator' });
    await page.getByRole('heading', { name: sv.administration.people.heading }).waitFor();
    expect(await barriers(page, everyLook)).toEqual([]);
    await button(page, sv.administration.invitations.invite).first().click();
    await page.getByRole('dialog').waitFor();
    expect(await barriers(page, twoLooks)).toEqual([]);
    await page.goto('/konto');
    await page.getByRole('heading', { name: sv.konto.title }).waitFor();
    expect(await barriers(page, everyLook)).toEqual([]);
  });

  test('from Revision, with a row opened', async ({ open, expect }) => {
    const ekonom = await open('/itsam/borgensutrymme');
    const cell = await cellOf(forecastTable(ekonom), rowNamed('amortisation', 2025), omTillagg);
    await write(cell, '-22000');
    await untilSaved(ekonom);
    const page = await open('/itsam/revision', { as: 'revisor' });
    const row = page.getByRole('row').filter({ hasText: 'Demoekonom' }).first();
    await row.getByRole('button').first().click();
    expect(await barriers(page, everyLook)).toEqual([]);
    await button(ekonom, sv.common.undo).click();
    await untilSaved(ekonom);
  });

  test('in English', async ({ open, expect }) => {
    const page = await open('/itsam/installningar', { as: 'administrator' });
    await page.getByLabel(sv.nav.language).selectOption('en');
    for (const path of ['/itsam/installningar', '/konto']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await barriers(page, twoLooks), path).toEqual([]);
    }
    expect(await page.getByRole('main').textContent()).toContain(en.konto.title);
  });
});

describe('a role', () => {
  test('sees its own pages, and another one by a choice in the demo', async ({ open, expect }) => {
    const page = await open('/itsam/oversikt', { as: 'direktion' });
    const links = async () =>
      (
        await page.getByRole('navigation').getByRole('list').getByRole('link').allTextContents()
      ).map((text) => text.trim());
    const { oversikt, investeringsbudget, borgensutrymme } = sv.nav;
    expect(await links()).toContain(borgensutrymme);
    expect(await links()).not.toContain(sv.administration.log.title);
    await page.goto('/itsam/revision');
    await eventually(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(
      sv.shell.closedTitle,
    );
    await page.goto('/demo?roll=administrator');
    await page.waitForURL('**/itsam/installningar');
    for (const figures of [oversikt, investeringsbudget, borgensutrymme]) {
      expect(await links()).not.toContain(figures);
    }
  });

  test('that only reads has tables to read and copy, and nothing that changes them', async ({
    open,
    expect,
  }) => {
    const page = await open('/itsam/investeringsbudget/2025', { as: 'revisor' });
    await tableOf(page, sv.budget.tableLabel(2025)).waitFor();
    expect(await button(page, sv.budget.newPost).count()).toBe(0);
    await page.goto('/itsam/borgensutrymme');
    const table = forecastTable(page);
    const place = rowNamed('amortisation', 2025);
    const before = await figureAt(table, place, omTillagg);
    await write(await cellOf(table, place, omTillagg), '-1');
    expect(await figureAt(table, place, omTillagg)).toBe(before);
    expect(await barriers(page, twoLooks)).toEqual([]);
  });
});

describe('a session that ends in the middle of the work', () => {
  test('loses nothing: what was written waits, and is saved after the login', async ({
    open,
    address,
    expect,
  }) => {
    const page = await open('/itsam/borgensutrymme', { expected: [/status of 401/u] });
    const table = forecastTable(page);
    const place = { kind: 'borrowingEquityUse', year: 2026 } as const;
    const cell = await cellOf(table, rowNamed('borrowingEquityUse', 2026), omTillagg);
    const before = await savedFigure(address, omTillagg, place);
    // Ended elsewhere: this browser still has its cookie.
    const cookies = await page.context().cookies();
    await page.request.delete('/api/session', { headers: { 'sec-fetch-site': 'same-origin' } });
    await page.context().addCookies(cookies);
    await write(cell, '3210');
    await page.getByRole('dialog', { name: sv.signedOut.title }).waitFor();
    expect(await saveStatusOf(page)).not.toMatch(/^Sparat/u);
    expect(await barriers(page, twoLooks)).toEqual([]);
    expect(await savedFigure(address, omTillagg, place)).toEqual(before);
    await button(page, sv.signedOut.demoAgain).click();
    await untilSaved(page);
    expect((await savedFigure(address, omTillagg, place)).amount).toBe('3210');
    await button(page, sv.common.undo).click();
    await untilSaved(page);
  });
});
