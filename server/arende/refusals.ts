import { type EntryMark, severityOfEntryMark } from '#domain/arende-judgement.ts';
import type { Refusal } from '../plugins/context.ts';

/** The refusal of the first mark that stops an entry; null where none does. */
export function refusalOfMarks(marks: readonly EntryMark[]): Refusal | null {
  const stopping = marks.find((mark) => severityOfEntryMark(mark) === 'refused');
  if (stopping === undefined) return null;
  if (stopping.kind === 'outcomeMissing') return { code: 'arende_outcome_missing' };
  if (stopping.kind === 'alreadyCorrected') return { code: 'budgetpost_already_corrected' };
  return { code: 'arende_over_unused' };
}
