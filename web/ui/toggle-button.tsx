import type { ReactNode } from 'react';
import { ToggleButton as AriaToggleButton } from 'react-aria-components/ToggleButton';
import './button.css';

/** What a toggle takes. */
export type ToggleButtonProps = {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
};

/** A button that stays pressed; a check mark says so besides the colour. */
export function ToggleButton({ children, ...rest }: ToggleButtonProps) {
  return (
    <AriaToggleButton {...rest} className="button button-standard button-toggle">
      {children}
      <span className="button-check" aria-hidden="true">
        ✓
      </span>
    </AriaToggleButton>
  );
}
