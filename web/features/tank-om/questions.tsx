import { memo, type ReactNode, useId, useMemo, useState } from 'react';
import { borgenstakAt } from '#domain/borgensutrymme.ts';
import type { Assumption } from '#domain/forecast/assumption-terms.ts';
import { lastDayIn } from '#domain/forecast/month.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { neededCeiling, spreadOver } from '#domain/forecast/questions.ts';
import { extraAssumptions } from '#domain/forecast/what-if.ts';
import { absolute, isNegative, type Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shown } from '../../lib/format.ts';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { gapSentences } from './gaps.tsx';
import { lineName } from './lever-words.ts';
import {
  answerMore,
  askedLines,
  brokenMonths,
  bufferAtEndOf,
  bufferOn,
  type MoreAnswer,
  tightestMonth,
} from './question-answers.ts';
import { monthText, yearsOf } from './what-if.ts';

/** What the questions take. */
export type QuestionsProps = {
  /** The scenario with what is tried, once the levers rest. */
  readonly input: PlanInput;
  readonly plan: Plan;
  /** True while a lever still moves. */
  readonly isBehind: boolean;
  /** Takes an answer over as a scenario of its own, with these assumptions more and this name. */
  readonly onTake: (assumptions: readonly Assumption[], name: string) => void;
};

/** The questions that come up in a meeting, answered for what the levers show. */
export const Questions = memo(function Questions(props: QuestionsProps) {
  const words = useTexts().tankOm.questions;
  return (
    <PageSection id="fragor" title={words.title} detail={words.detail}>
      <div className="questions" aria-busy={props.isBehind || undefined}>
        <HowMuchMore {...props} />
        <NeededCeiling {...props} />
        <WhichMonth {...props} />
      </div>
    </PageSection>
  );
});

type CardProps = {
  readonly title: string;
  readonly children?: ReactNode;
  /** The answer, large. */
  readonly answer: string;
  readonly why: readonly (string | null)[];
  readonly action?: ReactNode;
};

function Card({ title, children, answer, why, action }: CardProps) {
  const id = useId();
  return (
    <section className="sheet question" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
      <div role="status">
        <p className="big-figure">{answer}</p>
        {why.map((sentence) => (sentence === null ? null : <p key={sentence}>{sentence}</p>))}
      </div>
      {action}
    </section>
  );
}

/** Stands among the lines for all of them. */
const allLines = 'alla';

function HowMuchMore({ input, plan, onTake }: QuestionsProps) {
  const texts = useTexts();
  const words = texts.tankOm.questions.more;
  const mayEdit = useRight('editScenarios');
  const years = yearsOf(plan.years);
  const [year, setYear] = useState(years[0] ?? 0);
  const [on, setOn] = useState<string>(allLines);
  const lineId = on === allLines ? null : on;
  const asked = useMemo(
    () => ({ year, lines: askedLines(input, year, lineId) }),
    [input, year, lineId],
  );
  const answer = useMemo(
    () => (asked.lines.length === 0 ? null : answerMore(input, asked)),
    [input, asked],
  );
  const where = lineId === null ? words.everywhere : lineName(input.lines, lineId);
  const gaps = gapSentences(plan, input.lines, texts);
  const said = moreWords({ answer, plan, year, where, gaps }, words);
  return (
    <Card
      title={words.title}
      {...said}
      action={
        mayEdit && answer?.type === 'amount' ? (
          <Button
            onPress={() =>
              onTake(
                extraAssumptions(input, spreadOver(asked, answer.amount)),
                words.name(where, year),
              )
            }
          >
            {words.take}
          </Button>
        ) : null
      }
    >
      <div className="question-fields">
        <SelectField
          label={words.on}
          value={on}
          options={[
            { value: allLines, label: words.spread },
            ...input.lines.map((line) => ({ value: line.lineId, label: line.name })),
          ]}
          onChange={setOn}
        />
        <SelectField
          label={words.year}
          value={`${year}`}
          options={years.map((one) => ({ value: `${one}`, label: `${one}` }))}
          onChange={(to) => setYear(parseInt(to, 10))}
        />
      </div>
    </Card>
  );
}

type MoreFacts = {
  readonly answer: MoreAnswer | null;
  readonly plan: Plan;
  readonly year: number;
  readonly where: string;
  readonly gaps: readonly string[];
};

type MoreWords = ReturnType<typeof useTexts>['tankOm']['questions']['more'];

function moreWords(
  { answer, plan, year, where, gaps }: MoreFacts,
  words: MoreWords,
): Pick<CardProps, 'answer' | 'why'> {
  if (answer === null) return { answer: '–', why: [words.noBudget(year)] };
  const bufferWords = (limit: number): string | null => shownOrNull(bufferAtEndOf(plan, limit));
  switch (answer.type) {
    case 'unknown':
      return { answer: words.unknown, why: gaps };
    case 'unlimited':
      return {
        answer: words.unlimited,
        why: [plan.ceilings.length === 0 ? words.noCeiling : words.notBorrowed],
      };
    case 'none':
      return { answer: words.noneAnswer, why: [words.none(answer.year, bufferWords(answer.year))] };
    case 'amount': {
      const { amount, limitedBy, kept, isMost } = answer;
      return {
        answer: words.amount(shown(amount)),
        why: [
          words.say(where, year, formatSwedish(amount)),
          words.limitedBy(limitedBy, shown(kept), bufferWords(limitedBy)),
          isMost ? words.oneMore : null,
        ],
      };
    }
  }
}

function shownOrNull(amount: Tkr | null): string | null {
  return amount === null ? null : shown(amount);
}

function NeededCeiling({ input, plan }: QuestionsProps) {
  const texts = useTexts();
  const { questions, monthIn } = texts.tankOm;
  const words = questions.ceiling;
  const needed = neededCeiling(plan);
  if (needed === null) {
    const why = gapSentences(plan, input.lines, texts);
    return <Card title={words.title} answer={words.unknown} why={why} />;
  }
  const { amount, month } = needed;
  const buffer = shownOrNull(bufferOn(plan, lastDayIn(month)));
  const tightest = tightestMonth(plan, true);
  return (
    <Card
      title={words.title}
      answer={words.amount(shown(amount))}
      why={[
        words.when(monthIn(monthText(month)), buffer),
        tightest === null
          ? null
          : isNegative(tightest.spare)
            ? words.short(
                shown(absolute(tightest.spare)),
                shown(tightest.borgenstak),
                monthIn(monthText(tightest.month)),
              )
            : words.enough(shown(tightest.spare), shown(tightest.borgenstak)),
      ]}
    />
  );
}

function WhichMonth({ input, plan }: QuestionsProps) {
  const texts = useTexts();
  const { questions, monthIn } = texts.tankOm;
  const words = questions.broken;
  const nameOf = (month: number): string => monthIn(monthText(month));
  const [first] = plan.months;
  if (first === undefined) {
    const why = gapSentences(plan, input.lines, texts);
    return <Card title={words.title} answer={words.unknown} why={why} />;
  }
  const broken = brokenMonths(plan);
  if (broken !== null) {
    const { over, last, toTheEnd } = broken;
    const until = toTheEnd ? words.stays(nameOf(last)) : words.again(nameOf(last + 1));
    return (
      <Card
        title={words.title}
        answer={capital(nameOf(broken.first))}
        why={[words.over(shown(over)), until]}
      />
    );
  }
  const tightest = tightestMonth(plan, false);
  const hasCeiling =
    borgenstakAt(plan.ceilings, lastDayIn(plan.months.at(-1)?.month ?? 0)) !== null;
  if (tightest === null || !hasCeiling) {
    return <Card title={words.title} answer="–" why={[words.noCeiling]} />;
  }
  const why = words.neverWhy(nameOf(tightest.month), shown(tightest.spare));
  return <Card title={words.title} answer={words.never} why={[why]} />;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
