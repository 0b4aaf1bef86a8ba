import { useState } from 'react';
import type { CarryOverAnswer } from '#contract/carry-over.ts';
import { lineTypes } from '#domain/line-type.ts';
import { shownDay } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { ArendeTabs } from '../../ui/page/arende-tabs.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { SectionLinks } from '../../ui/page/section.tsx';
import { policiesOn, useCarryOver } from './carry-over.ts';
import { LinesSection } from './lines-section.tsx';
import { PoliciesSection } from './policies-section.tsx';
import { ProjectsSection } from './projects-section.tsx';
import './overforingspolicy.css';

/** What may be carried over by type of line, and what projects come to in all. */
export function OverforingspolicyPage() {
  const { overforingspolicy: words } = useTexts();
  const [today] = useState(() => shownDay(new Date().toISOString()));
  const query = useCarryOver();
  const answer = query.data;
  if (answer === undefined) return <Loading query={query} />;
  const sections = [
    { id: 'policy', title: words.policies },
    { id: 'radtyper', title: words.lines },
    { id: 'totalutgifter', title: words.projects },
  ];
  return (
    <Page
      title={words.title}
      place={words.place}
      say={<Say answer={answer} today={today} />}
      tabs={<ArendeTabs />}
    >
      <SectionLinks label={words.onPage} sections={sections} />
      <PoliciesSection answer={answer} today={today} />
      <LinesSection answer={answer} today={today} />
      <ProjectsSection answer={answer} today={today} />
    </Page>
  );
}

type SayProps = { readonly answer: CarryOverAnswer; readonly today: string };

function Say({ answer, today }: SayProps): string {
  const { overforingspolicy: words } = useTexts();
  const now = policiesOn(answer, today);
  if (lineTypes.every((type) => now[type] === null)) return words.sayEmpty;
  const said = lineTypes.map((type) => {
    const policy = now[type];
    const rule = policy === null ? words.sayNone : words.rules[policy.rule];
    return words.sayRule(words.lineTypes[type], rule.toLowerCase());
  });
  return words.say(said.join(', ').toLowerCase());
}
