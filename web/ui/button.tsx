import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useCellTabStop } from './grid/cell-tab-stop.ts';
import './button.css';

/** `primary` is the one thing the page is for, `danger` what cannot be taken back. */
export type ButtonLook = 'standard' | 'primary' | 'quiet' | 'danger';

/** What a button takes. */
export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly look?: ButtonLook;
  readonly type?: 'button' | 'submit';
  readonly form?: string;
  readonly isDisabled?: boolean;
  /** Under way: keeps the focus, takes no press, and says so. */
  readonly isPending?: boolean;
  readonly autoFocus?: boolean;
  /** A longer name where the words on the button need the table around them to be understood. */
  readonly name?: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-controls'?: string;
  readonly 'aria-describedby'?: string;
};

/** A button with words on it. */
export function Button(props: ButtonProps) {
  const { look = 'standard', name, className, isPending = false, type, onPress, ...rest } = props;
  const inTabOrder = useCellTabStop();
  // React Aria's own pending state reads the button out a second time, by an identifier that is gone
  // when what was pending led to another page.
  const held = { 'aria-disabled': true, type: 'button' } as const;
  const free = { ...(type && { type }), ...(onPress && { onPress }) };
  return (
    <AriaButton
      {...rest}
      {...(isPending ? held : free)}
      {...(name === undefined ? {} : { 'aria-label': name })}
      excludeFromTabOrder={!inTabOrder}
      className={['button', `button-${look}`, className].filter(Boolean).join(' ')}
    />
  );
}
