import type { InvestmentLineAnswer } from '#contract/investeringsbudget.ts';
import { useTexts } from '../../../texts/language.tsx';
import type { RulePlace } from './mapping-draft.ts';
import '../../../ui/field.css';
import '../../../ui/select-field.css';

/** Lines and rows of the driftbudget that can be chosen. */
export type Places = {
  readonly lines: readonly InvestmentLineAnswer[];
  readonly driftNames: readonly string[];
};

/** What the choice of a place takes. */
export type PlaceSelectProps = {
  readonly id?: string;
  /** What is sent there, read out: "Projekt 101 Klienter". */
  readonly label: string;
  readonly place: RulePlace | null;
  readonly places: Places;
  /** Shown while nothing is chosen: "Välj", "Flera". */
  readonly placeholder: string;
  readonly onChoose: (place: RulePlace) => void;
};

/** Chooses a line, the driftbudget or a row of it, or outside. */
export function PlaceSelect(props: PlaceSelectProps) {
  const { id, label, place, places, placeholder, onChoose } = props;
  const words = useTexts().mapping;
  const drift = [...new Set([...places.driftNames, place?.driftrad ?? ''])].filter(Boolean);
  return (
    <span className="select-box">
      <select
        {...(id === undefined ? {} : { id })}
        className="field-input select-input"
        aria-label={label}
        value={place === null ? '' : valueOf(place)}
        onChange={(event) => onChoose(placeOf(event.target.value))}
      >
        {place === null ? (
          <option value="" disabled>
            {placeholder}
          </option>
        ) : null}
        <optgroup label={words.lines}>
          {places.lines.map(({ lineId, name }) => (
            <option key={lineId} value={`line ${lineId}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.others}>
          <option value="drift">{words.drift}</option>
          {drift.map((name) => (
            <option key={name} value={`drift ${name}`}>
              {words.driftrad(name)}
            </option>
          ))}
          <option value="outside">{words.outside}</option>
        </optgroup>
      </select>
    </span>
  );
}

function valueOf({ target, lineId, driftrad }: RulePlace): string {
  return [target, lineId ?? driftrad ?? ''].filter(Boolean).join(' ');
}

function placeOf(value: string): RulePlace {
  const [target = '', ...rest] = value.split(' ');
  const name = rest.join(' ');
  if (target === 'line') return { target, lineId: name, driftrad: null };
  if (target === 'drift') return { target, lineId: null, driftrad: name === '' ? null : name };
  return { target: 'outside', lineId: null, driftrad: null };
}

/** A place in words: "Klienter", "Driften: Löner", "Utanför". */
export function usePlaceName(places: Places): (place: RulePlace) => string {
  const words = useTexts().mapping;
  return ({ target, lineId, driftrad }) => {
    if (target === 'outside') return words.outside;
    if (target === 'drift') return driftrad === null ? words.drift : words.driftrad(driftrad);
    return places.lines.find((line) => line.lineId === lineId)?.name ?? words.goneLine;
  };
}
