import { exitOnSignals, run } from './run.ts';

exitOnSignals();
// Lint first: what it rewrites may need formatting afterwards.
const lint = await run('oxlint', ['--type-aware', '--fix']);
const format = await run('biome', ['check', '--write']);
process.exitCode = lint === 0 && format === 0 ? 0 : 1;
