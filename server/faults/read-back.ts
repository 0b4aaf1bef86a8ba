import { isDeepStrictEqual } from 'node:util';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { type Ground, read } from './ground.ts';
import { cellName, type Journal, note, type Sent, send } from './write-loop.ts';
import type { StoredRow, Write } from './writes.ts';

/** The rows that the server gives, by the key that each one carries as its name or comment. */
export type Found = ReadonlyMap<string, readonly StoredRow[]>;

/** Reads everything back over HTTP. */
export async function readBack(url: string, ground: Ground): Promise<Found> {
  const { organisationId, scenarioId, years, token } = ground;
  const found = new Map<string, StoredRow[]>();
  const keep = (key: string | null, row: StoredRow): void => {
    if (key !== null) found.set(key, [...(found.get(key) ?? []), row]);
  };
  for (const year of years) {
    const params = { organisationId, year: `${year}` };
    const budget = await read(url, getInvesteringsbudget, { params, token });
    for (const post of budget.budgetposts) keep(post.comment, post);
    if (year === years[0]) for (const line of budget.lines) keep(line.name, line);
  }
  const call = { params: { organisationId }, query: { scenario: scenarioId }, token };
  const forecast = await read(url, getBorgensprognos, call);
  for (const figure of forecast.scenarios.flatMap(({ figures }) => figures)) {
    keep(figure.comment, figure);
  }
  return found;
}

/** The answered writes that are not there as they were answered, in sentences. */
export function lostWrites(journal: Journal, found: Found): string[] {
  const overwritten = overwrittenFigures(journal, found);
  return [...journal.answered.values()].flatMap(({ write, rows }) => {
    if (overwritten.has(write.key)) return [];
    const there = inOrderOf(rows, found.get(write.key) ?? []);
    if (isDeepStrictEqual(there, rows)) return [];
    return [`${write.key} är besvarad med ${json(rows)} men finns som ${json(there)}`];
  });
}

// A figure that was under way counts too, where it turns out to have arrived.
function overwrittenFigures({ answered, underWay }: Journal, found: Found): Set<string> {
  const overwritten = new Set<string>();
  const newest = new Map<string, string>();
  const arrived = underWay.filter(({ write }) => found.has(write.key));
  for (const { write } of [...answered.values(), ...arrived]) {
    if (write.seen === null) continue;
    const cell = cellName(write.seen.cell);
    const before = newest.get(cell);
    if (before !== undefined) overwritten.add(before);
    newest.set(cell, write.key);
  }
  return overwritten;
}

// The two sides of a move are read year by year, and answered the receiving side first.
function inOrderOf(rows: readonly StoredRow[], there: readonly StoredRow[]): StoredRow[] {
  const place = (row: StoredRow): number =>
    rows.findIndex((other) => isDeepStrictEqual(other, row));
  return there.toSorted((left, right) => place(left) - place(right));
}

/**
 * Sends everything that was under way once more, twice at once, and gives what did not hold: half a
 * write or a broken promise before, other than one effect after, or answers that differ.
 */
export async function repeatUnderWay(url: string, ground: Ground, journal: Journal) {
  const problems: string[] = [];
  const before = await readBack(url, ground);
  const repeated = journal.underWay.splice(0);
  for (const { write, sent } of repeated) {
    const there = before.get(write.key) ?? [];
    problems.push(...brokenPromises(write, sent, there));
    const answers = await Promise.all([send(url, write), send(url, write)]);
    problems.push(...problemsOf(write, answers, there.length > 0));
    for (const answer of answers) {
      if (answer.kind === 'answered') note(journal, write, answer.rows);
    }
  }
  return { problems, repeated: repeated.length, present: countPresent(repeated, before) };
}

function brokenPromises(write: Write, sent: Sent, there: readonly StoredRow[]): string[] {
  if (there.length !== 0 && there.length !== write.rows) {
    return [`${write.key} finns till en del: ${json(there)}`];
  }
  if (sent.kind === 'confirmed' && there.length === 0) {
    return [`${write.key} är bekräftad men finns inte`];
  }
  if (sent.kind === 'unknown' && sent.denied && there.length > 0) {
    return [`${write.key} finns, fast svaret sade att inget är sparat`];
  }
  return [];
}

function problemsOf(write: Write, answers: readonly Sent[], wasThere: boolean): string[] {
  const [first, second] = answers;
  if (first?.kind !== 'answered' || second?.kind !== 'answered') {
    return [`${write.key} gick inte att upprepa: ${json(answers)}`];
  }
  const problems: string[] = [];
  if (!isDeepStrictEqual(first.rows, second.rows)) {
    problems.push(`${write.key} besvarades olika två gånger: ${json(answers)}`);
  }
  const done = [first, second].filter(({ replayed }) => !replayed).length;
  if (done !== (wasThere ? 0 : 1)) {
    problems.push(`${write.key} fanns ${wasThere ? 'redan' : 'inte'} och gjordes ${done} gånger`);
  }
  return problems;
}

/** Sends answered writes once more, and gives those that were not answered as the first time. */
export async function repeatAnswered(url: string, journal: Journal): Promise<string[]> {
  const problems: string[] = [];
  for (const { write, rows } of [...journal.answered.values()].slice(-5)) {
    const again = await send(url, write);
    const same = again.kind === 'answered' && isDeepStrictEqual(again.rows, rows);
    if (!same) problems.push(`${write.key} upprepades med ett annat svar: ${json(again)}`);
    else if (!again.replayed) problems.push(`${write.key} gjordes en gång till`);
  }
  return problems;
}

function countPresent(repeated: Journal['underWay'], found: Found): number {
  return repeated.filter(({ write }) => found.has(write.key)).length;
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
