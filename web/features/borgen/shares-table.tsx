import type { ReactNode } from 'react';
import type { ScenarioAnswer } from '#contract/scenarios.ts';
import {
  formatFigureReference,
  type MemberFigure,
  memberFigures,
} from '#domain/figure-reference.ts';
import type { MemberYear } from '#domain/forecast/member-years.ts';
import { formatShare, percentShares } from '#domain/forecast/share-words.ts';
import { hundredPercent } from '#domain/percent.ts';
import { isNegative, subtract, type Tkr } from '#domain/tkr.ts';
import { useTexts } from '../../texts/language.tsx';
import { Amount } from '../../ui/amount.tsx';
import { FigureButton } from '../../ui/passport/figure-button.tsx';
import type { ScenarioShares } from './borgen.ts';

/** What the table takes. */
export type SharesTableProps = {
  readonly scenario: ScenarioAnswer;
  readonly shares: ScenarioShares;
};

const columns = [...memberFigures, 'fee'] as const;

/** A row a member under each year, and the year's sum, which is the whole to the öre. */
export function SharesTable({ scenario, shares }: SharesTableProps) {
  const { borgen: words } = useTexts();
  const hasFees = shares.fees.length > 0;
  const label = words.sharesOf(scenario.name);
  return (
    // A region that scrolls must be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="borgen-scroll" role="group" aria-label={label} tabIndex={0}>
      <table className="borgen-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.member}</th>
            <th scope="col">{words.share}</th>
            {columns
              .filter((column) => column !== 'fee' || hasFees)
              .map((column) => (
                <th key={column} scope="col">
                  {words.figures[column]}
                </th>
              ))}
          </tr>
        </thead>
        {shares.years.map((year) => (
          <YearRows key={year.year} scenario={scenario} shares={shares} at={year} />
        ))}
      </table>
    </div>
  );
}

type YearRowsProps = SharesTableProps & { readonly at: MemberYear };

function YearRows({ scenario, shares, at }: YearRowsProps) {
  const { borgen: words, common } = useTexts();
  const hasFees = shares.fees.length > 0;
  const width = 2 + memberFigures.length + (hasFees ? 1 : 0);
  const heading = (
    <tr className="borgen-year">
      <th scope="colgroup" colSpan={width}>
        {at.year}
        <span className="borgen-key">
          {at.key === null ? null : words.notes.key(words.types[at.key.type], at.key.validFrom)}
        </span>
      </th>
    </tr>
  );
  if (at.gap !== null || at.key === null) {
    return (
      <tbody>
        {heading}
        <tr>
          <td className="borgen-gap" colSpan={width}>
            {at.gap === 'no_key' ? words.noKey(at.year) : words.noDebt}
          </td>
        </tr>
      </tbody>
    );
  }
  const percents = percentShares(at.key);
  const fee = shares.fees.find(({ year }) => year === at.year);
  const rows = shares.members.flatMap((member) => {
    const share = at.shares.find(({ memberId }) => memberId === member.memberId);
    const paid = fee?.parts.find(({ memberId }) => memberId === member.memberId)?.amount ?? null;
    return share === undefined && paid === null ? [] : [{ member, share, paid }];
  });
  return (
    <tbody>
      {heading}
      {rows.map(({ member: { memberId, name }, share, paid }) => {
        const percent = percents.find((one) => one.memberId === memberId)?.percent;
        return (
          <tr key={memberId}>
            <th scope="row">{name}</th>
            <td>{percent === undefined ? '–' : formatShare(percent)}</td>
            {memberFigures.map((figure) => (
              <Cell key={figure} amount={share?.[figure] ?? null}>
                {(shown) => (
                  <FigureButton
                    name={words.figureOf(name, words.figures[figure].toLowerCase(), at.year)}
                    figure={referenceOf(scenario.scenarioId, memberId, at.year, figure)}
                  >
                    {shown}
                  </FigureButton>
                )}
              </Cell>
            ))}
            {hasFees ? <Cell amount={paid} /> : null}
          </tr>
        );
      })}
      <tr className="borgen-sum">
        <th scope="row">{common.sum}</th>
        <td>{formatShare(hundredPercent)}</td>
        <Cell amount={at.debt} />
        <Cell amount={at.borgenstak} />
        <Cell amount={headroomOf(at)} />
        {hasFees ? <Cell amount={fee?.total ?? null} /> : null}
      </tr>
    </tbody>
  );
}

function headroomOf({ debt, borgenstak }: MemberYear): Tkr | null {
  return debt === null || borgenstak === null ? null : subtract(borgenstak, debt);
}

function referenceOf(scenarioId: string, memberId: string, year: number, figure: MemberFigure) {
  return formatFigureReference({ kind: 'memberShare', scenarioId, memberId, year, figure });
}

type CellProps = {
  readonly amount: Tkr | null;
  readonly children?: (shown: ReactNode) => ReactNode;
};

function Cell({ amount, children }: CellProps) {
  if (amount === null) return <td>–</td>;
  const shown = <Amount value={amount} />;
  return (
    <td {...(isNegative(amount) ? { className: 'borgen-below' } : {})}>
      {children === undefined ? shown : children(shown)}
    </td>
  );
}
