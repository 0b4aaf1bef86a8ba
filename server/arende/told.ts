import { lineEffects, yearEffect } from '#domain/arende-effect.ts';
import { effectiveAmount } from '#domain/arende-entries.ts';
import { judgeEntries } from '#domain/arende-judgement.ts';
import { type TextBlock, textBlocks } from '#domain/arende-terms.ts';
import { suggestTexts } from '#domain/arende-texts.ts';
import { allArticles } from '../behov/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';
import { type ArendeFigures, dayOf, lineNames, readFigures, yearsOf } from './facts.ts';
import { readEffect, type ScenarioEffect, toldHeadroom } from './forecast.ts';
import type { StoredArende } from './queries.ts';
import { documentsOf, type StoredText, textsOf, writeText } from './text-queries.ts';

/** A block as it is shown. */
export type ShownText = {
  readonly block: TextBlock;
  readonly body: string;
  readonly suggested: string;
  readonly isSuggested: boolean;
  readonly version: number;
  readonly changedAt: string | null;
  readonly changedBy: string | null;
};

/** Who decides, in the texts, until somebody has. */
const usualOrgan = 'Direktionen';

/** The blocks of the tjänsteskrivelse: what was written, and what the figures suggest. */
export async function readTexts(
  trx: OrganisationTransaction,
  figures: ArendeFigures,
  effect: ScenarioEffect | null,
): Promise<ShownText[]> {
  const { arendeId } = figures.arende;
  const suggested = await suggestionsFor(trx, figures, effect);
  const kept = await textsOf(trx, arendeId);
  return textBlocks.map((block) => {
    const found: StoredText | undefined = kept.find((text) => text.block === block);
    return {
      block,
      body: found?.body ?? suggested[block],
      suggested: suggested[block],
      isSuggested: found === undefined,
      version: found?.version ?? 0,
      changedAt: found?.changedAt ?? null,
      changedBy: found?.changedBy ?? null,
    };
  });
}

async function suggestionsFor(
  trx: OrganisationTransaction,
  figures: ArendeFigures,
  effect: ScenarioEffect | null,
) {
  const { arende, entries, changes, before, needs, ground, ledger } = figures;
  const nameOf = lineNames(figures);
  const judged = judgeEntries(entries, ground);
  const articles = new Map((await allArticles(trx)).map((one) => [one.articleId, one.name]));
  return suggestTexts({
    organ: usualOrgan,
    entries: entries.map((entry, index) => ({
      kind: entry.kind,
      lineName: nameOf(entry.lineId ?? entry.id),
      year: entry.year,
      fromYear: entry.fromYear,
      fromLineName: entry.fromLineId === null ? null : nameOf(entry.fromLineId),
      amount: effectiveAmount(entry),
      earlierAmount: ledger.posts.find(({ id }) => id === entry.correctsId)?.amount ?? null,
      unused: judged[index]?.figures.unused ?? null,
      reason: entry.reason,
    })),
    lines: lineEffects(changes, before).map(({ lineId, year, ...amounts }) => {
      const need = needs.find((one) => one.lineId === lineId && one.year === year);
      const items = (need?.items ?? []).map(({ articleId, volume }) => ({
        name: articles.get(articleId) ?? '',
        volume,
      }));
      return { lineName: nameOf(lineId), year, ...amounts, need: need?.need ?? null, items };
    }),
    years: yearsOf(entries).map((year) => yearEffect(changes, before, year)),
    headroom: arende.outcome === 'avslag' ? null : toldHeadroom(effect),
    documents: await documentsOf(trx, arende.arendeId),
  });
}

/**
 * Keeps the suggested blocks as they are: what an organ has had before it must not change when
 * figures do.
 */
export async function keepTexts(context: WriteContext, arende: StoredArende): Promise<void> {
  const { trx, now } = context;
  const figures = await readFigures(trx, arende, dayOf(now));
  const effect = await readEffect(trx, arende, figures.changes);
  for (const { block, body, isSuggested } of await readTexts(trx, figures, effect)) {
    if (!isSuggested) continue;
    await writeText(context, arende.arendeId, { block, body, version: arende.version + 1 });
  }
}
