import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { test as plainTest } from 'vitest';
import { enterDemo } from '#contract/session.ts';
import type { Role } from '#domain/rights.ts';
import { startChromium } from './chromium.ts';
import { type Complaints, watch } from './complaints.ts';
import { type Server, startServer } from './server.ts';

/**
 * Opens a page of Tkr in a browser of its own, as another person's would be: the demo's ekonom where
 * nothing is said. `expected` are the complaints that the test provokes.
 */
export type Open = (
  path: string,
  options?: { readonly expected?: readonly RegExp[]; readonly as?: Role | 'nobody' },
) => Promise<Page>;

type House = {
  readonly browser: Browser;
  readonly server: () => Promise<Server>;
  /** The next test gets a server without this one's figures. */
  readonly forget: () => Promise<void>;
};

type Visit = { readonly page: Page; readonly complaints: Complaints };

/**
 * A test that a person walks through in a browser.
 *
 * A test file has one server. After a test that failed comes a new one, so that what it left behind
 * does not fail the next. What a browser complained of fails the test.
 */
export const test = plainTest
  .extend('flags', { scope: 'file' }, [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
  ])
  .extend('house', { scope: 'file' }, async ({ flags }, { onCleanup }): Promise<House> => {
    let starting: Promise<Server> | undefined;
    const server = (): Promise<Server> => {
      starting ??= startServer();
      return starting;
    };
    const forget = async (): Promise<void> => {
      const old = await starting;
      starting = undefined;
      await old?.stop();
    };
    const [browser] = await Promise.all([startChromium(flags), server()]);
    onCleanup(async () => {
      await browser.close();
      await forget();
    });
    return { browser, server, forget };
  })
  .extend('address', async ({ house }): Promise<string> => (await house.server()).address)
  .extend(
    'administratorLink',
    async ({ house }): Promise<string> => (await house.server()).administratorLink,
  )
  .extend('open', async ({ house, address, task }, { onCleanup }): Promise<Open> => {
    const visits: Visit[] = [];
    onCleanup(async () => {
      const complaints = visits.flatMap((visit) => whatIsWrong(visit.complaints));
      const hasFailed = task.result?.state === 'fail' || complaints.length > 0;
      if (hasFailed) await photograph(visits, task.name);
      for (const { page } of visits) await page.context().close();
      if (hasFailed) await house.forget();
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    });
    return async (path, { expected = [], as = 'ekonom' } = {}) => {
      const context = await openContext(house.browser, address);
      if (as !== 'nobody') await enterDemoIn(context, as);
      const complaints = await watch(context, expected);
      const page = await context.newPage();
      visits.push({ page, complaints });
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    };
  });

async function openContext(browser: Browser, address: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
  return context;
}

async function enterDemoIn(context: BrowserContext, role: Role): Promise<void> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await context.request.post(enterDemo.path, { headers, data: { role } });
  if (!answer.ok()) throw new Error(`The demo is closed: ${await answer.text()}`);
}

async function photograph(visits: readonly Visit[], name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tkr-e2e-bild-'));
  const safe = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
  for (const [index, { page }] of visits.entries()) {
    const path = join(folder, `${safe}-${index + 1}.png`);
    // A page that no longer answers has no picture; the failure itself is told all the same.
    const taken = await page.screenshot({ path, fullPage: true }).catch(() => null);
    if (taken !== null) console.error(`Skärmbild: ${path}`);
  }
}

function whatIsWrong(complaints: Complaints): string[] {
  return [
    ...complaints.unexpected().map((one) => `The browser complained: ${one}`),
    ...complaints.missing().map((pattern) => `Expected and never heard: ${pattern}`),
  ];
}
