import { useState } from 'react';
import { createCarryOverPolicy } from '#contract/carry-over.ts';
import { fieldTexts } from '#contract/field-texts.ts';
import { type CarryOverRule, carryOverRules } from '#domain/carry-over-terms.ts';
import { type LineType, lineTypes } from '#domain/line-type.ts';
import { toPlain } from '#domain/tkr.ts';
import { parseSwedish } from '#domain/tkr-swedish.ts';
import { type FormRules, useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useWrite } from '../../lib/write.ts';
import { useLanguage } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { EditDialog, orNull } from '../../ui/edit-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Typed = {
  readonly lineType: LineType | '';
  readonly rule: CarryOverRule;
  readonly validFrom: string;
  readonly percent: string;
  readonly most: string;
  readonly above: string;
  readonly months: string;
  readonly source: string;
};

const nothing: Typed = {
  lineType: '',
  rule: 'needsDecision',
  validFrom: '',
  percent: '',
  most: '',
  above: '',
  months: '',
  source: '',
};

/** Asks for a policy and the day that it holds from. */
export function NewPolicyDialog({ onClose }: { readonly onClose: () => void }) {
  const { texts, language } = useLanguage();
  const words = texts.overforingspolicy;
  const { organisationId } = useOrganisation();
  const write = useWrite(createCarryOverPolicy);
  const [typed, setTyped] = useState(nothing);
  const isProject = typed.lineType === 'projekt';
  const asksReport = isProject && (typed.above.trim() !== '' || typed.months.trim() !== '');
  const form = useForm(rulesOf(words, asksReport), write.error);
  const change = (part: Partial<Typed>): void => setTyped((old) => ({ ...old, ...part }));
  const submit = (): void => {
    const body = bodyOf(typed, asksReport);
    if (!form.check(body)) return;
    const call = { params: { organisationId }, body: createCarryOverPolicy.body.parse(body) };
    write.mutate(call, { onSuccess: onClose });
  };
  const amount = (name: 'most' | 'above', label: string, path: string) => ({
    label,
    value: typed[name],
    onChange: (text: string) => change({ [name]: text }),
    problemText: (problem: keyof typeof fieldTexts) => fieldTexts[problem][language],
    error: form.errorAt(path),
  });
  return (
    <EditDialog
      form={form}
      title={words.add}
      submitLabel={words.create}
      error={write.error}
      isPending={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label={words.lineType}
        value={typed.lineType}
        placeholder={words.chooseLineType}
        options={lineTypes.map((value) => ({ value, label: words.lineTypes[value] }))}
        onChange={(lineType) => change({ lineType })}
        error={form.errorAt('lineType')}
        autoFocus
        isRequired
      />
      <SelectField
        label={words.rule}
        description={words.ruleHelp[typed.rule]}
        value={typed.rule}
        options={carryOverRules.map((value) => ({ value, label: words.rules[value] }))}
        onChange={(rule) => change({ rule })}
      />
      <TextField
        label={words.validFrom}
        type="date"
        value={typed.validFrom}
        onChange={(validFrom) => change({ validFrom })}
        error={form.errorAt('validFrom')}
        isRequired
      />
      <TextField
        label={words.percent}
        description={words.percentHelp}
        value={typed.percent}
        onChange={(percent) => change({ percent })}
        error={form.errorAt('delegationPercent')}
        inputMode="decimal"
        maxLength={20}
      />
      <AmountInput
        {...amount('most', words.most, 'delegationAmount')}
        description={words.mostHelp}
      />
      {isProject ? (
        <>
          <AmountInput
            {...amount('above', words.reportAbove, 'slutredovisning.amount')}
            description={words.reportAboveHelp}
          />
          <TextField
            label={words.reportMonths}
            value={typed.months}
            onChange={(months) => change({ months })}
            error={form.errorAt('slutredovisning.months')}
            inputMode="numeric"
            maxLength={3}
          />
        </>
      ) : null}
      <TextField
        label={words.source}
        description={words.sourceHelp}
        value={typed.source}
        onChange={(source) => change({ source })}
        error={form.errorAt('source')}
        maxLength={200}
        isRequired
      />
    </EditDialog>
  );
}

function rulesOf(words: Texts['overforingspolicy'], asksReport: boolean): FormRules {
  return {
    schema: createCarryOverPolicy.body,
    labels: {
      lineType: words.lineType,
      validFrom: words.validFrom,
      delegationPercent: words.percent,
      delegationAmount: words.most,
      'slutredovisning.amount': words.reportAbove,
      'slutredovisning.months': words.reportMonths,
      source: words.source,
    },
    required: {
      lineType: words.missingLineType,
      validFrom: words.missingDay,
      ...(asksReport ? { 'slutredovisning.amount': words.missingAbove } : {}),
      source: words.missingSource,
    },
  };
}

// What is no number is sent as typed, so that the field says what is wrong with it.
function bodyOf(typed: Typed, asksReport: boolean) {
  const { lineType, rule, validFrom, percent, most, above, months, source } = typed;
  const wholeMonths = /^\d{1,3}$/u.test(months.trim()) ? parseInt(months, 10) : 0;
  return {
    lineType,
    rule,
    validFrom,
    delegationPercent: orNull(percent.replace(',', '.').replace(/ ?%$/u, '')),
    delegationAmount: orNull(plainOf(most)),
    slutredovisning: asksReport ? { amount: plainOf(above), months: wholeMonths } : null,
    source,
  };
}

function plainOf(text: string): string {
  const parsed = parseSwedish(text);
  return parsed.ok ? toPlain(parsed.value) : text;
}
