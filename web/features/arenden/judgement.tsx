import { useState } from 'react';
import type { MarkSeverity } from '#domain/carry-over.ts';
import { shown } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { FigureSheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ArendeView, EntryView, MarkView } from './arende-view.ts';
import { entryDetail, entryName } from './entry-names.ts';
import { lacksReason } from './entry-rows.tsx';

/** What the judgement takes. */
export type JudgementProps = {
  readonly view: ArendeView;
  readonly mayEdit: boolean;
  readonly onReason: (entry: EntryView, reason: string) => void;
};

/** What the rules say of each entry, in sentences, with a field for the reason where one is asked for. */
export function Judgement({ view, mayEdit, onReason }: JudgementProps) {
  const texts = useTexts();
  const words = texts.arende;
  const told = view.entries.filter(
    (entry) => marksTold(entry, view).length > 0 || entry.reason !== null,
  );
  return (
    <FigureSheet title={words.judgement} detail={summaryOf(view, words)}>
      {told.length === 0 ? null : (
        <ul className="judgement">
          {told.map((entry) => (
            <li key={entry.entryId}>
              <h2>
                {entry.lineName}
                <small>{entryDetail(entry, view.answer.year, texts)}</small>
              </h2>
              {marksTold(entry, view).map((mark) => (
                <p key={mark.kind} className={`judgement-${toneOf(mark, entry, mayEdit)}`}>
                  <span>{labelOf(mark, entry, { mayEdit, words })}</span>{' '}
                  {sentenceOf(mark, entry, words)}
                </p>
              ))}
              <Reason entry={entry} view={view} mayEdit={mayEdit} onReason={onReason} />
            </li>
          ))}
        </ul>
      )}
    </FigureSheet>
  );
}

function Reason({
  entry,
  view,
  mayEdit,
  onReason,
}: JudgementProps & { readonly entry: EntryView }) {
  const texts = useTexts();
  const words = texts.arende;
  const isAsked = entry.marks.some(({ severity }) => severity === 'needsReason');
  // The text while it is written; the entry's own once it has been left.
  const [typed, setTyped] = useState<string | null>(null);
  if (!mayEdit || (!isAsked && entry.reason === null)) {
    if (entry.reason === null) return null;
    return (
      <p>
        <span className="judgement-label">{words.reasonShown}</span> {entry.reason}
      </p>
    );
  }
  return (
    <TextField
      label={words.reasonOf(entryName(entry, view.answer.year, texts))}
      value={typed ?? entry.reason ?? ''}
      rows={2}
      onChange={setTyped}
      onBlur={() => {
        if (typed !== null) onReason(entry, typed);
        setTyped(null);
      }}
      maxLength={2000}
      error={lacksReason(entry) && typed === null ? words.reasonMissing : undefined}
    />
  );
}

// What has moved beneath a decision is told above; the entries themselves can stop nothing more.
function marksTold({ marks }: EntryView, { answer }: ArendeView): MarkView[] {
  const isDecided = answer.status === 'beslutad';
  return marks.filter(({ severity }) => !isDecided || severity !== 'refused');
}

function toneOf({ severity }: MarkView, { reason }: EntryView, mayEdit: boolean): MarkSeverity {
  const isAnswered = severity === 'needsReason' && (reason !== null || !mayEdit);
  return isAnswered ? 'information' : severity;
}

function labelOf(
  { severity }: MarkView,
  { reason }: EntryView,
  { mayEdit, words }: { readonly mayEdit: boolean; readonly words: Texts['arende'] },
): string {
  if (severity !== 'needsReason') return words.severities[severity];
  if (reason !== null) return words.explained;
  return mayEdit ? words.severities.needsReason : words.deviates;
}

function summaryOf({ entries, answer }: ArendeView, words: Texts['arende']): string {
  if (answer.status === 'beslutad') return words.judgedDecided;
  const has = (severity: MarkSeverity): EntryView[] =>
    entries.filter(({ marks }) => marks.some((mark) => mark.severity === severity));
  const stopped = has('refused').length;
  if (stopped > 0) return words.judgedStopped(stopped);
  const unexplained = entries.filter(lacksReason).length;
  if (unexplained > 0) return words.judgedUnexplained(unexplained);
  return entries.length === 0 ? words.judgedEmpty : words.judgedFine;
}

/** What a mark says, in a sentence. */
export function sentenceOf(mark: MarkView, entry: EntryView, words: Texts['arende']): string {
  const by = mark.by === null ? '' : shown(mark.by);
  const limit = mark.limit === null ? '' : shown(mark.limit);
  const { lineName, fromYear, figures } = entry;
  const from = fromYear ?? entry.corrects?.otherYear ?? entry.year;
  const says = words.marks;
  switch (mark.kind) {
    case 'overUnused':
      return says.overUnused(by, from, shownOr(figures.left));
    case 'outcomeMissing':
      return says.outcomeMissing(lineName, from);
    case 'alreadyCorrected':
      return says.alreadyCorrected;
    case 'overNeed':
      return says.overNeed(by, shownOr(figures.budgetAfter), shownOr(figures.need));
    case 'underNeed':
      return says.underNeed(by, shownOr(figures.budgetAfter), shownOr(figures.need));
    case 'overDelegation':
      return says.overDelegation(by, limit);
    case 'lapses':
      return says.lapses(lineName);
    case 'noPolicy':
      return says.noPolicy(lineName);
    case 'belowZero':
      return says.belowZero(by);
  }
}

function shownOr(amount: EntryView['figures']['need']): string {
  return amount === null ? '–' : shown(amount);
}
