import { useState } from 'react';
import { type MemberFigure, memberFigures } from '#domain/figure-reference.ts';
import type { MemberChange } from '#domain/forecast/key-change.ts';
import type { ShareKey } from '#domain/forecast/share-key.ts';
import { formatShare, percentShares } from '#domain/forecast/share-words.ts';
import { hundredPercent } from '#domain/percent.ts';
import { absolute, isNegative, sum, type Tkr } from '#domain/tkr.ts';
import { shown, shownWithSign } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { NamedMember } from './borgen.ts';
import { type ChangeAnswer, mostChanged } from './change.ts';

/** What the result takes. */
export type ChangeResultProps = {
  readonly answer: ChangeAnswer;
  readonly member: NamedMember;
  readonly members: readonly NamedMember[];
  readonly scenario: string;
  readonly day: string;
};

/** What would be so, in words and as a table, or why that cannot be told. */
export function ChangeResult({ answer, member, members, scenario, day }: ChangeResultProps) {
  const { borgen: words } = useTexts();
  switch (answer.is) {
    case 'noKey':
      return <p>{words.changeNoKey}</p>;
    case 'noDebt':
      return <p>{words.changeNoDebt(parseInt(day, 10))}</p>;
    case 'last':
      return <p>{words.changeLast}</p>;
    case 'noWeight':
      return <p className="small">{words.changeWeight}</p>;
    case 'told':
      return (
        <Told answer={answer} member={member} members={members} scenario={scenario} day={day} />
      );
  }
}

type Told = Extract<ChangeAnswer, { readonly is: 'told' }>;
type ToldProps = ChangeResultProps & { readonly answer: Told };

function Told({ answer, member, members, scenario, day }: ToldProps) {
  const { borgen: words } = useTexts();
  const [figure, setFigure] = useState<MemberFigure>('debt');
  const { changes, at } = answer;
  return (
    <>
      <p className="borgen-say" role="status">
        <Sentence answer={answer} member={member} members={members} day={day} />
      </p>
      <div className="tools no-print">
        <SegmentedControl
          label={words.figure}
          value={figure}
          segments={memberFigures.map((value) => ({ value, label: words.figures[value] }))}
          onChange={setFigure}
        />
        <span className="small">{words.changeYear(at.year, scenario)}</span>
      </div>
      <Sheet>
        <ChangeTable answer={answer} changes={changes} members={members} figure={figure} />
      </Sheet>
    </>
  );
}

function Sentence({ answer, member, members, day }: Omit<ToldProps, 'scenario'>) {
  const { borgen: words } = useTexts();
  const { changes, at, leaves } = answer;
  const opening = leaves ? words.sayLeaves(member.name, day) : words.sayJoins(member.name, day);
  const most = mostChanged(changes, member.memberId);
  if (most === undefined || at.debt === null) {
    return (
      <>
        {opening}
        {words.saySame}
      </>
    );
  }
  const name = nameOf(members, most.memberId);
  const amount = shown(absolute(most.change.debt ?? most.before.debt));
  const [before, strong, after] = isNegative(most.change.debt ?? most.before.debt)
    ? words.sayLess(name, amount)
    : words.sayChange(name, amount);
  return (
    <>
      {opening}
      {before}
      <b>{strong}</b>
      {after}
      {words.sayOf(at.year, shown(at.debt))}
    </>
  );
}

function nameOf(members: readonly NamedMember[], id: string): string {
  return members.find(({ memberId }) => memberId === id)?.name ?? '';
}

type ChangeTableProps = {
  readonly answer: Told;
  readonly changes: readonly MemberChange[];
  readonly members: readonly NamedMember[];
  readonly figure: MemberFigure;
};

function ChangeTable({ answer, changes, members, figure }: ChangeTableProps) {
  const { borgen: words, common } = useTexts();
  const columns = [
    { id: 'member', title: words.member },
    { id: 'shareBefore', title: `${words.share}, ${words.before.toLowerCase()}`, isFigure: true },
    { id: 'shareAfter', title: `${words.share}, ${words.after.toLowerCase()}`, isFigure: true },
    { id: 'before', title: words.before, isFigure: true },
    { id: 'after', title: words.after, isFigure: true },
    { id: 'difference', title: words.difference, isFigure: true },
  ];
  const byName = members.flatMap((member) =>
    changes.filter(({ memberId }) => memberId === member.memberId),
  );
  const rows = byName.map(({ memberId, before, after, change }) => ({
    id: memberId,
    cells: {
      member: nameOf(members, memberId),
      shareBefore: percentIn(answer.before, memberId),
      shareAfter: percentIn(answer.after, memberId),
      before: amountText(before[figure]),
      after: amountText(after[figure]),
      difference: differenceText(change[figure]),
    },
  }));
  const totals = {
    before: totalOf(changes.map(({ before }) => before[figure])),
    after: totalOf(changes.map(({ after }) => after[figure])),
    difference: totalOf(changes.map(({ change }) => change[figure])),
  };
  return (
    <DataTable
      label={words.changeTable}
      columns={columns}
      rows={[
        ...rows,
        {
          id: 'sum',
          isSum: true,
          cells: {
            member: common.sum,
            shareBefore: formatShare(hundredPercent),
            shareAfter: formatShare(hundredPercent),
            before: amountText(totals.before),
            after: amountText(totals.after),
            difference: differenceText(totals.difference),
          },
        },
      ]}
    />
  );
}

function percentIn(key: ShareKey, memberId: string): string {
  const found = percentShares(key).find((one) => one.memberId === memberId);
  return found === undefined ? '–' : formatShare(found.percent);
}

function amountText(amount: Tkr | null): string {
  return amount === null ? '–' : shown(amount);
}

function differenceText(amount: Tkr | null): string {
  if (amount === null) return '–';
  return shown(amount) === '0' ? '0' : shownWithSign(amount);
}

function totalOf(amounts: readonly (Tkr | null)[]): Tkr | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length < amounts.length ? null : sum(known);
}
