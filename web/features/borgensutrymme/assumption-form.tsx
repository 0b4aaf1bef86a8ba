import { type RefObject, useEffect, useRef, useState } from 'react';
import { fieldTexts } from '#contract/field-texts.ts';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { isOfLines, isOfYears } from '#domain/forecast/assumption-rules.ts';
import { type AssumptionKind, assumptionShapes } from '#domain/forecast/assumption-terms.ts';
import { parseSwedish } from '#domain/tkr-swedish.ts';
import type { AssumptionChange } from '../../lib/assumption-editor.ts';
import { inYears, isInterval } from '../../lib/assumption-words.ts';
import type { AssumptionPlace } from '../../lib/forecast-cache.ts';
import { type Language, useLanguage, useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { Button } from '../../ui/button.tsx';
import { useLatest } from '../../ui/grid/use-latest.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import {
  type AssumptionDraft,
  type DraftField,
  type DraftProblem,
  parseMonths,
  readDraft,
} from './assumption-draft.ts';

/** What the form takes. */
export type AssumptionFormProps = {
  readonly kind: AssumptionKind;
  readonly scenarioId: string | null;
  /** What it is about, in words. */
  readonly name: string;
  readonly start: AssumptionDraft;
  /** True where the line and the day are chosen too; else they are as they were. */
  readonly isNew: boolean;
  readonly lines: readonly { readonly lineId: string; readonly name: string }[];
  readonly years: readonly number[];
  /** True for a place that has a value of its own already. */
  readonly isTaken: (place: AssumptionPlace) => boolean;
  readonly onSave: (change: AssumptionChange) => void;
  readonly onClose: () => void;
};

/** Writes one assumption: its value, and for a new one the line and the day; Esc leaves it. */
export function AssumptionForm(props: AssumptionFormProps) {
  const { kind, scenarioId, name, start, isNew, isTaken, onSave, onClose } = props;
  const { texts, language } = useLanguage();
  const words = texts.prognos.assumptions;
  const [draft, setDraft] = useState(start);
  const [wasSent, setWasSent] = useState(false);
  const read = readDraft(kind, scenarioId, draft);
  const problem = read.ok && isNew && isTaken(read.place) ? ('taken' as const) : null;
  const errorAt = (field: DraftField): { readonly error?: string } => {
    if (!wasSent) return {};
    if (problem !== null) return field === 'from' ? { error: words.placeTaken } : {};
    if (read.ok || read.field !== field) return {};
    return { error: problemText(read.problem, field, { texts, language }) };
  };
  const change = (field: DraftField) => (value: string) => setDraft({ ...draft, [field]: value });
  const fields = { ...props, draft, change, errorAt };
  const form = useRef<HTMLFormElement>(null);
  useEscape(form, onClose);
  return (
    <form
      ref={form}
      className="assumption-form"
      aria-label={words.formLabel(name)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setWasSent(true);
        if (read.ok && problem === null) onSave({ ...read.place, ...read.state });
      }}
    >
      <p className="small assumption-help">{texts.prognos.kindHelp[kind]}</p>
      <div className="assumption-fields">
        {isNew ? <PlaceFields {...fields} /> : null}
        <ValueFields {...fields} isFocused={!isNew || !isOfLines(kind)} />
        <TextField
          label={words.comment}
          value={draft.comment}
          maxLength={1000}
          onChange={change('comment')}
        />
      </div>
      <p className="assumption-buttons">
        <Button look="primary" type="submit">
          {words.save}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {texts.common.cancel}
        </Button>
      </p>
    </form>
  );
}

// Esc anywhere in the form leaves it, as in a cell of the table.
function useEscape(form: RefObject<HTMLFormElement | null>, leave: () => void): void {
  const onEscape = useLatest(leave);
  useEffect(() => {
    const { current } = form;
    const hear = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onEscape();
    };
    current?.addEventListener('keydown', hear);
    return () => current?.removeEventListener('keydown', hear);
  }, [form, onEscape]);
}

function problemText(
  problem: DraftProblem,
  field: DraftField,
  { texts, language }: { readonly texts: Texts; readonly language: Language },
): string {
  const words = texts.prognos.assumptions;
  const amount = fieldTexts.amount_not_a_number[language];
  const own = { percent: words.percentWrong, months: words.monthsWrong, amount };
  if (problem === 'missing') return words.valueMissing;
  if (problem === 'percent' || problem === 'months' || problem === 'amount') return own[problem];
  if (field === 'line') return words.lineMissing;
  return problem === 'assumption_needs_day' ? words.dayMissing : refusalTexts[problem][language];
}

type FieldsProps = AssumptionFormProps & {
  readonly draft: AssumptionDraft;
  readonly change: (field: DraftField) => (value: string) => void;
  readonly errorAt: (field: DraftField) => { readonly error?: string };
};

function PlaceFields({ kind, draft, lines, years, change, errorAt }: FieldsProps) {
  const { prognos } = useTexts();
  const words = prognos.assumptions;
  const needsBoth = kind === 'extraInvestment';
  return (
    <>
      {isOfLines(kind) ? (
        <SelectField
          label={words.line}
          value={draft.line === '' ? (needsBoth ? '' : 'all') : draft.line}
          {...(needsBoth ? { placeholder: words.lineMissing } : {})}
          options={[
            ...(needsBoth ? [] : [{ value: 'all', label: prognos.allLines }]),
            ...lines.map(({ lineId, name }) => ({ value: lineId, label: name })),
          ]}
          onChange={(value) => change('line')(value === 'all' ? '' : value)}
          autoFocus
          {...errorAt('line')}
        />
      ) : null}
      {kind === 'rateShift' ? null : isOfYears(kind) ? (
        <SelectField
          label={words.from}
          value={draft.from === '' ? (needsBoth ? '' : 'always') : draft.from}
          {...(needsBoth ? { placeholder: words.valueMissing } : {})}
          options={[
            ...(needsBoth ? [] : [{ value: 'always', label: prognos.always }]),
            ...years.map((year) => ({ value: `${year}-01-01`, label: `${year}` })),
          ]}
          onChange={(value) => change('from')(value === 'always' ? '' : value)}
          {...errorAt('from')}
        />
      ) : (
        <TextField
          label={words.fromDay}
          type="date"
          value={draft.from}
          onChange={change('from')}
          {...errorAt('from')}
        />
      )}
    </>
  );
}

function ValueFields({
  kind,
  draft,
  change,
  errorAt,
  isFocused,
}: FieldsProps & { readonly isFocused: boolean }) {
  const { texts, language } = useLanguage();
  const { prognos } = texts;
  const words = prognos.assumptions;
  const shape = assumptionShapes[kind];
  const field = (name: DraftField, label: string, isFirst = false) => (
    <TextField
      label={label}
      value={draft[name]}
      inputMode="decimal"
      onChange={change(name)}
      autoFocus={isFirst && isFocused}
      {...errorAt(name)}
    />
  );
  switch (shape) {
    case 'percent':
      return field('percent', percentLabel(kind, words), true);
    case 'range':
      return (
        <>
          {field('low', words.low, true)}
          {field('percent', words.likely)}
          {field('high', words.high)}
        </>
      );
    case 'amount':
      return (
        <AmountInput
          label={words.amount}
          value={draft.amount}
          onChange={change('amount')}
          problemText={(problem) => fieldTexts[problem][language]}
          autoFocus={isFocused}
          {...amountError(draft.amount, errorAt('amount'), language)}
        />
      );
    case 'span':
      return (
        <>
          <MonthSelect
            label={words.first}
            value={draft.months}
            onChange={change('months')}
            autoFocus={isFocused}
            {...errorAt('months')}
          />
          <MonthSelect
            label={words.last}
            value={draft.lastMonth}
            onChange={change('lastMonth')}
            {...errorAt('lastMonth')}
          />
        </>
      );
    case 'months':
      if (isInterval(kind)) {
        return (
          <SelectField
            label={words.interval}
            value={draft.months}
            placeholder={words.valueMissing}
            options={[1, 3, 6, 12].map((months) => ({
              value: `${months}`,
              label: prognos.intervals[months] ?? '',
            }))}
            onChange={change('months')}
            autoFocus={isFocused}
            {...errorAt('months')}
          />
        );
      }
      return <LifeField draft={draft} change={change} errorAt={errorAt} isFocused={isFocused} />;
  }
}

function percentLabel(kind: AssumptionKind, words: Texts['prognos']['assumptions']): string {
  if (kind === 'rateShift') return words.points;
  const isRate = kind === 'plannedRate' || kind === 'internranta' || kind === 'borgensavgift';
  return isRate || kind === 'priceChange' ? words.rate : words.percent;
}

function amountError(
  text: string,
  own: { readonly error?: string },
  language: Language,
): { readonly error?: string } {
  const parsed = parseSwedish(text);
  if (own.error === undefined || parsed.ok || text.trim() === '') return own;
  return { error: fieldTexts[parsed.refusal][language] };
}

type LifeFieldProps = Pick<FieldsProps, 'draft' | 'change' | 'errorAt'> & {
  readonly isFocused: boolean;
};

function LifeField({ draft, change, errorAt, isFocused }: LifeFieldProps) {
  const { prognos } = useTexts();
  const months = parseMonths(draft.months);
  const years = months === null || months < 12 ? '' : inYears(months, prognos);
  const isMonths = /^\s*\d+\s*$/u.test(draft.months);
  const help = isMonths ? years : months === null ? '' : prognos.monthCount(`${months}`);
  return (
    <TextField
      label={prognos.assumptions.monthsField}
      value={draft.months}
      onChange={change('months')}
      autoFocus={isFocused}
      {...(help === '' ? {} : { description: help })}
      {...errorAt('months')}
    />
  );
}

type MonthSelectProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
  readonly error?: string;
};

function MonthSelect(props: MonthSelectProps) {
  const { months, assumptions } = useTexts().prognos;
  return (
    <SelectField
      {...props}
      placeholder={assumptions.valueMissing}
      options={months.map((name, at) => ({ value: `${at + 1}`, label: name }))}
    />
  );
}
