import { useState } from 'react';
import { useFailureText } from '../../lib/failure-text.ts';
import { useTexts } from '../../texts/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { orNull } from '../../ui/edit-dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ItemView } from './behov.ts';
import { useItemAction } from './behov-actions.ts';

/** What a window about an item takes. */
export type ItemDialogProps = {
  readonly year: number;
  readonly item: ItemView;
  readonly onClose: () => void;
};

/** Asks before a need is taken away. */
export function RemoveItemDialog({ year, item, onClose }: ItemDialogProps) {
  const { behov: words, common } = useTexts();
  const action = useItemAction(year);
  const failure = useFailureText(action.error);
  return (
    <ConfirmDialog
      isOpen
      title={words.removeTitle(item.article.name)}
      confirmLabel={words.removeConfirm}
      cancelLabel={common.cancel}
      look="danger"
      isPending={action.isPending}
      onConfirm={() => action.mutate({ kind: 'remove', behovId: item.id }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{words.removeBody}</p>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {failure}
        </Notice>
      )}
    </ConfirmDialog>
  );
}

/** Asks what is to be said about a need. */
export function CommentDialog({ year, item, onClose }: ItemDialogProps) {
  const { behov: words, common } = useTexts();
  const action = useItemAction(year);
  const [comment, setComment] = useState(item.comment ?? '');
  return (
    <FormDialog
      title={words.commentTitle(item.article.name)}
      submitLabel={common.save}
      error={action.error}
      isPending={action.isPending}
      onSubmit={() =>
        action.mutate(
          { kind: 'comment', behovId: item.id, comment: orNull(comment) },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <TextField
        label={words.commentField}
        value={comment}
        onChange={setComment}
        maxLength={1000}
        autoFocus
      />
    </FormDialog>
  );
}
