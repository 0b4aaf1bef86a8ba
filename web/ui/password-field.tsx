import { type HTMLInputAutoCompleteAttribute, useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/language.tsx';
import { Button } from './button.tsx';
import { Field, type FieldTexts } from './field.tsx';
import './form.css';

/** What a password field takes. */
export type PasswordFieldProps = FieldTexts & {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: HTMLInputAutoCompleteAttribute;
  readonly autoFocus?: boolean;
};

/** A password, which can be shown while it is written, and pasted like any other text. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, description, error, value, onChange, ...rest } = props;
  const { name, autoComplete, autoFocus = false } = rest;
  const texts = useTexts().front;
  const [isShown, setShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // A browser keeps what was sent as plain text among its suggestions.
  useEffect(() => {
    const form = input.current?.form;
    const hide = (): void => setShown(false);
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, []);
  return (
    <Field label={label} description={description} error={error}>
      {(control) => (
        <div className="secret-row">
          <input
            {...control}
            ref={input}
            className="field-input"
            type={isShown ? 'text' : 'password'}
            name={name}
            value={value}
            autoComplete={autoComplete}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            autoFocus={autoFocus}
            aria-required
            onChange={(event) => onChange(event.target.value)}
          />
          <Button
            name={isShown ? texts.hidePassword : texts.showPassword}
            onPress={() => setShown(!isShown)}
          >
            {isShown ? texts.hide : texts.show}
          </Button>
        </div>
      )}
    </Field>
  );
}
