import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type AssumptionVersion, listAssumptionHistory } from '#contract/assumption-history.ts';
import { type AssumptionAnswer, hasValue } from '#contract/assumptions.ts';
import { callApi } from '../../lib/api.ts';
import { shownMoment } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { valueOf } from './term-rows.ts';
import { shownTerm } from './term-text.ts';
import type { HeldTerm, TermKind, TermPlace, TermsView } from './terms.ts';
import type { TermEdits } from './use-term-edits.ts';

/** What is told of a term. */
export type TermSheetProps = {
  readonly view: TermsView;
  readonly place: TermPlace | null;
  readonly edits: TermEdits;
  readonly mayEdit: boolean;
};

/** What holds in the cell one stands in, who said it and when, and what was said before. */
export function TermSheet({ view, place, edits, mayEdit }: TermSheetProps) {
  const texts = useTexts();
  const words = texts.villkor;
  if (place === null) {
    return (
      <FigureSheet title={words.sheetTitle} detail={words.sheetHint}>
        {null}
      </FigureSheet>
    );
  }
  const held = view.held(place);
  const value = valueOf(place.kind, held);
  const { said } = held;
  return (
    <FigureSheet title={words.sheetTitle} detail={edits.nameOf(place)}>
      <p className="big-figure">
        {value === null
          ? texts.common.missing
          : words.inWords[place.kind](shownTerm(place.kind, value, texts))}
      </p>
      <p className="small">{sourceSentence(held, place, view)}</p>
      {said === null ? null : <Said said={said} />}
      {held.source === 'own' && said !== null && mayEdit ? (
        <CommentField
          key={`${said.assumptionId} ${said.comment ?? ''}`}
          comment={said.comment}
          onComment={(text) => edits.comment(place, text)}
        />
      ) : null}
      {said === null || said.version < 2 ? null : <History said={said} kind={place.kind} />}
    </FigureSheet>
  );

  function sourceSentence(
    { source, said: by }: HeldTerm,
    { kind, year }: TermPlace,
    { lines }: TermsView,
  ) {
    const since = by?.from === undefined || by.from === null ? null : by.from.slice(0, 4);
    const line = lines.find(({ lineId }) => lineId === by?.lineId)?.name ?? words.allLines;
    if (source === 'missing') return words.missing[kind === 'loanShare' ? 'loanShare' : 'life'];
    if (source === 'standard') return words.standard;
    if (source === 'own') return words.saidHere(year);
    return words.saidElsewhere(line, since);
  }
}

function Said({ said }: { readonly said: AssumptionAnswer }) {
  const { villkor: words, passport } = useTexts();
  return (
    <dl className="facts">
      <dt>{passport.typed}</dt>
      <dd>{[said.changedBy, shownMoment(said.changedAt)].filter(Boolean).join(', ')}</dd>
      {said.comment === null ? null : (
        <>
          <dt>{words.comment}</dt>
          <dd>{said.comment}</dd>
        </>
      )}
    </dl>
  );
}

type CommentFieldProps = {
  readonly comment: string | null;
  readonly onComment: (comment: string | null) => void;
};

/** Why the term is what it is; saved when the field is left. */
function CommentField({ comment, onComment }: CommentFieldProps) {
  const { villkor: words } = useTexts();
  const [text, setText] = useState(comment ?? '');
  return (
    <TextField
      label={words.comment}
      description={words.commentHelp}
      value={text}
      maxLength={1000}
      onChange={setText}
      onBlur={() => onComment(text.trim() === '' ? null : text.trim())}
    />
  );
}

type HistoryProps = { readonly said: AssumptionAnswer; readonly kind: TermKind };

// A version of its own in the key: another change brings another history.
function History({ said, kind }: HistoryProps) {
  const texts = useTexts();
  const { organisationId } = useOrganisation();
  const { assumptionId, version } = said;
  const { data } = useQuery({
    queryKey: ['assumption history', organisationId, assumptionId, version],
    queryFn: () => callApi(listAssumptionHistory, { params: { organisationId, assumptionId } }),
  });
  const before = data?.versions.slice(1) ?? [];
  if (before.length === 0) return null;
  return (
    <>
      <h3 className="villkor-before">{texts.villkor.before}</h3>
      <ol className="villkor-history">
        {before.map((one) => (
          <li key={one.version}>
            <b>{hasValue(one) ? shownTerm(kind, one, texts) : texts.villkor.emptied}</b>
            <small>{whoAndWhen(one)}</small>
            {one.comment === null ? null : <small>{one.comment}</small>}
          </li>
        ))}
      </ol>
    </>
  );
}

function whoAndWhen({ changedBy, changedAt }: AssumptionVersion): string {
  return [changedBy, shownMoment(changedAt)].filter(Boolean).join(', ');
}
