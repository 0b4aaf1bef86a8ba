import { fieldTexts } from '#contract/field-texts.ts';
import { useLanguage } from '../../texts/language.tsx';
import { AmountInput } from '../../ui/amount-input.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ArticleDraft, PriceDraft } from './article-draft.ts';

/** What the fields of a price take. */
export type PriceFieldsProps = {
  readonly draft: PriceDraft;
  readonly onChange: (change: Partial<PriceDraft>) => void;
  /** What is wrong with a field of the price: `amount`, `validFrom`, `source`. */
  readonly errorAt: (name: string) => string | undefined;
  readonly year: number;
  readonly startsHere?: boolean;
};

/** What one costs, from when, and where that is said. */
export function PriceFields(props: PriceFieldsProps) {
  const { draft, onChange, errorAt, year, startsHere = false } = props;
  const { texts, language } = useLanguage();
  const words = texts.behov;
  return (
    <>
      <AmountInput
        label={words.price}
        description={words.priceFieldHelp}
        value={draft.amount}
        onChange={(amount) => onChange({ amount })}
        problemText={(problem) => fieldTexts[problem][language]}
        error={errorAt('amount')}
        autoFocus={startsHere}
        isRequired
      />
      <TextField
        label={words.priceFrom}
        description={words.priceFromHelp(year)}
        type="date"
        value={draft.validFrom}
        onChange={(validFrom) => onChange({ validFrom })}
        error={errorAt('validFrom')}
        isRequired
      />
      <TextField
        label={words.source}
        description={words.sourceHelp}
        value={draft.source}
        onChange={(source) => onChange({ source })}
        error={errorAt('source')}
        maxLength={200}
      />
    </>
  );
}

/** What the fields of an article take. */
export type NameFieldsProps = {
  readonly draft: Pick<ArticleDraft, 'name' | 'unit'>;
  readonly onChange: (change: Partial<ArticleDraft>) => void;
  readonly errorAt: (name: string) => string | undefined;
  readonly startsHere?: boolean;
};

/** What an article is called, and what it is counted in. */
export function NameFields(props: NameFieldsProps) {
  const { draft, onChange, errorAt, startsHere = false } = props;
  const { behov: words } = useLanguage().texts;
  return (
    <>
      <TextField
        label={words.name}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        error={errorAt('name')}
        maxLength={200}
        autoFocus={startsHere}
        isRequired
      />
      <TextField
        label={words.unit}
        description={words.unitHelp}
        value={draft.unit}
        onChange={(unit) => onChange({ unit })}
        error={errorAt('unit')}
        maxLength={30}
        isRequired
      />
    </>
  );
}
