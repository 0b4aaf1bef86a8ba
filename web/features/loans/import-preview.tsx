import { useEffect, useState } from 'react';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { focusSection, PageSection } from '../../ui/page/section.tsx';
import { focusTitle } from '../../ui/page/title-focus.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { LoanImportFlow } from './import-page.tsx';
import { ImportRows } from './import-rows.tsx';
import type { LoanFileReading } from './loan-file.ts';

/** What the preview takes. */
export type ImportPreviewProps = {
  readonly reading: LoanFileReading;
  readonly flow: LoanImportFlow;
};

/** What a file of loans says, loan by loan, and the step itself. */
export function ImportPreview({ reading, flow }: ImportPreviewProps) {
  const { imports, loanImport: words } = useTexts();
  const { file, sending } = flow.state;
  const [changed, setChanged] = useState<'keep' | 'update'>('keep');
  // Whoever listens, or uses the keyboard, goes on at what was read.
  useEffect(() => focusSection('filen'), []);
  return (
    <PageSection
      id="filen"
      title={file?.name ?? ''}
      tools={
        <Button
          onPress={() => {
            flow.forget();
            focusTitle();
          }}
        >
          {imports.otherFile}
        </Button>
      }
    >
      <HowRead reading={reading} flow={flow} />
      {reading.loans.length === 0 ? null : (
        <>
          <h3>{words.loansTitle}</h3>
          <p className="page-section-detail">{words.loansDetail}</p>
          <ImportRows loans={reading.loans} isUpdating={changed === 'update'} />
          <Skipped reading={reading} />
          <Finish
            reading={reading}
            changed={changed}
            onChanged={setChanged}
            isPending={sending !== null}
            onTake={() => void flow.take({ changed })}
          />
        </>
      )}
    </PageSection>
  );
}

function HowRead({ reading, flow }: ImportPreviewProps) {
  const { texts, language } = useLanguage();
  const words = texts.loanImport;
  const { sheets, sheet, unit, missing, columns, notes } = reading;
  const { file, sending } = flow.state;
  const again = (choice: { readonly sheet?: string; readonly unit?: 'kr' | 'tkr' | 'mnkr' }) => {
    const kept = { sheet: `${sheet}`, ...(unit === null ? {} : { unit }) };
    if (file !== null) void flow.read(file, { ...kept, ...choice });
  };
  const notRead = columns.filter(({ is, heading }) => is === null && heading !== '');
  const needsUnit = unit === null && missing.length === 0;
  return (
    <>
      {missing.length === 0 ? null : (
        <Notice tone="warn" heading={words.missing}>
          {words.missingBody(missing.map((column) => words.columns[column]).join(', '))}
        </Notice>
      )}
      {needsUnit ? (
        <Notice heading={words.unitMissing} live="off">
          {words.unitMissingBody}
        </Notice>
      ) : null}
      <div className="loan-file-fields" aria-busy={sending !== null}>
        {sheets.length > 1 ? (
          <SelectField
            label={words.sheet}
            value={`${sheet}`}
            options={sheets.map(({ name, isHidden }, at) => ({
              value: `${at}`,
              label: words.sheetName(name, isHidden),
            }))}
            onChange={(value) => again({ sheet: value })}
          />
        ) : null}
        <div className="field">
          <span className="field-label" aria-hidden="true">
            {words.unit}
          </span>
          <SegmentedControl<'kr' | 'tkr' | 'mnkr' | ''>
            label={words.unit}
            value={unit ?? ''}
            segments={[
              { value: 'kr', label: 'kr' },
              { value: 'tkr', label: 'Tkr' },
              { value: 'mnkr', label: 'mnkr' },
            ]}
            onChange={(chosen) => {
              if (chosen !== '') again({ unit: chosen });
            }}
          />
        </div>
      </div>
      {notRead.length === 0 ? null : (
        <p className="small">{words.notRead(notRead.map(({ heading }) => heading).join(', '))}</p>
      )}
      {notes.map((note) => (
        <p className="small" key={note.code}>
          {note[language]}
        </p>
      ))}
    </>
  );
}

function Skipped({ reading: { skipped } }: Pick<ImportPreviewProps, 'reading'>) {
  const { texts, language } = useLanguage();
  const words = texts.loanImport;
  const told = skipped.filter(({ code }) => code !== 'header' && code !== 'before_header');
  if (told.length === 0) return null;
  return (
    <details className="loan-file-skipped">
      <summary>{words.skipped(told.length)}</summary>
      <ul>
        {told.map((one) => (
          <li key={one.row}>
            {words.row(one.row)}: {one[language]}
          </li>
        ))}
      </ul>
    </details>
  );
}

type FinishProps = {
  readonly reading: LoanFileReading;
  readonly changed: 'keep' | 'update';
  readonly onChanged: (changed: 'keep' | 'update') => void;
  readonly isPending: boolean;
  readonly onTake: () => void;
};

function Finish({ reading, changed, onChanged, isPending, onTake }: FinishProps) {
  const { loanImport: words } = useTexts();
  const { counts } = reading;
  if (counts.problem > 0) {
    return (
      <div className="loan-file-refused">
        <Notice tone="warn" heading={words.problemsTitle(counts.problem)} live="off">
          {words.problemsBody}
        </Notice>
      </div>
    );
  }
  const count = counts.new + (changed === 'update' ? counts.changed : 0);
  return (
    <div className="loan-file-finish">
      {counts.changed === 0 ? null : (
        <div className="field">
          <span className="field-label" aria-hidden="true">
            {words.changedTitle}
          </span>
          <SegmentedControl<'keep' | 'update'>
            label={words.changedTitle}
            value={changed}
            segments={[
              { value: 'keep', label: words.keep },
              { value: 'update', label: words.update },
            ]}
            onChange={onChanged}
          />
        </div>
      )}
      {count === 0 ? (
        <p>{counts.changed === 0 ? words.nothing : words.nothingKept}</p>
      ) : (
        <Button look="primary" isPending={isPending} onPress={onTake}>
          {words.take(count)}
        </Button>
      )}
    </div>
  );
}
