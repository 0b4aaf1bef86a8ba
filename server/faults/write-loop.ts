import { type ForecastRowKind, forecastRowKinds } from '#domain/borgensutrymme.ts';
import type { Ground } from './ground.ts';
import { jsonRequest } from './ground.ts';
import type { Random } from './random.ts';
import { newFigure, newLine, newMove, newPost, type StoredRow, type Write } from './writes.ts';

/** What came of sending a write once. */
export type Sent =
  | { readonly kind: 'answered'; readonly rows: readonly StoredRow[]; readonly replayed: boolean }
  /** The status said yes, and then the connection broke: it must be there. */
  | { readonly kind: 'confirmed' }
  /**
   * No answer, or one that says that the server failed: it may be there or not, unless the answer
   * said that nothing was saved. The status is null where there was no answer.
   */
  | { readonly kind: 'unknown'; readonly denied: boolean; readonly status: number | null };

/** All that the server has answered for, and what it was in the middle of. */
export type Journal = {
  readonly answered: Map<string, { readonly write: Write; readonly rows: readonly StoredRow[] }>;
  readonly underWay: { readonly write: Write; readonly sent: Sent }[];
  /** The version of each figure, by `cellName`. */
  readonly versions: Map<string, number>;
};

/** A journal of nothing. */
export function emptyJournal(): Journal {
  return { answered: new Map(), underWay: [], versions: new Map() };
}

/** The name of a figure's place. */
export function cellName({ year, kind }: { readonly year: number; readonly kind: string }): string {
  return `${year}/${kind}`;
}

/** Sends a write, and throws where the server says that it is wrong. */
export async function send(url: string, write: Write): Promise<Sent> {
  const { headers, ...request } = jsonRequest(write.endpoint, write);
  const named = { ...headers, 'idempotency-key': write.key };
  const version = write.seen === null ? {} : { 'if-match': `"${write.seen.version}"` };
  const signal = AbortSignal.timeout(30_000);
  const sending = { ...request, headers: { ...named, ...version }, signal };
  const response = await fetch(`${url}${write.address}`, sending).catch(() => null);
  if (response === null) return { kind: 'unknown', denied: false, status: null };
  const text = await response.text().catch(() => null);
  if (response.status >= 500) {
    const denied = text?.includes('Inget är sparat') === true;
    return { kind: 'unknown', denied, status: response.status };
  }
  if (response.status !== write.endpoint.status) {
    throw new Error(`${write.endpoint.operationId} gav ${response.status}: ${text ?? ''}`);
  }
  if (text === null) return { kind: 'confirmed' };
  const replayed = response.headers.get('idempotency-replayed') === 'true';
  return { kind: 'answered', rows: write.rowsIn(JSON.parse(text)), replayed };
}

/** Notes an answered write, and the version that its figure has now. */
export function note(journal: Journal, write: Write, rows: readonly StoredRow[]): void {
  journal.answered.set(write.key, { write, rows });
  if (write.seen === null) return;
  journal.versions.set(cellName(write.seen.cell), write.seen.version + 1);
}

/** How many clients write at once. */
export const clients = 4;

/** Who writes: on what, with which names, and by which chance. */
export type Writers = {
  readonly ground: Ground;
  readonly journal: Journal;
  readonly random: Random;
  /** Begins every key of the round. */
  readonly prefix: string;
  /** True once the fault is over: a server that lives through it answers for ever. */
  readonly isOver: () => boolean;
};

/** Writes with all clients at once, each until the server no longer answers it, or all is over. */
export async function writeUntilCutOff(url: string, writers: Writers): Promise<void> {
  const all = Array.from({ length: clients }, (_, client) => writeAlone(url, writers, client));
  await Promise.all(all);
}

async function writeAlone(url: string, writers: Writers, client: number): Promise<void> {
  const { journal, prefix, isOver } = writers;
  for (let number = 1; !isOver(); number += 1) {
    const write = nextWrite(writers, `${prefix}-klient${client}-${number}`, client);
    const sent = await send(url, write);
    if (sent.kind !== 'answered') {
      journal.underWay.push({ write, sent });
      return;
    }
    note(journal, write, sent.rows);
  }
}

function nextWrite({ ground, journal, random }: Writers, key: string, client: number): Write {
  const choice = random.below(8);
  if (choice === 0) return newLine(ground, key);
  if (choice < 3) return newPost(ground, key, random);
  if (choice < 5) return newMove(ground, key, random);
  // Every client has years of its own, so that it knows the version that it has to name.
  const year = ground.years[1] + client * 5 + random.below(5);
  const kind = random.pick<ForecastRowKind>(forecastRowKinds);
  const version = journal.versions.get(cellName({ year, kind })) ?? 0;
  return newFigure(ground, key, { cell: { year, kind }, version, random });
}
