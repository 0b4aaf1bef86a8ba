import { fieldTexts } from '#contract/field-texts.ts';
import { useLanguage } from '../../texts/language.tsx';
import { AmountInput } from '../../ui/amount-input.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What the fields take; amounts and days are as they were typed. */
export type CeilingFieldsProps = {
  readonly values: { readonly amount: string; readonly validFrom: string };
  readonly onAmount: (amount: string) => void;
  readonly onValidFrom: (day: string) => void;
  readonly errors: {
    readonly amount: string | undefined;
    readonly validFrom: string | undefined;
  };
  /** What stands under the amount. */
  readonly help?: string;
};

/** A ceiling and the day that it holds from, whether it is new or right instead of another. */
export function CeilingFields(props: CeilingFieldsProps) {
  const { values, onAmount, onValidFrom, errors, help } = props;
  const { texts, language } = useLanguage();
  const words = texts.borgen;
  return (
    <>
      <AmountInput
        label={words.amount}
        {...(help === undefined ? {} : { description: help })}
        value={values.amount}
        onChange={onAmount}
        problemText={(problem) => fieldTexts[problem][language]}
        error={errors.amount}
        autoFocus
        isRequired
      />
      <TextField
        label={words.validFrom}
        type="date"
        value={values.validFrom}
        onChange={onValidFrom}
        error={errors.validFrom}
        isRequired
      />
    </>
  );
}
