import type { HTMLInputAutoCompleteAttribute, Ref } from 'react';
import { Field, type FieldTexts } from './field.tsx';

/** What a text field takes. */
export type TextFieldProps = FieldTexts & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'search' | 'url';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email';
  /** More than one makes it a text area. */
  readonly rows?: number;
  readonly name?: string;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly maxLength?: number;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
};

/** A field for words, dates and passwords. Amounts have `AmountInput`. */
export function TextField(props: TextFieldProps) {
  const { label, description, error, value, onChange, rows = 1, ref, ...rest } = props;
  const { isRequired = false, isDisabled = false, isReadOnly = false, type, ...plain } = rest;
  const shared = {
    ...plain,
    className: 'field-input',
    value,
    // The browser's own bubbles speak another voice; the error below the field speaks ours.
    'aria-required': isRequired,
    disabled: isDisabled,
    readOnly: isReadOnly,
  };
  return (
    <Field label={label} description={description} error={error}>
      {(control) =>
        rows > 1 ? (
          <textarea
            {...control}
            {...shared}
            rows={rows}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            {...control}
            {...shared}
            ref={ref}
            type={type ?? 'text'}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
