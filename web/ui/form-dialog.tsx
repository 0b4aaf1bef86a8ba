import { type FormEvent, type ReactNode, useId } from 'react';
import { useFailureText } from '../lib/failure-text.ts';
import { useTexts } from '../texts/language.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';

/** What a dialog with a form takes. */
export type FormDialogProps = {
  readonly title: string;
  readonly submitLabel: string;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** Wide where the fields stand side by side. */
  readonly size?: 'narrow' | 'wide';
  readonly children: ReactNode;
};

/** A window with a form: Enter sends it, and a refusal is shown in it with everything typed kept. */
export function FormDialog(props: FormDialogProps) {
  const texts = useTexts();
  const form = useId();
  const failure = useFailureText(props.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!props.isPending) props.onSubmit();
  };
  return (
    <Dialog
      isOpen
      title={props.title}
      closeLabel={texts.common.close}
      onClose={props.onClose}
      size={props.size ?? 'narrow'}
      actions={
        <Button look="primary" type="submit" form={form} isPending={props.isPending}>
          {props.submitLabel}
        </Button>
      }
    >
      <form id={form} className="form-stack" onSubmit={submit} noValidate>
        {props.children}
        {failure === undefined ? null : (
          <Notice tone="warn" heading={texts.common.refusedTitle}>
            {failure}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
