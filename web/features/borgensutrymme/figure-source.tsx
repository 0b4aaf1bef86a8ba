import { useId, useMemo, useState } from 'react';
import { fieldTexts } from '#contract/field-texts.ts';
import { figureOf, type TableRow } from '#domain/borgensprognos-table.ts';
import { checkForecastRow } from '#domain/borgensutrymme.ts';
import { negate, type Tkr, toPlain } from '#domain/tkr.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';
import {
  type BorgensprognosView,
  findFigure,
  type ScenarioView,
} from '../../lib/borgensprognos.ts';
import type { FigurePlace } from '../../lib/forecast-cache.ts';
import { type FigureState, stateOf } from '../../lib/forecast-figure.ts';
import { shown } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommentField } from './comment-field.tsx';
import { type FigureOption, figureOptions } from './figure-options.ts';
import { followedOf } from './figures.ts';
import type { ForecastActs } from './use-forecast-steps.ts';

/** What the choice is about. */
export type FigureSourceProps = {
  readonly prognos: BorgensprognosView;
  readonly view: ScenarioView;
  readonly row: TableRow;
  readonly place: FigurePlace;
  /** The cell in words, for the step to undo. */
  readonly name: string;
  readonly acts: ForecastActs;
};

/** How a figure comes about: what it is by itself, what is typed over it and why, and the choice. */
export function FigureSource(props: FigureSourceProps) {
  const { prognos, view, row, place, name, acts } = props;
  const { kind, year } = place;
  const { answer } = prognos;
  const options = useMemo(
    () => figureOptions(view, answer, { kind, year }),
    [view, answer, kind, year],
  );
  const state = stateOf(findFigure(view, kind, year));
  const isFollowed = state.source !== 'typed';
  const isTyped = state.amount !== null;
  const base = isFollowed ? followedOf(view, place) : null;
  const change = (after: FigureState): void => acts.setFigure(place, after, name);
  const choose = (option: FigureOption): void => {
    const { source, arendeId } = option;
    if (source !== 'typed') change({ source, arendeId, amount: null, comment: null });
    else {
      const stands = base ?? figureOf(view.forecast, row.figure, row.year);
      const amount = state.amount ?? (stands === null ? null : toPlain(stands));
      change({ source, arendeId: null, amount, comment: state.comment });
    }
  };
  return (
    <div className="figure-source">
      {options.length < 2 ? null : (
        <Choice options={options} state={state} kind={kind} onChoose={choose} />
      )}
      {isFollowed && !isTyped ? (
        <Override
          key={`${place.scenarioId} ${year} ${kind}`}
          kind={kind}
          followed={base}
          onOverride={(amount, comment) => change({ ...state, amount, comment })}
        />
      ) : null}
      {isTyped ? (
        <CommentField
          key={`${place.scenarioId} ${year} ${kind} ${state.comment ?? ''}`}
          comment={state.comment}
          onSave={(comment) => acts.setComment(place, comment)}
        />
      ) : null}
      {isFollowed && isTyped ? (
        <GoBack onBack={() => change({ ...state, amount: null, comment: null })} />
      ) : null}
    </div>
  );
}

type ChoiceProps = {
  readonly options: readonly FigureOption[];
  readonly state: FigureState;
  readonly kind: FigurePlace['kind'];
  readonly onChoose: (option: FigureOption) => void;
};

function Choice({ options, state, kind, onChoose }: ChoiceProps) {
  const words = useTexts().prognos.source;
  const name = useId();
  const isKnown = options.some((option) => isChosen(option, state));
  return (
    <fieldset className="source-choice">
      <legend>{words.title}</legend>
      {options.map((option) => (
        <label key={`${option.source} ${option.arendeId ?? ''}`}>
          <input
            type="radio"
            name={name}
            checked={isChosen(option, state)}
            onChange={() => onChoose(option)}
          />
          <span>
            {labelOf(option, words)}
            {option.source === 'computed' ? <Help kind={kind} words={words} /> : null}
          </span>
          {option.source === 'typed' ? null : (
            <span className="source-gives">
              {option.gives === null ? words.givesNothing : shown(option.gives)}
            </span>
          )}
        </label>
      ))}
      {isKnown ? null : (
        <label>
          <input type="radio" name={name} checked readOnly />
          <span>{words.arendeGone}</span>
        </label>
      )}
    </fieldset>
  );
}

type HelpProps = {
  readonly kind: FigurePlace['kind'];
  readonly words: Texts['prognos']['source'];
};

function Help({ kind, words }: HelpProps) {
  const help = Object.entries(words.computedHelp).find(([known]) => known === kind)?.[1];
  return help === undefined ? null : <small>{help}</small>;
}

function isChosen(option: FigureOption, state: FigureState): boolean {
  return option.source === state.source && option.arendeId === state.arendeId;
}

function labelOf(
  { source, arendeId, arende }: FigureOption,
  words: Texts['prognos']['source'],
): string {
  if (source === 'typed') return words.typed;
  if (source === 'computed') return words.computed;
  return arendeId === null ? words.budget : words.arende(arende ?? '');
}

type OverrideProps = {
  readonly kind: FigurePlace['kind'];
  readonly followed: Tkr | null;
  readonly onOverride: (amount: string, reason: string) => void;
};

function Override({ kind, followed, onOverride }: OverrideProps) {
  const { texts, language } = useLanguage();
  const words = texts.prognos.source;
  const [isOpen, setIsOpen] = useState(false);
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [wasSent, setWasSent] = useState(false);
  if (!isOpen) {
    const open = (): void => {
      setAmount(followed === null ? '' : formatSwedish(followed));
      setIsOpen(true);
    };
    return (
      <p className="no-print">
        <Button onPress={open}>{words.overrideTitle}</Button>
      </p>
    );
  }
  const parsed = parseSwedish(amount);
  const isWrongSign =
    parsed.ok && kind !== 'openingDebt' && checkForecastRow(kind, parsed.value) !== null;
  const amountError = !parsed.ok
    ? fieldTexts[parsed.refusal][language]
    : isWrongSign
      ? texts.borgensutrymme.signQuestion(formatSwedish(negate(parsed.value)))
      : undefined;
  const send = (): void => {
    setWasSent(true);
    if (!parsed.ok || isWrongSign || reason.trim() === '') return;
    onOverride(toPlain(parsed.value), reason.trim());
  };
  return (
    <form
      className="form-stack source-override"
      aria-label={words.overrideTitle}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <AmountInput
        label={words.overrideAmount}
        value={amount}
        onChange={setAmount}
        problemText={(problem) => fieldTexts[problem][language]}
        isRequired
        autoFocus
        {...(wasSent && amountError !== undefined ? { error: amountError } : {})}
      />
      <TextField
        label={words.reason}
        description={words.reasonHelp}
        value={reason}
        maxLength={1000}
        onChange={setReason}
        isRequired
        {...(wasSent && reason.trim() === '' ? { error: words.reasonMissing } : {})}
      />
      <p className="source-buttons">
        <Button look="primary" type="submit">
          {words.override}
        </Button>
        <Button look="quiet" onPress={() => setIsOpen(false)}>
          {texts.common.cancel}
        </Button>
      </p>
    </form>
  );
}

function GoBack({ onBack }: { readonly onBack: () => void }) {
  const words = useTexts().prognos.source;
  const helpId = useId();
  return (
    <div className="no-print">
      <Button onPress={onBack} aria-describedby={helpId}>
        {words.back}
      </Button>
      <p className="small" id={helpId}>
        {words.backHelp}
      </p>
    </div>
  );
}
