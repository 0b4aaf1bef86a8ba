import { useRef, useState } from 'react';
import type { OrgPerson } from '#contract/people.ts';
import { useSession } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { shownDay } from './days.ts';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PasswordLinkDialog, RemovePersonDialog, RoleDialog } from './person-dialogs.tsx';
import type { People } from './queries.ts';
import { useRoleName } from './role-words.tsx';

/** What the section takes. */
export type PeopleSectionProps = {
  readonly organisationId: string;
  readonly people: People;
  readonly mayEdit: boolean;
};

type Step = 'role' | 'password' | 'remove';
type Open = { readonly step: Step; readonly person: OrgPerson } | 'invite' | null;

/** Who belongs to the organisation, who has left it, and who is invited. */
export function PeopleSection({ organisationId, people, mayEdit }: PeopleSectionProps) {
  const { administration } = useTexts();
  const words = administration.people;
  const roleName = useRoleName();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const inviteButton = useRef<HTMLButtonElement>(null);
  // Two windows follow each other, and the second one does not know what opened the first.
  const closeInvite = (): void => {
    close();
    setTimeout(() => inviteButton.current?.focus());
  };
  const here = people.people.filter(({ endedAt }) => endedAt === null);
  const hasDemo = here.some(({ isDemo }) => isDemo);
  const columns = [
    { id: 'name', title: words.name },
    { id: 'role', title: words.role },
    { id: 'since', title: words.since },
    { id: 'codes', title: words.codes },
    ...(mayEdit ? [{ id: 'tools', title: administration.actions, isTools: true }] : []),
  ];
  const rows = here.map((person) => ({
    id: person.personId,
    cells: {
      name: <PersonName person={person} />,
      role: roleName(person.role),
      since: shownDay(person.since),
      codes: person.hasSecondFactor ? administration.yes : administration.no,
      tools: person.isDemo ? null : (
        <PersonMenu person={person} onChoose={(step) => setOpen({ step, person })} />
      ),
    },
  }));
  const chosen = open === null || open === 'invite' ? null : { organisationId, ...open };
  return (
    <PageSection
      id="personer"
      title={words.heading}
      tools={
        mayEdit ? (
          <Button ref={inviteButton} onPress={() => setOpen('invite')}>
            {administration.invitations.invite}
          </Button>
        ) : undefined
      }
    >
      <Sheet note={hasDemo && mayEdit ? words.demoNote : undefined}>
        <DataTable label={words.heading} columns={columns} rows={rows} />
      </Sheet>
      <EndedPeople people={people.people.filter(({ endedAt }) => endedAt !== null)} />
      <Invitations
        organisationId={organisationId}
        invitations={people.invitations}
        mayEdit={mayEdit}
      />
      {open === 'invite' ? (
        <InviteDialog organisationId={organisationId} onClose={closeInvite} />
      ) : null}
      {chosen?.step === 'role' ? <RoleDialog {...chosen} onClose={close} /> : null}
      {chosen?.step === 'password' ? <PasswordLinkDialog {...chosen} onClose={close} /> : null}
      {chosen?.step === 'remove' ? <RemovePersonDialog {...chosen} onClose={close} /> : null}
    </PageSection>
  );
}

function PersonName({ person }: { readonly person: OrgPerson }) {
  const words = useTexts().administration.people;
  const { session } = useSession();
  const { personId, name, email, isDemo } = person;
  return (
    <>
      {name} {personId === session.person.personId ? <Mark tone="plain">{words.you}</Mark> : null}{' '}
      {isDemo ? <Mark tone="plain">{words.demo}</Mark> : null}
      {email === null ? null : <small>{email}</small>}
    </>
  );
}

type PersonMenuProps = {
  readonly person: OrgPerson;
  readonly onChoose: (step: Step) => void;
};

function PersonMenu({ person, onChoose }: PersonMenuProps) {
  const { administration } = useTexts();
  const words = administration.people;
  const action = (id: Step, label: string) => ({ id, label, onAction: () => onChoose(id) });
  return (
    <Menu
      trigger={administration.actions}
      name={administration.rowActions(person.name)}
      actions={[
        action('role', words.changeRole),
        action('password', words.passwordLink),
        { ...action('remove', words.remove), tone: 'danger' },
      ]}
    />
  );
}

function EndedPeople({ people }: { readonly people: readonly OrgPerson[] }) {
  const words = useTexts().administration.people;
  const roleName = useRoleName();
  if (people.length === 0) return null;
  return (
    <details className="settings-more">
      <summary>{words.ended(people.length)}</summary>
      <Sheet>
        <DataTable
          label={words.endedLabel}
          columns={[
            { id: 'name', title: words.name },
            { id: 'role', title: words.role },
            { id: 'since', title: words.since },
            { id: 'until', title: words.until },
          ]}
          rows={people.map((person) => ({
            id: person.personId,
            cells: {
              name: <PersonName person={person} />,
              role: roleName(person.role),
              since: shownDay(person.since),
              until: person.endedAt === null ? null : shownDay(person.endedAt),
            },
          }))}
        />
      </Sheet>
    </details>
  );
}
