import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { createToken } from '#contract/account.ts';
import { createBudgetpost, createInvestmentLine } from '#contract/investeringsbudget.ts';
import { invite } from '#contract/people.ts';
import { createScenario, setForecastRow } from '#contract/scenarios.ts';
import { acceptAdministratorLink, acceptInvitation } from '#contract/session.ts';
import { createMember } from '#contract/settings.ts';
import { sv } from '../web/texts/sv.ts';
import { callAs } from './harness/call.ts';
import { eventually } from './harness/eventually.ts';
import { type Open, test } from './harness/test.ts';
import { forecastTable, rowNamed } from './screens/borgensutrymme.ts';
import { budgetTable } from './screens/investeringsbudget.ts';
import { button } from './screens/page.ts';
import { cellOf } from './screens/table.ts';

/** What runs, or becomes something else than text, where a page takes a name for a piece of itself. */
const hostile = [
  '<script>window.tkrRan = 1; alert(1)</script>',
  '<img src=x onerror="window.tkrRan = 1">',
  '"><svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<a href="javascript:alert(1)" onfocus=alert(1) autofocus>Klicka här</a>',
  'javascript:window.tkrRan=1',
  "{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= alert(1) %> #{alert(1)}",
  '</title></textarea><iframe srcdoc="<script>parent.tkrRan = 1</script>"></iframe>',
  `' onmouseover='alert(1)' style='position:fixed;inset:0`,
] as const;
const [script, image, svg, link, , template, frame] = hostile;
const comment = hostile.join(' ');

/** The texts as names of one kind of thing, so that a page is known to show that kind. */
const named = (kind: string): string[] => hostile.map((text) => `${text} ${kind}`);
const names = {
  line: named('rad'),
  beslut: named('beslut'),
  scenario: named('scenario'),
  token: named('nyckel'),
  member: named('medlem'),
  invitation: named('inbjuden'),
};
const password = 'stol lampa gurka 7';
const year = 2026;

/** A person of the organisation, called something hostile, in a browser of their own. */
async function joinAs(
  open: Open,
  administrator: Page,
  { name, ...rest }: { organisationId: string; name: string; role: 'ekonom' | 'revisor' },
): Promise<Page> {
  const { organisationId, role } = rest;
  const body = { name, email: `${role}@sodra.se`, role };
  const handed = await callAs(administrator, invite, { params: { organisationId }, body });
  const page = await open('/logga-in', { as: 'nobody' });
  const secret = new URL(handed.link).hash.slice(1);
  await callAs(page, acceptInvitation, { params: {}, body: { link: secret, name, password } });
  return page;
}

/** The budget and the forecast: a line, a decision, an entry and a scenario for every text. */
async function writeFigures(ekonom: Page, organisationId: string): Promise<void> {
  const params = { organisationId };
  for (const [at, organ] of hostile.entries()) {
    const nameOf = (kind: keyof typeof names): string => names[kind][at] ?? '';
    const line = { name: nameOf('line') };
    const { lineId } = await callAs(ekonom, createInvestmentLine, { params, body: line });
    const decided = { paragraph: '<b>§ 1</b>', dnr: '<i onclick=alert(1)>2026/1</i>' };
    const title = nameOf('beslut');
    const beslut = { title, organ, date: '2026-03-27', note: comment, ...decided };
    const entry = { lineId, year, kind: 'tillaggsaskande', amount: '1000', comment } as const;
    await callAs(ekonom, createBudgetpost, { params, body: { ...entry, beslut } });
    const years = { openingYear: year - 1, lastYear: year };
    const scenario = { name: nameOf('scenario'), description: comment, ...years };
    const { scenarioId } = await callAs(ekonom, createScenario, { params, body: scenario });
    const figure = { scenarioId, year: `${year - 1}`, kind: 'openingDebt', organisationId };
    const body = { amount: '2000', comment };
    await callAs(ekonom, setForecastRow, { params: figure, body }, 0);
    const token = { name: nameOf('token'), scope: 'read' } as const;
    await callAs(ekonom, createToken, { params, body: token });
  }
}

/** All that a page says: its words, what its fields hold, and the name of its window. */
function wordsOf(page: Page): Promise<string> {
  return page.evaluate<string>(`[
    document.title,
    document.body.textContent,
    ...[...document.querySelectorAll('input, textarea')].map((field) => field.value),
  ].join('\\n')`);
}

// What no page of Tkr has, and some text above would make.
const strange = 'script:not([src]), iframe, img[src=x], [onload], [onerror], [href^="javascript:"]';

describe('T30 texts that want to be more than text', () => {
  test('stay text on every page that shows them, and nothing of them runs', async ({
    open,
    administratorLink,
    expect,
  }) => {
    const dialogs: string[] = [];
    const watched: Open = async (path, options) => {
      const page = await open(path, options);
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      return page;
    };
    /** Waits until a page says every one of the texts, and looks for what they may have made. */
    const shows = async (page: Page, texts: readonly string[]): Promise<void> => {
      for (const text of texts) await eventually(() => wordsOf(page)).toContain(text);
      expect(await page.locator(strange).count()).toBe(0);
      expect(await page.evaluate<boolean>(`'tkrRan' in window`)).toBe(false);
      expect(dialogs).toEqual([]);
    };

    const administrator = await watched('/logga-in', { as: 'nobody' });
    const first = {
      link: new URL(administratorLink).hash.slice(1),
      name: image,
      email: '<svg/onload=alert(1)>@ond.se',
      password,
      organisation: { name: frame },
    };
    const { organisations } = await callAs(administrator, acceptAdministratorLink, {
      params: {},
      body: first,
    });
    const { organisationId = '', slug = '' } = organisations[0] ?? {};
    const ekonom = await joinAs(watched, administrator, {
      organisationId,
      name: svg,
      role: 'ekonom',
    });
    const revisor = await joinAs(watched, administrator, {
      organisationId,
      name: link,
      role: 'revisor',
    });
    await writeFigures(ekonom, organisationId);
    const params = { organisationId };
    let handed = '';
    for (const [at, name] of names.invitation.entries()) {
      await callAs(administrator, createMember, { params, body: { name: names.member[at] ?? '' } });
      const body = { name, email: `"><b/onclick=alert(${at})>@ond.se`, role: 'direktion' } as const;
      handed = (await callAs(administrator, invite, { params, body })).link;
    }

    await ekonom.goto(`/${slug}/oversikt`);
    await shows(ekonom, [svg, frame, ...names.scenario]);

    await ekonom.goto(`/${slug}/investeringsbudget/${year}`);
    await shows(ekonom, names.line);
    await ekonom.goto(`/${slug}/investeringsbudget/${year}?visning=protokoll`);
    await shows(ekonom, names.line);
    await budgetTable(ekonom, year).getByRole('gridcell').first().click();
    const decided = ['<b>§ 1</b>', '<i onclick=alert(1)>2026/1</i>', script, comment];
    await shows(ekonom, [...names.beslut.slice(0, 1), ...decided]);
    await button(ekonom, sv.budget.newPost).click();
    await shows(ekonom, [...names.line, ...names.beslut]);

    await ekonom.goto(`/${slug}/borgensutrymme`);
    await shows(ekonom, names.scenario);
    const column = `${template} scenario`;
    const cell = await cellOf(forecastTable(ekonom), rowNamed('debt', year - 1), column);
    await cell.click();
    await shows(ekonom, [comment, svg]);

    await ekonom.goto('/konto');
    await shows(ekonom, [svg, ...names.token]);

    await revisor.goto(`/${slug}/revision`);
    await shows(revisor, [image, svg, link, frame]);
    const details = revisor.locator('.log-line').getByRole('button');
    await details.first().waitFor();
    for (const one of await details.all()) await one.click();
    await shows(revisor, [comment, ...names.member]);
    await revisor.goto(`/${slug}/installningar`);
    await shows(revisor, [image, svg, link, frame, ...names.invitation, ...names.member]);

    await administrator.goto(`/${slug}/installningar`);
    await shows(administrator, [first.email, '"><b/onclick=alert(0)>@ond.se']);
    await shows(administrator, [...names.invitation, ...names.member]);

    const { pathname, hash } = new URL(handed);
    const invited = await watched(`${pathname}${hash}`, { as: 'nobody' });
    await shows(invited, [frame, ...names.invitation.slice(-1), '"><b/onclick=alert(7)>@ond.se']);
  }, 120_000);
});
