import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { FormState } from '../lib/form.ts';
import { useTexts } from '../texts/language.tsx';
import { Button, type ButtonLook } from './button.tsx';
import { Notice } from './notice.tsx';
import './form.css';

/** What a form takes. */
export type FormProps = {
  readonly state: FormState;
  /** What is said above a refusal: "Du är inte inloggad". */
  readonly failed: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** A name for the form, where the page has several. */
  readonly name?: string;
};

/**
 * Fields under each other and the button that sends them. What is wrong stands above them all as a
 * list of links, and again beside each field; the first one has the focus.
 */
export function Form({ state, failed, onSubmit, children, name }: FormProps) {
  const texts = useTexts().front;
  const form = useRef<HTMLFormElement>(null);
  const { problems, failure, verdict } = state;
  const first = problems[0]?.name;
  // Once for each verdict, and not while somebody goes on writing elsewhere.
  useEffect(() => {
    if (verdict !== null && first !== undefined) focusField(form.current, first);
  }, [first, verdict]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      ref={form}
      className="form-stack form"
      onSubmit={submit}
      noValidate
      {...(name === undefined ? {} : { 'aria-label': name })}
    >
      {problems.length === 0 ? null : (
        <Notice tone="warn" heading={texts.problems(problems.length)}>
          <ul className="form-problems">
            {problems.map((problem) => (
              <li key={problem.name}>
                <button type="button" onClick={() => focusField(form.current, problem.name)}>
                  {problem.label}
                </button>
                {': '}
                {problem.message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {failure === undefined ? null : (
        <Notice tone="warn" heading={failed}>
          {failure}
        </Notice>
      )}
      {children}
    </form>
  );
}

function focusField(form: HTMLFormElement | null, name: string): void {
  const control = form?.elements.namedItem(name);
  if (control instanceof HTMLElement) control.focus();
}

/** What the button that sends a form takes. */
export type SubmitProps = {
  readonly state: FormState;
  readonly isPending: boolean;
  readonly children: ReactNode;
  readonly look?: ButtonLook;
};

/** The button that sends a form; while the server wants a pause it counts down, and is held. */
export function Submit({ state, isPending, children, look = 'primary' }: SubmitProps) {
  const texts = useTexts().front;
  const { wait, mayTryAgain } = state;
  const minutes = Math.ceil(wait / 60);
  const time = wait > 90 ? texts.minutes(minutes) : texts.seconds(wait);
  return (
    <div className="form-submit">
      <Button look={look} type="submit" isPending={isPending || wait > 0}>
        {wait > 0 ? texts.wait(time) : children}
      </Button>
      <span className="small" role="status">
        {mayTryAgain ? texts.mayTryAgain : ''}
      </span>
    </div>
  );
}
