import { useState } from 'react';
import type { PopulationFile } from '#contract/population-file.ts';
import type { Member } from '#contract/settings.ts';
import { useLanguage } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DropZone } from '../../ui/file/drop-zone.tsx';
import { Sending } from '../../ui/file/sending.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { KeyDraft } from './key-draft.ts';
import { draftOfPopulation } from './population.ts';
import { usePopulationFile } from './use-population-file.ts';

/** What the window takes. */
export type PopulationDialogProps = {
  readonly members: readonly Member[];
  /** Takes what was read, as a key to look over and save. */
  readonly onRead: (draft: KeyDraft) => void;
  readonly onClose: () => void;
};

/** Reads a table of inhabitants and shows what is in it for the members; nothing is kept here. */
export function PopulationDialog({ members, onRead, onClose }: PopulationDialogProps) {
  const { texts } = useLanguage();
  const { borgen: words, common } = texts;
  const { state, read, stop, failure } = usePopulationFile();
  const [chosen, setChosen] = useState<string | null>(null);
  const { reading, sending } = state;
  const period = reading?.periods.find((one) => one.period === chosen) ?? reading?.periods.at(-1);
  const isEmpty = (period?.matched.length ?? 0) === 0;
  const go = (): void => {
    if (period !== undefined) onRead(draftOfPopulation(period, state.fileName, words));
  };
  return (
    <Dialog
      isOpen
      size="wide"
      title={words.importTitle}
      closeLabel={common.close}
      onClose={onClose}
      actions={
        reading === null || isEmpty ? null : (
          <Button look="primary" onPress={go}>
            {words.useImport}
          </Button>
        )
      }
    >
      <div className="stack borgen-import">
        {failure === undefined ? null : (
          <Notice tone="warn" heading={words.importRefused}>
            {failure}
          </Notice>
        )}
        <DropZone
          onFile={read}
          isBusy={sending !== null}
          formats={words.importFormats}
          endings=".csv,.txt,.tsv,.xlsx"
        >
          {sending === null ? undefined : (
            <Sending fileName={state.fileName} is="reading" share={sending} onStop={stop} />
          )}
        </DropZone>
        {reading === null || period === undefined ? null : (
          <Found
            reading={reading}
            period={period}
            members={members}
            onPeriod={(next) => setChosen(next)}
          />
        )}
      </div>
    </Dialog>
  );
}

type Period = PopulationFile['periods'][number];

type FoundProps = {
  readonly reading: PopulationFile;
  readonly period: Period;
  readonly members: readonly Member[];
  readonly onPeriod: (period: string) => void;
};

function Found({ reading, period, members, onPeriod }: FoundProps) {
  const { texts, language } = useLanguage();
  const words = texts.borgen;
  const { matched, missing } = period;
  const nameOf = (id: string): string =>
    members.find(({ memberId }) => memberId === id)?.name ?? '';
  const columns = [
    { id: 'member', title: words.member },
    { id: 'population', title: words.population, isFigure: true },
    { id: 'region', title: words.region },
    { id: 'by', title: words.by },
  ];
  return (
    <>
      <SelectField
        label={words.importPeriod}
        value={period.period}
        options={reading.periods.map((one) => ({
          value: one.period,
          label: one.period === '' ? words.noPeriod : one.period,
        }))}
        onChange={onPeriod}
      />
      <p role="status">{words.importFound(matched.length, members.length)}</p>
      {matched.length === 0 ? null : (
        <DataTable
          label={words.importMatched}
          columns={columns}
          rows={matched.map(({ memberId, population, region, by }) => ({
            id: memberId,
            cells: {
              member: nameOf(memberId),
              population: population.replace(/\B(?=(\d{3})+$)/gu, '\u00a0'),
              region,
              by: words.matchedBy[by],
            },
          }))}
        />
      )}
      <div className="borgen-read small">
        {missing.length === 0 ? null : <p>{words.importMissing(missing.map(nameOf).join(', '))}</p>}
        {reading.notes.map((note) => (
          <p key={note.sv}>{note[language]}</p>
        ))}
        {reading.problems.map((problem) => (
          <p key={`${problem.row} ${problem.sv}`}>
            {words.rowProblem(problem.row, problem[language])}
          </p>
        ))}
        {reading.ignoredCount === 0 ? null : (
          <details>
            <summary>{words.importIgnored(reading.ignoredCount)}</summary>
            <p>
              {reading.ignored.join(', ')}
              {reading.ignoredCount > reading.ignored.length ? ' …' : ''}
            </p>
          </details>
        )}
      </div>
    </>
  );
}
