import { type ReactNode, useEffect, useRef } from 'react';
import type { FormState } from '../lib/form.ts';
import { useTexts } from '../texts/language.tsx';
import { FormDialog, type FormDialogProps } from './form-dialog.tsx';
import { Notice } from './notice.tsx';
import './edit-dialog.css';

/** What the window takes. */
export type EditDialogProps = FormDialogProps & {
  readonly form: FormState;
  /** Stands in place of the refusal, where there is more to do about it than to read it. */
  readonly instead?: ReactNode;
};

/**
 * A window with a form that is judged when it is sent: what is wrong stands above the fields and
 * beside them, and the first field that is wrong has the focus.
 */
export function EditDialog({ form, instead, children, onSubmit, ...rest }: EditDialogProps) {
  const { front } = useTexts();
  const { problems } = form;
  const top = useRef<HTMLDivElement>(null);
  const { error } = rest;
  useEffect(() => {
    if (error !== null) focusFirstProblem(top.current);
  }, [error]);
  return (
    <FormDialog
      {...rest}
      error={problems.length > 0 || instead !== undefined ? null : error}
      onSubmit={() => {
        onSubmit();
        // The fields know what is wrong with them once they are drawn anew.
        requestAnimationFrame(() => focusFirstProblem(top.current));
      }}
    >
      <div ref={top} className="edit-problems" hidden={problems.length === 0}>
        {problems.length === 0 ? null : (
          <Notice tone="warn" heading={front.problems(problems.length)}>
            {problems.map(({ name, label, message }) => (
              <p key={name}>
                {label}: {message}
              </p>
            ))}
          </Notice>
        )}
      </div>
      {children}
      {instead}
    </FormDialog>
  );
}

function focusFirstProblem(inside: HTMLElement | null): void {
  inside?.closest('form')?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
}

/** An empty field is nothing at all, and not a text without characters. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
