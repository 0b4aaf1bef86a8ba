import { Field, type FieldTexts } from './field.tsx';
import './select-field.css';

/** One thing to choose. */
export type SelectOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean;
};

/** What a choice from a list takes. */
export type SelectFieldProps<Value extends string> = FieldTexts & {
  readonly value: Value | '';
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  /** Shown while nothing is chosen: "Välj år". */
  readonly placeholder?: string;
  readonly name?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
};

/** The browser's own list: known to every screen reader, and a wheel or a sheet on a phone. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, description, error, value, options, onChange, placeholder, ...rest } = props;
  const { isRequired = false, isDisabled = false, ...plain } = rest;
  return (
    <Field label={label} description={description} error={error}>
      {(control) => (
        <span className="select-box">
          <select
            {...control}
            {...plain}
            className="field-input select-input"
            value={value}
            aria-required={isRequired}
            disabled={isDisabled}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value);
              if (chosen !== undefined) onChange(chosen.value);
            }}
          >
            {placeholder === undefined ? null : (
              <option value="" disabled>
                {placeholder}
              </option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.isDisabled ?? false}>
                {option.label}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  );
}
