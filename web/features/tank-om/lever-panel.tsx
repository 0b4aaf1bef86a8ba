import type { ReactNode } from 'react';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { refusalOfAssumption } from '#domain/forecast/assumption-rules.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { assumptionOf } from '#domain/forecast/what-if.ts';
import type { Percent } from '#domain/percent.ts';
import {
  parseSwedishPercent,
  percentForSlider,
  percentOfSlider,
  shownPercent,
  shownPercentWithSign,
} from '../../lib/percent-text.ts';
import { useLanguage } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { Button } from '../../ui/button.tsx';
import { ExtraLeverRow } from './extra-lever.tsx';
import { LeverRow } from './lever-row.tsx';
import { parseMonths, shownMonths } from './lever-words.ts';
import {
  followsBudget,
  type LeverStart,
  type Levers,
  leverStarts,
  movedLevers,
  untouched,
} from './levers.ts';

/** What the levers take. */
export type LeverPanelProps = {
  /** The scenario as it stands. */
  readonly input: PlanInput;
  readonly base: Plan;
  readonly levers: Levers;
  readonly onChange: (levers: Levers) => void;
};

/** Everything that can be tried, and the way back. */
export function LeverPanel({ input, base, levers, onChange }: LeverPanelProps) {
  const { texts } = useLanguage();
  const words = texts.tankOm.levers;
  const starts = leverStarts(base);
  const set = (change: Partial<Levers>): void => onChange({ ...levers, ...change });
  return (
    <section className="sheet lever-panel no-print" aria-label={words.title}>
      <div className="lever-panel-head">
        <h2>{words.title}</h2>
        <Button
          look="quiet"
          name={words.resetAll}
          isDisabled={movedLevers(levers).length === 0}
          onPress={() => onChange(untouched)}
        >
          {words.reset}
        </Button>
      </div>
      {percentLevers.map(({ name, ...lever }) => (
        <PercentLever
          key={name}
          {...lever}
          name={words[name]}
          start={starts[name]}
          value={levers[name]}
          onChange={(value) => set({ [name]: value })}
        />
      ))}
      <LifeLever
        start={starts.lifeShift}
        value={levers.lifeShift}
        onChange={(lifeShift) => set({ lifeShift })}
      />
      <ExtraLeverRow
        lines={input.lines}
        base={base}
        value={levers.extra}
        onChange={(extra) => set({ extra })}
      />
      {followsBudget(input) ? null : <p className="lever-note">{words.followsNothing}</p>}
    </section>
  );
}

type PercentKind = {
  readonly kind: 'executionRate' | 'rateShift' | 'priceChange' | 'loanShare';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: 'percent' | 'points';
};

const percentLevers = [
  { name: 'execution', kind: 'executionRate', min: 0, max: 150, step: 1, unit: 'percent' },
  { name: 'rateShift', kind: 'rateShift', min: -3, max: 5, step: 0.25, unit: 'points' },
  { name: 'priceChange', kind: 'priceChange', min: -5, max: 15, step: 0.5, unit: 'percent' },
  { name: 'loanShare', kind: 'loanShare', min: 0, max: 100, step: 1, unit: 'percent' },
] as const satisfies readonly (PercentKind & { readonly name: keyof Levers })[];

type PercentLeverProps = PercentKind & {
  readonly name: string;
  readonly start: LeverStart<Percent | null>;
  readonly value: Percent | null;
  readonly onChange: (value: Percent | null) => void;
};

function PercentLever({ name, kind, unit, start, value, onChange, ...range }: PercentLeverProps) {
  const { texts, language } = useLanguage();
  const words = texts.tankOm.levers;
  const held = value ?? start.value;
  const isChange = range.min < 0;
  const textOf = (percent: Percent | null): string => {
    if (percent === null) return '';
    return isChange ? shownPercentWithSign(percent) : shownPercent(percent);
  };
  const read = (percent: Percent | null): string =>
    percent === null ? words.notSaid : words[unit](textOf(percent));
  const shortOf = (percent: Percent | null): string =>
    percent === null ? words.notSaid : `${textOf(percent)}\u00a0${words.units[unit]}`;
  const place = held === null ? range.min : percentForSlider(held);
  return (
    <LeverRow
      {...range}
      name={name}
      place={place}
      mark={start.value === null ? range.min : percentForSlider(start.value)}
      valueText={read(held)}
      fieldText={textOf(held)}
      unit={words.units[unit]}
      isMoved={value !== null}
      help={helpOf(start.varies, shortOf(start.value), words)}
      onSlide={(to) => onChange(percentOfSlider(to))}
      onType={(text) => {
        const percent = parseSwedishPercent(text);
        if (percent === null) return words.notPercent;
        const refusal = refusalOfAssumption(assumptionOf({ kind, percent }), true);
        if (refusal !== null) return refusalTexts[refusal][language];
        onChange(percent);
        return null;
      }}
      onReset={() => onChange(null)}
    />
  );
}

type LifeLeverProps = {
  readonly start: LeverStart<number>;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
};

function LifeLever({ start, value, onChange }: LifeLeverProps) {
  const { texts, language } = useLanguage();
  const words = texts.tankOm.levers;
  const held = value ?? start.value;
  return (
    <LeverRow
      name={words.lifeShift}
      min={-60}
      max={60}
      step={1}
      place={held}
      mark={start.value}
      valueText={words.months(shownMonths(held))}
      fieldText={shownMonths(held)}
      unit={words.units.months}
      isMoved={value !== null}
      help={helpOf(start.varies, `${shownMonths(start.value)}\u00a0${words.units.months}`, words)}
      onSlide={onChange}
      onType={(text) => {
        const months = parseMonths(text);
        if (months === null) return words.notMonths;
        const refusal = refusalOfAssumption(assumptionOf({ kind: 'lifeShift', months }), true);
        if (refusal !== null) return refusalTexts[refusal][language];
        onChange(months);
        return null;
      }}
      onReset={() => onChange(null)}
    />
  );
}

function helpOf(varies: boolean, value: string, words: Texts['tankOm']['levers']): ReactNode {
  return varies ? words.scenarioVaries : words.scenarioHas(value);
}
