import { fieldTexts } from '#contract/field-texts.ts';
import { loanForms, paymentsAYear } from '#domain/forecast/loan-terms.ts';
import { useLanguage } from '../../texts/language.tsx';
import { AmountInput } from '../../ui/amount-input.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type LoanDraft, paymentsOf, withDrawnOn } from './loan-draft.ts';

/** What the fields of a loan take. */
export type LoanFieldsProps = {
  readonly draft: LoanDraft;
  readonly onChange: (change: Partial<LoanDraft>) => void;
  readonly errorAt: (name: string) => string | undefined;
};

/** Who lent how much, when it was drawn, and how it is repaid. */
export function LoanFields({ draft, onChange, errorAt }: LoanFieldsProps) {
  const { texts, language } = useLanguage();
  const words = texts.loans;
  const field = (name: 'lender' | 'reference' | 'firstPaymentOn' | 'maturesOn' | 'comment') => ({
    label: words[name],
    value: draft[name],
    onChange: (text: string) => onChange({ [name]: text }),
    error: errorAt(name),
  });
  return (
    <div className="loan-fields">
      <TextField {...field('lender')} maxLength={200} autoFocus isRequired />
      <TextField
        {...field('reference')}
        description={words.referenceHelp}
        maxLength={200}
        isRequired
      />
      <AmountInput
        label={words.principal}
        description={words.principalHelp}
        value={draft.principal}
        onChange={(principal) => onChange({ principal })}
        problemText={(problem) => fieldTexts[problem][language]}
        error={errorAt('principal')}
        isRequired
      />
      <TextField
        label={words.drawnOn}
        type="date"
        value={draft.drawnOn}
        onChange={(day) => onChange(withDrawnOn(draft, day))}
        error={errorAt('drawnOn')}
        isRequired
      />
      <SelectField
        label={words.form}
        value={draft.form}
        options={loanForms.map((form) => ({ value: form, label: words.forms[form] }))}
        onChange={(form) => onChange({ form })}
        error={errorAt('form')}
      />
      <SelectField
        label={words.paymentsAYear}
        value={`${draft.paymentsAYear}`}
        options={paymentsAYear.map((count) => ({
          value: `${count}`,
          label: words.paymentsAYearWords[count],
        }))}
        onChange={(text) => {
          const count = paymentsOf(text);
          if (count !== null) onChange({ paymentsAYear: count });
        }}
        error={errorAt('paymentsAYear')}
      />
      <TextField {...field('firstPaymentOn')} type="date" isRequired />
      <TextField {...field('maturesOn')} type="date" isRequired />
      <div className="loan-field-wide">
        <TextField {...field('comment')} maxLength={1000} />
      </div>
    </div>
  );
}
