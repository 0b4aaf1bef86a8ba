import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, seededRandom } from '../../server/faults/random.ts';
import { beginRun, inspectStore, writeUntil } from '../../server/faults/run.ts';
import { startAndKill, startServer } from '../../server/faults/server-process.ts';
import { embeddedStore } from '../../server/faults/store.ts';
import type { Settings } from './kill.ts';
import { type CuttableFilesystem, createFilesystem } from './loop-filesystem.ts';
import { noOutcome, type Outcome, reopen, seconds, settle, together } from './rounds.ts';

/** So many power cuts on one disk, before the next one begins empty. */
const cutsOnOneDisk = 4;

/** Cuts the power of the disk below the embedded database while the server writes. */
export async function cutPower({ seed, rounds }: Settings): Promise<Outcome> {
  const random = seededRandom(seed);
  let outcome = noOutcome;
  for (let first = 1; first <= rounds; first += cutsOnOneDisk) {
    const last = Math.min(first + cutsOnOneDisk - 1, rounds);
    const onDisk = (disk: CuttableFilesystem) => cutWhileWriting(disk, random, { first, last });
    outcome = together(outcome, await withFilesystem(onDisk));
  }
  for (let number = 1; number <= Math.ceil(rounds / cutsOnOneDisk); number += 1) {
    const onDisk = (disk: CuttableFilesystem) => cutFirstStart(disk, random, number);
    outcome = together(outcome, await withFilesystem(onDisk));
  }
  return outcome;
}

async function withFilesystem(
  work: (disk: CuttableFilesystem) => Promise<Outcome>,
): Promise<Outcome> {
  const disk = createFilesystem();
  try {
    return await work(disk);
  } finally {
    disk.remove();
  }
}

type Stretch = { readonly first: number; readonly last: number };

async function cutWhileWriting(
  disk: CuttableFilesystem,
  random: Random,
  { first, last }: Stretch,
): Promise<Outcome> {
  let outcome = noOutcome;
  const [run, firstServer] = await beginRun(embeddedStore(join(disk.path, 'data')), random);
  let server = firstServer;
  for (let number = first; number <= last; number += 1) {
    const answeredBefore = run.journal.answered.size;
    await writeUntil(run, server.url, {
      name: `omgang${number}`,
      between: [0, 4_000],
      strike: async () => {
        disk.cut();
        // A server that still answers after the cut would be caught here.
        await sleep(random.below(300));
        await server.kill();
      },
    });
    await disk.mountAgain();
    const name = `strömavbrott ${number}, pglite på ext4`;
    outcome = together(outcome, await settle(run, { name, answeredBefore }, await reopen(run)));
    if (number < last) server = await startServer(run.store.surroundings);
  }
  return outcome;
}

// Nobody has been promised anything yet, but the next start has to come through.
async function cutFirstStart(
  disk: CuttableFilesystem,
  random: Random,
  number: number,
): Promise<Outcome> {
  const store = embeddedStore(join(disk.path, 'data'));
  const after = random.below(4_000);
  const killed = startAndKill(store.surroundings, after + 200);
  await sleep(after);
  disk.cut();
  await killed;
  await disk.mountAgain();
  const [run, server] = await beginRun(store, random);
  const { code } = await server.stop();
  const problems = [...(code === 0 ? [] : [`Stoppet gav ${code}`]), ...(await inspectStore(run))];
  console.log(
    `strömavbrott ${number} i första starten efter ${seconds(after)}: ` +
      `öppnade efter ${seconds(server.openedIn)}, ${problems.length} fel`,
  );
  for (const problem of problems) console.error(`  ${problem}`);
  return { ...noOutcome, rounds: 1, problems };
}
