import type { Beslut } from '#contract/beslut.ts';
import { useTexts } from '../texts/language.tsx';
import { useBeslutLine } from './beslut-facts.tsx';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';

/** A decision on its way in. */
export type BeslutDraft = {
  readonly title: string;
  readonly organ: string;
  readonly date: string;
  readonly paragraph: string;
  readonly dnr: string;
};

/** A decision of which nothing is known yet. */
export const emptyBeslut: BeslutDraft = {
  title: '',
  organ: 'Direktionen',
  date: '',
  paragraph: '',
  dnr: '',
};

/** The choice that opens the fields of a new decision. */
export const newBeslut = 'new';

/** What the choice of a decision takes. */
export type BeslutFieldsProps = {
  /** The decisions to choose from. */
  readonly known: readonly Beslut[];
  readonly beslutId: string;
  readonly onChoose: (beslutId: string) => void;
  readonly beslut: BeslutDraft;
  readonly onChange: (beslut: BeslutDraft) => void;
  readonly errorAt: (path: string) => string | undefined;
  readonly startsHere: boolean;
};

/** Chooses the decision that an amount comes from, or takes a new one. */
export function BeslutFields(props: BeslutFieldsProps) {
  const { known, beslutId, onChoose, beslut, onChange, errorAt, startsHere } = props;
  const words = useTexts().budget;
  const line = useBeslutLine();
  return (
    <>
      <SelectField
        label={words.beslut}
        value={beslutId}
        options={[
          ...known.map((one) => ({
            value: one.beslutId,
            label: `${one.title}. ${line(one)}`,
          })),
          { value: newBeslut, label: words.newBeslut },
        ]}
        placeholder={words.chooseBeslut}
        onChange={onChoose}
        error={beslutId === '' ? errorAt('beslutId') : undefined}
        autoFocus={startsHere}
      />
      {beslutId === newBeslut ? (
        <>
          <TextField
            label={words.beslutTitle}
            value={beslut.title}
            onChange={(title) => onChange({ ...beslut, title })}
            error={errorAt('beslut.title')}
            maxLength={200}
            isRequired
          />
          <TextField
            label={words.organ}
            value={beslut.organ}
            onChange={(organ) => onChange({ ...beslut, organ })}
            error={errorAt('beslut.organ')}
            maxLength={100}
            isRequired
          />
          <TextField
            label={words.date}
            type="date"
            value={beslut.date}
            onChange={(date) => onChange({ ...beslut, date })}
            error={errorAt('beslut.date')}
            isRequired
          />
          <TextField
            label={words.paragraph}
            value={beslut.paragraph}
            onChange={(paragraph) => onChange({ ...beslut, paragraph })}
            error={errorAt('beslut.paragraph')}
            maxLength={50}
          />
          <TextField
            label={words.dnr}
            value={beslut.dnr}
            onChange={(dnr) => onChange({ ...beslut, dnr })}
            error={errorAt('beslut.dnr')}
            maxLength={50}
          />
        </>
      ) : null}
    </>
  );
}
