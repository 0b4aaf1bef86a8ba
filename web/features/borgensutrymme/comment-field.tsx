import { useState } from 'react';
import { useTexts } from '../../texts/language.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What the comment is about. */
export type CommentFieldProps = {
  readonly comment: string | null;
  readonly onSave: (comment: string | null) => void;
};

/** Why a typed figure is what it is; saved when the field is left. */
export function CommentField({ comment, onSave }: CommentFieldProps) {
  const texts = useTexts().passport;
  const [text, setText] = useState(comment ?? '');
  const leave = (): void => {
    const next = text.trim() === '' ? null : text.trim();
    if (next !== comment) onSave(next);
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
