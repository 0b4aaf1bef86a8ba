import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import { addressOf } from '#contract/endpoint.ts';
import { invite } from '#contract/people.ts';
import { acceptInvitation, enterDemo, login } from '#contract/session.ts';
import type { Role } from '#domain/rights.ts';
import {
  type ServerProcess,
  type Surroundings,
  startServer,
} from '../server/faults/server-process.ts';
import { embeddedStore } from '../server/faults/store.ts';
import { type Comparison, compare } from './measure.ts';
import type { Bench } from './servers.ts';

const unguardedProgram = join(import.meta.dirname, 'unguarded-server.ts');
const page = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };

/**
 * What the doors cost: the same requests with the check of the session and the transaction of the
 * organisation, and without them; and how many logins a second there are, beside other requests.
 */
export async function compareAccounts(bench: Bench): Promise<Comparison[]> {
  const stores: { readonly name: string; readonly surroundings: Surroundings }[] = [
    { name: 'PGlite', surroundings: embeddedStore(bench.newPath('data')).surroundings },
    ...(bench.postgres === null ? [] : [{ name: 'PostgreSQL', surroundings: bench.postgres }]),
  ];
  const comparisons: Comparison[] = [];
  for (const { name, surroundings } of stores) {
    comparisons.push(...(await compareDoors(name, surroundings)));
    comparisons.push(await compareLogins(name, surroundings));
  }
  return comparisons;
}

type Asking = {
  readonly server: ServerProcess;
  readonly cookie: string;
  readonly organisationId: string;
};

async function compareDoors(name: string, surroundings: Surroundings): Promise<Comparison[]> {
  const guarded = await startServer(surroundings);
  const asRevisor = await enter(guarded, 'revisor');
  // One embedded database has one server at a time: both ask what is the same in both.
  const results = new Map<string, number[]>();
  const measured = async (asking: Asking, key: string): Promise<void> => {
    const kept = await ratesOf(asking, [forecastOf(asking)]);
    const made = await ratesOf(asking, logPagesOf(asking));
    results.set(`${key} kept`, kept);
    results.set(`${key} made`, made);
  };
  await measured(asRevisor, 'guarded');
  await guarded.stop();
  const unguarded = await startServer(surroundings, unguardedProgram);
  const { organisationId } = asRevisor;
  await measured({ server: unguarded, cookie: '', organisationId }, 'unguarded');
  await unguarded.stop();
  const row = (key: string, label: string) => {
    const left = results.get(key) ?? [];
    return { name: label, measure: () => left.shift() ?? Number.NaN };
  };
  const titles = {
    kept: 'ett svar som redan är gjort (dyrast i förhållande)',
    made: 'ett svar som görs på nytt (en sida av loggen)',
  };
  const unit = 'anrop per sekund';
  return Promise.all(
    Object.entries(titles).map(([key, title]) =>
      compare({ title: `Dörren, ${name}: ${title}`, unit, rounds }, [
        row(`unguarded ${key}`, 'utan session och organisation'),
        row(`guarded ${key}`, 'med session och organisation'),
      ]),
    ),
  );
}

const rounds = 5;

async function ratesOf({ server, cookie }: Asking, paths: readonly string[]): Promise<number[]> {
  const rates: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const outcome = await autocannon({
      url: server.url,
      headers: { cookie },
      requests: paths.map((path) => ({ path })),
      connections: 10,
      duration: 2,
    });
    if (outcome.errors + outcome.non2xx > 0) throw new Error(`${paths[0] ?? ''} svarade fel`);
    // The first one warms up.
    if (round > 0) rates.push(outcome['2xx'] / outcome.duration);
  }
  return rates;
}

function forecastOf({ organisationId }: Asking): string {
  return addressOf(getBorgensprognos, { params: { organisationId } });
}

// More addresses than answers are kept: each one is made anew.
function logPagesOf({ organisationId }: Asking): string[] {
  const path = `/api/organisations/${organisationId}/log?before=`;
  return Array.from({ length: 1000 }, (_, number) => `${path}${number + 1}`);
}

async function enter(server: ServerProcess, role: Role): Promise<Asking> {
  const entered = await fetch(`${server.url}${enterDemo.path}`, {
    method: enterDemo.method,
    headers: page,
    body: JSON.stringify({ role }),
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .join('; ');
  const { organisations } = enterDemo.answer.parse(await entered.json());
  return { server, cookie, organisationId: organisations[0]?.organisationId ?? '' };
}

const password = 'stol lampa gurka 7';

/** Logins for some seconds, four at a time, and how long another request waits meanwhile. */
async function compareLogins(name: string, surroundings: Surroundings): Promise<Comparison> {
  const server = await startServer(surroundings);
  const emails = await makeAccounts(await enter(server, 'administrator'));
  const asking = await enter(server, 'ekonom');
  const alone: number[] = [];
  const beside: number[] = [];
  let perSecond = 0;
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await medianWait(asking, 1_500));
    const start = performance.now();
    let isOver = false;
    const logins = emails.map(async (email) => {
      let done = 0;
      while (!isOver) {
        await logIn(server, email);
        done += 1;
      }
      return done;
    });
    beside.push(await medianWait(asking, 3_000));
    isOver = true;
    const done = (await Promise.all(logins)).reduce((sum, one) => sum + one, 0);
    perSecond += (done / (performance.now() - start)) * 1000;
  }
  await server.stop();
  const rate = (perSecond / rounds).toFixed(1).replace('.', ',');
  const title = `Svarstid (median) medan ${rate} inloggningar per sekund görs, ${name}`;
  return compare({ title, unit: 'ms per anrop', rounds }, [
    { name: 'utan inloggningar', measure: () => alone.shift() ?? Number.NaN },
    { name: 'under inloggningarna', measure: () => beside.shift() ?? Number.NaN },
  ]);
}

async function makeAccounts({ server, cookie, organisationId }: Asking): Promise<string[]> {
  const emails = Array.from({ length: 4 }, (_, number) => `person${number}-${server.pid}@prov.se`);
  for (const email of emails) {
    const body = { name: 'Person', email, role: 'ekonom' } as const;
    const invited = await fetch(
      `${server.url}${addressOf(invite, { params: { organisationId }, body })}`,
      { method: 'POST', headers: { ...page, cookie }, body: JSON.stringify(body) },
    );
    const { link } = invite.answer.parse(await invited.json());
    await fetch(`${server.url}${acceptInvitation.path}`, {
      method: 'POST',
      headers: page,
      body: JSON.stringify({ link: link.split('#')[1], name: 'Person', password }),
    });
  }
  return emails;
}

async function logIn(server: ServerProcess, email: string): Promise<void> {
  const { status } = await fetch(`${server.url}${login.path}`, {
    method: login.method,
    headers: page,
    body: JSON.stringify({ email, password }),
  });
  if (status !== 200) throw new Error(`Inloggningen svarade ${status}`);
}

async function medianWait(asking: Asking, milliseconds: number): Promise<number> {
  const waits: number[] = [];
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const start = performance.now();
    const url = `${asking.server.url}${forecastOf(asking)}`;
    await (await fetch(url, { headers: { cookie: asking.cookie } })).arrayBuffer();
    waits.push(performance.now() - start);
    await sleep(10);
  }
  return waits.toSorted((one, two) => one - two)[Math.floor(waits.length / 2)] ?? Number.NaN;
}
