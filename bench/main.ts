import { availableParallelism, cpus, loadavg } from 'node:os';
import { exitOnSignals } from '../scripts/run.ts';
import { compareAccounts } from './accounts.ts';
import { compareBrowser } from './browser.ts';
import { compareForecasts } from './forecast.ts';
import { compareRequests } from './http.ts';
import { compareImports } from './import.ts';
import { type Comparison, printJson, printTable } from './measure.ts';
import { comparePlans } from './plan.ts';
import { onBench } from './servers.ts';
import { compareSie } from './sie.ts';
import { compareStarts } from './start.ts';

/**
 * Prints what Tkr costs beside the least that the same thing can cost, measured in one run, as
 * tables and then as lines of JSON. Nothing is judged: a ratio is to be looked at.
 */
async function benchAll(): Promise<void> {
  const processor = cpus()[0]?.model ?? 'okänd processor';
  const load = loadavg()[0]?.toFixed(1).replace('.', ',');
  console.log(
    `Node ${process.versions.node}, ${processor} × ${availableParallelism()}, last ${load}`,
  );
  console.log('Median (minst–mest), och hur många gånger den första raden.');
  const all: Comparison[] = [];
  const show = (comparison: Comparison): void => {
    printTable(comparison);
    all.push(comparison);
  };
  show(await compareForecasts());
  for (const comparison of await comparePlans()) show(comparison);
  for (const comparison of await compareSie()) show(comparison);
  for (const comparison of await compareImports()) show(comparison);
  await onBench(async (bench) => {
    for (const comparison of await compareRequests(bench)) show(comparison);
    for (const comparison of await compareAccounts(bench)) show(comparison);
    for (const comparison of await compareStarts(bench)) show(comparison);
    for (const comparison of await compareBrowser(bench)) show(comparison);
  });
  console.log('');
  for (const comparison of all) printJson(comparison);
}

exitOnSignals();
await benchAll();
