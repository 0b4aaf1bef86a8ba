import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../../texts/language.tsx';
import { Slider } from '../../ui/slider.tsx';

/** What a lever takes: a slider with its name, and a field for the exact value. */
export type LeverRowProps = {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where the slider stands, and where the scenario itself does. */
  readonly place: number;
  readonly mark: number;
  /** The value as it is read out. */
  readonly valueText: string;
  /** The value as it stands in the field. */
  readonly fieldText: string;
  readonly unit: string;
  readonly isMoved: boolean;
  /** What the scenario itself holds, in words. */
  readonly help: ReactNode;
  readonly onSlide: (place: number) => void;
  /** Takes a text; answers with what is wrong with it, or null. */
  readonly onType: (text: string) => string | null;
  readonly onReset: () => void;
};

/** A lever: drag it, step it with the arrow keys, or write the exact value beside it. */
export function LeverRow(props: LeverRowProps) {
  const words = useTexts().tankOm.levers;
  const id = useId();
  // What is being written, until the field is left with something that can be taken.
  const [typed, setTyped] = useState<{ text: string; problem: string | null } | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const problem = hasFocus ? null : (typed?.problem ?? null);
  return (
    <div className="lever" data-moved={props.isMoved || undefined}>
      <label className="field-label" htmlFor={id}>
        {props.name}
      </label>
      <span className="lever-field">
        <input
          className="field-input"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={words.exact(props.name)}
          aria-invalid={problem === null ? undefined : true}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          value={typed?.text ?? props.fieldText}
          onFocus={(event) => {
            setHasFocus(true);
            event.currentTarget.select();
          }}
          onBlur={() => {
            setHasFocus(false);
            if (typed?.problem === null) setTyped(null);
          }}
          onChange={({ target: { value: text } }) =>
            setTyped({ text, problem: props.onType(text) })
          }
        />
        <span aria-hidden="true">{props.unit}</span>
      </span>
      <Slider
        id={id}
        min={props.min}
        max={props.max}
        step={props.step}
        value={props.place}
        mark={props.mark}
        valueText={props.valueText}
        aria-describedby={`${id}-help`}
        onChange={(place) => {
          setTyped(null);
          props.onSlide(place);
        }}
      />
      {problem === null ? null : (
        <p className="field-error" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <p className="lever-help">
        <span id={`${id}-help`}>{props.help}</span>
        {props.isMoved ? (
          <button
            type="button"
            className="text-button"
            aria-label={words.resetOne(props.name)}
            onClick={() => {
              setTyped(null);
              props.onReset();
              document.getElementById(id)?.focus();
            }}
          >
            {words.reset}
          </button>
        ) : null}
      </p>
    </div>
  );
}
