import { useState } from 'react';
import { useTexts } from '../texts/language.tsx';
import { Button, type ButtonLook } from './button.tsx';

/** What a button that copies takes. */
export type CopyButtonProps = {
  readonly text: string;
  /** The words on the button, where "Kopiera" does not say what. */
  readonly label?: string;
  /** A longer name where the words need the row around them to be understood. */
  readonly name?: string;
  readonly look?: ButtonLook;
};

/** Puts a text on the clipboard and says so; where the browser refuses, says what to do instead. */
export function CopyButton({ text, label, name, look = 'standard' }: CopyButtonProps) {
  const words = useTexts().front;
  const [outcome, setOutcome] = useState('');
  const copy = (): void => {
    // Only https and the own machine have a clipboard at all.
    const write = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('None'));
    write.then(
      () => setOutcome(words.copied),
      () => setOutcome(words.copyFailed),
    );
  };
  return (
    <>
      <Button onPress={copy} look={look} {...(name === undefined ? {} : { name })}>
        {label ?? words.copy}
      </Button>
      <span className="small" role="status">
        {outcome}
      </span>
    </>
  );
}
