import { addressOf, type Call, type Endpoint } from '#contract/endpoint.ts';
import { createBudgetpost, createInvestmentLine } from '#contract/investeringsbudget.ts';
import { setForecastRow } from '#contract/scenarios.ts';
import type { ForecastRowKind } from '#domain/borgensutrymme.ts';
import { fromOre, toPlain } from '#domain/tkr.ts';
import type { Ground } from './ground.ts';
import type { Random } from './random.ts';

/** One row that a write left, as the API gives it. */
export type StoredRow = object;

/** A write that can be sent, sent again, and found again. */
export type Write = {
  /** Its `Idempotency-Key`, also stored as the name or comment of what it writes. */
  readonly key: string;
  readonly endpoint: Endpoint;
  readonly address: string;
  readonly body: unknown;
  /** Who sends it. */
  readonly token: string;
  /** For a figure: its place, and the version of it that `If-Match` names. */
  readonly seen: SeenFigure | null;
  /** How many rows it leaves, and how many rows of the log: all of them or none. */
  readonly rows: number;
  readonly logRows: number;
  /** The rows in an answer. */
  readonly rowsIn: (answer: unknown) => readonly StoredRow[];
};

/** A figure's place in the scenario. */
export type Cell = { readonly year: number; readonly kind: ForecastRowKind };

/** A figure as somebody saw it; version 0 is one that was never written. */
export type SeenFigure = { readonly cell: Cell; readonly version: number };

/** A new line. */
export function newLine({ organisationId, token }: Ground, key: string): Write {
  return {
    key,
    token,
    ...asked(createInvestmentLine, { params: { organisationId }, body: { name: key } }),
    ...{ seen: null, rows: 1, logRows: 1 },
    rowsIn: (answer) => [createInvestmentLine.answer.parse(answer)],
  };
}

/** A single entry, sometimes with a decision of its own: then three tables hold one write. */
export function newPost(ground: Ground, key: string, random: Random): Write {
  const isDecided = random.below(3) === 0;
  const decision = isDecided
    ? { beslut: { title: key, organ: 'Direktionen', date: '2025-03-27' } }
    : { beslutId: ground.beslutId };
  const post = { kind: random.pick(['ursprunglig', 'tillaggsaskande'] as const), fromYear: null };
  return entry(
    ground,
    { key, rows: 1, logRows: isDecided ? 2 : 1 },
    {
      ...{ ...post, ...decision, year: random.pick(ground.years), amount: anAmount(random) },
    },
  );
}

/** An återbudgetering: two entries that sum to zero, never one of them. */
export function newMove(ground: Ground, key: string, random: Random): Write {
  const [fromYear, year] = ground.years;
  const { beslutId } = ground;
  const move = { kind: 'aterbudgetering', year, fromYear, beslutId } as const;
  return entry(ground, { key, rows: 2, logRows: 2 }, { ...move, amount: anAmount(random) });
}

type Size = Pick<Write, 'key' | 'rows' | 'logRows'>;
type Entry = Omit<NonNullable<Call<typeof createBudgetpost>['body']>, 'lineId'>;

function entry({ organisationId, lineId, token }: Ground, size: Size, body: Entry): Write {
  const call = { params: { organisationId }, body: { ...body, lineId, comment: size.key } };
  return {
    ...size,
    token,
    ...asked(createBudgetpost, call),
    seen: null,
    rowsIn: (answer) => createBudgetpost.answer.parse(answer).budgetposts,
  };
}

/** A figure in place of the version that was seen. */
export function newFigure(ground: Ground, key: string, figure: NewFigure): Write {
  const { organisationId, scenarioId, token } = ground;
  const { random, ...seen } = figure;
  const { cell } = seen;
  const params = { organisationId, scenarioId, year: `${cell.year}`, kind: cell.kind };
  const amount = cell.kind === 'amortisation' ? `-${anAmount(random)}` : anAmount(random);
  return {
    key,
    token,
    ...asked(setForecastRow, { params, body: { amount, comment: key } }),
    ...{ seen, rows: 1, logRows: 1 },
    rowsIn: (answer) => [setForecastRow.answer.parse(answer).figure],
  };
}

type NewFigure = SeenFigure & { readonly random: Random };

function asked<E extends Endpoint>(endpoint: E, call: Call<E>) {
  return { endpoint, address: addressOf(endpoint, call), body: call.body };
}

function anAmount(random: Random): string {
  return toPlain(fromOre(BigInt(1 + random.below(1_000_000_000))));
}
