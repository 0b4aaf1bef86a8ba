import { type ReactNode, useId } from 'react';
import './switch.css';

/** What a switch takes. */
export type SwitchProps = {
  readonly label: string;
  /** What follows from turning it, said before it is done. */
  readonly description?: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
};

/** Something that holds or does not hold, changed at once and not with a form. */
export function Switch({ label, description, isOn, onChange, isDisabled = false }: SwitchProps) {
  const helpId = useId();
  return (
    <div className="switch">
      <label className="switch-label">
        <input
          type="checkbox"
          role="switch"
          aria-checked={isOn}
          className="switch-input"
          checked={isOn}
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.checked)}
          {...(description === undefined ? {} : { 'aria-describedby': helpId })}
        />
        {label}
      </label>
      {description === undefined ? null : (
        <p className="switch-help" id={helpId}>
          {description}
        </p>
      )}
    </div>
  );
}
