import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { buildWebIfStale } from './build-web.ts';
import { provideChromium } from './provision/chromium.ts';
import { providePostgres } from './provision/postgres.ts';
import { exitOnSignals, run } from './run.ts';

type Outcome = { readonly passed: number; readonly failed: number };

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Everything is tested: what the tests need is found, installed or named as missing, never skipped. */
async function testAll(): Promise<Outcome> {
  const chromium = provideChromium();
  const postgres = await providePostgres();
  const folder = mkdtempSync(join(tmpdir(), 'tkr-test-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await buildWebIfStale();
  const file = join(folder, 'report.json');
  const exitCode = await run(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { CHROMIUM_PATH: chromium, TKR_TEST_POSTGRES_URL: postgres.url },
  );
  await postgres.stop();
  return outcome(exitCode, readFileSync(file, 'utf8'));
}

// Each way to fail that is no failed test counts as one, so that the last line never hides it.
function outcome(exitCode: number, json: string): Outcome {
  const counts = report.parse(JSON.parse(json));
  const unread = counts.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const skipped = counts.numPendingTests + counts.numTodoTests;
  if (unread > 0) console.error(`${unread} testfiler gick inte att läsa.`);
  if (skipped > 0) console.error(`${skipped} test hoppades över, vilket räknas som fel.`);
  const failed = counts.numFailedTests + unread + skipped;
  const isWhole = exitCode === 0 && counts.numPassedTests > 0;
  if (!isWhole && failed === 0) console.error('Något utanför testen gick fel, se ovan.');
  return { passed: counts.numPassedTests, failed: isWhole ? failed : Math.max(failed, 1) };
}

exitOnSignals();
const { passed, failed } = await testAll().catch((error: unknown): Outcome => {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1 };
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
