import type { BorgenstakAnswer } from '#contract/borgen.ts';
import type { MemberYear } from '#domain/forecast/member-years.ts';
import { formatShare, percentShares } from '#domain/forecast/share-words.ts';
import { compare, isNegative, negate, subtract, tkr } from '#domain/tkr.ts';
import { shown } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Stressed } from '../../texts/sv.ts';
import { ceilingOn, type ScenarioShares } from './borgen.ts';

/** What the sentence takes; the shares are those of the chosen scenario, null where there is none. */
export type BorgenSayProps = {
  readonly entries: readonly BorgenstakAnswer[];
  readonly shares: ScenarioShares | null;
  readonly today: string;
};

/** The sentence that says how large the ceiling is, who answers for most of it, and if it holds. */
export function BorgenSay({ entries, shares, today }: BorgenSayProps) {
  const { borgen: words } = useTexts();
  const shared = shares?.years.findLast(({ gap }) => gap === null);
  const ceiling =
    shared?.borgenstak ??
    amountOf(ceilingOn(entries, today) ?? entries.findLast((one) => one.isInForce));
  if (ceiling === null) return words.sayNoCeiling;
  return (
    <>
      <Sentence parts={words.say(shown(ceiling))} />
      {shares === null || shared === undefined ? (
        missingWords(shares, words)
      ) : (
        <Most at={shared} shares={shares} />
      )}
      {shared === undefined ? null : <Broken years={shares?.years ?? []} />}
    </>
  );
}

function amountOf(entry: BorgenstakAnswer | undefined) {
  return entry === undefined ? null : tkr(entry.amount);
}

function missingWords(
  shares: ScenarioShares | null,
  words: { readonly sayNoKey: string; readonly sayNoDebt: string },
): string {
  const knowsDebt = shares?.years.some(({ debt }) => debt !== null) ?? true;
  return knowsDebt ? words.sayNoKey : words.sayNoDebt;
}

type MostProps = { readonly at: MemberYear; readonly shares: ScenarioShares };

function Most({ at, shares }: MostProps) {
  const { borgen: words } = useTexts();
  const [most] = at.shares.toSorted((left, right) => compare(right.debt, left.debt));
  if (most === undefined || at.key === null) return null;
  const percent = percentShares(at.key).find(({ memberId }) => memberId === most.memberId);
  const name = shares.members.find(({ memberId }) => memberId === most.memberId)?.name ?? '';
  const share = percent === undefined ? '' : formatShare(percent.percent);
  return <Sentence parts={words.sayMost(name, share, shown(most.debt), `${at.year}`)} />;
}

function Broken({ years }: { readonly years: readonly MemberYear[] }) {
  const { borgen: words } = useTexts();
  for (const { year, debt, borgenstak } of years) {
    if (debt === null || borgenstak === null) continue;
    const headroom = subtract(borgenstak, debt);
    if (isNegative(headroom)) return words.sayBroken(year, shown(negate(headroom)));
  }
  return null;
}

function Sentence({ parts: [before, strong, after] }: { readonly parts: Stressed }) {
  return (
    <>
      {before}
      <b>{strong}</b>
      {after}
    </>
  );
}
