import { Link } from 'react-router';
import type { Plan } from '#domain/forecast/plan.ts';
import type { PlanGap } from '#domain/forecast/plan-figures.ts';
import type { PlanLine } from '#domain/forecast/plan-input.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { Notice } from '../../ui/notice.tsx';
import { lineName } from './lever-words.ts';

/** What is missing for a plan, each with what to do; nothing where all of it can be told. */
export function gapSentences(
  { gaps, forecast }: Plan,
  lines: readonly PlanLine[],
  { tankOm: { gaps: words } }: Texts,
): string[] {
  const named = gaps.map((gap) => sentenceFor(gap, lines, words));
  const first = forecast.years.find(({ gap }) => gap !== null);
  if (first === undefined || named.length > 0) return [...new Set(named)];
  if (forecast.openingDebt === null) return [words.openingDebt];
  if (first.gap === 'no_rows') return [words.noRows(first.year)];
  return first.gap === 'no_borgenstak' ? [words.noCeiling] : [];
}

function sentenceFor(
  { missing, year, lineIds }: PlanGap,
  lines: readonly PlanLine[],
  words: Texts['tankOm']['gaps'],
): string {
  const names = namesOf(lineIds, lines, words);
  switch (missing) {
    case 'life':
      return words.life(names, year);
    case 'loanShare':
      return words.loanShare(names, year);
    case 'loanRate':
      return words.loanRate;
    case 'openingDebt':
      return words.openingDebt;
  }
}

/** How many lines are named before the rest are counted. */
const named = 3;

function namesOf(
  lineIds: readonly string[],
  lines: readonly PlanLine[],
  words: Texts['tankOm']['gaps'],
): string {
  if (lineIds.length === 0) return words.allLines;
  const names = lineIds.slice(0, named).map((lineId) => lineName(lines, lineId));
  const rest = lineIds.length - named;
  return [...names, ...(rest > 0 ? [words.moreLines(rest)] : [])].join(', ');
}

/** Says what is missing for a plan and what to do; nothing where all of it can be told. */
export function Gaps({
  plan,
  lines,
}: {
  readonly plan: Plan;
  readonly lines: readonly PlanLine[];
}) {
  const texts = useTexts();
  const { slug } = useOrganisation();
  const sentences = gapSentences(plan, lines, texts);
  if (sentences.length === 0) return null;
  const words = texts.tankOm.gaps;
  return (
    <Notice
      heading={words.title}
      live="off"
      actions={<Link to={`/${slug}/borgensutrymme`}>{words.toForecast}</Link>}
    >
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
