import { useState } from 'react';
import { type ForecastFigure, typedAmount } from '#contract/scenarios.ts';
import { tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import type { FigurePlace, ForecastEditor } from '../../lib/forecast-editor.ts';
import { useTexts } from '../../texts/language.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What the comment is about. */
export type CommentFieldProps = {
  readonly figure: ForecastFigure | undefined;
  readonly place: FigurePlace;
  readonly editor: ForecastEditor;
};

/** Why a typed figure is what it is; saved when the field is left. */
export function CommentField({ figure, place, editor }: CommentFieldProps) {
  const texts = useTexts().passport;
  const [text, setText] = useState(figure?.comment ?? '');
  const leave = (): void => {
    const comment = text.trim() === '' ? null : text.trim();
    const amount = figure?.amount ?? null;
    if (amount === null || comment === (figure?.comment ?? null)) return;
    const typed = formatSwedish(tkr(amount));
    editor.set({ ...place, amount: typedAmount(figure), comment, typed });
  };
  return (
    <TextField
      label={texts.comment}
      description={texts.commentHelp}
      value={text}
      maxLength={1000}
      onChange={setText}
      onBlur={leave}
    />
  );
}
