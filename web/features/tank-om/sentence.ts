import { absolute, isNegative, isZero, negate, type Tkr } from '#domain/tkr.ts';
import { shown } from '../../lib/format.ts';
import type { Stressed, Texts } from '../../texts/sv.ts';
import { type Comparison, monthText } from './what-if.ts';

/** A piece of a sentence; the strong ones carry the figures. */
export type SentencePart = { readonly text: string; readonly isStrong: boolean };

/** What the sentence is about: what the scenario is called, and what is tried, in words. */
export type SentenceSubject = {
  readonly scenario: string;
  /** What each moved lever says: "80 % genomförandegrad". */
  readonly moved: readonly string[];
  /** True where a ceiling is decided or planned. */
  readonly hasCeiling: boolean;
};

/** The sentence that says what the levers come to; computed, and so always true. */
export function sentenceOf(
  { years, last, brokenTried }: Comparison,
  { scenario, moved, hasCeiling }: SentenceSubject,
  { tankOm: { say, monthIn }, conclusion }: Texts,
): SentencePart[] {
  const [first] = years;
  if (last === null || last.debt.tried === null) {
    return first === undefined ? [] : [plain(say.unknown(first.year))];
  }
  const { year, debt, headroom } = last;
  const subject = subjectOf(moved, say);
  const until = year === years.at(-1)?.year ? [] : [plain(say.knownUntil(year))];
  if (headroom.tried === null) {
    const ending = hasCeiling ? '.' : say.noCeiling;
    return [...stressed(say.debt(subject, shown(last.debt.tried), year)), plain(ending), ...until];
  }
  const isOver = isNegative(headroom.tried);
  const opening = isOver
    ? say.over(subject, shown(negate(headroom.tried)), year)
    : say.left(subject, shown(headroom.tried), year);
  const isSame = moved.length === 0 || debt.now === null;
  const ending = brokenTried === null ? say.holds : say.breaks(monthIn(monthText(brokenTried)));
  return [
    ...stressed(opening),
    ...(isSame ? [] : compared(headroom.change, { scenario, isOver }, conclusion)),
    plain(ending),
    ...until,
  ];
}

function subjectOf(moved: readonly string[], say: Texts['tankOm']['say']): string {
  const [only] = moved;
  if (only === undefined) return say.asIs;
  return moved.length === 1 ? say.with(only) : say.several(moved.length);
}

function compared(
  change: Tkr | null,
  { scenario, isOver }: { readonly scenario: string; readonly isOver: boolean },
  words: Texts['conclusion'],
): SentencePart[] {
  if (change === null) return [];
  if (isZero(change)) return stressed(words.same(scenario));
  const amount = shown(absolute(change));
  return stressed(
    isNegative(change)
      ? words.less(amount, scenario, isOver)
      : words.more(amount, scenario, isOver),
  );
}

function plain(text: string): SentencePart {
  return { text, isStrong: false };
}

function stressed([before, strong, after]: Stressed): SentencePart[] {
  return [plain(before), { text: strong, isStrong: true }, plain(after)];
}
