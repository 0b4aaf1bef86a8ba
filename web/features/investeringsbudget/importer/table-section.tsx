import type { TableChoice, TableReadingAnswer } from '#contract/utfall-table.ts';
import { useLanguage, useTexts } from '../../../texts/language.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageSection } from '../../../ui/page/section.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { columnFrom, columnOf, columnText, withSheet, withUnit } from './table-choice.ts';

/** What the choice of how a table is read takes. */
export type TableSectionProps = {
  readonly table: TableReadingAnswer;
  /** Being read again, as was just chosen. */
  readonly isBusy: boolean;
  readonly onChoose: (choice: TableChoice) => void;
};

/** How a table is read: sheet, heading, columns, unit, year and sign, with its first rows below. */
export function TableSection({ table, isBusy, onChoose }: TableSectionProps) {
  const words = useTexts().imports;
  const { sheets, choice } = table;
  const years = yearOptions(choice.year);
  return (
    <PageSection id="tabell" title={words.tableTitle} detail={words.tableDetail}>
      {choice.unit === null ? (
        <Notice heading={words.unitMissing} live="off">
          {words.unitMissingBody}
        </Notice>
      ) : null}
      <div className="table-fields" aria-busy={isBusy}>
        {sheets.length > 1 ? (
          <SelectField
            label={words.sheet}
            value={`${choice.sheet}`}
            options={sheets.map(({ name, isHidden, rowCount }, at) => ({
              value: `${at}`,
              label: words.sheetName(name, isHidden, rowCount),
            }))}
            onChange={(value) => onChoose(withSheet(choice, parseInt(value, 10)))}
          />
        ) : null}
        <SelectField
          label={words.headerRow}
          value={`${choice.headerRow ?? 0}`}
          options={[
            { value: '0', label: words.noHeaderRow },
            ...table.firstRows.map(({ row }) => ({ value: `${row}`, label: words.row(row) })),
          ]}
          onChange={(value) => {
            const headerRow = parseInt(value, 10);
            onChoose({ ...choice, headerRow: headerRow === 0 ? null : headerRow });
          }}
        />
        <SelectField
          label={words.yearOfTable}
          value={`${choice.year ?? 0}`}
          options={[
            { value: '0', label: words.yearInTable },
            ...years.map((year) => ({ value: `${year}`, label: `${year}` })),
          ]}
          onChange={(value) => {
            const year = parseInt(value, 10);
            onChoose({ ...choice, year: year === 0 ? null : year });
          }}
        />
        <div className="field">
          <span className="field-label" aria-hidden="true">
            {words.unit}
          </span>
          <SegmentedControl
            label={words.unit}
            value={choice.unit ?? ''}
            segments={[
              { value: 'kr', label: 'kr' },
              { value: 'tkr', label: 'Tkr' },
              { value: 'mnkr', label: 'mnkr' },
            ]}
            onChange={(unit) => onChoose(withUnit(choice, unit))}
          />
        </div>
        <div className="field">
          <span className="field-label" aria-hidden="true">
            {words.sign}
          </span>
          <SegmentedControl<TableChoice['sign']>
            label={words.sign}
            value={choice.sign}
            segments={[
              { value: 'as_written', label: words.asWritten },
              { value: 'reversed', label: words.reversed },
            ]}
            onChange={(sign) => onChoose({ ...choice, sign })}
          />
        </div>
      </div>
      <FirstRows table={table} onChoose={onChoose} />
      <Problems table={table} />
    </PageSection>
  );
}

function yearOptions(chosen: number | null): number[] {
  const now = new Date().getFullYear();
  const near = Array.from({ length: 12 }, (_, at) => now + 1 - at);
  return chosen === null || near.includes(chosen) ? near : [...near, chosen];
}

function FirstRows({ table, onChoose }: Pick<TableSectionProps, 'table' | 'onChoose'>) {
  const words = useTexts().imports;
  const { choice, firstRows, skipped, problems } = table;
  const width = Math.max(choice.columns.length, ...firstRows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => columnOf(choice, at));
  const isSkipped = new Set(skipped.map(({ row }) => row));
  const hasProblem = new Set(problems.map(({ row }) => row));
  return (
    <Sheet>
      <div className="first-rows" role="region" aria-label={words.firstRows}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{words.rowNumber}</th>
              {columns.map((column, at) => (
                <th scope="col" key={at}>
                  <span className="select-box">
                    <select
                      className="field-input select-input"
                      aria-label={words.columnNumber(at + 1)}
                      value={columnText(column)}
                      onChange={(event) => {
                        const next = columns.map((old, other) =>
                          other === at ? columnFrom(event.target.value) : old,
                        );
                        onChoose({ ...choice, columns: next });
                      }}
                    >
                      <ColumnOptions current={columnText(column)} />
                    </select>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {firstRows.map(({ row, cells }) => (
              <tr
                key={row}
                data-left={isSkipped.has(row) || undefined}
                data-problem={hasProblem.has(row) || undefined}
              >
                <th scope="row">{row}</th>
                {columns.map((_, at) => (
                  <td key={at}>{cells[at] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}

function ColumnOptions({ current }: { readonly current: string }) {
  const { imports: words, utfall } = useTexts();
  const [, year = '', month = ''] = current.split(' ');
  const isOfYear = current.startsWith('amount') && year !== '-' && month === '-';
  return (
    <>
      <option value="other">{words.columnOther}</option>
      <option value="name">{words.columnName}</option>
      <option value="account">{words.columnAccount}</option>
      <option value="year">{words.columnYear}</option>
      <option value="period">{words.columnPeriod}</option>
      <option value="amount - -">{words.columnAmount}</option>
      {isOfYear ? <option value={current}>{words.columnAmountOf(year)}</option> : null}
      {utfall.longMonths.map((name, at) => {
        const ofYear = current === `amount ${year} ${at + 1}` && year !== '-' ? ` ${year}` : '';
        return (
          <option key={name} value={ofYear === '' ? `amount - ${at + 1}` : current}>
            {words.columnAmountOf(`${name}${ofYear}`)}
          </option>
        );
      })}
    </>
  );
}

/** Problems that are shown at a time. */
const shownProblems = 200;

function Problems({ table }: { readonly table: TableReadingAnswer }) {
  const { texts, language } = useLanguage();
  const words = texts.imports;
  const { problems, problemCount, skipped } = table;
  const left = skipped.filter(({ reason }) => reason !== 'header' && reason !== 'before_header');
  return (
    <>
      {problemCount === 0 ? null : (
        <div className="table-problems">
          <Notice tone="warn" heading={words.problems(problemCount)} live="status">
            {words.problemsBody}
          </Notice>
          <Sheet>
            <DataTable
              label={words.problems(problemCount)}
              columns={[
                { id: 'place', title: words.where },
                { id: 'text', title: words.stands },
                { id: 'why', title: words.problem },
              ]}
              rows={problems.slice(0, shownProblems).map((problem) => ({
                id: `${problem.row} ${problem.column ?? 0} ${problem.code}`,
                cells: {
                  place: words.cell(problem.row, problem.column),
                  text: problem.text === '' ? '' : `”${problem.text}”`,
                  why: problem[language],
                },
              }))}
            />
          </Sheet>
          {problemCount > shownProblems ? (
            <p className="small">{words.firstProblems(shownProblems, problemCount)}</p>
          ) : null}
        </div>
      )}
      {left.length === 0 ? null : (
        <details className="table-skipped">
          <summary>{words.skipped(left.length)}</summary>
          <ul>
            {left.map(({ row, ...why }) => (
              <li key={row}>
                {words.row(row)}: {why[language]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
