import { exitOnSignals, run } from './run.ts';

type Step = { readonly name: string; readonly command: readonly [string, ...string[]] };

// No browser and no PostgreSQL, so that it is quick enough to run before every commit.
const projects = ['domain', 'contract', 'tidy', 'web', 'server-pglite'];

const steps: readonly Step[] = [
  { name: 'types in domain', command: ['tsc', '-p', 'domain'] },
  { name: 'types in contract', command: ['tsc', '-p', 'contract'] },
  { name: 'types in the rest', command: ['tsc', '-p', '.'] },
  { name: 'types in web', command: ['tsc', '-p', 'web'] },
  { name: 'format', command: ['biome', 'check'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'dead code', command: ['knip'] },
  { name: 'tests', command: ['vitest', 'run', ...projects.map((name) => `--project=${name}`)] },
];

/** Runs every step, also after one that failed, and gives the names of those that did. */
async function checkAll(): Promise<string[]> {
  const failures: string[] = [];
  for (const { name, command } of steps) {
    const [tool, ...parameters] = command;
    console.log(`\n== ${name}`);
    const start = performance.now();
    const exitCode = await run(tool, parameters);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`== ${name}: ${exitCode === 0 ? 'ok' : 'FAILED'}, ${seconds} s`);
    if (exitCode !== 0) failures.push(name);
  }
  return failures;
}

exitOnSignals();
const failures = await checkAll();
console.log(failures.length === 0 ? '\nAll is well' : `\nFailed: ${failures.join(', ')}`);
process.exitCode = failures.length === 0 ? 0 : 1;
