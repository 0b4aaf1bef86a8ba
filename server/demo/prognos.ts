import { tkr } from '#domain/tkr.ts';
import { writeAssumption } from '../assumptions/queries.ts';
import { insertShareKey } from '../borgen/key-queries.ts';
import { newId } from '../ids.ts';
import { allLines, insertBeslut, insertPosts } from '../investeringsbudget/queries.ts';
import { insertCurve, writePoints } from '../loans/curve-queries.ts';
import { insertLoans } from '../loans/queries.ts';
import { allMembers } from '../organisations/queries.ts';
import type { WriteContext } from '../plugins/context.ts';
import { allScenarios, insertScenario, writeFigure } from '../scenarios/queries.ts';
import type { DemoPrognos } from './prognos-case.ts';

type Ids = ReadonlyMap<string, string>;

/** Adds to the demo what a forecast is computed from, and a scenario that is. */
export async function writePrognos(context: WriteContext, demo: DemoPrognos): Promise<void> {
  const lines = await allLines(context.trx);
  const lineIds = new Map(lines.map(({ name, lineId }) => [name, lineId]));
  await writePlan(context, demo, lineIds);
  await writeLoans(context, demo);
  await writeShareKey(context, demo);
  await writeAssumptions(context, demo, lineIds);
  await writeScenario(context, demo);
}

async function writePlan(
  context: WriteContext,
  { beslut, budgetposts }: DemoPrognos,
  lineIds: Ids,
): Promise<void> {
  const beslutId = newId();
  await insertBeslut(context, { beslutId, ...beslut });
  const moves = { otherYear: null, otherLineId: null, pairId: null, replacesId: null };
  const posts = budgetposts.map(({ line, year, amount }) => ({
    ...moves,
    id: newId(),
    lineId: found(lineIds, line),
    year,
    kind: 'ursprunglig' as const,
    amount: tkr(amount),
    beslutId,
    comment: null,
  }));
  await insertPosts(context, posts);
}

async function writeLoans(context: WriteContext, { curves, loans }: DemoPrognos): Promise<void> {
  const curveIds = new Map<string, string>();
  for (const { name, points } of curves) {
    const curveId = newId();
    curveIds.set(name, curveId);
    await insertCurve(context, { curveId, name });
    const source = 'Påhittat, för demon.';
    await writePoints(
      context,
      curveId,
      points.map((point) => ({ ...point, source })),
    );
  }
  const written = loans.map(({ ratePeriods, ...terms }) => ({
    ...terms,
    loanId: newId(),
    comment: 'Påhittat, för demon.',
    ratePeriods: ratePeriods.map((period) => {
      if (period.type === 'fixed') return period;
      const { curve, ...rest } = period;
      return { ...rest, curveId: found(curveIds, curve) };
    }),
  }));
  await insertLoans(context, written);
}

async function writeShareKey(context: WriteContext, { shareKey }: DemoPrognos): Promise<void> {
  const members = await allMembers(context.trx);
  const memberIds = new Map(members.map(({ name, memberId }) => [name, memberId]));
  const parts = shareKey.parts.map(({ member, weight }) => ({
    memberId: found(memberIds, member),
    weight,
  }));
  await insertShareKey(context, { ...shareKey, keyId: newId(), parts, version: 1 });
}

async function writeAssumptions(
  context: WriteContext,
  { assumptions }: DemoPrognos,
  lineIds: Ids,
): Promise<void> {
  for (const { line, ...one } of assumptions) {
    await writeAssumption(context, {
      ...one,
      assumptionId: newId(),
      scenarioId: null,
      lineId: line === null ? null : found(lineIds, line),
      lastMonth: null,
      version: 1,
    });
  }
}

async function writeScenario(
  context: WriteContext,
  { scenario: { rows, ...scenario } }: DemoPrognos,
): Promise<void> {
  const scenarioId = newId();
  const { length: position } = await allScenarios(context.trx);
  await insertScenario(context, {
    ...scenario,
    scenarioId,
    position,
    status: 'utkast',
    parentId: null,
    isPrivate: false,
    frozenAt: null,
    frozenBy: null,
    version: 1,
    revision: 1,
  });
  const opening = {
    year: scenario.openingYear,
    kind: 'openingDebt' as const,
    source: 'computed' as const,
    amount: null,
    comment: null,
  };
  for (const figure of [opening, ...rows]) {
    await writeFigure(context, { ...figure, scenarioId, version: 1 });
  }
}

function found(ids: Ids, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo names something that it does not hold: ${name}`);
  return id;
}
