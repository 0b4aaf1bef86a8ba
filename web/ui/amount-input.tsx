import { type FocusEvent, type Ref, useState } from 'react';
import type { Result } from '#domain/result.ts';
import type { AmountProblem, Tkr } from '#domain/tkr.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';
import { Field, type FieldTexts } from './field.tsx';
import { ungrouped } from './ungrouped.ts';

/** What an amount field takes. */
export type AmountInputProps = FieldTexts & {
  /** The text as typed. The page keeps it, so that nothing typed is ever lost. */
  readonly value: string;
  /** The text, and what it means as an amount in Tkr. */
  readonly onChange: (text: string, amount: Result<Tkr, AmountProblem>) => void;
  /** The sentence for a text that is not an amount. */
  readonly problemText: (problem: AmountProblem) => string;
  /** Whether an empty field is a problem. */
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly name?: string;
  readonly ref?: Ref<HTMLInputElement>;
};

/**
 * A field for an amount in Tkr, as a person writes it.
 *
 * Reformats when left, never while typing; while it has the focus there are no thousands marks. A text that is not an amount stays as typed, with the
 * reason below it; the page's own `error` comes first.
 */
export function AmountInput(props: AmountInputProps) {
  const { label, description, error, value, onChange, problemText, isRequired = false } = props;
  const [wasLeft, setWasLeft] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const parsed = parseSwedish(value);
  // A lone minus on the way to −500 is no mistake, so nothing is said before the field is left.
  const isProblem = wasLeft && !parsed.ok && (isRequired || parsed.refusal !== 'amount_empty');
  const shownError = error ?? (isProblem && !parsed.ok ? problemText(parsed.refusal) : undefined);

  function enter({ currentTarget: field }: FocusEvent<HTMLInputElement>) {
    const isAllSelected = field.selectionEnd === field.value.length && field.selectionStart === 0;
    setHasFocus(true);
    // Taking the marks out moves the caret, and Tab has just selected everything.
    if (isAllSelected) queueMicrotask(() => field.select());
  }

  function leave() {
    setHasFocus(false);
    setWasLeft(true);
    if (!parsed.ok) return;
    const tidy = formatSwedish(parsed.value);
    if (tidy !== value) onChange(tidy, parsed);
  }

  return (
    <Field label={label} description={description} error={shownError}>
      {(control) => (
        <input
          {...control}
          ref={props.ref}
          className="field-input field-amount"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          name={props.name}
          value={hasFocus ? ungrouped(value) : value}
          aria-required={isRequired}
          disabled={props.isDisabled ?? false}
          readOnly={props.isReadOnly ?? false}
          autoFocus={props.autoFocus ?? false}
          onChange={(event) => onChange(event.target.value, parseSwedish(event.target.value))}
          onFocus={enter}
          onBlur={leave}
        />
      )}
    </Field>
  );
}
