import { type ReactNode, useId } from 'react';
import './field.css';

/** What every field with a label shares. */
export type FieldTexts = {
  readonly label: ReactNode;
  /** Help that is always there. */
  readonly description?: ReactNode;
  /** What is wrong and what to do; the field is invalid while this is set. */
  readonly error?: ReactNode;
};

/** The attributes that tie a control to its label, its help and its error. */
export type FieldControl = {
  readonly id: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
};

/** A label above a control, help and error below it. */
export function Field(
  props: FieldTexts & { readonly children: (control: FieldControl) => ReactNode },
) {
  const { label, description, error, children } = props;
  const id = useId();
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const hasError = error !== undefined && error !== null && error !== '';
  const described = [hasError ? errorId : '', description === undefined ? '' : helpId];
  const describedBy = described.filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        ...(hasError ? { 'aria-invalid': true } : {}),
        ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
      })}
      {hasError ? (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      ) : null}
      {description === undefined ? null : (
        <p className="field-help" id={helpId}>
          {description}
        </p>
      )}
    </div>
  );
}
