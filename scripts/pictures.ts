import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { buildWebIfStale } from './build-web.ts';
import { provideChromium } from './provision/chromium.ts';
import { exitOnSignals, repository } from './run.ts';

const pages = {
  oversikt: '/itsam/oversikt',
  investeringsbudget: '/itsam/investeringsbudget/2025?visning=protokoll&tryckt=ja',
  borgensutrymme: '/itsam/borgensutrymme?tryckt=ja',
  behov: '/itsam/arenden/behov/2025',
};

// `node scripts/pictures.ts`: the pictures of the documents, taken anew from the demo organisation.
exitOnSignals();
await buildWebIfStale();
const data = mkdtempSync(path.join(tmpdir(), 'tkr-pictures-'));
const server = spawn('node', [path.join(repository, 'server/main.ts')], {
  env: { ...process.env, TKR_DATA: data, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.on('exit', () => {
  server.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});
await takePictures(await addressOf(server));
process.exit(0);

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  for await (const line of stdout ?? []) {
    const address = /^Tkr: (\S+)/mu.exec(String(line))?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('The server ended before it answered');
}

async function takePictures(address: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: provideChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ colorScheme: 'light', locale: 'sv-SE', viewport });
  const page = await context.newPage();
  await page.goto(`${address}/demo`);
  await page.waitForURL('**/oversikt');
  for (const [name, url] of Object.entries(pages)) {
    await page.goto(`${address}${url}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const file = path.join(repository, 'docs/pictures', `${name}-light.png`);
    await page.screenshot({ path: file, fullPage: true });
  }
  await browser.close();
}
