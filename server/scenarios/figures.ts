import type { setForecastRow, setForecastSources } from '#contract/scenarios.ts';
import { checkForecastRow, isForecastYear } from '#domain/borgensutrymme.ts';
import { canComeAbout } from '#domain/forecast/figure-source.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { tkr, toPlain, zero } from '#domain/tkr.ts';
import { addedBy } from '../arende/ledger.ts';
import { arendeById } from '../arende/queries.ts';
import { appendAudit } from '../audit/queries.ts';
import { type Refusal, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import {
  figureAt,
  figuresOf,
  type NewFigure,
  type StoredFigure,
  scenarioById,
  updateScenarioRow,
  writeFigure,
} from './queries.ts';

/**
 * Sets one figure of a draft, or empties it; the version that was seen must still hold.
 *
 * Where nothing is said of how it comes about, it goes on as before: one that follows or is computed
 * does so again when it is emptied.
 */
export async function setFigure(
  context: WriteContext,
  { params, body, version }: Asked<typeof setForecastRow>,
): Promise<Outcome<typeof setForecastRow>> {
  const { scenarioId, year, kind } = params;
  const scenario = await scenarioById(context.trx, scenarioId);
  if (scenario === null) return refused({ code: 'scenario_not_found' });
  if (scenario.status === 'faststalld') return refused({ code: 'scenario_frozen' });
  if (!isForecastYear(scenario, kind, year)) {
    return refused({ code: 'forecast_year_outside_scenario' });
  }
  const before = await figureAt(context.trx, scenarioId, { year, kind });
  if ((before?.version ?? 0) !== version) {
    return stale(body, before);
  }
  const { amount, comment, source = before?.source ?? 'typed' } = body;
  const arendeId = source === 'linked' ? (body.arendeId ?? before?.arendeId ?? null) : null;
  const asked = { year, kind, source, amount, comment, arendeId };
  const written = await figureToWrite(context, asked, before);
  if (!written.ok) return written;
  await writeFigure(context, { ...written.value, scenarioId, version: version + 1 });
  const revised = { ...scenario, revision: scenario.revision + 1 };
  await updateScenarioRow(context, revised);
  const after = await figureAt(context.trx, scenarioId, { year, kind });
  if (after === null) throw new Error('The figure is gone inside its own transaction');
  await appendAudit(context, { action: 'setForecastRow', entityId: scenarioId, before, after });
  return accepted({ figure: after, scenario: revised });
}

/** Sets how several figures of a draft come about, all of them or none; the revision must still hold. */
export async function setSources(
  context: WriteContext,
  { params, body, version }: Asked<typeof setForecastSources>,
): Promise<Outcome<typeof setForecastSources>> {
  const { scenarioId } = params;
  const scenario = await scenarioById(context.trx, scenarioId);
  if (scenario === null) return refused({ code: 'scenario_not_found' });
  if (scenario.status === 'faststalld') return refused({ code: 'scenario_frozen' });
  if (scenario.revision !== version) return stale({ revision: version }, scenario);
  const known = await figuresOf(context.trx, [scenarioId]);
  const before: StoredFigure[] = [];
  const places = new Set<string>();
  for (const asked of body.figures) {
    const { year, kind } = asked;
    if (!isForecastYear(scenario, kind, year)) {
      return refused({ code: 'forecast_year_outside_scenario' });
    }
    if (places.has(`${year} ${kind}`)) return refused({ code: 'figure_given_twice' });
    places.add(`${year} ${kind}`);
    const seen = known.find((one) => one.year === year && one.kind === kind) ?? null;
    const written = await figureToWrite(context, asked, seen);
    if (!written.ok) return written;
    if (seen !== null) before.push(seen);
    const next = (seen?.version ?? 0) + 1;
    await writeFigure(context, { ...written.value, scenarioId, version: next });
  }
  const revised = { ...scenario, revision: version + 1 };
  await updateScenarioRow(context, revised);
  const figures = await figuresOf(context.trx, [scenarioId]);
  const after = figures.filter(({ year, kind }) => places.has(`${year} ${kind}`));
  await appendAudit(context, {
    action: 'setForecastSources',
    entityId: scenarioId,
    before: { figures: before },
    after: { figures: after },
  });
  return accepted({ figures, scenario: revised });
}

type AskedFigure = Pick<NewFigure, 'year' | 'kind' | 'source' | 'amount' | 'comment'> & {
  readonly arendeId: string | null;
};

// The figure as it is stored, with what its ärende gives now; a change that is none is let through.
async function figureToWrite(
  context: WriteContext,
  asked: AskedFigure,
  before: StoredFigure | null,
): Promise<Result<Omit<NewFigure, 'scenarioId' | 'version'>, Refusal>> {
  const { year, kind, source, amount, comment, arendeId } = asked;
  if (kind !== 'openingDebt' && amount !== null) {
    const refusal = checkForecastRow(kind, tkr(amount));
    if (refusal !== null) return refused({ code: refusal });
  }
  const isAsBefore = before?.source === source && before.arendeId === arendeId;
  if (!isAsBefore && !canComeAbout(asked)) return refused({ code: 'figure_source_unfit' });
  if (source !== 'typed' && amount !== null && comment === null) {
    const code =
      arendeId === null ? 'computed_figure_needs_comment' : 'linked_figure_needs_comment';
    return refused({ code });
  }
  if (isAsBefore || arendeId === null) {
    const linkedAmount = isAsBefore ? before.linkedAmount : null;
    return accepted({ year, kind, source, amount, comment, arendeId, linkedAmount });
  }
  if ((await arendeById(context.trx, arendeId)) === null) {
    return refused({ code: 'arende_not_found' });
  }
  const added = (await addedBy(context.trx, arendeId)).get(year) ?? zero;
  const linkedAmount = toPlain(added);
  return accepted({ year, kind, source, amount, comment, arendeId, linkedAmount });
}
