import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { killAllServers } from '../server/faults/server-process.ts';
import { killOnPglite, killOnPostgres, type Settings } from './faults/kill.ts';
import { cutPower } from './faults/power-cut.ts';
import { CannotCutPower } from './faults/power-tools.ts';
import { type Outcome, seconds } from './faults/rounds.ts';
import { exitOnSignals } from './run.ts';

type Part = {
  readonly name: string;
  readonly title: string;
  readonly run: (settings: Settings) => Promise<Outcome>;
  readonly rounds: number;
};

const parts: readonly Part[] = [
  { name: 'pglite', title: 'kill -9, inbyggd databas', run: killOnPglite, rounds: 20 },
  { name: 'postgres', title: 'kill -9, PostgreSQL', run: killOnPostgres, rounds: 20 },
  { name: 'power', title: 'Strömavbrott, inbyggd databas på ext4', run: cutPower, rounds: 12 },
];

/**
 * `npm run test:faults -- [pglite] [postgres] [power] [--rounds=20] [--seed=1]`: everything that can
 * end a server or its disk at once, for real, on real databases.
 *
 * A part that this machine cannot run fails, and says what is missing: it is never passed over.
 */
async function testFaults(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string' }, rounds: { type: 'string' } },
  });
  const seed = Number.parseInt(values.seed ?? `${randomInt(1_000_000)}`, 10);
  const unknown = positionals.filter((name) => parts.every((part) => part.name !== name));
  if (unknown.length > 0) throw new Error(`Okänd del: ${unknown.join(', ')}`);
  const chosen = parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const summaries: string[] = [];
  let failed = false;
  for (const part of chosen) {
    const rounds = Number.parseInt(values.rounds ?? `${part.rounds}`, 10);
    console.log(`\n== ${part.title}, ${rounds} omgångar, frö ${seed}`);
    const { summary, isWhole } = await runPart(part, { seed, rounds });
    summaries.push(`${part.title}: ${summary}`);
    failed ||= !isWhole;
  }
  console.log(`\n${summaries.join('\n')}`);
  console.log(failed ? 'Något höll inte, se ovan.' : `Allt höll. Upprepa med --seed=${seed}.`);
  return !failed;
}

type PartEnd = { readonly summary: string; readonly isWhole: boolean };

async function runPart(part: Part, settings: Settings): Promise<PartEnd> {
  try {
    const outcome = await part.run(settings);
    const isWhole = outcome.problems.length === 0 && outcome.answered > 0;
    return { summary: summaryOf(outcome), isWhole };
  } catch (error) {
    if (error instanceof CannotCutPower) {
      return { summary: `kunde inte köras: ${error.message}`, isWhole: false };
    }
    console.error(error);
    return { summary: 'avbröts av felet ovan', isWhole: false };
  } finally {
    killAllServers();
  }
}

function summaryOf({ rounds, answered, underWay, present, reopened, problems }: Outcome): string {
  const sorted = reopened.toSorted((left, right) => left - right);
  const times = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return (
    `${rounds} omgångar, ${answered} besvarade skrivningar, ${underWay} pågående varav ` +
    `${present} fanns, öppnade efter ${times.map((time) => seconds(time ?? 0)).join(' / ')} ` +
    `(minst/median/mest), ${problems.length} fel`
  );
}

exitOnSignals();
process.exitCode = (await testFaults()) ? 0 : 1;
