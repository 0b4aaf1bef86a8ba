import { type ScenarioAnswer, typedAmount } from '#contract/scenarios.ts';
import { toPlain, zero } from '#domain/tkr.ts';
import { addedBy } from '../arende/ledger.ts';
import { appendAudit } from '../audit/queries.ts';
import type { WriteContext } from '../plugins/context.ts';
import { figuresOf, insertScenario, type NewFigure, writeFigure } from './queries.ts';

/** A figure of a draft that is about to begin. */
export type DraftFigure = Omit<NewFigure, 'scenarioId' | 'version'>;

/** True for a name that another scenario has, whatever its case. */
export function isTaken(scenarios: readonly ScenarioAnswer[], name: string): boolean {
  const same = new Intl.Collator('sv', { sensitivity: 'accent' });
  return scenarios.some((scenario) => same.compare(scenario.name, name) === 0);
}

/**
 * The figures of a scenario as a copy of it has them, without empty ones.
 *
 * One that follows an ärende goes on following it, also where the copied one was frozen: the copy
 * has what the ärende gives now.
 */
export async function copiedFigures(
  { trx }: WriteContext,
  scenarioId: string,
): Promise<DraftFigure[]> {
  const figures = await figuresOf(trx, [scenarioId]);
  const copied: DraftFigure[] = [];
  for (const figure of figures) {
    if (figure.source === 'typed' && figure.amount === null) continue;
    const { year, kind, source, comment, arendeId } = figure;
    const added = arendeId === null ? null : await addedBy(trx, arendeId);
    const linkedAmount = added === null ? null : toPlain(added.get(year) ?? zero);
    const amount = typedAmount(figure);
    copied.push({ year, kind, source, amount, comment, arendeId, linkedAmount });
  }
  return copied;
}

/** Writes a new draft with its figures, and its row in the log. */
export async function writeDraft(
  context: WriteContext,
  scenario: ScenarioAnswer,
  content: { readonly copyFrom: string | null; readonly figures: readonly DraftFigure[] },
): Promise<void> {
  const { scenarioId } = scenario;
  await insertScenario(context, scenario);
  for (const figure of content.figures) {
    await writeFigure(context, { ...figure, scenarioId, version: 1 });
  }
  const after = { ...scenario, ...content };
  const event = { action: 'createScenario', entityId: scenarioId, before: null, after };
  await appendAudit(context, event);
}
