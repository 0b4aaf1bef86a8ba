import type { CSSProperties } from 'react';
import './slider.css';

/** What a slider takes. */
export type SliderProps = {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  /** How far an arrow key goes. */
  readonly step: number;
  /** Where the thumb stands; beyond the ends it stands at the end. */
  readonly value: number;
  /** A place to find back to, shown as a line across the track. */
  readonly mark?: number;
  /** The value as it is read out: "80 procent". */
  readonly valueText: string;
  readonly isDisabled?: boolean;
  readonly 'aria-describedby'?: string;
  readonly onChange: (value: number) => void;
};

/**
 * The browser's own slider: arrows step, Page Up and Page Down go further, Home and End to the ends,
 * and it tells where it is while it is dragged.
 */
export function Slider(props: SliderProps) {
  const { id, min, max, step, value, mark, valueText, isDisabled = false, onChange } = props;
  const shareOf = (place: number): string =>
    `${Math.max(0, Math.min(1, (place - min) / (max - min)))}`;
  // How far the thumb's middle has come, for the style sheet.
  const style = {
    '--share': shareOf(value),
    '--mark': shareOf(mark ?? value),
  } as CSSProperties;
  return (
    <span className="slider" style={style}>
      {mark === undefined ? null : <span className="slider-mark" />}
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={isDisabled}
        aria-valuetext={valueText}
        aria-describedby={props['aria-describedby']}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </span>
  );
}
