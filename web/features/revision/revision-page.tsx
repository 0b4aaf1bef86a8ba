import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../../texts/language.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { SectionLinks } from '../../ui/page/section.tsx';
import { actionText } from './action-words.ts';
import { AnchorsSection } from './anchors-section.tsx';
import { isChosen, type LogFilter, readFilter } from './log-filter.ts';
import { useLog, useNames } from './log-queries.ts';
import { LogSection } from './log-section.tsx';
import { logMoment } from './log-time.ts';
import type { Saying } from './shown-value.ts';
import './revision.css';

/** Every change that was made in the organisation, and what proves that none has been made since. */
export function RevisionPage() {
  const { texts, language } = useLanguage();
  const [parameters] = useSearchParams();
  const filter = useMemo(() => readFilter(parameters), [parameters]);
  const log = useLog(filter);
  const pages = log.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  const names = useNames(rows, pages?.[0]?.people ?? noPeople);
  const first = pages?.[0];
  if (first === undefined) return <Loading query={log} />;
  const saying: Saying = { language, texts, names };
  const words = texts.administration;
  // Until the rows of a new choice are here, the sentence is about those that are.
  const { chosen } = first;
  const [before, stressed, after] = isChosen(chosen)
    ? words.log.sayChosen(rows.length, !log.hasNextPage, chosenWords(chosen, saying))
    : sayAll(rows[0], saying);
  const sections = [
    { id: 'loggen', title: words.log.heading },
    { id: 'ankare', title: words.anchors.heading },
  ];
  return (
    <Page
      title={words.log.title}
      place={words.log.place}
      say={
        <>
          {before}
          <b>{stressed}</b>
          {after}
        </>
      }
    >
      <SectionLinks label={words.onPage} sections={sections} />
      <LogSection filter={filter} log={log} first={first} rows={rows} saying={saying} />
      <AnchorsSection />
    </Page>
  );
}

const noPeople: readonly never[] = [];

// Rows are numbered without gaps, so the newest number is how many there are.
function sayAll(
  newest: { readonly seq: string; readonly at: string } | undefined,
  { texts }: Saying,
): readonly [string, string, string] {
  const words = texts.administration.log;
  return newest === undefined
    ? [words.sayEmpty, '', '']
    : words.say(newest.seq, logMoment(newest.at).slice(0, -3));
}

/** What is chosen, in words: on paper nothing else says it. */
function chosenWords(filter: LogFilter, { texts, language, names }: Saying): string {
  const words = texts.administration.log;
  const { person, action, from, to, about } = filter;
  return [
    ...(person === null ? [] : [names.get(person) ?? words.unknownPerson]),
    ...(action === null ? [] : [`”${actionText(action, language)}”`]),
    ...(about === null ? [] : [words.sayAbout(names.get(about) ?? words.oneObject)]),
    ...(from === null ? [] : [words.sayFrom(from)]),
    ...(to === null ? [] : [words.sayTo(to)]),
  ].join(', ');
}
