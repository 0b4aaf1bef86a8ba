import { setTimeout as sleep } from 'node:timers/promises';
import { type Ground, prepareGround } from './ground.ts';
import { inspect } from './inspect.ts';
import type { Random } from './random.ts';
import { lostWrites, readBack, repeatAnswered, repeatUnderWay } from './read-back.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import type { Store } from './store.ts';
import { emptyJournal, type Journal, writeUntilCutOff } from './write-loop.ts';

/** One data store through a row of faults, and everything that its servers have answered for. */
export type FaultRun = {
  readonly store: Store;
  readonly ground: Ground;
  readonly journal: Journal;
  readonly random: Random;
};

/** Starts the first server of a run. */
export async function beginRun(store: Store, random: Random): Promise<[FaultRun, ServerProcess]> {
  const server = await startServer(store.surroundings);
  const ground = await prepareGround(server.url);
  return [{ store, ground, journal: emptyJournal(), random }, server];
}

/** A fault in the middle of the writing. */
export type Blow = {
  /** Begins the keys of the writes, and so has to be new each time. */
  readonly name: string;
  /** Milliseconds from the first answered write: between these, chosen by the run's chance. */
  readonly between: readonly [number, number];
  readonly strike: () => Promise<unknown>;
};

/** Writes with all clients until the blow has struck; one that it cuts off writes no more. */
export async function writeUntil(run: FaultRun, url: string, blow: Blow): Promise<void> {
  const [least, most] = blow.between;
  const before = run.journal.answered.size;
  let isOver = false;
  const strike = async (): Promise<void> => {
    // A busy machine can take its time to the first answer; a blow before it would try nothing.
    const deadline = performance.now() + 20_000;
    while (run.journal.answered.size === before && performance.now() < deadline) await sleep(5);
    await sleep(least + run.random.below(most - least));
    await blow.strike().finally(() => (isOver = true));
  };
  const writers = { ...run, prefix: blow.name, isOver: () => isOver };
  await Promise.all([writeUntilCutOff(url, writers), strike()]);
}

/** What was seen after a fault; a run that held has no problems. */
export type Aftermath = {
  readonly problems: readonly string[];
  /** Writes under way when the fault struck, and how many of them turned out to be there. */
  readonly underWay: number;
  readonly present: number;
};

/** Reads everything back from a server that answers, and repeats what was under way. */
export async function checkAnswers({ ground, journal }: FaultRun, url: string): Promise<Aftermath> {
  const lost = lostWrites(journal, await readBack(url, ground));
  const { problems, repeated, present } = await repeatUnderWay(url, ground, journal);
  const after = lostWrites(journal, await readBack(url, ground));
  const twice = await repeatAnswered(url, journal);
  return {
    problems: [...lost, ...problems, ...after, ...twice],
    underWay: repeated,
    present,
  };
}

/** Looks at the tables themselves; a server on an embedded database must have stopped. */
export async function inspectStore({ store, ground, journal }: FaultRun): Promise<string[]> {
  const kysely = await store.open();
  try {
    return await inspect(kysely, ground, journal);
  } finally {
    await kysely.destroy();
  }
}
