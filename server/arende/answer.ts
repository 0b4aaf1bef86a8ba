import type { ArendeAnswer, ArendeSummary } from '#contract/arende-answer.ts';
import type { Beslut } from '#contract/beslut.ts';
import { budgetRows, lineEffects, yearEffect } from '#domain/arende-effect.ts';
import { addedByYear, type EntryChange } from '#domain/arende-entries.ts';
import { valueOf } from '#domain/behov.ts';
import { budgetpostKinds } from '#domain/budgetpost.ts';
import type { MovedPost } from '#domain/moved-basis.ts';
import { toPlain, zero } from '#domain/tkr.ts';
import { toPlainVolume } from '#domain/volume.ts';
import { allArticles } from '../behov/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allBeslut } from '../investeringsbudget/queries.ts';
import { followersOf } from '../scenarios/followers.ts';
import { toEntryAnswers } from './entry-answer.ts';
import { type ArendeFigures, lineNames, readFigures, yearsOf } from './facts.ts';
import { readEffect, toEffectAnswer } from './forecast.ts';
import { addedChanges } from './ledger.ts';
import { movedByArende, toMovedAnswer } from './moved.ts';
import type { StoredArende, StoredDecision } from './queries.ts';
import { documentsOf } from './text-queries.ts';
import { readTexts } from './told.ts';

/** All of an ärende, as it stands on a day (`YYYY-MM-DD`). */
export async function toArendeAnswer(
  trx: OrganisationTransaction,
  arende: StoredArende,
  today: string,
): Promise<ArendeAnswer> {
  const figures = await readFigures(trx, arende, today);
  const { entries, decisions, ledger, before } = figures;
  const changes = addedChanges(arende, entries, before);
  const beslut = await allBeslut(trx);
  const effect = await readEffect(trx, arende, figures.changes);
  const moved = (await movedByArende(trx, ledger)).get(arende.arendeId) ?? [];
  const summary = await toSummary(trx, { arende, changes, decisions, beslut, moved });
  return {
    ...summary,
    entryCount: entries.length,
    baseScenarioId: arende.baseScenarioId,
    entries: toEntryAnswers(figures),
    lines: await linesOf(trx, figures),
    budget: budgetTables(figures),
    forecast: effect === null ? null : toEffectAnswer(effect),
    texts: await readTexts(trx, figures, effect),
    documents: await documentsOf(trx, arende.arendeId),
    decisions: decisions.map(({ step, outcome, how, protocol, ...decision }) => ({
      step,
      outcome,
      how,
      protocol,
      beslut: found(beslut, decision.beslutId),
      createdAt: decision.createdAt.toISOString(),
      createdBy: decision.createdBy,
    })),
    followedBy: await followersOf(trx, arende.arendeId),
  };
}

/** What a list tells of an ärende, but for how many entries it has. */
export async function toSummary(
  trx: OrganisationTransaction,
  told: {
    readonly arende: StoredArende;
    readonly changes: readonly EntryChange[];
    readonly decisions: readonly StoredDecision[];
    readonly beslut: readonly Beslut[];
    readonly moved: readonly MovedPost[];
  },
): Promise<Omit<ArendeSummary, 'entryCount'>> {
  const { baseScenarioId: _, ...arende } = told.arende;
  const latest = told.decisions.findLast(({ arendeId }) => arendeId === arende.arendeId);
  return {
    ...arende,
    total: toPlain(addedByYear(told.changes).get(arende.year) ?? zero),
    latestBeslut:
      latest === undefined
        ? null
        : {
            outcome: latest.outcome,
            how: latest.how,
            beslut: found(told.beslut, latest.beslutId),
          },
    movedBasis: await toMovedAnswer(trx, told.moved),
  };
}

function found(beslut: readonly Beslut[], beslutId: string): Beslut {
  const one = beslut.find((candidate) => candidate.beslutId === beslutId);
  if (one === undefined) throw new Error('An ärende names a decision that is not there');
  return one;
}

async function linesOf(
  trx: OrganisationTransaction,
  figures: ArendeFigures,
): Promise<ArendeAnswer['lines']> {
  const nameOf = lineNames(figures);
  const known = new Set(figures.lines.map(({ lineId }) => lineId));
  const articles = new Map((await allArticles(trx)).map((one) => [one.articleId, one]));
  return lineEffects(figures.changes, figures.before).map(({ lineId, year, before, after }) => {
    const need = figures.needs.find((one) => one.lineId === lineId && one.year === year);
    return {
      lineId: known.has(lineId) ? lineId : null,
      lineName: nameOf(lineId),
      year,
      before: toPlain(before),
      after: toPlain(after),
      need: need === undefined ? null : toPlain(need.need),
      needItems: (need?.items ?? []).map((item) => ({
        name: articles.get(item.articleId)?.name ?? '',
        unit: articles.get(item.articleId)?.unit ?? '',
        volume: toPlainVolume(item.volume),
        price: toPlain(item.unitPrice),
        value: toPlain(valueOf(item)),
      })),
    };
  });
}

function budgetTables(figures: ArendeFigures): ArendeAnswer['budget'] {
  const { entries, changes, before: posts, lines } = figures;
  const nameOf = lineNames(figures);
  const placeOf = new Map(lines.map(({ lineId }, place) => [lineId, place]));
  return yearsOf(entries).map((year) => {
    const { before, added, after } = yearEffect(changes, posts, year);
    const place = (lineId: string): number => placeOf.get(lineId) ?? lines.length;
    const rows = budgetRows(changes, posts, year).toSorted(
      (left, right) =>
        place(left.lineId) - place(right.lineId) ||
        budgetpostKinds.indexOf(left.kind) - budgetpostKinds.indexOf(right.kind),
    );
    return {
      year,
      before: toPlain(before),
      added: toPlain(added),
      after: toPlain(after),
      rows: rows.map(({ lineId, amount, ...row }) => ({
        ...row,
        lineId: placeOf.has(lineId) ? lineId : null,
        lineName: nameOf(lineId),
        amount: toPlain(amount),
      })),
    };
  });
}
