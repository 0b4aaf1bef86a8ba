import { type FormEvent, useState } from 'react';
import { useLanguage } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { focusSection } from '../../ui/page/section.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { actionText } from './action-words.ts';
import { isChosen, type LogFilter } from './log-filter.ts';
import type { LogPage } from './log-queries.ts';

/** What the form takes. */
export type FilterFormProps = {
  readonly filter: LogFilter;
  readonly people: LogPage['people'];
  readonly actions: LogPage['actions'];
  /** What the thing that the rows are about is called. */
  readonly about: string | null;
  readonly onChoose: (filter: LogFilter) => void;
};

const nobody = 'alla';
const nothing: LogFilter = { person: null, action: null, from: null, to: null, about: null };

/** Chooses among the rows by person, event and days. Nothing happens until the choice is shown. */
export function FilterForm({ filter, people, actions, about, onChoose }: FilterFormProps) {
  const { texts, language } = useLanguage();
  const words = texts.administration.log;
  const [draft, setDraft] = useState(filter);
  const [applied, setApplied] = useState(filter);
  // The address can change from elsewhere: a link in a row, or the browser's own way back.
  if (applied !== filter) {
    setApplied(filter);
    setDraft(filter);
  }
  const [isWrong, setIsWrong] = useState(false);
  const change = (part: Partial<LogFilter>): void => setDraft((old) => ({ ...old, ...part }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { from, to } = draft;
    const isTurned = from !== null && to !== null && from > to;
    setIsWrong(isTurned);
    if (!isTurned) onChoose(draft);
  };
  const widen = (wider: LogFilter): void => {
    onChoose(wider);
    // The button that was pressed is gone with what it took away.
    focusSection('loggen');
  };
  const byWords = new Intl.Collator(language);
  const actionOptions = actions
    .map((value) => ({ value, label: actionText(value, language) }))
    .toSorted((left, right) => byWords.compare(left.label, right.label));
  return (
    <form
      className="log-filter no-print"
      role="search"
      aria-label={words.filter}
      onSubmit={submit}
      noValidate
    >
      <SelectField
        label={words.person}
        value={draft.person ?? nobody}
        options={[
          { value: nobody, label: words.everybody },
          ...people.map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
        onChange={(person) => change({ person: person === nobody ? null : person })}
      />
      <SelectField
        label={words.action}
        value={draft.action ?? nobody}
        options={[{ value: nobody, label: words.everything }, ...actionOptions]}
        onChange={(action) => change({ action: action === nobody ? null : action })}
      />
      <TextField
        label={words.from}
        type="date"
        value={draft.from ?? ''}
        onChange={(from) => change({ from: from === '' ? null : from })}
        error={isWrong ? words.daysTurned : undefined}
      />
      <TextField
        label={words.to}
        type="date"
        value={draft.to ?? ''}
        onChange={(to) => change({ to: to === '' ? null : to })}
      />
      <div className="log-filter-buttons">
        <Button type="submit" look="primary">
          {words.apply}
        </Button>
        {isChosen(filter) ? <Button onPress={() => widen(nothing)}>{words.clear}</Button> : null}
      </div>
      {about === null ? null : (
        <p className="log-filter-about">
          {words.only(about)}
          <Button look="quiet" onPress={() => widen({ ...filter, about: null })}>
            {words.removeObject}
          </Button>
        </p>
      )}
    </form>
  );
}
