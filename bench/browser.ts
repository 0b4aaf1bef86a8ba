import type { Browser, Locator, Page } from 'playwright-core';
import { enterDemo } from '#contract/session.ts';
import { startChromium } from '../e2e/harness/chromium.ts';
import { borgensutrymmePath, forecastTable, rowNamed } from '../e2e/screens/borgensutrymme.ts';
import { cellOf, figureAt } from '../e2e/screens/table.ts';
import { buildWebIfStale } from '../scripts/build-web.ts';
import { startServer } from '../server/faults/server-process.ts';
import { sv } from '../web/texts/sv.ts';
import { makeScenarios } from './browser-scenarios.ts';
import { type Comparison, compare } from './measure.ts';
import type { Bench } from './servers.ts';
import { type Trace, traced } from './trace.ts';

const rounds = 15;
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/**
 * What a browser does for a changed figure in a table of ten scenarios of twenty years, and while
 * ten thousand runs are simulated beside the page. Says so where there is no browser.
 */
export async function compareBrowser(bench: Bench): Promise<Comparison[]> {
  const browser = await startChromium(flags).catch((error: unknown) => {
    console.log(`Utan webbläsare: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  });
  if (browser === null) return [];
  await buildWebIfStale();
  const server = await startServer({ TKR_DATA: bench.newPath('data') });
  try {
    const page = await openPage(browser, server.url);
    const ids = await makeScenarios(page);
    return [...(await compareEdits(browser, page, ids)), await compareRuns(browser, page, ids)];
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function openPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    locale: 'sv-SE',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const headers = { 'sec-fetch-site': 'same-origin' };
  await context.request.post(enterDemo.path, { headers, data: { role: 'ekonom' } });
  return context.newPage();
}

async function compareEdits(
  browser: Browser,
  page: Page,
  ids: readonly string[],
): Promise<Comparison[]> {
  await page.goto(`${borgensutrymmePath}?scenario=${ids.join(',')}`);
  const table = forecastTable(page);
  const typed = await cellOf(table, rowNamed('borrowingEquityUse', 2026), 'Mätning 0');
  const moves: Trace[] = [];
  const edits: Trace[] = [];
  // The first ones are for the compiler.
  for (let round = -5; round < rounds; round += 1) {
    await typed.click();
    const move = await traced(browser, page, () => pressed(page, 'ArrowDown'));
    const edit = await changed(browser, { page, table, typed, amount: `${2000 + 100 * round}` });
    if (round >= 0) moves.push(move);
    if (round >= 0) edits.push(edit);
  }
  const comparisonOf = (title: string, figure: keyof Trace): Promise<Comparison> =>
    compare({ title, unit: 'ms', rounds }, [
      { name: 'markören flyttas ett steg', measure: takenFrom(moves, figure) },
      { name: 'en siffra ändras', measure: takenFrom(edits, figure) },
    ]);
  const where = 'tabell med 10 scenarier × 20 år i webbläsaren';
  return [
    await comparisonOf(`Skript från tangent till ritad ${where}`, 'script'),
    await comparisonOf(`Från tangent till ritad ${where}`, 'untilPainted'),
  ];
}

type Change = {
  readonly page: Page;
  readonly table: Locator;
  readonly typed: Locator;
  readonly amount: string;
};

async function changed(browser: Browser, { page, table, typed, amount }: Change): Promise<Trace> {
  const debt = () => figureAt(table, rowNamed('debt', 2026), 'Mätning 0');
  const before = await debt();
  await typed.click();
  await page.keyboard.type(amount);
  const trace = await traced(browser, page, () => pressed(page, 'Enter'));
  if ((await debt()) === before) throw new Error('Skulden följde inte med ändringen');
  // What is saved is answered, and what comes after the table is drawn, before the next.
  await page.waitForTimeout(500);
  return trace;
}

// Two frames later it is painted.
async function pressed(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.evaluate<unknown>(
    'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))',
  );
}

async function compareRuns(
  browser: Browser,
  page: Page,
  ids: readonly string[],
): Promise<Comparison> {
  await page.goto(`${borgensutrymmePath}/tank-om?scenario=${ids[0] ?? ''}`);
  const words = sv.tankOm.fan;
  const done = page.getByText(/^Räknat på \d+\sms\.$/u);
  await done.waitFor();
  const inWorker: number[] = [];
  const tasks: number[] = [];
  const count = 5;
  for (let round = 0; round < count; round += 1) {
    const { longestTask } = await traced(browser, page, async () => {
      await page.getByRole('button', { name: words.newSeed }).click();
      await page.getByText(words.runningAgain).waitFor();
      await done.waitFor();
    });
    tasks.push(longestTask);
    inWorker.push(Number(/\d+/u.exec((await done.textContent()) ?? '')?.[0]));
  }
  const title = 'Simulerade utfall i webbläsaren, 10 000 körningar × 20 år';
  return compare({ title, unit: 'ms', rounds: count }, [
    { name: 'i sidans worker', measure: () => inWorker.shift() ?? Number.NaN },
    { name: 'sidans längsta uppgift under tiden', measure: () => tasks.shift() ?? Number.NaN },
  ]);
}

function takenFrom(traces: readonly Trace[], figure: keyof Trace): () => number {
  const left = traces.map((trace) => trace[figure]);
  return () => left.shift() ?? Number.NaN;
}
