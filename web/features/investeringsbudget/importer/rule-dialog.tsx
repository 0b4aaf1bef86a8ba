import { useState } from 'react';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { type MappingRule, refusalOfRule } from '#domain/mapping.ts';
import { useLanguage } from '../../../texts/language.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { RulePlace } from './mapping-draft.ts';
import { PlaceSelect, type Places } from './place-select.tsx';

/** What the window for a rule takes. */
export type RuleDialogProps = {
  /** Null for a new one. */
  readonly rule: MappingRule | null;
  readonly places: Places;
  readonly onRule: (rule: MappingRule) => void;
  readonly onClose: () => void;
};

const conditions = [
  'accountFrom',
  'accountTo',
  'dimension',
  'objectFrom',
  'objectTo',
  'name',
] as const;

type Typed = { readonly [condition in (typeof conditions)[number]]: string };

/** A rule's conditions and where it sends what fits; a range of one needs only its beginning. */
export function RuleDialog({ rule, places, onRule, onClose }: RuleDialogProps) {
  const { texts, language } = useLanguage();
  const words = texts.mapping;
  const [typed, setTyped] = useState<Typed>(() => typedOf(rule));
  const [place, setPlace] = useState<RulePlace | null>(rule);
  const [driftrad, setDriftrad] = useState(rule?.driftrad ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const field = (condition: (typeof conditions)[number], label: string, help?: string) => (
    <TextField
      label={label}
      value={typed[condition]}
      maxLength={condition === 'name' ? 200 : 100}
      onChange={(value) => setTyped({ ...typed, [condition]: value })}
      {...(help === undefined ? {} : { description: help })}
    />
  );
  const submit = (): void => {
    if (place === null) {
      setProblem(words.placeMissing);
      return;
    }
    const made = ruleOf(typed, place, driftrad);
    const refusal = refusalOfRule(made);
    if (refusal === null) onRule(made);
    else setProblem(refusalTexts[refusal][language]);
  };
  return (
    <FormDialog
      title={rule === null ? words.newRule : words.editRule}
      submitLabel={rule === null ? words.addRule : words.keepRule}
      error={null}
      isPending={false}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="rule-range">
        {field('accountFrom', words.accountFrom)}
        {field('accountTo', words.accountTo)}
      </div>
      {field('dimension', words.dimensionField, words.dimensionHelp)}
      <div className="rule-range">
        {field('objectFrom', words.objectFrom)}
        {field('objectTo', words.objectTo)}
      </div>
      {field('name', words.nameField, words.nameHelp)}
      <div className="field">
        <span className="field-label" aria-hidden="true">
          {words.goesTo}
        </span>
        <PlaceSelect
          label={words.goesTo}
          place={place}
          places={places}
          placeholder={words.choose}
          onChoose={(next) => {
            setPlace(next);
            setDriftrad(next.driftrad ?? '');
          }}
        />
      </div>
      {place?.target === 'drift' ? (
        <TextField
          label={words.driftradField}
          description={words.driftradHelp}
          value={driftrad}
          maxLength={200}
          onChange={setDriftrad}
        />
      ) : null}
      {problem === null ? null : (
        <Notice tone="warn" heading={words.ruleWrong}>
          {problem}
        </Notice>
      )}
    </FormDialog>
  );
}

function typedOf(rule: MappingRule | null): Typed {
  const texts = conditions.map((condition) => [condition, rule?.[condition] ?? ''] as const);
  return Object.fromEntries(texts) as Typed;
}

function ruleOf(typed: Typed, place: RulePlace, driftrad: string): MappingRule {
  const textOf = (condition: keyof Typed): string | null => typed[condition].trim() || null;
  const accountFrom = textOf('accountFrom');
  const objectFrom = textOf('objectFrom');
  return {
    accountFrom,
    accountTo: textOf('accountTo') ?? accountFrom,
    dimension: textOf('dimension'),
    objectFrom,
    objectTo: textOf('objectTo') ?? objectFrom,
    name: textOf('name'),
    target: place.target,
    lineId: place.lineId,
    driftrad: place.target === 'drift' ? driftrad.trim() || null : null,
  };
}
