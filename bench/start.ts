import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerProcess, startServer } from '../server/faults/server-process.ts';
import { type Comparison, compare } from './measure.ts';
import { type Bench, type Memory, memoryOf, startBare } from './servers.ts';

type Kind = { readonly name: string; readonly start: () => Promise<ServerProcess> };

/** How soon a server answers, and how much memory it holds then, beside a bare Fastify. */
export async function compareStarts(bench: Bench): Promise<Comparison[]> {
  const { postgres } = bench;
  const existing = { TKR_DATA: bench.newPath('data') };
  for (const surroundings of [existing, ...(postgres === null ? [] : [postgres])]) {
    await (await startServer(surroundings)).stop();
  }
  const kinds: readonly Kind[] = [
    { name: 'bar Fastify', start: () => startBare(bench, '{}') },
    { name: 'Tkr, PGlite', start: () => startServer(existing) },
    ...(postgres === null ? [] : [{ name: 'Tkr, PostgreSQL', start: () => startServer(postgres) }]),
    {
      name: 'Tkr, PGlite, första starten',
      start: () => startServer({ TKR_DATA: bench.newPath('data') }),
    },
  ];
  const rounds = 5;
  const memories = kinds.map((): Memory[] => []);
  const started = await compare(
    { title: 'Från start till svar', unit: 'ms', rounds },
    kinds.map(({ name, start }, index) => ({
      name,
      measure: async () => {
        const server = await start();
        // What the start itself took is given back by then.
        await sleep(2_000);
        memories[index]?.push(memoryOf(server.pid));
        await server.stop();
        return server.openedIn;
      },
    })),
  );
  const comparisonOf = (title: string, part: keyof Memory): Promise<Comparison> =>
    compare(
      { title, unit: 'MiB', rounds },
      kinds.map(({ name }, index) => {
        const left = memories[index]?.map((memory) => memory[part]) ?? [];
        return { name, measure: () => left.shift() ?? Number.NaN };
      }),
    );
  return [
    started,
    await comparisonOf('Minne i vila, 2 s efter start (RSS)', 'resting'),
    await comparisonOf('Mest minne under starten (RSS)', 'peak'),
  ];
}
