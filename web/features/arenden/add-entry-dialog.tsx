import { useQuery } from '@tanstack/react-query';
import { fieldTexts } from '#contract/field-texts.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { parseSwedish } from '#domain/tkr-swedish.ts';
import { callApi } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useLanguage } from '../../texts/language.tsx';
import { AmountInput } from '../../ui/amount-input.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { SelectField, type SelectOption } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ArendeView } from './arende-view.ts';
import type { NewEntry } from './new-entry.ts';
import { type EntryForm, handMadeKinds, useEntryForm } from './use-entry-form.ts';

/** What the window takes. */
export type AddEntryDialogProps = {
  readonly view: ArendeView;
  readonly onClose: () => void;
  readonly onAdded: (entry: NewEntry, entryId: string, name: string) => void;
};

/** Adds any kind of entry; which fields there are depends on its kind. */
export function AddEntryDialog({ view, onClose, onAdded }: AddEntryDialogProps) {
  const { texts, language } = useLanguage();
  const words = texts.arende;
  const entry = useEntryForm(view, (...added) => {
    onAdded(...added);
    onClose();
  });
  const { values, change, form } = entry;
  const parsed = parseSwedish(values.amount);
  const amountError = form.errorAt('amount');
  return (
    <EditDialog
      title={words.addEntry}
      submitLabel={words.addSubmit}
      error={entry.error}
      form={form}
      isPending={entry.isPending}
      onSubmit={entry.submit}
      onClose={onClose}
    >
      <SelectField
        label={words.entryKind}
        value={values.kind}
        options={handMadeKinds.map((value) => ({ value, label: words.kindChoices[value] }))}
        onChange={(kind) => change({ kind })}
        autoFocus
      />
      <LineFields entry={entry} year={view.answer.year} />
      <SelectField
        label={words.toYear}
        value={values.year}
        options={fiveYears(view.answer.year)}
        onChange={(year) => change({ year })}
      />
      <AmountInput
        label={words.amount}
        value={values.amount}
        onChange={(amount) => change({ amount })}
        problemText={(problem) => fieldTexts[problem][language]}
        error={
          amountError !== undefined && !parsed.ok
            ? fieldTexts[parsed.refusal][language]
            : amountError
        }
        isRequired
      />
      <TextField
        label={words.reason}
        description={words.reasonHelp}
        value={values.reason}
        rows={3}
        onChange={(reason) => change({ reason })}
        error={form.errorAt('reason')}
        maxLength={2000}
      />
    </EditDialog>
  );
}

function LineFields({ entry, year }: { readonly entry: EntryForm; readonly year: number }) {
  const { texts } = useLanguage();
  const words = texts.arende;
  const { values, change, form } = entry;
  const lines = useLineOptions(year);
  return (
    <>
      {values.kind === 'newLine' ? (
        <TextField
          label={words.newLineName}
          description={words.newLineHelp}
          value={values.newLineName}
          onChange={(newLineName) => change({ newLineName })}
          error={form.errorAt('newLineName')}
          maxLength={200}
          isRequired
        />
      ) : (
        <SelectField
          label={words.line}
          value={values.lineId}
          options={lines}
          placeholder={texts.budget.chooseLine}
          onChange={(lineId) => change({ lineId })}
          error={form.errorAt('lineId')}
          isRequired
        />
      )}
      {values.kind === 'aterbudgetering' ? (
        <SelectField
          label={texts.budget.fromYear}
          value={values.fromYear}
          options={fiveYears(year - 5).toReversed()}
          onChange={(fromYear) => change({ fromYear })}
        />
      ) : null}
      {values.kind === 'omdisponering' ? (
        <SelectField
          label={words.fromLineField}
          value={values.fromLineId}
          options={lines.filter(({ value }) => value !== values.lineId)}
          placeholder={texts.budget.chooseLine}
          onChange={(fromLineId) => change({ fromLineId })}
          error={form.errorAt('fromLineId')}
          isRequired
        />
      ) : null}
    </>
  );
}

function useLineOptions(year: number): SelectOption<string>[] {
  const { organisationId } = useOrganisation();
  const { data } = useQuery({
    queryKey: ['investeringsbudget', organisationId, year],
    queryFn: () => callApi(getInvesteringsbudget, { params: { organisationId, year: `${year}` } }),
  });
  return data?.lines.map(({ lineId, name }) => ({ value: lineId, label: name })) ?? [];
}

function fiveYears(first: number): SelectOption<string>[] {
  return Array.from({ length: 5 }, (_, index) => `${first + index}`).map((year) => ({
    value: year,
    label: year,
  }));
}
