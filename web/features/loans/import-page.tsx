import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { Link } from 'react-router';
import { addressOf } from '#contract/endpoint.ts';
import { importLoansFile, readLoansFile } from '#contract/loan-files.ts';
import { exportLoansCsv } from '#contract/loans.ts';
import { neededColumns } from '#domain/forecast/loan-table-loan.ts';
import { loanColumns } from '#domain/forecast/loan-table-terms.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { uploadFile } from '../../lib/upload.ts';
import { useTexts } from '../../texts/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DropZone } from '../../ui/file/drop-zone.tsx';
import { Sending } from '../../ui/file/sending.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { focusTitle } from '../../ui/page/title-focus.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ImportPreview } from './import-preview.tsx';
import type { ImportOutcome, LoanFileChoice, LoanFileReading } from './loan-file.ts';
import { LoansTabs } from './loans-tabs.tsx';
import { TableFailure } from './table-failure.tsx';
import { useTableImport } from './use-table-import.ts';
import './loans.css';

/** Takes loans in from a table, after every one of them has been shown. */
export function LoanImportPage() {
  const { loanImport: words } = useTexts();
  const mayEdit = useRight('editLoans');
  const flow = useLoanImport();
  const { file, reading, sending } = flow.state;
  const isOpen = reading !== null;
  return (
    <Page
      title={words.title}
      place={words.place}
      say={isOpen ? words.sayRead(file?.name ?? '') : mayEdit ? words.say : words.reader}
      tabs={<LoansTabs />}
    >
      {mayEdit ? <FileIn flow={flow} /> : null}
      {reading !== null && sending?.is !== 'importing' ? (
        <ImportPreview key={reading.preview} reading={reading} flow={flow} />
      ) : null}
      {isOpen || !mayEdit ? null : <Columns />}
    </Page>
  );
}

const unchosen: LoanFileChoice = {};

function useLoanImport() {
  const client = useQueryClient();
  const { organisationId } = useOrganisation();
  const params = { organisationId };
  return useTableImport<
    LoanFileReading,
    LoanFileChoice,
    { readonly changed: 'keep' | 'update' },
    ImportOutcome
  >(
    {
      read: (file, choice, options) =>
        uploadFile(
          readLoansFile,
          { params, query: { fileName: file.name, ...choice } },
          file,
          options,
        ),
      take: async (file, reading, { changed }, options) => {
        const { sha256, preview, sheet, unit } = reading;
        const query = {
          fileName: file.name,
          sheet: `${sheet}`,
          ...(unit === null ? {} : { unit }),
          ...{ sha256, preview, changed },
        };
        const outcome = await uploadFile(importLoansFile, { params, query }, file, options);
        await client.invalidateQueries();
        return outcome;
      },
    },
    unchosen,
  );
}

/** The way of a file of loans. */
export type LoanImportFlow = ReturnType<typeof useLoanImport>;

function FileIn({ flow }: { readonly flow: LoanImportFlow }) {
  const { loanImport: words } = useTexts();
  const { file, reading, sending, error, done } = flow.state;
  const { read } = flow;
  const take = useCallback((dropped: File) => void read(dropped), [read]);
  const isFirst = sending !== null && (reading === null || sending.is === 'importing');
  return (
    <>
      {done === null ? null : <Done done={done} />}
      {error === null || file === null ? null : (
        <TableFailure
          fileName={file.name}
          error={error}
          onRetry={flow.retry}
          onOther={() => {
            flow.forget();
            focusTitle();
          }}
        />
      )}
      {reading !== null && !isFirst ? null : (
        <DropZone
          onFile={take}
          isBusy={sending !== null}
          formats={words.formats}
          endings=".csv,.txt,.tsv,.xlsx,.xlsm"
        >
          {isFirst && file !== null ? (
            <Sending
              fileName={file.name}
              {...sending}
              onStop={() => {
                flow.stop();
                focusTitle();
              }}
            />
          ) : undefined}
        </DropZone>
      )}
    </>
  );
}

type DoneProps = { readonly done: NonNullable<LoanImportFlow['state']['done']> };

function Done({ done: { fileName, outcome } }: DoneProps) {
  const { loanImport: words } = useTexts();
  const { slug } = useOrganisation();
  // What was pressed is gone: whoever listens begins again at the top.
  useEffect(focusTitle, []);
  const { added, updated, kept } = outcome;
  return (
    <Notice
      heading={words.done(fileName, added.length, updated.length)}
      actions={
        <Link className="button button-primary" to={`/${slug}/lan`}>
          {words.showLoans}
        </Link>
      }
    >
      {words.doneBody(kept)}
    </Notice>
  );
}

function Columns() {
  const { loanImport: words } = useTexts();
  const { organisationId } = useOrganisation();
  const csv = addressOf(exportLoansCsv, { params: { organisationId } });
  return (
    <PageSection
      id="kolumner"
      title={words.columnsTitle}
      detail={words.columnsDetail}
      tools={
        <a className="button button-standard" href={csv} download>
          {words.toCsv}
        </a>
      }
    >
      <Sheet>
        <DataTable
          label={words.columnsTitle}
          columns={[
            { id: 'column', title: words.column },
            { id: 'sample', title: words.sample },
          ]}
          rows={loanColumns.map((column) => ({
            id: column,
            cells: {
              column: (
                <>
                  {words.columns[column]}{' '}
                  {neededColumns.some((one) => one === column) ? (
                    <Mark tone="plain">{words.needed}</Mark>
                  ) : null}
                </>
              ),
              sample: words.samples[column],
            },
          }))}
        />
      </Sheet>
    </PageSection>
  );
}
