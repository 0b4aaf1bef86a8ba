import { useState } from 'react';
import type { ForecastFigure } from '#contract/scenarios.ts';
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
  const [typed, setTyped] = useState(figure?.comment ?? '');
  const leave = (): void => {
    const comment = typed.trim() === '' ? null : typed.trim();
    const amount = figure?.amount ?? null;
    if (amount === null || comment === (figure?.comment ?? null)) return;
    editor.set({ ...place, amount, comment, typed: formatSwedish(tkr(amount)) });
  };
  return (
    <TextField
      label={texts.comment}
      description={texts.commentHelp}
      value={typed}
      maxLength={1000}
      onChange={setTyped}
      onBlur={leave}
    />
  );
}
