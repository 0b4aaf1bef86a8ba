import type { EntryKind } from '#domain/arende-terms.ts';
import { toPlain } from '#domain/tkr.ts';
import type { EntryView } from './arende-view.ts';

/** What an entry is made from; `amount` in plain form, Tkr. */
export type NewEntry = {
  readonly kind: EntryKind;
  readonly lineId: string | null;
  readonly newLineName: string | null;
  readonly year: number;
  readonly fromYear: number | null;
  readonly fromLineId: string | null;
  readonly correctsId: string | null;
  readonly amount: string;
  readonly reason: string | null;
};

/** An entry as it would be made again. */
export function toNewEntry(entry: EntryView): NewEntry {
  const { kind, lineId, newLineName, year, fromYear, fromLineId, corrects, amount, reason } = entry;
  return {
    kind,
    lineId: kind === 'newLine' ? null : lineId,
    newLineName,
    year,
    fromYear: corrects === null ? fromYear : null,
    fromLineId: corrects === null ? fromLineId : null,
    correctsId: corrects?.budgetpostId ?? null,
    amount: toPlain(amount),
    reason,
  };
}
