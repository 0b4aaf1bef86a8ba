import { fieldTexts, isFieldCode } from '#contract/field-texts.ts';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { kindTerms } from '#contract/terms.ts';
import { type BudgetpostKind, budgetpostKinds } from '#domain/budgetpost.ts';
import { parseSwedish } from '#domain/tkr-swedish.ts';
import { useLanguage } from '../../texts/language.tsx';
import { AmountInput } from '../../ui/amount-input.tsx';
import { type BeslutDraft, BeslutFields } from '../../ui/beslut-fields.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { BudgetView } from './budget.ts';

/** What the form starts from, where something was chosen or typed already. */
export type PostDraft = {
  readonly lineId?: string;
  readonly kind?: BudgetpostKind;
  readonly amount?: string;
};

/** What stands in the fields, as typed. */
export type PostValues = {
  readonly lineId: string;
  readonly kind: BudgetpostKind;
  readonly amount: string;
  readonly fromYear: string;
  readonly fromLineId: string;
  readonly beslutId: string;
  readonly beslut: BeslutDraft;
  readonly comment: string;
};

/** What is wrong, as a code, by the path of the field. */
export type FieldErrors = { readonly [path: string]: string };

/** What the fields take. */
export type PostFieldsProps = {
  readonly view: BudgetView;
  readonly draft: PostDraft;
  readonly values: PostValues;
  readonly errors: FieldErrors;
  readonly onChange: (change: Partial<PostValues>) => void;
};

/** The fields of an entry; which of them there are depends on its kind. */
export function PostFields({ view, draft, values, errors, onChange }: PostFieldsProps) {
  const { texts, language } = useLanguage();
  const words = texts.budget;
  const parsed = parseSwedish(values.amount);
  const errorAt = (path: string): string | undefined => {
    const code =
      path === 'amount' && !parsed.ok && errors[path] !== undefined ? parsed.refusal : errors[path];
    if (code === undefined) return undefined;
    return isFieldCode(code) ? fieldTexts[code][language] : refusalTexts.beslut_missing[language];
  };
  const lineOptions = view.lines.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="post-fields">
      <SelectField
        label={words.line}
        value={values.lineId}
        options={lineOptions}
        placeholder={words.chooseLine}
        onChange={(lineId) => onChange({ lineId })}
        autoFocus={draft.amount === undefined}
        error={errorAt('lineId')}
      />
      <SelectField
        label={words.kind}
        value={values.kind}
        options={budgetpostKinds.map((value) => ({ value, label: kindTerms[value][language] }))}
        onChange={(kind) => onChange({ kind })}
      />
      {values.kind === 'aterbudgetering' ? (
        <SelectField
          label={words.fromYear}
          value={values.fromYear}
          options={earlierYears(view.year).map((value) => ({ value, label: value }))}
          onChange={(fromYear) => onChange({ fromYear })}
        />
      ) : null}
      {values.kind === 'omdisponering' ? (
        <SelectField
          label={words.fromLine}
          value={values.fromLineId}
          options={lineOptions.filter(({ value }) => value !== values.lineId)}
          placeholder={words.chooseLine}
          onChange={(fromLineId) => onChange({ fromLineId })}
          error={errorAt('fromLineId')}
        />
      ) : null}
      <AmountInput
        label={words.amount}
        value={values.amount}
        onChange={(amount) => onChange({ amount })}
        problemText={(problem) => fieldTexts[problem][language]}
        error={errorAt('amount')}
        isRequired
      />
      <BeslutFields
        known={view.beslut}
        beslutId={values.beslutId}
        onChoose={(beslutId) => onChange({ beslutId })}
        beslut={values.beslut}
        onChange={(beslut) => onChange({ beslut })}
        errorAt={errorAt}
        startsHere={draft.amount !== undefined}
      />
      <TextField
        label={words.comment}
        value={values.comment}
        onChange={(comment) => onChange({ comment })}
        maxLength={1000}
        error={errorAt('comment')}
      />
    </div>
  );
}

function earlierYears(year: number): string[] {
  return Array.from({ length: 5 }, (_, index) => `${year - 1 - index}`);
}
