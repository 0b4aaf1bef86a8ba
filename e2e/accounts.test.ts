import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { addressOf } from '#contract/endpoint.ts';
import { listOrganisations } from '#contract/organisations.ts';
import { problem } from '#contract/problem.ts';
import { listScenarios, setForecastRow } from '#contract/scenarios.ts';
import { sv } from '../web/texts/sv.ts';
import { barriers, twoLooks } from './harness/accessibility.ts';
import { eventually } from './harness/eventually.ts';
import { standsOn } from './harness/keyboard.ts';
import { type Open, test } from './harness/test.ts';
import { forecastTable, rowNamed } from './screens/borgensutrymme.ts';
import { button, untilSaved } from './screens/page.ts';
import { cellOf, figureAt, write } from './screens/table.ts';

const password = 'stol lampa gurka 7';
const people = {
  administrator: { name: 'Anna Ek', email: 'anna.ek@sodra.se' },
  ekonom: { name: 'Bo Alm', email: 'bo.alm@sodra.se' },
  revisor: { name: 'Cia Lind', email: 'cia.lind@sodra.se' },
  direktion: { name: 'Dag Rönn', email: 'dag.ronn@sodra.se' },
} as const;
const organisation = 'Södra förbundet';
const slug = 'sodra-forbundet';

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** Opens an address in a browser of its own, as somebody who has never been here. */
async function openLink(open: Open, link: string): Promise<Page> {
  const { pathname, hash } = new URL(link);
  return open(`${pathname}${hash}`, { as: 'nobody' });
}

async function invite(page: Page, role: 'ekonom' | 'revisor' | 'direktion'): Promise<string> {
  const words = sv.administration.invitations;
  await button(page, words.invite).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(sv.administration.people.name, { exact: true }).fill(people[role].name);
  await dialog.getByLabel(sv.administration.people.email, { exact: true }).fill(people[role].email);
  await dialog.getByLabel(sv.administration.people.role, { exact: true }).selectOption(role);
  await button(page, words.submit).click();
  const link = await page.getByLabel(sv.administration.links.link, { exact: true }).inputValue();
  await button(page, sv.common.close).last().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return link;
}

/** Accepts an invitation with a new account. */
async function accept(open: Open, link: string): Promise<Page> {
  const page = await openLink(open, link);
  const words = sv.links;
  await field(page, words.newPassword).or(field(page, sv.login.password)).first().fill(password);
  await button(page, words.createAccount).click();
  await page.waitForURL(`**/${slug}/**`);
  return page;
}

/** Turns one-time codes on under Mitt konto, and gives what the app does. */
async function turnOnCodes(page: Page): Promise<() => string> {
  const words = sv.konto;
  await page.goto('/konto');
  await button(page, words.startTotp).click();
  await field(page, words.yourPassword).fill(password);
  await button(page, sv.login.codeSubmit).click();
  const text = await page.locator('code.secret-text').textContent();
  const totp = new TOTP({ secret: Secret.fromBase32((text ?? '').replaceAll(/\s/gu, '')) });
  await field(page, words.firstCode).fill(totp.generate());
  await button(page, words.confirmTotp).click();
  await button(page, words.saved).click();
  // The next one: a code is taken once.
  return () => totp.generate({ timestamp: Date.now() + 30_000 });
}

async function logIn(page: Page, email: string): Promise<void> {
  await field(page, sv.login.email).fill(email);
  await field(page, sv.login.password).fill(password);
  await button(page, sv.login.submit).click();
}

describe('from the first start', () => {
  test('to an administrator, an ekonom with codes, a figure, its row in the log, and a refusal', async ({
    open,
    administratorLink,
    expect,
  }) => {
    const first = await openLink(open, administratorLink);
    expect(new URL(first.url()).hash).toBe('');
    expect(await barriers(first, twoLooks)).toEqual([]);
    await field(first, sv.links.organisationName).fill(organisation);
    await field(first, sv.links.yourName).fill(people.administrator.name);
    await field(first, sv.login.email).fill(people.administrator.email);
    await field(first, sv.login.password).fill(password);
    await button(first, sv.links.createAdministrator).click();
    await first.waitForURL(`**/${slug}/installningar`);
    const links = {
      ekonom: await invite(first, 'ekonom'),
      revisor: await invite(first, 'revisor'),
      direktion: await invite(first, 'direktion'),
    };

    // The ekonom takes the invitation, turns codes on, and comes back with one.
    const ekonom = await accept(open, links.ekonom);
    const code = await turnOnCodes(ekonom);
    await button(ekonom, sv.shell.logOut).click();
    await ekonom.waitForURL('**/logga-in**');
    await logIn(ekonom, people.ekonom.email);
    await field(ekonom, sv.login.code).fill(code());
    await button(ekonom, sv.login.codeSubmit).click();
    await ekonom.waitForURL(`**/${slug}/**`);

    const words = sv.borgensutrymme;
    await ekonom.goto(`/${slug}/borgensutrymme`);
    await button(ekonom, words.newScenario).first().click();
    await field(ekonom, words.name).fill('Plan');
    await field(ekonom, words.openingYear).selectOption('2025');
    await field(ekonom, words.lastYear).selectOption('2027');
    await button(ekonom, words.create).click();
    const table = forecastTable(ekonom);
    await write(await cellOf(table, rowNamed('debt', 2025), 'Plan'), '12345,5');
    await untilSaved(ekonom);

    // The revisor finds it, with who and what was before and after.
    const revisor = await accept(open, links.revisor);
    await revisor.goto(`/${slug}/revision`);
    const row = revisor.getByRole('row').filter({ hasText: people.ekonom.name }).first();
    await row.waitFor();
    await row.getByRole('button').first().click();
    await eventually(() => revisor.getByRole('main').textContent()).toContain('12\u00a0345,5');
    expect(await barriers(revisor, twoLooks)).toEqual([]);
    await revisor.goto(`/${slug}/borgensutrymme`);
    expect(await button(revisor, words.newScenario).count()).toBe(0);

    // The direktion reads the figure, and cannot change it: not on the page, and not past it.
    const direktion = await accept(open, links.direktion);
    await direktion.goto(`/${slug}/borgensutrymme`);
    const shown = forecastTable(direktion);
    await eventually(() => figureAt(shown, rowNamed('debt', 2025), 'Plan')).toBe('12 346');
    await write(await cellOf(shown, rowNamed('debt', 2025), 'Plan'), '1');
    expect(await figureAt(shown, rowNamed('debt', 2025), 'Plan')).toBe('12 346');
    const answered = await direktion.request.get(listOrganisations.path);
    const { organisations } = listOrganisations.answer.parse(await answered.json());
    const params = { organisationId: organisations[0]?.organisationId ?? '' };
    const listed = await direktion.request.get(addressOf(listScenarios, { params }));
    const { scenarios } = listScenarios.answer.parse(await listed.json());
    const { scenarioId = '' } = scenarios[0] ?? {};
    const place = { ...params, scenarioId, year: '2025', kind: 'openingDebt' };
    const past = await direktion.request.put(addressOf(setForecastRow, { params: place }), {
      headers: { 'sec-fetch-site': 'same-origin', 'if-match': '"1"' },
      data: { amount: '1' },
    });
    expect(past.status()).toBe(403);
    expect(problem.parse(await past.json()).code).toBe('right_missing');

    // The administrator runs the installation too: another organisation is another page, read out.
    await button(first, sv.administration.installation.create).click();
    const dialog = first.getByRole('dialog');
    const { name } = sv.administration.organisation;
    await dialog.getByLabel(name, { exact: true }).fill('Norra förbundet');
    await first.keyboard.press('Enter');
    await first.waitForURL('**/norra-forbundet/installningar');
    await dialog.waitFor({ state: 'detached' });
    await standsOn(first.getByRole('heading', { level: 1 }));
    expect(await first.title()).toContain('Norra förbundet');
    // And so is the one that they go back to.
    await button(first, `Norra förbundet, ${sv.shell.organisation}`).click();
    await first.getByRole('menuitem', { name: organisation }).click();
    await first.waitForURL(`**/${slug}/installningar`);
    await standsOn(first.getByRole('heading', { level: 1 }));
  }, 120_000);

  test('a forgotten page shows no figures to the next person', async ({ open, expect }) => {
    const page = await open('/itsam/oversikt');
    await page.goto('/itsam/borgensutrymme');
    await cellOf(forecastTable(page), rowNamed('debt', 2024), 'Om tillägg');
    await button(page, sv.shell.logOut).click();
    await page.waitForURL('**/logga-in**');
    await page.goBack();
    await eventually(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(
      sv.login.title,
    );
    expect(await page.getByRole('main').textContent()).not.toContain('58 662');
    expect(await page.evaluate<number>('localStorage.length')).toBeLessThan(3);
  });
});
