import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Answer } from '#contract/endpoint.ts';
import { importRateCurve, readRateCurveFile } from '#contract/loan-files.ts';
import type { RateCurveAnswer } from '#contract/loans.ts';
import { percentOf } from '#domain/percent.ts';
import { shownRate } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { uploadFile } from '../../lib/upload.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DropZone } from '../../ui/file/drop-zone.tsx';
import { Sending } from '../../ui/file/sending.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TableFailure } from './table-failure.tsx';
import { useTableImport } from './use-table-import.ts';

type Reading = Answer<typeof readRateCurveFile>;

/** What the window takes. */
export type CurveImportProps = {
  readonly curve: RateCurveAnswer;
  readonly onClose: () => void;
};

/** Takes values of a reference rate in from a table, after they have been shown. */
export function CurveImport({ curve, onClose }: CurveImportProps) {
  const { common, imports, rateCurves: words } = useTexts();
  const flow = useCurveImport(curve.curveId);
  const { file, reading, sending, error } = flow.state;
  const { read } = flow;
  const drop = useCallback((dropped: File) => void read(dropped), [read]);
  const isFirst = sending !== null && (reading === null || sending.is === 'importing');
  const count = (reading?.points ?? []).filter(({ outcome }) => outcome !== 'same').length;
  const mayTake = reading !== null && reading.problemCount === 0 && count > 0;
  const take = async (): Promise<void> => {
    if (await flow.take(null)) onClose();
  };
  return (
    <Dialog
      isOpen
      size="wide"
      title={words.fileTitle(curve.name)}
      closeLabel={common.close}
      onClose={onClose}
      actions={
        reading === null ? undefined : (
          <>
            <Button onPress={flow.forget}>{imports.otherFile}</Button>
            {mayTake ? (
              <Button look="primary" isPending={sending !== null} onPress={() => void take()}>
                {words.take(count)}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {error === null || file === null ? null : (
        <TableFailure
          fileName={file.name}
          error={error}
          onRetry={flow.retry}
          onOther={flow.forget}
        />
      )}
      {reading !== null && !isFirst ? (
        <Told
          fileName={file?.name ?? ''}
          reading={reading}
          onSheet={(sheet) => {
            if (file !== null) void flow.read(file, sheet);
          }}
        />
      ) : (
        <DropZone
          onFile={drop}
          isBusy={sending !== null}
          formats={words.fileFormats}
          endings=".csv,.txt,.tsv,.xlsx,.xlsm"
        >
          {isFirst && file !== null ? (
            <Sending fileName={file.name} {...sending} onStop={flow.stop} />
          ) : undefined}
        </DropZone>
      )}
    </Dialog>
  );
}

function useCurveImport(curveId: string) {
  const client = useQueryClient();
  const { organisationId } = useOrganisation();
  const params = { organisationId, curveId };
  return useTableImport<Reading, string | null, null, RateCurveAnswer>(
    {
      read: (file, sheet, options) => {
        const query = { fileName: file.name, ...(sheet === null ? {} : { sheet }) };
        return uploadFile(readRateCurveFile, { params, query }, file, options);
      },
      take: async (file, { sha256, preview, sheet }, _, options) => {
        const query = { fileName: file.name, sheet: `${sheet}`, sha256, preview };
        const outcome = await uploadFile(importRateCurve, { params, query }, file, options);
        await client.invalidateQueries();
        return outcome;
      },
    },
    null,
  );
}

/** Values and problems that are shown at a time. */
const shownAtMost = 200;

type ToldProps = {
  readonly fileName: string;
  readonly reading: Reading;
  readonly onSheet: (sheet: string) => void;
};

function Told({ fileName, reading, onSheet }: ToldProps) {
  const { texts, language } = useLanguage();
  const { rateCurves: words, loanImport } = texts;
  const { points, problems, problemCount, sheets, sheet, notes } = reading;
  const countOf = (outcome: Reading['points'][number]['outcome']): number =>
    points.filter((point) => point.outcome === outcome).length;
  const shown = points.slice(0, shownAtMost);
  return (
    <div className="stack">
      {sheets.length > 1 ? (
        <SelectField
          label={loanImport.sheet}
          value={`${sheet}`}
          options={sheets.map(({ name, isHidden }, at) => ({
            value: `${at}`,
            label: loanImport.sheetName(name, isHidden),
          }))}
          onChange={onSheet}
        />
      ) : null}
      {problemCount === 0 ? null : (
        <Notice tone="warn" heading={words.problemsTitle(fileName, problemCount)}>
          <ul className="loan-file-words">
            {problems.slice(0, shownAtMost).map((problem, at) => (
              <li key={at}>
                {loanImport.cell(problem.row, problem.column)}: {problem[language]}
                {problem.text === '' ? '' : ` ${loanImport.stands(problem.text)}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p>
        {points.length === 0
          ? words.fileEmpty(fileName)
          : words.fileSay(
              fileName,
              words.fileOutcome(countOf('new'), countOf('changed'), countOf('same')),
            )}
      </p>
      {notes.map((note) => (
        <p className="small" key={note.code}>
          {note[language]}
        </p>
      ))}
      {points.length === 0 ? null : (
        <Sheet
          note={
            points.length > shown.length ? words.firstRows(shown.length, points.length) : undefined
          }
        >
          <DataTable
            label={words.fileRowsLabel}
            columns={[
              { id: 'from', title: words.from },
              { id: 'was', title: words.was, isFigure: true },
              { id: 'becomes', title: words.becomes, isFigure: true },
              { id: 'outcome', title: loanImport.outcome },
            ]}
            rows={shown.map(({ row, from, was, rate, outcome }) => ({
              id: `${row}`,
              cells: {
                from,
                was: was === null ? '–' : shownRate(percentOf(was)),
                becomes: shownRate(percentOf(rate)),
                outcome: (
                  <Mark tone={outcome === 'changed' ? 'warn' : 'plain'}>
                    {words.outcomes[outcome]}
                  </Mark>
                ),
              },
            }))}
          />
        </Sheet>
      )}
    </div>
  );
}
