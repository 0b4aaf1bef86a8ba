import { useRef } from 'react';
import type { RateCurve } from '#domain/forecast/loan-terms.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { emptyRate, type RateDraft } from './loan-draft.ts';
import type { LoanFieldsProps } from './loan-fields.tsx';

/** What the fields of the rates take. */
export type RateFieldsProps = LoanFieldsProps & { readonly curves: readonly RateCurve[] };

/** The rates of a loan, each from a day on: fixed, or a reference rate and a margin. */
export function RateFields({ draft, curves, onChange, errorAt }: RateFieldsProps) {
  const { loans: words } = useTexts();
  const adder = useRef<HTMLButtonElement>(null);
  const { rates } = draft;
  const setRate = (key: string, part: Partial<RateDraft>): void =>
    onChange({ rates: rates.map((rate) => (rate.key === key ? { ...rate, ...part } : rate)) });
  const remove = (key: string): void => {
    onChange({ rates: rates.filter((rate) => rate.key !== key) });
    // What was pressed is gone.
    adder.current?.focus();
  };
  return (
    <div className="loan-rates">
      {rates.map((rate, at) => (
        <fieldset className="loan-rate" key={rate.key}>
          <legend>{words.rateHeading(at + 1)}</legend>
          <RateOf
            rate={rate}
            curves={curves}
            onChange={(part) => setRate(rate.key, part)}
            errorAt={(name) => errorAt(`ratePeriods.${at}.${name}`)}
          />
          {rates.length > 1 ? (
            <Button
              look="quiet"
              className="loan-rate-remove"
              name={words.removeRateOf(at + 1)}
              onPress={() => remove(rate.key)}
            >
              {words.removeRate}
            </Button>
          ) : null}
        </fieldset>
      ))}
      <Button
        ref={adder}
        className="loan-rate-add"
        onPress={() => onChange({ rates: [...rates, emptyRate('')] })}
      >
        {words.addRate}
      </Button>
    </div>
  );
}

type RateOfProps = {
  readonly rate: RateDraft;
  readonly curves: readonly RateCurve[];
  readonly onChange: (part: Partial<RateDraft>) => void;
  readonly errorAt: (name: string) => string | undefined;
};

function RateOf({ rate, curves, onChange, errorAt }: RateOfProps) {
  const { loans: words } = useTexts();
  const types = ['fixed', 'reference'] as const;
  return (
    <>
      <TextField
        label={words.rateFrom}
        type="date"
        value={rate.from}
        onChange={(from) => onChange({ from })}
        error={errorAt('from')}
        isRequired
      />
      <SelectField
        label={words.rateType}
        value={rate.type}
        options={types.map((value) => ({ value, label: words.rateTypes[value] }))}
        onChange={(type) => onChange({ type })}
      />
      {rate.type === 'fixed' ? (
        <TextField
          label={words.rate}
          inputMode="decimal"
          value={rate.rate}
          onChange={(text) => onChange({ rate: text })}
          error={errorAt('rate')}
          isRequired
        />
      ) : (
        <>
          <SelectField
            label={words.curve}
            value={rate.curveId}
            placeholder={words.chooseCurve}
            description={curves.length === 0 ? words.noCurves : undefined}
            options={curves.map(({ curveId, name }) => ({ value: curveId, label: name }))}
            onChange={(curveId) => onChange({ curveId })}
            error={errorAt('curveId')}
            isRequired
          />
          <TextField
            label={words.margin}
            inputMode="decimal"
            value={rate.margin}
            onChange={(margin) => onChange({ margin })}
            error={errorAt('margin')}
            isRequired
          />
        </>
      )}
    </>
  );
}
