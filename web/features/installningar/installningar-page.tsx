import { useState } from 'react';
import type { Settings } from '#contract/settings.ts';
import { useRight, useSession } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { SectionLinks } from '../../ui/page/section.tsx';
import { shownDay } from './days.ts';
import { InstallationSection } from './installation-section.tsx';
import { LoginSection } from './login-section.tsx';
import { membersOn } from './members.ts';
import { MembersSection } from './members-section.tsx';
import { OrganisationSection } from './organisation-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { type People, usePeople, useSettings } from './queries.ts';
import { RolesSection } from './roles-section.tsx';
import './installningar.css';

/** What holds for the organisation, who belongs to it, and who may do what. */
export function InstallningarPage() {
  const maySeePeople = useRight('readPeople');
  const settings = useSettings();
  const people = usePeople(maySeePeople);
  if (settings.data === undefined) return <Loading query={settings} />;
  if (maySeePeople && people.data === undefined) return <Loading query={people} />;
  return <Sections settings={settings.data} people={people.data ?? null} />;
}

type SectionsProps = { readonly settings: Settings; readonly people: People | null };

function Sections({ settings, people }: SectionsProps) {
  const { administration: words } = useTexts();
  const mayEdit = useRight('editSettings');
  const mayEditPeople = useRight('editPeople');
  const { session } = useSession();
  const [today] = useState(() => shownDay(new Date()));
  const { isOperator, personId } = session.person;
  const { organisationId, name, members, requiresSecondFactor } = settings;
  const here = people?.people.filter(({ endedAt }) => endedAt === null) ?? null;
  const [before, stressed, after] = words.settings.say(name, membersOn(members, today));
  const links = [
    { id: 'organisationen', title: words.organisation.heading },
    { id: 'medlemmar', title: words.members.heading },
    { id: 'inloggning', title: words.login.heading },
    ...(people === null ? [] : [{ id: 'personer', title: words.people.heading }]),
    { id: 'rollerna', title: words.roles.heading },
    ...(isOperator ? [{ id: 'installationen', title: words.installation.heading }] : []),
  ];
  return (
    <Page
      title={words.settings.title}
      place={words.settings.place}
      say={
        <>
          {before}
          <b>{stressed}</b>
          {after}
          {requiresSecondFactor ? words.settings.sayRequired : words.settings.sayOptional}
        </>
      }
    >
      <SectionLinks label={words.onPage} sections={links} />
      {mayEdit ? null : <p className="settings-reader small">{words.settings.readOnly}</p>}
      <OrganisationSection settings={settings} mayEdit={mayEdit} />
      <MembersSection settings={settings} mayEdit={mayEdit} today={today} />
      <LoginSection settings={settings} mayEdit={mayEdit} people={here} personId={personId} />
      {people === null ? null : (
        <PeopleSection organisationId={organisationId} people={people} mayEdit={mayEditPeople} />
      )}
      <RolesSection />
      {isOperator ? <InstallationSection hasDemo={session.ways.demo} /> : null}
    </Page>
  );
}
