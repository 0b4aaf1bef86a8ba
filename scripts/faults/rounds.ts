import { availableParallelism, loadavg } from 'node:os';
import { checkAnswers, type FaultRun, inspectStore } from '../../server/faults/run.ts';
import { type ServerProcess, startServer } from '../../server/faults/server-process.ts';

/** What a part of the fault tests came to. */
export type Outcome = {
  readonly rounds: number;
  readonly answered: number;
  readonly underWay: number;
  readonly present: number;
  /** Milliseconds of each start after a fault. */
  readonly reopened: readonly number[];
  readonly problems: readonly string[];
};

/** An outcome before the first round. */
export const noOutcome: Outcome = {
  rounds: 0,
  answered: 0,
  underWay: 0,
  present: 0,
  reopened: [],
  problems: [],
};

/** The outcome of two stretches of rounds together. */
export function together(one: Outcome, other: Outcome): Outcome {
  return {
    rounds: one.rounds + other.rounds,
    answered: one.answered + other.answered,
    underWay: one.underWay + other.underWay,
    present: one.present + other.present,
    reopened: [...one.reopened, ...other.reopened],
    problems: [...one.problems, ...other.problems],
  };
}

// How soon a server has to answer after a fault, in milliseconds. Where other programs have the
// processors the time says nothing about Tkr, and only a server that hangs is a fault.
const reopenLimit = 5_000;
const reopenLimitWhenBusy = 30_000;

/** A server that goes on after a fault, and how long it took to get there. */
export type Reopened = {
  readonly server: ServerProcess;
  readonly milliseconds: number;
  /** What did not hold on the way there. */
  readonly problems: readonly string[];
};

/** Starts a server again after a fault. */
export async function reopen({ store }: FaultRun): Promise<Reopened> {
  const server = await startServer(store.surroundings);
  return { server, milliseconds: server.openedIn, problems: [] };
}

/** What a round is called, and how many writes had been answered before it. */
export type Round = { readonly name: string; readonly answeredBefore: number };

/**
 * Ends a round: checks what the reopened server answers, stops it, and looks at its tables.
 *
 * Prints a line about the round. No server runs afterwards.
 */
export async function settle(run: FaultRun, round: Round, reopened: Reopened): Promise<Outcome> {
  const { server, milliseconds } = reopened;
  const answered = run.journal.answered.size - round.answeredBefore;
  const { problems, underWay, present } = await checkAnswers(run, server.url);
  const { code, signal, errors } = await server.stop();
  const stopped = code === 0 ? [] : [`Stoppet gav ${code ?? signal}: ${errors}`];
  const load = loadavg()[0] ?? 0;
  const limit = load <= availableParallelism() ? reopenLimit : reopenLimitWhenBusy;
  const slow = milliseconds <= limit ? [] : [`Öppnade efter ${seconds(milliseconds)}`];
  const inside = await inspectStore(run);
  const found = [...reopened.problems, ...problems, ...slow, ...stopped, ...inside];
  console.log(
    `${round.name}: ${answered} besvarade, ${underWay} pågående (${present} fanns), ` +
      `öppnade efter ${seconds(milliseconds)}, last ${load.toFixed(1)}, ${found.length} fel`,
  );
  for (const problem of found) console.error(`  ${problem.slice(0, 2_000)}`);
  return { rounds: 1, answered, underWay, present, reopened: [milliseconds], problems: found };
}

/** Milliseconds as a person reads them. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2).replace('.', ',')} s`;
}
