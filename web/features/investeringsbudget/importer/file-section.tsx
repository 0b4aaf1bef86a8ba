import type { ReactNode } from 'react';
import type { UtfallFacts, UtfallWarning } from '#contract/utfall-file.ts';
import { tkr } from '#domain/tkr.ts';
import { shown } from '../../../lib/format.ts';
import { useLanguage, useTexts } from '../../../texts/language.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { groupWarnings } from './warning-groups.ts';

/** What can be told of a file, when it is read and when it has been imported. */
export type FileFactsProps = {
  readonly kind: string;
  readonly encoding: string | null;
  readonly sha256: string | null;
  readonly facts: UtfallFacts;
};

/** What a file says of itself. */
export function FileFacts({ kind, encoding, sha256, facts }: FileFactsProps) {
  const words = useTexts().imports;
  const { sieType, program, companyName, orgnr, vouchers, fiscalYears } = facts;
  const told: readonly (readonly [string, ReactNode])[] = [
    [words.kind, words.kinds(kind, sieType)],
    [words.company, [companyName, orgnr].filter(Boolean).join(', ')],
    [words.program, program],
    [words.encoding, encoding],
    [words.vouchers, vouchers === null ? null : `${vouchers}`],
    [words.fiscalYears, fiscalYears.map(({ start, end }) => `${start} – ${end}`).join(', ')],
    [
      'SHA-256',
      <span key="hash" className="utfall-hash">
        {sha256}
      </span>,
    ],
  ];
  return (
    <dl className="facts">
      {told.map(([name, value]) =>
        value === null || value === '' ? null : (
          <div className="facts-row" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** What the choice of years takes. */
export type FileYearsProps = {
  readonly facts: UtfallFacts;
  /** In a ledger debit and credit take each other out: the sum says nothing. */
  readonly isLedger: boolean;
  readonly years: readonly number[];
  readonly onYears: (years: readonly number[]) => void;
};

/** The years of a file with what it has for each, and which of them are taken in. */
export function FileYears({ facts, isLedger, years, onYears }: FileYearsProps) {
  const words = useTexts().imports;
  return (
    <Sheet>
      <DataTable
        label={words.yearsLabel}
        columns={[
          { id: 'year', title: words.year },
          { id: 'months', title: words.monthsOf },
          { id: 'amounts', title: words.amounts, isFigure: true },
          ...(isLedger ? [] : [{ id: 'total' as const, title: words.total, isFigure: true }]),
        ]}
        rows={facts.years.map(({ year, firstMonth, lastMonth, hasWholeYear, amounts, total }) => ({
          id: `${year}`,
          cells: {
            year: (
              <label className="mapping-what">
                <input
                  type="checkbox"
                  checked={years.includes(year)}
                  onChange={(event) =>
                    onYears(
                      event.target.checked
                        ? [...years, year].toSorted((left, right) => left - right)
                        : years.filter((one) => one !== year),
                    )
                  }
                />
                <span>{words.takeYear(year)}</span>
              </label>
            ),
            months: words.months(firstMonth, lastMonth, hasWholeYear),
            amounts,
            total: shown(tkr(total)),
          },
        }))}
      />
    </Sheet>
  );
}

/** What was found in a file, kind by kind; each kind opens to every place. */
export function Warnings({
  warnings,
  count,
}: {
  readonly warnings: readonly UtfallWarning[];
  readonly count: number;
}) {
  const { texts, language } = useLanguage();
  const words = texts.imports;
  if (count === 0) return <p className="small">{words.noWarnings}</p>;
  return (
    <div className="warnings">
      <h3>{words.warningsTitle(count)}</h3>
      <ul className="warning-list">
        {groupWarnings(warnings).map(({ code, warnings: ofCode }) => {
          const [first] = ofCode;
          if (first === undefined) return null;
          const place = first.line === null ? '' : `${words.line(first.line)}: `;
          if (ofCode.length === 1) {
            return (
              <li key={code}>
                {place}
                {first[language]}
              </li>
            );
          }
          return (
            <li key={code}>
              <details>
                <summary>
                  <b>{words.times(ofCode.length)}</b> {first[language]}
                </summary>
                <ul>
                  {ofCode.map((warning, at) => (
                    <li key={at}>
                      {warning.line === null ? '' : `${words.line(warning.line)}: `}
                      {warning[language]}
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
      {count > warnings.length ? (
        <p className="small">{words.moreWarnings(count - warnings.length)}</p>
      ) : null}
    </div>
  );
}
