import { useState } from 'react';
import { fieldTexts } from '#contract/field-texts.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import type { PlanLine } from '#domain/forecast/plan-input.ts';
import { isZero, tkr } from '#domain/tkr.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';
import { forChart } from '../../lib/format.ts';
import { useLanguage } from '../../texts/language.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { LeverRow } from './lever-row.tsx';
import { type ExtraLever, extraAlready } from './levers.ts';
import { yearsOf } from './what-if.ts';

/** What the lever for an extra investment takes. */
export type ExtraLeverRowProps = {
  readonly lines: readonly PlanLine[];
  readonly base: Plan;
  readonly value: ExtraLever | null;
  readonly onChange: (value: ExtraLever | null) => void;
};

/** An investment beyond the budget: which line, which year, how much. */
export function ExtraLeverRow({ lines, base, value, onChange }: ExtraLeverRowProps) {
  const { texts, language } = useLanguage();
  const words = texts.tankOm.levers;
  const years = yearsOf(base.years);
  const [chosen, setChosen] = useState({ lineId: lines[0]?.lineId ?? '', year: years[0] ?? 0 });
  const place = value ?? chosen;
  const isThere = lines.some(({ lineId }) => lineId === place.lineId);
  const { lineId, year } = isThere ? place : { ...chosen, lineId: lines[0]?.lineId ?? '' };
  if (lines.length === 0) return <p className="lever-note">{words.noLines}</p>;
  const already = extraAlready(base, lineId, year);
  const amount = value?.amount ?? already;
  const move = (to: { readonly lineId: string; readonly year: number }): void => {
    setChosen(to);
    if (value !== null) onChange(isZero(value.amount) ? null : { ...to, amount: value.amount });
  };
  const set = (text: string): void => onChange({ lineId, year, amount: tkr(text) });
  return (
    <div className="extra-lever">
      <LeverRow
        name={words.extra}
        min={0}
        max={longest(base)}
        step={stepOf(longest(base))}
        place={forChart(amount)}
        mark={forChart(already)}
        valueText={words.amount(formatSwedish(amount))}
        fieldText={formatSwedish(amount)}
        unit={words.units.amount}
        isMoved={value !== null}
        help={words.scenarioHas(words.amount(formatSwedish(already)))}
        onSlide={(to) => set(`${Math.round(to)}`)}
        onType={(text) => {
          const parsed = parseSwedish(text);
          if (!parsed.ok) return fieldTexts[parsed.refusal][language];
          onChange({ lineId, year, amount: parsed.value });
          return null;
        }}
        onReset={() => onChange(null)}
      />
      <div className="extra-lever-place">
        <SelectField
          label={words.line}
          value={lineId}
          options={lines.map((line) => ({ value: line.lineId, label: line.name }))}
          onChange={(to) => move({ lineId: to, year })}
        />
        <SelectField
          label={words.year}
          value={`${year}`}
          options={years.map((one) => ({ value: `${one}`, label: `${one}` }))}
          onChange={(to) => move({ lineId, year: parseInt(to, 10) })}
        />
      </div>
    </div>
  );
}

// A quarter of the highest ceiling, in round steps: more than that is written in the field.
function longest({ ceilings }: Plan): number {
  const highest = Math.max(0, ...ceilings.map(({ amount }) => forChart(amount)));
  return highest === 0 ? 10_000 : Math.max(1_000, Math.ceil(highest / 4 / 1_000) * 1_000);
}

function stepOf(length: number): number {
  return length > 50_000 ? 500 : length > 10_000 ? 100 : 50;
}
