import { fieldTexts } from '#contract/field-texts.ts';
import { arendeOutcomes } from '#domain/arende-terms.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';
import { useLanguage } from '../../texts/language.tsx';
import { AmountInput } from '../../ui/amount-input.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ArendeView } from './arende-view.ts';
import { entryName } from './entry-names.ts';
import { type Decision, useDecision } from './use-decision.ts';

/** What the window takes. */
export type DecideDialogProps = { readonly view: ArendeView; readonly onClose: () => void };

/** Decides an ärende as the direktion, or registers the decision from its protocol as the ekonom. */
export function DecideDialog({ view, onClose }: DecideDialogProps) {
  const { texts } = useLanguage();
  const words = texts.arende;
  const decision = useDecision(view, onClose);
  const { values, change, form, isRegistering } = decision;
  return (
    <EditDialog
      title={isRegistering ? words.register : words.decideTitle}
      submitLabel={isRegistering ? words.registerSubmit : words.decideSubmit[values.outcome]}
      error={decision.error}
      form={form}
      isPending={decision.isPending}
      onSubmit={decision.submit}
      onClose={onClose}
    >
      <p>{isRegistering ? words.registerBody : words.decideBody}</p>
      <div>
        <SegmentedControl
          label={words.outcome}
          value={values.outcome}
          segments={arendeOutcomes.map((value) => ({ value, label: words.outcomes[value] }))}
          onChange={(outcome) => change({ outcome })}
        />
        <p className="small decide-outcome">{words.outcomeHelp[values.outcome]}</p>
      </div>
      <BeslutFields decision={decision} />
      {values.outcome === 'bifall' && view.entries.length > 0 ? (
        <Amounts view={view} decision={decision} />
      ) : null}
      <TextField
        label={words.beslutNote}
        value={values.note}
        onChange={(note) => change({ note })}
        error={form.errorAt('note')}
        rows={2}
        maxLength={1000}
      />
    </EditDialog>
  );
}

function BeslutFields({ decision }: { readonly decision: Decision }) {
  const words = useLanguage().texts.arende;
  const { values, change, form, isRegistering } = decision;
  return (
    <>
      <TextField
        label={words.organ}
        value={values.organ}
        onChange={(organ) => change({ organ })}
        error={form.errorAt('organ')}
        maxLength={100}
        isRequired
      />
      <div className="decide-row">
        <TextField
          label={words.date}
          type="date"
          value={values.date}
          onChange={(date) => change({ date })}
          error={form.errorAt('date')}
          isRequired
        />
        <TextField
          label={words.paragraph}
          value={values.paragraph}
          onChange={(paragraph) => change({ paragraph })}
          error={form.errorAt('paragraph')}
          maxLength={50}
          isRequired
        />
        <TextField
          label={words.dnr}
          value={values.dnr}
          onChange={(dnr) => change({ dnr })}
          error={form.errorAt('dnr')}
          maxLength={50}
        />
      </div>
      {isRegistering ? (
        <TextField
          label={words.protocol}
          description={words.protocolHelp}
          value={values.protocol}
          onChange={(protocol) => change({ protocol })}
          error={form.errorAt('protocol')}
          maxLength={300}
          isRequired
        />
      ) : null}
    </>
  );
}

function Amounts({ view, decision }: { readonly view: ArendeView; readonly decision: Decision }) {
  const { texts, language } = useLanguage();
  const words = texts.arende;
  const { values, change, isChanged, amountError } = decision;
  return (
    <fieldset className="form-group decide-amounts">
      <legend>{words.amendments}</legend>
      <p className="small">{words.amendmentsHelp}</p>
      {view.entries.map((entry, at) => {
        const text = values.amounts[at] ?? '';
        const parsed = parseSwedish(text);
        const said = amountError(entry);
        return (
          <AmountInput
            key={entry.entryId}
            label={entryName(entry, view.answer.year, texts)}
            description={
              isChanged(entry) ? words.proposedWas(formatSwedish(entry.amount)) : undefined
            }
            value={text}
            onChange={(next) => change({ amounts: values.amounts.with(at, next) })}
            problemText={(problem) => fieldTexts[problem][language]}
            error={said !== undefined && !parsed.ok ? fieldTexts[parsed.refusal][language] : said}
            isRequired
          />
        );
      })}
    </fieldset>
  );
}
