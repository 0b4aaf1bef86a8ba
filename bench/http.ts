import autocannon from 'autocannon';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import { addressOf } from '#contract/endpoint.ts';
import { createScenario, listScenarios } from '#contract/scenarios.ts';
import { forecastRowKinds, longestForecast } from '#domain/borgensutrymme.ts';
import { type Ground, jsonRequest, prepareGround, read } from '../server/faults/ground.ts';
import { seededRandom } from '../server/faults/random.ts';
import { type Surroundings, startServer } from '../server/faults/server-process.ts';
import { embeddedStore } from '../server/faults/store.ts';
import { send } from '../server/faults/write-loop.ts';
import { newFigure, newLine } from '../server/faults/writes.ts';
import { type Comparison, compare } from './measure.ts';
import { type Bench, startBare } from './servers.ts';

/**
 * The forecast over HTTP on loopback, on each database, beside a bare route of the same bytes: the
 * same question again and again, and the first one after a change.
 */
export async function compareRequests(bench: Bench): Promise<Comparison[]> {
  const { postgres } = bench;
  const stores: { readonly name: string; readonly surroundings: Surroundings }[] = [
    { name: 'Tkr, PGlite', surroundings: embeddedStore(bench.newPath('data')).surroundings },
    ...(postgres === null ? [] : [{ name: 'Tkr, PostgreSQL', surroundings: postgres }]),
  ];
  const servers: Filled[] = [];
  for (const { name, surroundings } of stores) {
    servers.push({ name, ...(await fill(surroundings)) });
  }
  const demo = { title: 'demons scenarier', ask: ({ demo }: Filled) => demo };
  const large = { title: '10 scenarier × 20 år', ask: ({ large }: Filled) => large };
  return [
    await compareRates(bench, servers, demo),
    await compareRates(bench, servers, large),
    await compareAfterChange(bench, servers, large),
  ];
}

type Question = { readonly title: string; readonly ask: (server: Filled) => Asking };

/** An address, and who asks it. */
type Asking = { readonly url: string; readonly headers: { readonly authorization?: string } };

async function compareRates(
  bench: Bench,
  servers: readonly Filled[],
  question: Question,
): Promise<Comparison> {
  const asked = servers.map((server) => ({ name: server.name, ...question.ask(server) }));
  const { bare, size } = await bareBeside(bench, asked[0]);
  const all = [{ name: 'bar Fastify, samma byte', url: bare.url, headers: {} }, ...asked];
  for (const one of all) await requestsPerSecond(one, 1);
  const title = `getBorgensprognos om och om igen, ${question.title}, ${size}, 10 klienter`;
  const contenders = all.map((one) => ({
    name: one.name,
    measure: () => requestsPerSecond(one, 2),
  }));
  const comparison = await compare({ title, unit: 'anrop per sekund', rounds: 5 }, contenders);
  await bare.stop();
  return comparison;
}

async function requestsPerSecond({ url, headers }: Asking, duration: number): Promise<number> {
  const outcome = await autocannon({ url, headers, connections: 10, duration });
  if (outcome.errors > 0 || outcome.non2xx > 0) throw new Error(`${url} svarade inte som det ska`);
  return outcome['2xx'] / outcome.duration;
}

async function compareAfterChange(
  bench: Bench,
  servers: readonly Filled[],
  { title, ask }: Question,
): Promise<Comparison> {
  const [asked] = servers.map(ask);
  const { bare, size } = await bareBeside(bench, asked);
  const about = `getBorgensprognos efter varje ändring, ${title}, ${size}, en klient`;
  const contenders = servers.map((server) => ({
    name: server.name,
    measure: () => millisecondsToRead(ask(server), server.change),
  }));
  const comparison = await compare({ title: about, unit: 'ms per anrop', rounds: 7 }, [
    {
      name: 'bar Fastify, samma byte',
      measure: () => millisecondsToRead({ url: bare.url, headers: {} }, async () => {}),
    },
    ...contenders,
  ]);
  await bare.stop();
  return comparison;
}

// The change itself is not timed, only the reading after it.
async function millisecondsToRead(
  { url, headers }: Asking,
  change: () => Promise<void>,
): Promise<number> {
  const times = 20;
  let total = 0;
  for (let time = 0; time < times; time += 1) {
    await change();
    const start = performance.now();
    await (await fetch(url, { headers })).arrayBuffer();
    total += performance.now() - start;
  }
  return total / times;
}

async function bareBeside(bench: Bench, asked: Asking | undefined) {
  const { url = '', headers = {} } = asked ?? {};
  const body = await (await fetch(url, { headers })).text();
  const size = `${(Buffer.byteLength(body) / 1024).toFixed(1).replace('.', ',')} kB`;
  return { bare: await startBare(bench, body), size };
}

/** A server with figures in it: what to ask it, and how to change something. */
type Filled = {
  readonly name: string;
  readonly demo: Asking;
  readonly large: Asking;
  readonly change: () => Promise<void>;
};

/** Starts a server with ten full scenarios beside the demo's, and gives the addresses to ask. */
async function fill(surroundings: Surroundings): Promise<Omit<Filled, 'name'>> {
  const { url } = await startServer(surroundings);
  const ground = await prepareGround(url);
  const { organisationId, token } = ground;
  const params = { organisationId };
  const before = await read(url, listScenarios, { params, token });
  const demo = before.scenarios
    .map(({ scenarioId }) => scenarioId)
    .filter((scenarioId) => scenarioId !== ground.scenarioId);
  await fillScenario(url, ground);
  const large = [ground.scenarioId];
  for (let number = 2; number <= 10; number += 1) {
    const body = { name: `Scenario ${number}`, copyFrom: ground.scenarioId };
    const request = jsonRequest(createScenario, { body, token });
    const answer = await fetch(`${url}${addressOf(createScenario, { params, body })}`, request);
    large.push(createScenario.answer.parse(await answer.json()).scenarioId);
  }
  const address = (scenario: string[]): Asking => ({
    url: `${url}${addressOf(getBorgensprognos, { params, query: { scenario } })}`,
    headers: { authorization: `Bearer ${token}` },
  });
  let changes = 0;
  const change = async (): Promise<void> => {
    changes += 1;
    await send(url, newLine(ground, `rad-nummer-${changes}`));
  };
  return { demo: address(demo), large: address(large), change };
}

async function fillScenario(url: string, ground: Ground): Promise<void> {
  const random = seededRandom(1);
  for (let year = ground.years[1]; year <= ground.years[0] + longestForecast; year += 1) {
    for (const kind of forecastRowKinds) {
      const figure = { cell: { year, kind }, version: 0, random };
      const sent = await send(url, newFigure(ground, `siffra-${year}-${kind}`, figure));
      if (sent.kind !== 'answered') throw new Error(`${year} ${kind} gick inte att skriva`);
    }
  }
}
