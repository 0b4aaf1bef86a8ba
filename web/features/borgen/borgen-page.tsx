import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { BorgenstakList, ShareKeyList } from '#contract/borgen.ts';
import { type BorgensprognosView, useBorgensprognos } from '../../lib/borgensprognos.ts';
import { shownDay } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BorgenTabs } from '../../ui/page/borgen-tabs.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { SectionLinks } from '../../ui/page/section.tsx';
import { sharesOf, useBorgenstak, useShareKeys } from './borgen.ts';
import { CeilingsSection } from './ceilings-section.tsx';
import { ChangeSection } from './change-section.tsx';
import type { KeyDraft } from './key-draft.ts';
import { KeysSection } from './keys-section.tsx';
import { BorgenSay } from './say.tsx';
import { SharesSection } from './shares-section.tsx';
import './borgen.css';

/** The ceilings, the keys, and what each member answers for in a scenario. */
export function BorgenPage() {
  const ceilings = useBorgenstak();
  const keys = useShareKeys();
  const { view, query } = useBorgensprognos();
  if (ceilings.data === undefined) return <Loading query={ceilings} />;
  if (keys.data === undefined) return <Loading query={keys} />;
  if (view === null) return <Loading query={query} />;
  return <Shown ceilings={ceilings.data} keys={keys.data} prognos={view} />;
}

type ShownProps = {
  readonly ceilings: BorgenstakList;
  readonly keys: ShareKeyList;
  readonly prognos: BorgensprognosView;
};

function Shown({ ceilings, keys, prognos }: ShownProps) {
  const { borgen: words } = useTexts();
  const [today] = useState(() => shownDay(new Date().toISOString()));
  const [parameters, setParameters] = useSearchParams();
  const [draft, setDraft] = useState<KeyDraft | null>(null);
  const { scenarios } = prognos;
  const wanted = parameters.get('scenario');
  const view = scenarios.find(({ scenario }) => scenario.scenarioId === wanted) ?? scenarios[0];
  const shares = view === undefined ? null : sharesOf(view, keys);
  const years = shares?.years.map(({ year }) => year) ?? [];
  const choose = (scenarioId: string): void =>
    setParameters({ scenario: scenarioId }, { replace: true });
  const hasKeys = keys.keys.length > 0;
  const sections = [
    ...(hasKeys ? [{ id: 'andelar', title: words.shares }] : []),
    ...(hasKeys && shares !== null ? [{ id: 'andring', title: words.change }] : []),
    { id: 'borgenstak', title: words.ceilings },
    { id: 'nycklar', title: words.keys },
  ];
  return (
    <Page
      title={words.title}
      place={
        years.length === 0 ? words.placeEmpty : words.place(Math.min(...years), Math.max(...years))
      }
      say={<BorgenSay entries={ceilings.borgenstak} shares={shares} today={today} />}
      tabs={<BorgenTabs />}
    >
      <SectionLinks label={words.onPage} sections={sections} />
      {keys.members.length === 0 ? <NoMembers /> : null}
      {hasKeys ? (
        <SharesSection prognos={prognos} view={view} shares={shares} onChoose={choose} />
      ) : null}
      {hasKeys && view !== undefined && shares !== null ? (
        <ChangeSection
          view={view}
          shares={shares}
          members={keys.members}
          today={today}
          onKeep={setDraft}
        />
      ) : null}
      <CeilingsSection list={ceilings} today={today} />
      <KeysSection list={keys} draft={draft} onDraft={setDraft} />
    </Page>
  );
}

function NoMembers() {
  const { borgen: words, nav } = useTexts();
  const { slug } = useOrganisation();
  return (
    <Notice
      heading={words.noMembersTitle}
      live="off"
      actions={<Link to={`/${slug}/installningar#medlemmar`}>{nav.installningar}</Link>}
    >
      {words.noMembersBody}
    </Notice>
  );
}
