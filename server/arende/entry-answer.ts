import type { ArendeEntryAnswer } from '#contract/arende-answer.ts';
import {
  type EntryFigures,
  type EntryMark,
  judgeEntries,
  severityOfEntryMark,
} from '#domain/arende-judgement.ts';
import { type Tkr, toPlain } from '#domain/tkr.ts';
import { type ArendeFigures, lineNames } from './facts.ts';

/** The entries of an ärende with what the rules say of each, and what they became. */
export function toEntryAnswers(figures: ArendeFigures): ArendeEntryAnswer[] {
  const { entries, ground, ledger } = figures;
  const nameOf = lineNames(figures);
  const judged = judgeEntries(entries, ground);
  return entries.map((entry, index) => {
    const { id, correctsId } = entry;
    const judgement = judged[index];
    if (judgement === undefined) throw new Error('Every entry is judged');
    const corrected = ledger.posts.find((post) => post.id === correctsId);
    return {
      entryId: id,
      position: entry.position,
      kind: entry.kind,
      lineId: entry.lineId,
      lineName: nameOf(entry.lineId ?? id),
      newLineName: entry.newLineName,
      year: entry.year,
      fromYear: entry.fromYear,
      fromLineId: entry.fromLineId,
      fromLineName: entry.fromLineId === null ? null : nameOf(entry.fromLineId),
      corrects:
        corrected === undefined
          ? null
          : {
              budgetpostId: corrected.id,
              lineId: corrected.lineId,
              year: corrected.year,
              kind: corrected.kind,
              amount: toPlain(corrected.amount),
              otherYear: corrected.otherYear,
              otherLineId: corrected.otherLineId,
            },
      amount: toPlain(entry.amount),
      decidedAmount: plainOrNull(entry.decidedAmount),
      adds: toPlain(judgement.adds),
      reason: entry.reason,
      marks: judgement.marks.map(toMark),
      figures: toFigures(judgement.figures),
      budgetpostIds: ledger.arendePosts
        .filter(({ entryId }) => entryId === id)
        .map(({ budgetpostId }) => budgetpostId),
      createdBy: entry.createdBy,
    };
  });
}

function toMark(mark: EntryMark): ArendeEntryAnswer['marks'][number] {
  return {
    kind: mark.kind,
    severity: severityOfEntryMark(mark),
    by: 'by' in mark ? toPlain(mark.by) : null,
    limit: 'limit' in mark ? toPlain(mark.limit) : null,
  };
}

function toFigures(figures: EntryFigures): ArendeEntryAnswer['figures'] {
  return {
    unused: plainOrNull(figures.unused),
    left: plainOrNull(figures.left),
    need: plainOrNull(figures.need),
    budgetBefore: toPlain(figures.budgetBefore),
    budgetAfter: toPlain(figures.budgetAfter),
    gap: plainOrNull(figures.gap),
    overNeed: plainOrNull(figures.overNeed),
  };
}

function plainOrNull(amount: Tkr | null): string | null {
  return amount === null ? null : toPlain(amount);
}
