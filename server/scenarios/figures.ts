import type { setForecastRow } from '#contract/scenarios.ts';
import { checkForecastRow, isForecastYear } from '#domain/borgensutrymme.ts';
import { accepted, refused } from '#domain/result.ts';
import { tkr } from '#domain/tkr.ts';
import { appendAudit } from '../audit/queries.ts';
import { stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { figureAt, scenarioById, updateScenarioRow, writeFigure } from './queries.ts';

/** Sets one figure of a draft, or empties it; the version that was seen must still hold. */
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
  if (kind !== 'openingDebt' && body.amount !== null) {
    const refusal = checkForecastRow(kind, tkr(body.amount));
    if (refusal !== null) return refused({ code: refusal });
  }
  const isLinked = before?.source === 'linked';
  if (isLinked && body.amount !== null && body.comment === null) {
    return refused({ code: 'linked_figure_needs_comment' });
  }
  const written = {
    scenarioId,
    year,
    kind,
    source: isLinked ? ('linked' as const) : ('typed' as const),
    arendeId: before?.arendeId ?? null,
    linkedAmount: before?.linkedAmount ?? null,
    ...body,
    version: version + 1,
  };
  await writeFigure(context, written);
  const revised = { ...scenario, revision: scenario.revision + 1 };
  await updateScenarioRow(context, revised);
  const after = await figureAt(context.trx, scenarioId, { year, kind });
  if (after === null) throw new Error('The figure is gone inside its own transaction');
  await appendAudit(context, { action: 'setForecastRow', entityId: scenarioId, before, after });
  return accepted({ figure: after, scenario: revised });
}
