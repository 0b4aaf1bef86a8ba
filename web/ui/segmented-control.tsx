import { type ReactNode, useId } from 'react';
import './segmented-control.css';

/** One way of looking. */
export type Segment<Value extends string> = { readonly value: Value; readonly label: ReactNode };

/** What a choice between a few ways of looking takes. */
export type SegmentedControlProps<Value extends string> = {
  /** What is chosen ("Visning"); read out, not shown. */
  readonly label: string;
  readonly value: Value;
  readonly segments: readonly Segment<Value>[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
};

/** Radio buttons side by side, for two to four ways of looking at the same thing. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, value, segments, onChange, isDisabled = false } = props;
  const name = useId();
  return (
    <fieldset className="segmented" disabled={isDisabled}>
      <legend className="visually-hidden">{label}</legend>
      {segments.map((segment) => (
        <label key={segment.value} className="segmented-choice">
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}
